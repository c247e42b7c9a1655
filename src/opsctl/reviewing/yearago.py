"""
What a period is compared with: the one before it, the same one last year, and the week of the same number.

Days and weeks lie on the same weekdays, which matter more in a shop than the same dates: a day is compared with the
one a week before, and a year ago is 52 weeks back. Months and longer lie on the calendar or, fiscal ones, on theirs.
"""

from __future__ import annotations

from datetime import timedelta

from opsctl.period import FISCAL, Period, day, fiscal, period_of, week
from opsctl.weeks import fiscal_place, week_place, weeks_in

_A_WEEK, _A_YEAR_OF_WEEKS = timedelta(weeks=1), timedelta(weeks=52)


def just_before(period: Period) -> Period:
    """The period before this one; of a day the same weekday of the week before."""
    return day(period.start - _A_WEEK) if period.kind == "day" else period.previous()


def a_year_before(period: Period) -> Period:
    """The same period last year: by weekday for days and weeks, by the calendar or the fiscal year for longer ones."""
    if period.kind in ("day", "week"):
        return period_of(period.kind, period.start - _A_YEAR_OF_WEEKS, period.weeks)
    if period.kind in FISCAL:
        year, number = fiscal_place(period.weeks, period.start)
        return fiscal(period.kind, year - 1, (number - 1) // FISCAL[period.kind] + 1, period.weeks)
    return period_of(period.kind, period.start.replace(year=period.start.year - 1), period.weeks)


def as_numbered(period: Period) -> Period | None:
    """The week of the same number in the year before; None where that is the aligned one too, or there is none."""
    if period.kind != "week":
        return None
    year, number = week_place(period.weeks, period.start)
    if number > weeks_in(period.weeks, year - 1):
        return None
    same = week(year - 1, number, period.weeks)
    return None if same == a_year_before(period) else same
