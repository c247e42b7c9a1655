"""Rows of channels and of whole periods, with everything that could differ between engines, and mappings of them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from opsctl.records.source import Source

COLUMNS = {"at": "at", "label": "Label", "shop": "shop", "way": "way", "key": "key", "spend": "spend", "who": "who"}
TABLE = "parts"
Part = tuple[date | None, str | None, str | None, str | None, str | None, Decimal | None, int | None]

_MAPPING: dict[str, Any] = {
    "columns": COLUMNS,
    "store": {"column": "shop", "map": {"北店": "north", "南店": "south", "南 店": "south"}},
    "currency": "CNY",
}
_WAYS = {"直通车": "keyword-ads", "直 通 车": "keyword-ads", "it's": "word"}
_SPEND = {"ad_spend": {"sum": "spend"}}
_PEOPLE = {**_SPEND, "visitors": {"count_distinct": "who", "of": "paid"}}
_PAID = {"paid": [{"column": "spend", "above": "0"}]}

VARIANTS: Mapping[str, Mapping[str, Any]] = {
    "members by line": {
        "day": "at",
        "grain": "lines",
        "dimension": {"channel": {"column": "way", "map": _WAYS}},
        "rows": _PAID,
        "metrics": _PEOPLE,
    },
    "members and the others by line": {
        "day": "at",
        "grain": "lines",
        "dimension": {"channel": {"column": "way", "map": _WAYS, "other": "rest"}},
        "rows": _PAID,
        "metrics": _PEOPLE,
    },
    "members by day": {
        "day": "at",
        "grain": "days",
        "dimension": {"product": {"column": "way"}},
        "metrics": _SPEND,
    },
    "periods": {"period": "label", "metrics": _SPEND},
    "periods in pieces": {"period": "label", "keys": ["key"], "metrics": _SPEND},
    "periods of members": {
        "period": "label",
        "dimension": {"channel": {"column": "way", "map": _WAYS}},
        "metrics": _SPEND,
    },
    "periods of members in pieces": {
        "period": "label",
        "keys": ["key"],
        "dimension": {"channel": {"column": "way", "map": _WAYS}},
        "metrics": _SPEND,
    },
    "days in pieces": {"day": "at", "grain": "days", "keys": ["key", "way"], "metrics": _SPEND},
}


def source(variant: str, **place: Any) -> Source:
    """The source of a variant at a place: files, or a connection with a table."""
    return Source.model_validate({**_MAPPING, **VARIANTS[variant], **place})


def part_rows(seed: int = 7) -> list[Part]:
    """Rows of some months: few of one member and period, so that some are alone and some are not."""
    draw = random.Random(seed)

    def maybe(value: Any, share: float = 0.04) -> Any:
        return None if draw.random() < share else value

    rows = [
        (
            maybe(date(2026, 1, 1) + timedelta(days=draw.randrange(50))),
            maybe(draw.choice(("2026-01", "2026-02", "2026-03", "2026-W05", "2026-Q1", "soon"))),
            maybe(draw.choice(("北店", "南店", "南 店", " 南店 ", "别家"))),
            maybe(draw.choice((*_WAYS, "直通車", "Word", "word", "", f"sku {draw.randrange(40)}"))),
            maybe(draw.choice("abcABC")),
            maybe(Decimal(draw.randrange(-20_000, 900_000)) / draw.choice((10, 100, 10000))),
            maybe(draw.randrange(12)),
        )
        for _ in range(260)
    ]
    # Some that nobody else shares a time with, in each way of telling rows apart.
    alone = [(date(2026, 4, at), f"2025-{at:02}", "北店", f"only {at}", "a", Decimal(at) / 8, at) for at in range(1, 9)]
    return [*rows, *alone]


def write_parquet(path: Path, rows: list[Part]) -> None:
    """The rows as an export, written by the engine that reads exports."""
    import duckdb

    kinds = ("date", "text", "text", "text", "text", "decimal(14, 4)", "bigint")
    columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(COLUMNS.values(), kinds, strict=True))
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE parts ({columns})")
        connection.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute(f"COPY parts TO '{path}' (FORMAT parquet)")
