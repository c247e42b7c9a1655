"""
Periods of the calendar: day, ISO week, month, quarter, half and year.

Every period is a half-open range of dates, so lengths are differences and neighbours share a border. People write
the last day inclusively (`until:`); `Period.last` gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

KINDS = ("day", "week", "month", "quarter", "half", "year")
_DAY = timedelta(days=1)
_YEARS = range(1900, 2200)
_FORM = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<mark>[WQH])(?P<number>[0-9]{1,2})|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of days from `start` up to, not including, `end`; `kind` says which calendar unit it is."""

    start: date
    end: date
    kind: str

    @property
    def label(self) -> str:
        """The text people write for this period, such as `2026-W23` or `2026-06`."""
        year, month = self.start.year, self.start.month
        if self.kind == "week":
            iso = self.start.isocalendar()
            return f"{iso.year}-W{iso.week:02d}"
        if self.kind == "day":
            return self.start.isoformat()
        if self.kind == "month":
            return f"{year}-{month:02d}"
        if self.kind == "quarter":
            return f"{year}-Q{(month + 2) // 3}"
        return f"{year}-H{(month + 5) // 6}" if self.kind == "half" else f"{year}"

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the period, in order."""
        return tuple(self.start + timedelta(days=step) for step in range((self.end - self.start).days))

    @property
    def last(self) -> date:
        """The last day inside the period."""
        return self.end - _DAY

    def contains(self, day: date) -> bool:
        """Say whether the day lies inside."""
        return self.start <= day < self.end

    def previous(self) -> Period:
        """The period of the same kind that ends where this one begins."""
        return period_of(self.kind, self.start - _DAY)

    def following(self) -> Period:
        """The period of the same kind that begins where this one ends."""
        return period_of(self.kind, self.end)

    def parts(self, kind: str) -> tuple[Period, ...]:
        """The periods of a smaller kind that lie wholly inside, in order."""
        found: list[Period] = []
        part = period_of(kind, self.start)
        while part.end <= self.end:
            if part.start >= self.start:
                found.append(part)
            if part.end > date(9998, 12, 31):
                break
            part = part.following()
        return tuple(found)


def day(on: date) -> Period:
    """The one-day period."""
    return Period(on, on + _DAY, "day")


def week_of(on: date) -> Period:
    """The ISO week, Monday to Sunday, that holds the day."""
    monday = on - timedelta(days=on.weekday())
    return Period(monday, monday + timedelta(days=7), "week")


def week(year_: int, number: int) -> Period:
    """The ISO week by its ISO year and number; ValueError where the year has no such week."""
    return week_of(date.fromisocalendar(year_, number, 1))


def month(year_: int, number: int) -> Period:
    """The calendar month."""
    return _months(year_, number, 1, "month")


def month_of(on: date) -> Period:
    """The calendar month that holds the day."""
    return month(on.year, on.month)


def quarter(year_: int, number: int) -> Period:
    """The calendar quarter, 1 to 4."""
    return _months(year_, 3 * number - 2, 3, "quarter")


def half(year_: int, number: int) -> Period:
    """The half year, 1 or 2."""
    return _months(year_, 6 * number - 5, 6, "half")


def year(number: int) -> Period:
    """The calendar year."""
    return _months(number, 1, 12, "year")


def period_of(kind: str, on: date) -> Period:
    """The period of a kind that holds the day; ValueError for an unknown kind."""
    if kind == "day":
        return day(on)
    if kind == "week":
        return week_of(on)
    if kind == "month":
        return month_of(on)
    if kind == "quarter":
        return quarter(on.year, (on.month + 2) // 3)
    if kind == "half":
        return half(on.year, (on.month + 5) // 6)
    if kind == "year":
        return year(on.year)
    raise ValueError(kind)


def weeks_touching(period: Period) -> tuple[Period, ...]:
    """Every ISO week that shares a day with the period; the first and last may reach outside."""
    found = []
    current = week_of(period.start)
    while current.start < period.end:
        found.append(current)
        current = current.following()
    return tuple(found)


# File names and goals name the same few periods all the time.
@lru_cache(maxsize=1_024)
def parse_period(text: str) -> Period | None:
    """Read `2026`, `2026-H1`, `2026-Q2`, `2026-06`, `2026-W23` or `2026-06-07`; None where it is none of them."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    number = int(match["year"])
    if number not in _YEARS:
        return None
    try:
        if match["mark"]:
            makers = {"W": week, "Q": quarter, "H": half}
            made = makers[match["mark"]](number, int(match["number"]))
        elif match["day"]:
            made = day(date(number, int(match["month"]), int(match["day"])))
        else:
            made = month(number, int(match["month"])) if match["month"] else year(number)
    except (ValueError, OverflowError):
        return None
    # `2026-W1` and `2026-Q05` would be second spellings of one period, and file names must have one.
    return made if made.label == text else None


def _months(year_: int, first: int, count: int, kind: str) -> Period:
    if not 1 <= first <= 13 - count:
        raise ValueError(first)
    after = first + count
    return Period(date(year_, first, 1), date(year_ + (after > 12), (after - 1) % 12 + 1, 1), kind)
