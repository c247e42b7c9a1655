"""Which week of last year a week is compared with: the one 52 weeks back, and the one of the same number."""

from __future__ import annotations

from datetime import timedelta

from opsctl.period import Period, week, week_of
from opsctl.weeks import week_place, weeks_in

_A_YEAR_OF_WEEKS = timedelta(weeks=52)


def a_year_before(period: Period) -> Period:
    """The week that lies 52 weeks earlier: the same weekdays, which matter more in a shop than the same dates."""
    return week_of(period.start - _A_YEAR_OF_WEEKS, period.weeks)


def as_numbered(period: Period) -> Period | None:
    """The week of the same number in the year before; None where that is the aligned one too, or there is none."""
    year, number = week_place(period.weeks, period.start)
    if number > weeks_in(period.weeks, year - 1):
        return None
    same = week(year - 1, number, period.weeks)
    return None if same == a_year_before(period) else same
