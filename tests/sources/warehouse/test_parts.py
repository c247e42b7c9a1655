"""Channels, products and whole periods of a warehouse: equal to the last decimal place to what a file gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.sources.warehouse.engines import mariadb, postgres
from tests.sources.warehouse.lines import VARIABLE, as_facts, numbers
from tests.sources.warehouse.parts import COLUMNS, TABLE, VARIANTS, part_rows, source, write_parquet

from opsctl.reviewing.facts import Facts

ROWS = part_rows()


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rows in a file."""
    folder = tmp_path_factory.mktemp("exports")
    write_parquet(folder / "parts.parquet", ROWS)
    return folder


@pytest.fixture(scope="module", params=["postgresql", "mariadb"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that has the rows in a table."""
    with postgres() if request.param == "postgresql" else mariadb() as (owner, _):
        fill(owner)
        yield owner


def fill(owner: str) -> None:
    """Make the table and put the rows in it."""
    from sqlalchemy import create_engine

    kinds = ("date", "varchar(80)", "varchar(80)", "varchar(80)", "varchar(80)", "decimal(14, 4)", "bigint")
    engine = create_engine(owner.replace("postgresql:", "postgresql+psycopg:").replace("mariadb:", "mariadb+pymysql:"))
    quote = engine.dialect.identifier_preparer.quote_identifier
    columns = ", ".join(f"{quote(name)} {kind}" for name, kind in zip(COLUMNS.values(), kinds, strict=True))
    made = f"CREATE TABLE {TABLE} ({columns})"
    with engine.begin() as connection:
        connection.exec_driver_sql(made if engine.dialect.name == "postgresql" else f"{made} CHARACTER SET utf8mb4")
        connection.exec_driver_sql(f"INSERT INTO {TABLE} VALUES (%s, %s, %s, %s, %s, %s, %s)", ROWS)
    engine.dispose()


def values(facts: Facts) -> dict[str, Any]:
    """What the facts hold of the whole and of members, and which days they speak of."""
    return {
        **numbers(facts),
        "members": facts.members,
        "member_periods": facts.member_periods,
    }


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_rows_are_worth_comparing(exports: Path, variant: str) -> None:
    facts = as_facts(source(variant, files="parts.parquet"), exports)
    assert len(facts.members) + len(facts.member_periods) + len(facts.daily) + len(facts.distinct) >= 2


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_warehouse_gives_the_same(exports: Path, url: str, monkeypatch: pytest.MonkeyPatch, variant: str) -> None:
    monkeypatch.setenv(VARIABLE, url)
    found = as_facts(source(variant, connection={"env": VARIABLE}, table=TABLE), exports)
    expected = as_facts(source(variant, files="parts.parquet"), exports)
    assert values(found) == values(expected)
    assert said(found, variant) == said(expected, variant)


def said(facts: Facts, variant: str) -> set[str]:
    """The kinds of what was wrong, without what is said of files alone."""
    # Of periods that are given twice files speak in two ways.
    unlike = {"unread-value", "repeated", "day-twice" if "period" in VARIANTS[variant] else ""}
    return {trouble.kind for trouble in facts.troubles} - unlike
