"""
The days of last year on which the same promotion was where it is now.

Double 11 falls on another weekday each year, and Spring Festival in another month. So days and weeks in which an event
lifts or lowers a day are also compared with the days that lie as far from that event's own day last year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from opsctl.period import Period
from opsctl.records.calendar import Event, Window
from opsctl.reviewing.yearago import a_year_before
from opsctl.workspace import Workspace

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class EventYear:
    """An event by its id, the day it hangs on in both years, and the days of last year to compare with."""

    event: str
    day: date
    before: date
    period: Period


@lru_cache(maxsize=1_000)
def event_year(workspace: Workspace, scope: str, period: Period) -> EventYear | None:
    """Find the days by the strongest event in a day or week.

    None without an event, for longer periods, where last year's calendar lacks the event, and where the days are those
    of the same weekdays anyway. Of a team's stores most decide; on a tie the later day.
    """
    if period.kind not in ("day", "week"):
        return None
    found = [each for platform in _platforms(workspace, scope) if (each := _strongest(workspace, platform, period))]
    if not found:
        return None
    most = Counter((event, now, before) for _, event, now, before in found)
    event, now, before = max(most, key=lambda each: (most[each], each[1], each[0]))
    moved = now - before
    span = Period(period.start - moved, period.end - moved, "span")
    aligned = a_year_before(period)
    return None if span.start == aligned.start else EventYear(event, now, before, span)


def _platforms(workspace: Workspace, scope: str) -> Iterator[str | None]:
    stores = workspace.stores_under(scope)
    yield from (store.data.platform for store in stores)
    if not stores:
        yield None


def _strongest(workspace: Workspace, platform: str | None, period: Period) -> tuple[Decimal, str, date, date] | None:
    """The event that moves a day of the period most on a platform: by how much, its id, its day and last year's."""
    found = []
    for year in period.years:
        before = _windows(workspace, year - 1, platform)
        for id_, (event, window) in _windows(workspace, year, platform).items():
            moved = [abs(lift - _ONE) for _, lift in window.lifts(period.start, period.last)]
            if id_ in before and any(moved):
                now, then = _hinges((event, window), before[id_])
                found.append((max(moved), id_, now, then))
    return max(found, default=None)


@lru_cache(maxsize=200)
def _windows(workspace: Workspace, year: int, platform: str | None) -> dict[str, tuple[Event, Window]]:
    calendar = workspace.get("calendar", f"{year}")
    events = calendar.data.events if calendar is not None else ()
    return {event.id: (event, window) for event in events if (window := event.window_for(platform)) is not None}


def _hinges(now: tuple[Event, Window], before: tuple[Event, Window]) -> tuple[date, date]:
    """What the two years of an event are matched on: the day written, the day lifted most, or the last day of both."""
    if now[0].day is not None and before[0].day is not None:
        return now[0].day, before[0].day
    peaks = _peak(now[1]), _peak(before[1])
    return (peaks[0], peaks[1]) if peaks[0] and peaks[1] else (now[1].until, before[1].until)


def _peak(window: Window) -> date | None:
    """The one day that is lifted more than every other; None where several are."""
    lifts = list(window.lifts(window.from_, window.until))
    most = max((lift for _, lift in lifts), default=_ONE)
    days = [day for day, lift in lifts if lift == most]
    return days[0] if len(days) == 1 else None
