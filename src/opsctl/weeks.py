"""
Which days belong to which week and fiscal year: ISO, Sunday-start and 4-4-5 weeks, and years that begin in any month.

Weeks never straddle the years they are numbered in: such a year begins on the first weekday of a week nearest to (or
last before) the first of a month, so it has 52 or 53 whole weeks. ISO 8601 is that rule with Monday and January, the
National Retail Federation's 4-5-4 calendar the same with Sunday and February.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

_END = date.max.toordinal() + 1
_MONTHS = 12
_DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class Weeks:
    """How a workspace counts weeks and fiscal years; the default is ISO weeks and no fiscal years.

    `first` is the weekday a week begins on, 0 for Monday; `start` the month a fiscal year begins in, 0 for none.
    `pattern` has the weeks of the three months of a fiscal quarter, or nothing where fiscal months are calendar months;
    a week 53 goes to the fiscal month `longest`. `nearest` says whether a year begins on the nearest such weekday or
    the last before; `by_end` whether a fiscal year is called after the year it ends in.
    """

    first: int = 0
    start: int = 0
    pattern: tuple[int, ...] = ()
    nearest: bool = True
    longest: int = _MONTHS
    by_end: bool = False


ISO = Weeks()


def week_place(weeks: Weeks, day: date) -> tuple[int, int]:
    """The year and number of the week that holds the day."""
    if weeks == ISO:
        iso = day.isocalendar()
        return iso.year, iso.week
    at = day.toordinal()
    year = next(year for year in (day.year + 1, day.year, day.year - 1) if _begins(weeks, year) <= at)
    return year, (at - _begins(weeks, year)) // _DAYS + 1


def week_start(weeks: Weeks, year: int, number: int) -> date:
    """The first day of a week by its year and number; ValueError where the year has no such week."""
    if not 1 <= number <= weeks_in(weeks, year):
        raise ValueError(number)
    return date.fromordinal(_begins(weeks, year) + _DAYS * (number - 1))


def weeks_in(weeks: Weeks, year: int) -> int:
    """How many weeks the year has: 52 or 53."""
    return (_begins(weeks, year + 1) - _begins(weeks, year)) // _DAYS


def fiscal_place(weeks: Weeks, day: date) -> tuple[int, int]:
    """The fiscal year and fiscal month, 1 to 12, that hold the day; ValueError where there are no fiscal years."""
    if not weeks.start:
        raise ValueError(weeks.start)
    at = day.toordinal()
    year = next(year for year in (day.year + 1, day.year, day.year - 1) if _edges(weeks, year)[0] <= at)
    return year, bisect_right(_edges(weeks, year), at)


def fiscal_span(weeks: Weeks, year: int, first: int, count: int) -> tuple[date, date]:
    """The days of `count` fiscal months from `first` on, the end not included; ValueError where there are none."""
    if not weeks.start or not 1 <= first <= _MONTHS + 1 - count:
        raise ValueError(first)
    edges = _edges(weeks, year)
    return date.fromordinal(edges[first - 1]), date.fromordinal(edges[first - 1 + count])


@lru_cache(maxsize=2_048)
def _begins(weeks: Weeks, year: int) -> int:
    """The ordinal of the first day of the year that weeks are numbered in, kept within what dates can say."""
    begun = year - _ends_later(weeks) if weeks.pattern else year
    if begun < 1 or begun > date.max.year:
        return 0 if begun < 1 else _END
    first = date(begun, weeks.start if weeks.pattern else 1, 1)
    past = (first.weekday() - weeks.first) % _DAYS
    return first.toordinal() - past + _DAYS * (weeks.nearest and 2 * past > _DAYS)


@lru_cache(maxsize=2_048)
def _edges(weeks: Weeks, year: int) -> tuple[int, ...]:
    """Where the twelve fiscal months begin, and where the last one ends."""
    if weeks.pattern:
        lengths = list(weeks.pattern) * 4
        lengths[weeks.longest - 1] += weeks_in(weeks, year) - sum(lengths)
        return tuple(accumulate((_DAYS * length for length in lengths), initial=_begins(weeks, year)))
    months = (_MONTHS * (year - _ends_later(weeks)) + weeks.start - 1 + step for step in range(_MONTHS + 1))
    return tuple(_first_of(*divmod(month, _MONTHS)) for month in months)


def _first_of(year: int, month: int) -> int:
    if year < 1 or year > date.max.year:
        return 0 if year < 1 else _END
    return date(year, month + 1, 1).toordinal()


def _ends_later(weeks: Weeks) -> int:
    """How many years after its beginning a fiscal year is called."""
    return int(weeks.by_end and weeks.start > 1)
