"""
A curve fitted from a past year: month shares, weekday factors and the lifts of events.

Multiplicative, after math.md §2.5: a day is an ordinary day times what an event does to it. Ordinary days of the new
year are those of the past year on the same weekday, 364 days earlier; a day of an event is the ordinary level there
times the lift of the event's day that stands as far from its main day, and where events overlap, the larger lift.
A lift is measured once, on one day, so it counts as that day's own only where it stands out of the noise of ordinary
days; the other days of an event share their mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from opsctl.period import year as year_period
from opsctl.planning.curves.occasions import Occasion
from opsctl.planning.curves.ordinary import Ordinary, Values, median, ordinary
from opsctl.planning.dividing.allocate import apportion
from opsctl.quantity import rounded

_ONE = Fraction(1)
_WEEK = timedelta(days=7)
# A lift this near to 1 is not worth a line in a calendar.
_TRIFLE = Fraction(1, 20)
_SHARES = 10_000


@dataclass(frozen=True, slots=True)
class Past:
    """One series of a past year: its known values by day, the days marked as not to be counted on, and its events."""

    year: int
    values: Values
    marked: frozenset[date] = frozenset()
    occasions: tuple[Occasion, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the year."""
        return year_period(self.year).days

    @property
    def missing(self) -> tuple[date, ...]:
        """The days that have no value and are not marked."""
        return tuple(day for day in self.days if day not in self.values and day not in self.marked)


@dataclass(frozen=True, slots=True)
class Fit:
    """What a past year says of a new one: each new day's worth, the ordinary past days, and lifts by event and day."""

    days: Values
    filled: Values
    lifts: Mapping[str, Values]


def fit(past: Past, year: int) -> Fit | None:
    """Fit one series; None where some weekday has no ordinary day at all."""
    events = frozenset().union(*(occasion.past for occasion in past.occasions))
    base = ordinary(past.days, past.values, past.marked | events)
    if base is None:
        return None
    measured = {occasion.event: _lifts(past, occasion, base) for occasion in past.occasions}
    found: dict[date, Fraction] = {}
    for day in year_period(year).days:
        lifts = [lifts[day] for lifts in measured.values() if day in lifts]
        then = same_weekday(day, past.year)
        found[day] = base.usual[then] * max(lifts) if lifts else base.filled[then]
    windows = {occasion.event: occasion.window for occasion in past.occasions}
    inside = {
        event: {day: lift for day, lift in sorted(lifts.items()) if day in windows[event]}
        for event, lifts in measured.items()
    }
    return Fit(found, base.filled, inside)


def same_weekday(day: date, year: int) -> date:
    """The day of another year with the same weekday: as many weeks away as the years are, and never outside the year.

    For the year before that is 364 days earlier, but for the last day or two, which would fall into the new year.
    """
    away = (date(day.year, 1, 1) - date(year, 1, 1)).days
    weeks = (2 * away + 7) // 14
    then = day - weeks * _WEEK
    if then.year == year:
        return then
    return then - _WEEK if then.year > year else then + _WEEK


def month_shares(days: Values) -> tuple[Decimal, ...]:
    """Twelve shares to 0.01 % that add up to exactly one; a month below zero has none, nor has a year without sales."""
    months = [max(sum((value for day, value in days.items() if day.month == number), Fraction(0)), Fraction(0))
              for number in range(1, 13)]  # fmt: skip
    parts = apportion(months, _SHARES) if any(months) else (0,) * len(months)
    return tuple(Decimal(part) / _SHARES for part in parts)


def weekday_factors(filled: Values) -> tuple[Decimal, ...]:
    """Seven factors to 0.01 about an average of 1: the median of what a weekday is of the week around it."""
    ratios: list[list[Fraction]] = [[] for _ in range(7)]
    for day, value in filled.items():
        around = [filled.get(day + timedelta(days=step)) for step in range(-3, 4)]
        whole = sum((one for one in around if one is not None), Fraction(0))
        if None not in around and whole > 0:
            ratios[day.weekday()].append(7 * value / whole)
    middles = [max(median(each), Fraction(0)) if each else _ONE for each in ratios]
    total = sum(middles)
    return tuple(rounded(7 * middle / total, 2) if total else Decimal(1) for middle in middles)


@dataclass(frozen=True, slots=True)
class Lift:
    """A window's lifts as a calendar holds them: the usual one, and the days that have another."""

    usual: Decimal
    days: Mapping[date, Decimal]


def written_lift(lifts: Values) -> Lift:
    """Lifts to 0.01; the usual one is what most days have, the nearest to 1 among equals."""
    exact = {day: rounded(lift, 2) for day, lift in sorted(lifts.items())}
    counts = Counter(exact.values())
    usual = min(counts, key=lambda lift: (-counts[lift], abs(lift - 1), lift))
    return Lift(usual, {day: lift for day, lift in exact.items() if lift != usual})


def _lifts(past: Past, occasion: Occasion, base: Ordinary) -> dict[date, Fraction]:
    """The lift of each new day of an event; days of a longer window than last year's take the event's usual lift."""
    ratios = {
        day: past.values[day] / base.usual[day]
        for day in sorted(occasion.past)
        if day in past.values and day not in past.marked and base.usual.get(day, 0) > 0
    }
    if not ratios or not occasion.new:
        return {}
    span = timedelta(0) if not occasion.window else max(occasion.window) - min(occasion.window)
    inside = _settled({day: ratio for day, ratio in ratios.items() if _in_window(occasion, day)}, base.noise)
    usual = _usual_lift(list(inside.values())) if span or inside else _ONE
    found = {}
    for day in occasion.new:
        then = occasion.then(day)
        if day in occasion.window:
            found[day] = inside.get(then, usual)
        elif then in ratios:
            found[day] = max(ratios[then], Fraction(0))
    return found


def _in_window(occasion: Occasion, then: date) -> bool:
    return occasion.new_main + (then - occasion.main) in occasion.window


def _settled(ratios: Mapping[date, Fraction], noise: Fraction) -> Mapping[date, Fraction]:
    """Each day's own ratio where it stands out of the noise about the event's usual one, else the usual one."""
    if not ratios:
        return {}
    middle = median(list(ratios.values()))
    near = [ratio for ratio in ratios.values() if middle / noise <= ratio <= middle * noise]
    usual = _usual_lift(near)
    return {day: usual if ratio in near else max(ratio, Fraction(0)) for day, ratio in ratios.items()}


def _usual_lift(ratios: Sequence[Fraction]) -> Fraction:
    """The mean, which keeps what the days brought together; one that hardly lifts at all is no lift."""
    mean = max(sum(ratios, Fraction(0)) / len(ratios), Fraction(0)) if ratios else _ONE
    return _ONE if abs(mean - 1) <= _TRIFLE else mean
