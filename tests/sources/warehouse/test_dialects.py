"""The statement in dialects without a server here: ClickHouse's engine answers it, the others' text is read back."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlglot
from sqlglot import exp
from tests.sources.warehouse.engines import use_chdb
from tests.sources.warehouse.lines import GROUPS, PERIODS, as_facts, mapping, numbers, order_lines, write_lines
from tests.sources.warehouse.parts import TABLE, VARIANTS, part_rows, source, write_parquet

from opsctl.records.source import Source
from opsctl.sources.warehouse.facts import Wanted, facts_asked
from opsctl.sources.warehouse.lines import Asked
from opsctl.sources.warehouse.relation import table_named
from opsctl.sources.warehouse.statement import statement
from opsctl.weeks import ISO

NAMED = ("trino", "presto", "doris", "starrocks", "hive", "redshift", "snowflake", "bigquery", "databricks", "tsql")


class ClickHouse:
    """ClickHouse's own engine in this process, as a warehouse to ask."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def columns(self, sql: str) -> tuple[str, ...]:
        return tuple(name for name, _ in self._answer(sql)[0])

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        head, rows = self._answer(sql)
        return [tuple(_typed(cell, kind) for cell, (_, kind) in zip(row, head, strict=True)) for row in rows]

    def _answer(self, sql: str) -> tuple[list[tuple[str, str]], list[list[Any]]]:
        names, kinds, *rows = (
            self._session.query(sql, "JSONCompactStringsEachRowWithNamesAndTypes").bytes().splitlines()
        )
        return list(zip(json.loads(names), json.loads(kinds), strict=True)), [json.loads(row) for row in rows]


def _typed(cell: str | None, kind: str) -> Any:
    kind = kind.removeprefix("Nullable(")
    if cell is None or kind.startswith("String") or cell == "ᴺᵁᴸᴸ":
        return None if cell == "ᴺᵁᴸᴸ" else cell
    if kind.startswith("Date"):
        return date.fromisoformat(cell[:10])
    return Decimal(cell) if kind.startswith("Decimal") else int(cell)


@pytest.mark.parametrize("variant", [*VARIANTS, "lines"])
def test_clickhouse_gives_the_same(tmp_path: Path, variant: str) -> None:
    use_chdb()
    from chdb.session import Session

    if variant == "lines":
        write_lines(tmp_path / "parts.parquet", order_lines(2_000))
    else:
        write_parquet(tmp_path / "parts.parquet", part_rows())
    session = Session()
    try:
        session.query("CREATE DATABASE IF NOT EXISTS shop")
        session.query(
            "CREATE OR REPLACE TABLE shop.parts ENGINE = Memory AS SELECT * FROM"
            f" file('{tmp_path / 'parts.parquet'}', 'Parquet')"
        )
        asked = at(variant, connection={"env": "SHOP"}, table=f"shop.{TABLE}")
        found = facts_asked(
            "shop", asked, relation(asked), "clickhouse", ClickHouse(session), Wanted(GROUPS, PERIODS, ISO)
        )
    finally:
        session.close()
    expected = as_facts(at(variant, files="parts.parquet"), tmp_path)
    assert numbers(found) == numbers(expected)
    assert (found.members, found.member_periods) == (expected.members, expected.member_periods)


def at(variant: str, **place: Any) -> Source:
    """A variant of parts, or order lines, at a place."""
    return mapping(**place) if variant == "lines" else source(variant, **place)


def relation(asked: Source) -> exp.Expr:
    """The table of a source."""
    found = table_named(asked.table or "")
    assert isinstance(found, exp.Expr)
    return found


@pytest.mark.parametrize("dialect", NAMED)
@pytest.mark.parametrize("variant", [*VARIANTS, "lines"])
def test_the_text_reads_back(dialect: str, variant: str) -> None:
    asked = at(variant, connection={"env": "SHOP"}, table="dw.shop")
    groups = [(name, [each for each in found if each in asked.store.scopes]) for name, found in GROUPS.items()]
    made = statement(
        Asked(asked, relation(asked), dialect, lambda alias: asked.titles(None, alias)[0], groups, PERIODS)
    )
    (read,) = sqlglot.parse(made.sql(dialect=dialect), dialect=dialect, error_level=sqlglot.ErrorLevel.RAISE)
    assert isinstance(read, exp.Query)
    assert {each.name for each in read.find_all(exp.Table)} == {"shop", "opsctl_lines"}
    texts = {each.this for each in read.find_all(exp.Literal) if each.is_string}
    assert set(asked.store.map) <= texts
