"""
Promotions and dead weeks of a past year and of the year to plan, day by day beside each other.

An event's days are counted from its main day: Lunar New Year's Day where its windows hold it, else the day that the
event names. Without either, an event that falls on the same date again is counted from that date (618, Double 11), and
one that moves from its last day. So a promotion that moves takes its days along, and Spring Festival is followed for
three weeks before and two after it, whatever its window says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from opsctl.holidays.lunar import spring_festival
from opsctl.records.calendar import Calendar, Event, Window

_BEFORE_FESTIVAL, _AFTER_FESTIVAL = 21, 15


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event on one platform: the days it had, those it will have, and the main day of both.

    `window` are the days that the new calendar gives it; around Spring Festival more days than those feel it.
    """

    event: str
    past: frozenset[date]
    new: frozenset[date]
    main: date
    new_main: date
    window: frozenset[date] = frozenset()

    def then(self, day: date) -> date:
        """The day of the past year that stood where this one stands."""
        return self.main + (day - self.new_main)


@dataclass(frozen=True, slots=True)
class Unpaired:
    """An event of the past year that the new calendar does not have on the platform, or the other way round."""

    event: str
    platform: str
    year: int


def occasions(
    past: Calendar, new: Calendar, platform: str | None, years: tuple[int, int]
) -> tuple[tuple[Occasion, ...], tuple[Unpaired, ...]]:
    """The events of both years on a platform, and those that only one year has."""
    before, after = (_windows(calendar, platform) for calendar in (past, new))
    events = {event.id: event for event in past.events}, {event.id: event for event in new.events}
    made, alone = [], []
    for event in dict.fromkeys((*before, *after)):
        if event not in after:
            # It was not ordinary all the same: its days are no base for other days.
            days = _days(before[event])
            made.append(Occasion(event, days, frozenset(), max(days), max(days)))
            alone.append(Unpaired(event, platform or "all", years[0]))
        elif event not in before:
            alone.append(Unpaired(event, platform or "all", years[1]))
        else:
            made.append(_paired(event, before[event], after[event], (events[0][event], events[1][event]), years))
    return tuple(made), tuple(alone)


def _windows(calendar: Calendar, platform: str | None) -> dict[str, Window]:
    found = ((event.id, event.window_for(platform)) for event in calendar.events)
    return {id_: window for id_, window in found if window is not None and window.from_ <= window.until}


def _paired(event: str, before: Window, after: Window, days: tuple[Event, Event], years: tuple[int, int]) -> Occasion:
    past, new = _days(before), _days(after)
    festival, new_festival = (spring_festival(year) for year in years)
    if festival is not None and new_festival is not None and festival in past and new_festival in new:
        around, new_around = past | _around(festival), new | _around(new_festival)
        return Occasion(event, around, new_around, festival, new_festival, new)
    main, new_main = _main_days(before, new, days)
    return Occasion(event, past, new, main, new_main, new)


def _main_days(before: Window, new: frozenset[date], events: tuple[Event, Event]) -> tuple[date, date]:
    """The main day of both years. The new year's lifts are no guide to it: they may be what was fitted last time."""
    if events[0].day is not None and events[1].day is not None:
        return events[0].day, events[1].day
    main = events[0].day or _peak(before) or before.until
    same_date = [day for day in new if (day.month, day.day) == (main.month, main.day)]
    return (main, same_date[0]) if same_date else (before.until, max(new))


def _peak(window: Window) -> date | None:
    """The day with the largest lift; None where one number stands for all days, or two days share the largest."""
    largest = max(window.lift.values(), default=None)
    days = [day for day, lift in window.lift.items() if lift == largest]
    return days[0] if len(days) == 1 else None


def _around(festival: date) -> frozenset[date]:
    return frozenset(festival + timedelta(days=step) for step in range(-_BEFORE_FESTIVAL, _AFTER_FESTIVAL + 1))


def _days(window: Window) -> frozenset[date]:
    return frozenset(_run(window.from_, window.until))


def _run(first: date, last: date) -> Iterator[date]:
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)
