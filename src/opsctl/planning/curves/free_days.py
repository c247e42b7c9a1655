"""The holidays of a year as a workspace has them: its calendar's own, else those opsctl knows."""

from __future__ import annotations

from opsctl.holidays import Holiday, YearOfHolidays, holidays_of
from opsctl.workspace import Workspace


def year_of_holidays(workspace: Workspace, year: int) -> YearOfHolidays | None:
    """The year's holidays and make-up workdays; None where nobody knows them."""
    calendar = workspace.get("calendar", f"{year}")
    own = None if calendar is None else calendar.data.holidays
    if own is None:
        return holidays_of(year)
    free = sorted((Holiday(id_, days.from_, days.until) for id_, days in own.free.items()), key=lambda run: run.first)
    return YearOfHolidays(year, "own", own.source, own.published, tuple(free), tuple(sorted(own.worked)))
