"""A small shop's exports, and short ways to map and read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts
from opsctl.sources.read import read_facts

LINES: dict[str, Any] = {
    "files": "*.csv",
    "columns": {"at": "Day", "shop": "Shop", "order": "Order", "buyer": "Buyer", "pieces": "Pieces", "price": "Price"},
    "store": {"column": "shop", "map": {"North": "north", "South": "south"}},
    "day": "at",
    "rows": {"sale": [{"column": "pieces", "above": "0"}], "refund": [{"column": "pieces", "below": "0"}]},
    "metrics": {
        "gmv_paid": {"sum": "pieces * price", "of": "sale"},
        "orders_paid": {"count_distinct": "order", "of": "sale"},
        "buyers_paid": {"count_distinct": "buyer", "of": "sale"},
        "refund_amount": {"sum": "-pieces * price", "of": "refund"},
    },
}
LINES_HEADER = "Day,Shop,Order,Buyer,Pieces,Price\n"

DAYS: dict[str, Any] = {
    "files": "*.csv",
    "columns": {"at": "Day", "shop": "Shop", "visits": "Visits", "paid": "Paid"},
    "store": {"column": "shop", "map": {"North": "north", "South": "south"}},
    "day": "at",
    "metrics": {"visitors": {"sum": "visits"}, "gmv_paid": {"sum": "paid"}},
}
DAYS_HEADER = "Day,Shop,Visits,Paid\n"
A_LINE = "2026-06-01,North,o1,b1,2,10.25\n"
A_DAY = "2026-06-01,North,100,10.25\n"


def source(base: Mapping[str, Any] = LINES, **changes: Any) -> Source:
    """A source like the base with some keys changed; None takes a key away."""
    return Source.model_validate({key: value for key, value in {**base, **changes}.items() if value is not None})


def read(
    folder: Path,
    mapping: Source,
    files: Mapping[str, str | bytes],
    *,
    groups: Mapping[str, tuple[str, ...]] | None = None,
    periods: Sequence[Period] = (),
) -> Facts:
    """Write the files into the folder and read them."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_facts({"shop": mapping}, folder, groups=groups or {}, periods=periods)


def values(facts: Facts, scope: str, metric: str) -> dict[str, str]:
    """A series as texts, by day of the month."""
    return {f"{day:%m-%d}": f"{value:f}" for day, value in facts.daily.get((scope, metric), {}).items()}


def value(facts: Facts, scope: str, metric: str, day: str) -> Decimal | None:
    """One daily value, None where it is missing."""
    return facts.daily.get((scope, metric), {}).get(date.fromisoformat(day))


def said(facts: Facts) -> dict[str, str]:
    """The ids of what was wrong, without the area, each with the file (the last one where several)."""
    return {trouble.message.id.removeprefix("sources."): trouble.file for trouble in facts.troubles}


def told(facts: Facts, kind: str) -> dict[str, str]:
    """The parameters of the only trouble of that kind."""
    (found,) = [trouble for trouble in facts.troubles if trouble.message.id == f"sources.{kind}"]
    return dict(found.message.params)
