"""
Periods of the calendar: day, week, month, quarter, half and year, and the fiscal years of a workspace.

Which days a week or fiscal period has depends on how a workspace counts them (`Weeks`); by default weeks are ISO weeks.
Every period is a half-open range of dates, so lengths are differences and neighbours share a border. People write
the last day inclusively (`until:`); `Period.last` gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from opsctl.weeks import ISO, Weeks, fiscal_place, fiscal_span, week_place, week_start

# How many months each fiscal period has, and the letter before its number.
FISCAL = {"fiscal-year": 12, "fiscal-half": 6, "fiscal-quarter": 3, "fiscal-month": 1}
_LETTERS = {"fiscal-half": "H", "fiscal-quarter": "Q", "fiscal-month": "P"}
_DAY = timedelta(days=1)
_YEARS = range(1900, 2200)
_FORM = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<mark>[WQH])(?P<number>[0-9]{1,2})|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_FISCAL_FORM = re.compile(r"FY(?P<year>[0-9]{4})(?:-(?P<mark>[HQP])(?P<number>[0-9]{1,2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of days from `start` up to, not including, `end`; `kind` says which calendar unit it is.

    Weeks and fiscal periods keep how they were counted, so that their names and neighbours follow.
    """

    start: date
    end: date
    kind: str
    weeks: Weeks = ISO

    def __hash__(self) -> int:
        # Months are the keys of a great many numbers, and where a period begins nearly tells it from all others.
        return hash((self.start, self.kind))

    @property
    def label(self) -> str:
        """The text people write for this period, such as `2026-W23`, `2026-06` or `FY2026-P05`."""
        year, month = self.start.year, self.start.month
        if self.kind == "week":
            year, number = week_place(self.weeks, self.start)
            return f"{year}-W{number:02d}"
        if self.kind in FISCAL:
            return _fiscal_label(self)
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
        return _days(self.start, self.end)

    @property
    def last(self) -> date:
        """The last day inside the period."""
        return self.end - _DAY

    @property
    def years(self) -> range:
        """The calendar years that the period has days in."""
        return range(self.start.year, self.last.year + 1)

    def contains(self, day: date) -> bool:
        """Say whether the day lies inside."""
        return self.start <= day < self.end

    def holds(self, part: Period) -> bool:
        """Say whether every day of the other lies inside."""
        return self.start <= part.start and part.end <= self.end

    def previous(self) -> Period:
        """The period of the same kind that ends where this one begins."""
        return period_of(self.kind, self.start - _DAY, self.weeks)

    def following(self) -> Period:
        """The period of the same kind that begins where this one ends."""
        return period_of(self.kind, self.end, self.weeks)

    def parts(self, kind: str) -> tuple[Period, ...]:
        """The periods of a smaller kind that lie wholly inside, in order."""
        found: list[Period] = []
        part = period_of(kind, self.start, self.weeks)
        while part.end <= self.end:
            if part.start >= self.start:
                found.append(part)
            if part.end > date(9998, 12, 31):
                break
            part = part.following()
        return tuple(found)


# The same few months, weeks and years are walked through for every store and metric.
@lru_cache(maxsize=2_048)
def _days(start: date, end: date) -> tuple[date, ...]:
    return tuple(start + timedelta(days=step) for step in range((end - start).days))


def day(on: date) -> Period:
    """The one-day period."""
    return Period(on, on + _DAY, "day")


def week_of(on: date, weeks: Weeks = ISO) -> Period:
    """The week that holds the day."""
    first = on - timedelta(days=(on.weekday() - weeks.first) % 7)
    return Period(first, first + timedelta(days=7), "week", weeks)


def week(year_: int, number: int, weeks: Weeks = ISO) -> Period:
    """The week by its year and number; ValueError where the year has no such week."""
    return week_of(week_start(weeks, year_, number), weeks)


def fiscal(kind: str, year_: int, number: int, weeks: Weeks) -> Period:
    """The fiscal year, half, quarter or month by number; ValueError where the workspace has no such period."""
    months = FISCAL[kind]
    return Period(*fiscal_span(weeks, year_, months * (number - 1) + 1, months), kind, weeks)


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


def period_of(kind: str, on: date, weeks: Weeks = ISO) -> Period:
    """The period of a kind that holds the day; ValueError for an unknown kind, and for fiscal ones without a start."""
    if kind == "day":
        return day(on)
    if kind == "week":
        return week_of(on, weeks)
    if kind in FISCAL:
        year_, number = fiscal_place(weeks, on)
        return fiscal(kind, year_, (number - 1) // FISCAL[kind] + 1, weeks)
    if kind == "month":
        return month_of(on)
    if kind == "quarter":
        return quarter(on.year, (on.month + 2) // 3)
    if kind == "half":
        return half(on.year, (on.month + 5) // 6)
    if kind == "year":
        return year(on.year)
    raise ValueError(kind)


def weeks_touching(period: Period, weeks: Weeks = ISO) -> tuple[Period, ...]:
    """Every week that shares a day with the period; the first and last may reach outside."""
    found = []
    current = week_of(period.start, weeks)
    while current.start < period.end:
        found.append(current)
        current = current.following()
    return tuple(found)


# File names and goals name the same few periods all the time.
@lru_cache(maxsize=1_024)
def parse_period(text: str, weeks: Weeks = ISO) -> Period | None:
    """Read `2026`, `2026-H1`, `2026-Q2`, `2026-06`, `2026-W23` or `2026-06-07`; None where it is none of them.

    Where there are fiscal years, also `FY2026`, `FY2026-H1`, `FY2026-Q2` and the fiscal month `FY2026-P05`.
    """
    try:
        made = _fiscal_from(text, weeks) if text.startswith("FY") else _calendar_from(text, weeks)
    except (ValueError, OverflowError):
        return None
    # `2026-W1` and `2026-Q05` would be second spellings of one period, and file names must have one.
    return made if made is not None and made.label == text else None


def _calendar_from(text: str, weeks: Weeks) -> Period | None:
    match = _FORM.fullmatch(text)
    number = int(match["year"]) if match else 0
    if match is None or number not in _YEARS:
        return None
    if match["mark"] == "W":
        return week(number, int(match["number"]), weeks)
    if match["mark"]:
        return (quarter if match["mark"] == "Q" else half)(number, int(match["number"]))
    if match["day"]:
        return day(date(number, int(match["month"]), int(match["day"])))
    return month(number, int(match["month"])) if match["month"] else year(number)


def _fiscal_from(text: str, weeks: Weeks) -> Period | None:
    match = _FISCAL_FORM.fullmatch(text)
    if match is None or int(match["year"]) not in _YEARS:
        return None
    kind = next((kind for kind, letter in _LETTERS.items() if letter == match["mark"]), "fiscal-year")
    return fiscal(kind, int(match["year"]), int(match["number"] or 1), weeks)


def _fiscal_label(period: Period) -> str:
    year_, number = fiscal_place(period.weeks, period.start)
    if period.kind == "fiscal-year":
        return f"FY{year_}"
    number = (number - 1) // FISCAL[period.kind] + 1
    return f"FY{year_}-{_LETTERS[period.kind]}{f'{number:02d}' if period.kind == 'fiscal-month' else number}"


def _months(year_: int, first: int, count: int, kind: str) -> Period:
    if not 1 <= first <= 13 - count:
        raise ValueError(first)
    after = first + count
    return Period(date(year_, first, 1), date(year_ + (after > 12), (after - 1) % 12 + 1, 1), kind)
