"""A table on its way into a workbook: every cell a value with its kind, which says how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Value = Fraction | int | str | date | None
# Units of metrics, and what only tables have: a change, a share of a target, a day, text.
Kind = Literal["money", "count", "percent", "x", "score", "seconds", "hours", "days", "change", "share", "day", "text"]

# How the values of a metric are shown, by its unit.
KINDS: dict[str, Kind] = {
    "money": "money",
    "count": "count",
    "percent": "percent",
    "x": "x",
    "score": "score",
    "seconds": "seconds",
    "hours": "hours",
    "days": "days",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value; None leaves the cell empty, because nothing known is not zero."""

    value: Value
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name, the heads, rows of as many cells, notes below; `barred` columns get bars of attainment."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    barred: tuple[int, ...] = ()
    currency: str = ""
