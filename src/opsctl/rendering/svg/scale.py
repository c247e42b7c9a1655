"""Where a number lies on an axis, and which round numbers stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high` laid over coordinates from `start` to `end`."""

    low: Fraction
    high: Fraction
    start: float
    end: float

    def at(self, value: Fraction) -> float:
        """The coordinate of a number; what lies outside is held at the edge."""
        held = min(max(value, self.low), self.high)
        return self.start + float((held - self.low) / (self.high - self.low)) * (self.end - self.start)


def scale_over(values: Iterable[Fraction], start: float, end: float) -> Scale:
    """A scale that holds zero and every value; one that has nothing to hold ends at one."""
    known = [*values, Fraction(0)]
    low, high = min(known), max(known)
    return Scale(low, high if high > low else low + 1, start, end)


def ticks(scale: Scale, most: int = 4) -> tuple[Fraction, ...]:
    """Round numbers on the scale, the same distance apart, no more than `most` steps."""
    step = _round_step((scale.high - scale.low) / most)
    first = -((-scale.low) // step)
    last = scale.high // step
    return tuple(step * number for number in range(int(first), int(last) + 1))


def _round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 2.5, 5 and ten times them that is at least this."""
    power = Fraction(1)
    while power * 10 <= least:
        power *= 10
    while power > least:
        power /= 10
    return next(step * power for step in _STEPS if step * power >= least)
