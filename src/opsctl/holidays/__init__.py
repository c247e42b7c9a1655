"""
The holidays of mainland China by year: by the official notice, or provisional where there is none yet.

A provisional year has the statutory days of the Regulation on Public Holidays as revised for 2025 (State Council decree
795): New Year's Day, the Spring Festival's eve and first three days, Qingming, two days of Labour Day, the Dragon Boat
and Mid-Autumn Festivals, three days of National Day. Runs joined to weekends and make-up workdays wait for the notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from opsctl.holidays.lunar import FESTIVAL_DAYS
from opsctl.holidays.official import NOTICES, Notice

__all__ = ["FESTIVAL_DAYS", "LAW", "NOTICES", "STATUTORY", "Holiday", "Notice", "YearOfHolidays", "holidays_of"]

LAW = "全国年节及纪念日放假办法（国务院令第795号，自2025年1月1日起施行）"
_LAW_FROM = date(2024, 11, 10)
# By holiday: how many days before its day it begins, and how many days it has.
STATUTORY = {
    "new-year": (0, 1),
    "spring-festival": (1, 4),
    "qingming": (0, 1),
    "labour-day": (0, 2),
    "dragon-boat": (0, 1),
    "mid-autumn": (0, 1),
    "national-day": (0, 3),
}
_FIXED = {"new-year": (1, 1), "labour-day": (5, 1), "national-day": (10, 1)}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A run of free days, both included."""

    id: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Say whether the day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class YearOfHolidays:
    """A year's holidays and make-up workdays, how sure they are, and where they come from."""

    year: int
    status: Literal["official", "provisional", "own"]
    source: str
    published: date | None
    free: tuple[Holiday, ...]
    worked: tuple[date, ...]

    def on(self, day: date) -> tuple[str, ...]:
        """The ids of the holidays that the day belongs to."""
        return tuple(holiday.id for holiday in self.free if holiday.holds(day))


@lru_cache(maxsize=64)
def holidays_of(year: int) -> YearOfHolidays | None:
    """The holidays of a year; None for years before the first notice shipped, and beyond the table of festivals."""
    notice = NOTICES.get(year)
    if notice is not None:
        return _official(year, notice)
    return _provisional(year) if year > min(NOTICES) and year in FESTIVAL_DAYS else None


def _official(year: int, notice: Notice) -> YearOfHolidays:
    free = [Holiday(id_, _day(year, first), _day(year, last)) for id_, (first, last) in notice.free.items()]
    worked = tuple(_day(year, day) for day in notice.worked)
    return YearOfHolidays(year, "official", notice.title, notice.published, _in_order(free), worked)


def _provisional(year: int) -> YearOfHolidays:
    days = {**FESTIVAL_DAYS[year], **{id_: date(year, *fixed) for id_, fixed in _FIXED.items()}}
    free = []
    for id_, (before, count) in STATUTORY.items():
        first = days[id_] - timedelta(days=before)
        free.append(Holiday(id_, first, first + timedelta(days=count - 1)))
    return YearOfHolidays(year, "provisional", LAW, _LAW_FROM, _in_order(free), ())


def _day(year: int, written: str) -> date:
    return date.fromisoformat(f"{year}-{written}")


def _in_order(free: list[Holiday]) -> tuple[Holiday, ...]:
    return tuple(sorted(free, key=lambda holiday: (holiday.first, holiday.id)))
