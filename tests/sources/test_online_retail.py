"""A million real order lines: monthly totals as published, weeks by country as plain SQL counts them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from tests.sources.reading import said
from tests.sources.retail import FILES, FIRST, LEAVES, SECOND, retail

from opsctl.period import Period, month, week_of
from opsctl.reviewing.facts import Facts
from opsctl.sources.read import read_facts

FIRST_DAY, LAST_DAY = date(2009, 12, 1), date(2011, 12, 9)

ORACLE = """
WITH both_years AS (
    SELECT Invoice AS invoice, Quantity AS quantity, InvoiceDate AS moment, Price AS price,
           "Customer ID" AS customer, Country AS country
    FROM read_parquet($first) WHERE InvoiceDate < TIMESTAMP '2010-12-01'
    UNION ALL
    SELECT InvoiceNo, Quantity, InvoiceDate, UnitPrice, CustomerID, Country FROM read_parquet($second)
)
SELECT country, CAST(date_trunc('week', moment) AS DATE),
       coalesce(sum(quantity * CAST(price AS DECIMAL(12,3))) FILTER (WHERE sale), 0),
       count(DISTINCT invoice) FILTER (WHERE sale),
       count(DISTINCT customer) FILTER (WHERE sale),
       coalesce(-sum(quantity * CAST(price AS DECIMAL(12,3))) FILTER (WHERE invoice LIKE 'C%'), 0)
FROM (SELECT *, invoice NOT LIKE 'C%' AND invoice NOT LIKE 'A%' AND quantity > 0 AND price > 0 AS sale FROM both_years)
GROUP BY ALL
"""


@pytest.fixture(scope="module")
def folder(test_data: Path) -> Path:
    """The folder with the order lines, or a skip."""
    found = test_data / "online-retail"
    if not (found / FIRST).is_file():
        pytest.skip("OPSCTL_TEST_DATA has no online-retail: the real order lines are not here")
    return found


@pytest.fixture(scope="module")
def by_month(folder: Path) -> Facts:
    """The facts with de-duplicated counts by month."""
    months = [month(year, number) for year in (2009, 2010, 2011) for number in range(1, 13)]
    return read_facts({"shop": retail()}, folder, groups={"company": LEAVES}, periods=months)


def added(facts: Facts, metric: str, period: Period) -> Decimal:
    """The sum of a metric's days over all scopes."""
    series = [days for (_, id_), days in facts.daily.items() if id_ == metric]
    return sum((value for days in series for day, value in days.items() if period.contains(day)), Decimal(0))


def test_months_are_exactly_the_published_totals(folder: Path, by_month: Facts) -> None:
    with (folder / "expected_month_total.csv").open(encoding="utf-8", newline="") as stream:
        published = list(csv.DictReader(stream))
    assert len(published) == 25
    for row in published:
        period = month(int(row["period"][:4]), int(row["period"][5:]))
        gmv, refunds = added(by_month, "gmv_paid", period), added(by_month, "refund_amount", period)
        assert gmv == Decimal(row["gmv"]), period
        assert refunds == Decimal(row["refunds"]), period
        assert gmv - refunds == Decimal(row["net"]), period
        assert by_month.distinct[("company", "orders_paid", period.label)] == Decimal(row["orders"]), period
        assert by_month.distinct[("company", "buyers_paid", period.label)] == Decimal(row["buyers"]), period


def test_the_days_of_two_years(by_month: Facts) -> None:
    sales = by_month.daily[("uk", "gmv_paid")]
    assert (min(sales), max(sales), len(sales)) == (FIRST_DAY, LAST_DAY, 739)
    assert set(by_month.until.values()) == {LAST_DAY}
    every = {day for scope in LEAVES for day, value in by_month.daily[(scope, "orders_paid")].items() if value}
    assert len(every) == 604
    assert sales[date(2010, 12, 25)] == 0
    buyers = sum(added(by_month, "buyers_paid", month(year, at)) for year in (2009, 2010, 2011) for at in range(1, 13))
    assert buyers > by_month.distinct[("company", "buyers_paid", "2010-11")]


