"""Order lines with everything that could differ between engines, and the mapping that reads them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from opsctl.period import parse_period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts
from opsctl.sources.read import read_facts

# Names that a statement has to escape, whatever the dialect makes of quotes, backslashes, signs and comments.
NORTH, SOUTH = 'O\'Neil \\ 100% "shop"', "南店 -- ; :name /* ? */"
VARIABLE = "OPSCTL_TEST_WAREHOUSE"
COLUMNS = {"at": "Paid At", "shop": "shop", "order": "order no", "buyer": "buyer", "pieces": "Pieces", "price": "price"}
GROUPS = {"all": ("north", "rest", "south"), "two": ("north", "south")}
PERIODS = tuple(period for label in ("2026-W01", "2026-01", "2026-Q1", "2026") if (period := parse_period(label)))
TYPES = ("timestamp", "text", "text", "bigint", "integer", "numeric(14, 4)")
Line = tuple[datetime | None, str | None, str | None, int | None, int | None, Decimal | None]

_MAPPING: dict[str, Any] = {
    "columns": COLUMNS,
    "store": {"column": "shop", "map": {NORTH: "north", SOUTH: "south"}, "other": "rest"},
    "day": "at",
    "currency": "CNY",
    "money": {"basis": "paid", "tax": "included"},
    "rows": {
        "sale": [{"column": "order", "not_starts": ["C", "测_%"]}, {"column": "pieces", "above": "0"}],
        "refund": [{"column": "order", "starts": "C"}],
        "big": [{"column": "price", "at_least": "50"}, {"column": "at", "from": "2026-01-05"}],
        "known": [{"column": "buyer", "is_not": "7"}, {"column": "shop", "not_in": ["x", SOUTH]}],
    },
    "where": [{"column": "at", "before": "2026-03-20"}],
    "metrics": {
        "gmv_paid": {"sum": "pieces * price", "of": "sale"},
        "orders_paid": {"count_distinct": "order", "of": "sale"},
        "buyers_paid": {"count_distinct": "buyer", "of": "sale"},
        "refund_amount": {"sum": "-pieces * price", "of": "refund"},
        "units_paid": {"sum": "pieces", "of": "big"},
        "visitors": {"count_distinct": "buyer", "of": "known"},
    },
}


def mapping(**place: Any) -> Source:
    """The source at a place: files, or a connection with a table or query."""
    return Source.model_validate({**_MAPPING, **place})


def order_lines(count: int, seed: int = 20261124) -> list[Line]:
    """Lines of the first months of 2026; some lack a day, a store, a number, a buyer or a price."""
    draw = random.Random(seed)

    def maybe(value: Any, share: float = 0.03) -> Any:
        return None if draw.random() < share else value

    return [
        (
            maybe(datetime(2026, 1, 1) + timedelta(minutes=draw.randrange(120 * 24 * 60)), 0.01),
            maybe(draw.choice((NORTH, NORTH, SOUTH, " " + SOUTH + " ", "elsewhere", "ELSEWHERE", ""))),
            maybe(draw.choice(("", "C", "测_%", "测试", "A")) + str(draw.randrange(count // 3 + 1))),
            maybe(draw.randrange(count // 5 + 1), 0.2),
            maybe(draw.choice((1, 2, 3, 12, -1, -4, 0))),
            maybe(Decimal(draw.randrange(1_000_000)) / draw.choice((100, 1000, 10000))),
        )
        for _ in range(count)
    ]


def write_lines(path: Path, lines: list[Line]) -> None:
    """The lines as an export, written by the engine that reads exports."""
    import duckdb

    columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(COLUMNS.values(), TYPES, strict=True))
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE lines ({columns})")
        connection.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?)", lines)
        connection.execute(f"COPY lines TO '{path}' (FORMAT parquet)")


def as_facts(source: Source, root: Path) -> Facts:
    """Read the source."""
    return read_facts({"shop": source}, root, groups=GROUPS, periods=PERIODS)


def numbers(facts: Facts) -> Mapping[str, Any]:
    """What the facts hold, and how many rows were in doubt."""
    return {
        "daily": facts.daily,
        "distinct": facts.distinct,
        "until": facts.until,
        "basis": facts.basis,
        "origin": facts.origin,
    }


def first_day(facts: Facts) -> date:
    """The first day with a value."""
    return min(day for days in facts.daily.values() for day in days)
