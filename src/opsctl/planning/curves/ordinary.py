"""
What an ordinary day of a past year would have brought: the base that promotions are measured against.

Event days, marked days (stock-outs and the like) and days nobody knows are no ordinary days. In their place stands the
median of the ordinary days of the same weekday within four weeks on either side, so that one odd day bends nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

_REACH = timedelta(days=28)
_ENOUGH = 3
_USUAL_NOISE = Fraction(99, 100)

Values = Mapping[date, Fraction]


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A past year without what was special about it.

    `usual` is each day's ordinary level, `filled` the day itself where it was ordinary, else its usual level. Of a
    hundred ordinary days, ninety-nine stay within `noise` times their usual level or one part in `noise` of it.
    """

    usual: Values
    filled: Values
    noise: Fraction


def ordinary(days: Sequence[date], values: Values, special: Set[date]) -> Ordinary | None:
    """Work out the ordinary level of every day; None where no ordinary day of some weekday is known."""
    clean = [day for day in days if day in values and day not in special]
    by_weekday: list[list[date]] = [[day for day in clean if day.weekday() == weekday] for weekday in range(7)]
    if not all(by_weekday):
        return None
    usual = {day: _usual(day, by_weekday[day.weekday()], values) for day in days}
    known = frozenset(clean)
    filled = {day: values[day] if day in known else usual[day] for day in days}
    return Ordinary(usual, filled, _noise(clean, values, usual))


def median(numbers: Sequence[Fraction]) -> Fraction:
    """The middle one, or halfway between the two in the middle."""
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _usual(day: date, same: Sequence[date], values: Values) -> Fraction:
    """The median within reach; where a long event leaves too few ordinary days, the reach grows."""
    reach = _REACH
    near = [other for other in same if abs(other - day) <= reach]
    while len(near) < min(_ENOUGH, len(same)):
        reach += _REACH
        near = [other for other in same if abs(other - day) <= reach]
    return median([values[other] for other in near])


def _noise(clean: Sequence[date], values: Values, usual: Values) -> Fraction:
    ratios = [values[day] / usual[day] for day in clean if usual[day] > 0 and values[day] > 0]
    spread = sorted(max(ratio, 1 / ratio) for ratio in ratios)
    return spread[int(len(spread) * _USUAL_NOISE)] if spread else Fraction(1)