def test_repeated_lines_are_reported_and_kept(by_month: Facts) -> None:
    assert [(trouble.file, trouble.message.id, trouble.rows) for trouble in by_month.troubles] == [
        (FIRST, "sources.repeated", 6544),
        (SECOND, "sources.repeated", 5268),
    ]


def test_the_overlap_of_the_two_files_is_noticed(folder: Path) -> None:
    files = [{**FILES[0], "where": []}, FILES[1]]
    facts = read_facts({"shop": retail(files=files)}, folder, groups={}, periods=())
    (overlap,) = [trouble for trouble in facts.troubles if trouble.message.id == "sources.overlap"]
    assert dict(overlap.message.params) == {"other": FIRST, "first": "2010-12-01", "last": "2010-12-09"}
    assert added(facts, "gmv_paid", month(2010, 12)) == Decimal("1262598.79")


def test_weeks_by_country_are_what_plain_sql_counts(folder: Path) -> None:
    paths = {"first": str(folder / FIRST), "second": str(folder / SECOND)}
    rows = duckdb.connect().execute(ORACLE, paths).fetchall()
    slugs = {country: re.sub("[^a-z]+", "-", country.lower()).strip("-") for country, *_ in rows}
    weeks = [week_of(FIRST_DAY)]
    while weeks[-1].end <= LAST_DAY:
        weeks.append(weeks[-1].following())
    mapping = retail(store={"column": "country", "map": slugs})
    facts = read_facts({"shop": mapping}, folder, groups={}, periods=weeks)
    expected = {(slugs[country], week_of(start)): tuple(values) for country, start, *values in rows}
    assert len(set(slugs.values())) == len(slugs) == 43
    assert weekly(facts, weeks, slugs) == {
        (scope, period): expected.get((scope, period), (0, 0, 0, 0)) for scope in slugs.values() for period in weeks
    }


def weekly(
    facts: Facts, weeks: list[Period], slugs: Mapping[str, str]
) -> dict[tuple[str, Period], tuple[Decimal, ...]]:
    """Sales, orders, buyers and refunds of every country and week."""
    sums: dict[tuple[str, str, Period], Decimal] = defaultdict(Decimal)
    for (scope, metric), days in facts.daily.items():
        for day, value in days.items():
            sums[scope, metric, week_of(day)] += value
    return {
        (scope, period): (
            sums[scope, "gmv_paid", period],
            facts.distinct[scope, "orders_paid", period.label],
            facts.distinct[scope, "buyers_paid", period.label],
            sums[scope, "refund_amount", period],
        )
        for scope in slugs.values()
        for period in weeks
    }


def test_a_chinese_export_of_the_same_lines_gives_the_same_numbers(folder: Path) -> None:
    stores = {"Germany": "germany", "France": "france"}
    whole = retail(store={"column": "country", "map": stores})
    sample = retail(
        files=[{"path": "samples/de_fr_2011-10_11_zh_header_gb18030.csv"}],
        columns={
            "at": "订单创建时间",
            "quantity": "数量",
            "country": "店铺名称",
            "invoice": "订单编号",
            "price": "单价",
            "buyer": "买家ID",
        },
        store={"column": "country", "map": stores},
        encoding="gb18030",
    )
    periods = [month(2011, 10), month(2011, 11)]
    groups = {"both": ("germany", "france")}
    big = read_facts({"shop": whole}, folder, groups=groups, periods=periods)
    small = read_facts({"shop": sample}, folder, groups=groups, periods=periods)
    assert set(said(small)) <= {"repeated", "unknown_headers"}
    assert small.distinct == big.distinct
    for series, days in small.daily.items():
        assert days == {day: big.daily[series][day] for day in days}
        assert len(days) > 50
