"""The kinds of review: which periods each one is of, which longer ones it leads to, and what it is shown by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, get_args

from opsctl.period import Period, period_of
from opsctl.weeks import Weeks

Kind = Literal["daily", "weekly", "monthly", "quarterly", "yearly"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PERIODS: Mapping[Kind, tuple[str, ...]] = {
    "daily": ("day",),
    "weekly": ("week",),
    "monthly": ("month", "fiscal-month"),
    "quarterly": ("quarter", "fiscal-quarter"),
    "yearly": ("year", "fiscal-year"),
}
# What a longer period is shown by, in place of its days.
_PARTS = {
    "quarter": "month",
    "year": "quarter",
    "fiscal-quarter": "fiscal-month",
    "fiscal-year": "fiscal-quarter",
}
_LONGER = ("month", "quarter", "year")
_RANK = {kind: rank for rank, kinds in enumerate(PERIODS.values()) for kind in kinds}


def kind_of(period: Period) -> Kind | None:
    """The review that a period has; None for a half year."""
    return next((kind for kind, periods in PERIODS.items() if period.kind in periods), None)


def usual_period(kind: Kind, weeks: Weeks) -> str:
    """Which period a review is of where none is named: the fiscal one where it is another than that of the calendar."""
    calendar, *fiscal = PERIODS[kind]
    # A fiscal month is the calendar's own where it is not made of whole weeks, and so is every period from January on.
    same = not weeks.pattern and (kind == "monthly" or weeks.start == 1)
    return calendar if not fiscal or not weeks.start or same else fiscal[0]


def parts_of(period: Period) -> tuple[Period, ...]:
    """The months of a quarter and the quarters of a year, by which they are shown; none for what is shown by days."""
    kind = _PARTS.get(period.kind)
    return () if kind is None else period.parts(kind)


def longer(period: Period, on: date) -> Iterator[Period]:
    """
    The month, quarter and year that hold a day, as far as they are longer than the period or it is not over on the day.

    They are fiscal for fiscal periods, and where weeks make up fiscal months.
    """
    fiscal = period.kind.startswith("fiscal-") or bool(period.weeks.pattern)
    for name in _LONGER:
        kind = f"fiscal-{name}" if fiscal else name
        own, other = _RANK.get(period.kind, 0), _RANK[kind]
        if other > own or (other == own and on < period.last):
            yield period_of(kind, on, period.weeks)
