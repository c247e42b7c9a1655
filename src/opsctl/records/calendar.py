"""A year's calendar: curves that spread a goal over its days, and the promotion events that bend them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, get_args

from pydantic import Field, model_validator

from opsctl.records.base import Day, Factor, Id, Name, Record, Share, Text, wrong

MonthKey = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
# Phases that have a name in both languages; a team may write others.
COMMON_PHASES = ("seeding", "warm-up", "presale", "opening", "lull", "burst", "encore")


class Shape(Record):
    """Shares of the twelve months, which add up to 100 %, and factors of the seven weekdays."""

    months: dict[MonthKey, Share]
    weekdays: dict[Weekday, Factor] = Field(default_factory=dict)
    source: Text | None = None


class Phase(Record):
    """A part of an event, such as seeding, presale or burst: its days, and by how much each of them is lifted."""

    id: Id
    name: Name | None = None
    from_: Day = Field(alias="from")
    until: Day
    lift: Factor | None = None

    def holds(self, day: date) -> bool:
        """Say whether the day is one of the phase's."""
        return self.from_ <= day <= self.until


class Window(Record):
    """The days of an event on one platform, and by how much they lift: one number, one a day, or by phases.

    `usual` lifts the days that `lift` does not name.
    """

    from_: Day = Field(alias="from")
    until: Day
    lift: dict[Day, Factor] = Field(default_factory=dict)
    phases: tuple[Phase, ...] = ()
    usual: Factor | None = None
    every_day: Factor | None = Field(default=None, exclude=True)

    @model_validator(mode="before")
    @classmethod
    def _one_lift_for_all_days(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if "every_day" in value:
            raise wrong("unknown_key", "every_day")
        if isinstance(value.get("lift"), str):
            return {**{key: entry for key, entry in value.items() if key != "lift"}, "every_day": value["lift"]}
        return value

    def lift_on(self, day: date) -> Decimal | None:
        """The largest lift of that day, the window's own or a phase's; None where the event leaves the day alone."""
        if not self.from_ <= day <= self.until:
            return None
        own = self.every_day if self.every_day is not None else self.lift.get(day, self.usual)
        if not self.phases:
            return own
        lifts = [phase.lift for phase in self.phases if phase.lift is not None and phase.holds(day)]
        return max(lifts if own is None else [own, *lifts], default=None)

    def lifts(self, first: date, last: date) -> Iterator[tuple[date, Decimal]]:
        """The days from `first` to `last` that the event changes, with their lifts."""
        begin = max(first, self.from_)
        for step in range((min(last, self.until) - begin).days + 1):
            day = begin + timedelta(days=step)
            lift = self.lift_on(day)
            if lift is not None:
                yield day, lift


class Freeze(Record):
    """Days on which some things must not be changed."""

    from_: Day = Field(alias="from")
    until: Day
    what: tuple[Id, ...] = ()


class Event(Record):
    """A promotion or a dead week: a window for each platform, `all` for the rest."""

    id: Id
    name: Name
    grade: Literal["S", "A", "B"] | None = None
    day: Day | None = None
    windows: dict[Id, Window]
    freeze: Freeze | None = None

    def window_for(self, platform: str | None) -> Window | None:
        """The window on that platform, or the one that holds everywhere."""
        return self.windows.get(platform or "all", self.windows.get("all"))


class FreeDays(Record):
    """The days of one public holiday."""

    from_: Day = Field(alias="from")
    until: Day


class OwnHolidays(Record):
    """Public holidays and make-up workdays of a year as the team knows them, instead of those opsctl knows."""

    source: Text
    published: Day | None = None
    free: dict[Id, FreeDays] = Field(min_length=1)
    worked: tuple[Day, ...] = ()


class Marked(Record):
    """Days that say nothing about ordinary ones, such as a stock-out: what it was, why, and where."""

    from_: Day = Field(alias="from")
    until: Day
    what: Id
    why: Text
    at: Id | None = None

    def covers(self, day: date) -> bool:
        """Say whether the day is marked."""
        return self.from_ <= day <= self.until


class Calendar(Record):
    """Curves by name, the events of one year, holidays other than those opsctl knows, and days not to plan after."""

    curves: dict[Id, Shape] = Field(default_factory=dict)
    events: tuple[Event, ...] = ()
    holidays: OwnHolidays | None = None
    marked: tuple[Marked, ...] = ()
