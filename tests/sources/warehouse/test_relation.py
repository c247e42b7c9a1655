"""A table is named to the letter, and a query may only read."""

from __future__ import annotations

import pytest
from sqlglot import exp

from opsctl.diagnostics import Message
from opsctl.sources.warehouse.relation import query_given, table_named


@pytest.mark.parametrize(
    ("name", "postgres", "spark"),
    [
        ("lines", '"lines"', "`lines`"),
        ("dw.Shop_Daily", '"dw"."Shop_Daily"', "`dw`.`Shop_Daily`"),
        ("lake.dw.订单", '"lake"."dw"."订单"', "`lake`.`dw`.`订单`"),
        ('a"; drop table x; --', '"a""; drop table x; --"', '`a"; drop table x; --`'),
    ],
)
def test_a_table_is_named_to_the_letter(name: str, postgres: str, spark: str) -> None:
    found = table_named(name)
    assert isinstance(found, exp.Expr)
    assert (found.sql(dialect="postgres"), found.sql(dialect="spark")) == (postgres, spark)


@pytest.mark.parametrize("name", ["", ".", "a..b", "a.b.c.d", "a."])
def test_what_is_no_name_of_a_table_is_said(name: str) -> None:
    found = table_named(name)
    assert isinstance(found, Message)
    assert found.id == "warehouse.not_a_table"


@pytest.mark.parametrize(
    "text",
    [
        "select day, shop, paid from dw.daily",
        "WITH d AS (SELECT * FROM dw.daily) SELECT * FROM d;",
        "select 1 as paid union all select 2",
        "-- 每日\nselect date_trunc('day', paid_at) as day, sum(paid) from orders group by 1",
        "select ':not a parameter' as shop, 100 % 7 as paid from daily",
    ],
)
def test_a_query_that_reads_is_taken(text: str) -> None:
    found = query_given(text, "postgres")
    assert isinstance(found, exp.Subquery)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delete from daily", "not_reading"),
        ("select 1; select 2", "not_reading"),
        ("select 1; drop table daily", "not_reading"),
        ("insert into daily select 1", "not_reading"),
        ("create table x as select 1", "not_reading"),
        ("select * into x from daily", "not_reading"),
        ("select * from daily for update", "not_reading"),
        ("with gone as (delete from daily returning *) select * from gone", "not_reading"),
        ("set role owner", "not_reading"),
        ("copy daily to '/tmp/x'", "not_reading"),
        ("", "not_reading"),
        ("-- nothing", "not_reading"),
        ("select (((", "not_sql"),
        ("select 'open", "not_sql"),
    ],
)
def test_a_query_that_does_more_is_refused(text: str, said: str) -> None:
    found = query_given(text, "postgres")
    assert isinstance(found, Message)
    assert found.id == f"warehouse.{said}"
