"""A year's calendar: curves that spread a goal over its days, and the promotion events that bend them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, model_validator

from opsctl.records.base import Day, Id, Name, Record, Share, Text, Weight, wrong

MonthKey = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Shape(Record):
    """Shares of the twelve months, which add up to 100 %, and factors of the seven weekdays."""

    months: dict[MonthKey, Share]
    weekdays: dict[Weekday, Weight] = Field(default_factory=dict)
    source: Text | None = None


class Window(Record):
    """The days of an event on one platform, and by how much they lift: one number, or one a day.

    `usual` lifts the days that `lift` does not name.
    """

    from_: Day = Field(alias="from")
    until: Day
    lift: dict[Day, Weight] = Field(default_factory=dict)
    usual: Weight | None = None
    every_day: Weight | None = Field(default=None, exclude=True)

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
        """The lift of that day; None where the event leaves the day alone."""
        if not self.from_ <= day <= self.until:
            return None
        return self.every_day if self.every_day is not None else self.lift.get(day, self.usual)


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
    """Curves by name, the events of one year, and the days that no later year should be planned after."""

    curves: dict[Id, Shape] = Field(default_factory=dict)
    events: tuple[Event, ...] = ()
    marked: tuple[Marked, ...] = ()
