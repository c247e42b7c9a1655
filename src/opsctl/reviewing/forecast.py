"""
Where a goal will end, on its own curve: a number, a range, and how likely the goal is met.

Each closed part (a day of a month, a week of anything longer) says by which factor the plan was missed or beaten. The
factors' logarithms are pulled in at the median plus or minus two robust deviations, so that one stock-out is no trend,
and shrunk towards the plan, the more the fewer there are. The rest of the plan times that factor, added to what is
reached, is the forecast. With fewer than four closed parts the plain run-rate stands, without range or likelihood.

Constants and model: normal log ratios with a normal prior (James and Stein), an inflation of the variance for parts
that hang together (autocorrelation 0.4), and 4 % for an error of the curve itself. Estimates are floats on purpose:
nothing is added up from them, and they are rounded to four digits before anybody sees them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt
from statistics import fmean, median, variance
from typing import Literal

from opsctl.reviewing.student import below, quantile

Method = Literal["run_rate", "shrunk", "closed"]
Band = Literal["reached", "likely", "on_track", "at_risk", "unlikely", "missed"]

FEWEST = 4
_PRIOR_PARTS, _PRIOR_DEVIATION = 6, 0.15
_SPREAD, _INFLATION, _CURVE_ERROR = 0.15, 2.33, 0.04
_ROBUST, _DEVIATIONS = 1.4826, 2
_INSIDE, _LEAST_CHANCE = 0.8, 1e-6
# Nothing sold on a day with a target has no logarithm; it counts as a twentieth, which is pulled in anyway.
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Part:
    """A closed day or week: what was planned and what was reached."""

    planned: Fraction
    reached: Fraction


@dataclass(frozen=True, slots=True)
class Estimate:
    """A forecast by its method; `low` and `high` hold it with 80 %, `chance` is that the target is met."""

    method: Method
    value: Fraction
    low: Fraction | None = None
    high: Fraction | None = None
    chance: float | None = None


def estimate(
    closed: Sequence[Part], reached: Fraction, rest: Sequence[Fraction], target: Fraction, direction: str
) -> Estimate | None:
    """
    Estimate where a period ends that has reached something, of whose plan `rest` is left by part.

    None where nothing is closed that had a plan. `direction` says on which side of the target it is met.
    """
    counted = [part for part in closed if part.planned > 0]
    left = sum(rest, Fraction(0))
    if left <= 0:
        return Estimate("closed", reached, chance=float(_is_met(reached, target, direction)))
    planned = sum((part.planned for part in counted), Fraction(0))
    if not planned:
        return None
    if len(counted) < FEWEST:
        done = sum((part.reached for part in counted), Fraction(0))
        return Estimate("run_rate", significant(reached + run_rate(done, planned, left)))
    return _shrunk(counted, reached, rest, target, direction)


def run_rate(done: Fraction, planned: Fraction, left: Fraction) -> Fraction:
    """What the rest of a plan comes to at the rate of what is done of it so far."""
    return done / planned * left


def band(chance: float | None) -> Band | None:
    """The likelihood in words; it is too rough for a number."""
    if chance is None:
        return None
    if chance in (0, 1):
        return "reached" if chance else "missed"
    bounds: tuple[tuple[float, Band], ...] = ((0.8, "likely"), (0.5, "on_track"), (0.2, "at_risk"))
    return next((name for bound, name in bounds if chance > bound), "unlikely")


def significant(value: Fraction, digits: int = 4) -> Fraction:
    """A number rounded to its first digits."""
    if not value:
        return value
    size = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    unit = Fraction(10) ** (size - digits)
    return round(value / unit) * unit


@dataclass(frozen=True, slots=True)
class _Factor:
    """The shrunk log factor, the weight of the parts against the plan, one part's variance, and degrees of freedom."""

    shrunk: float
    weight: float
    single: float
    degrees: int


def _factor(closed: Sequence[Part]) -> _Factor:
    ratios = pulled_in([log(max(float(part.reached / part.planned), _LEAST)) for part in closed])
    count = len(ratios)
    degrees = _PRIOR_PARTS + count - 1
    single = (_PRIOR_PARTS * _PRIOR_DEVIATION**2 + (count - 1) * variance(ratios)) / degrees
    weight = count / (count + _INFLATION * single / _SPREAD**2)
    return _Factor(weight * fmean(ratios), weight, single, degrees)


def pulled_in(values: Sequence[float]) -> list[float]:
    """The values with those beyond two robust deviations of the median moved to that bound."""
    middle = median(values)
    reach = _DEVIATIONS * _ROBUST * median(abs(value - middle) for value in values)
    return [min(max(value, middle - reach), middle + reach) for value in values]


def _shrunk(
    closed: Sequence[Part], reached: Fraction, rest: Sequence[Fraction], target: Fraction, direction: str
) -> Estimate:
    found = _factor(closed)
    left = sum(rest, Fraction(0))
    apart = float(left**2 / sum(part**2 for part in rest))
    of_plan, of_rest = (1 - found.weight) * _SPREAD**2, _INFLATION * found.single / apart
    deviation = sqrt(of_plan + of_rest + _CURVE_ERROR**2)
    reach = quantile((1 + _INSIDE) / 2, found.degrees) * deviation

    def end(log_of: float) -> Fraction:
        return significant(reached + left * Fraction(exp(log_of)))

    needed = (target - reached) / left
    above = 1.0
    if needed > 0:
        # However far off, what is not decided yet is never certain.
        share = 1 - below((log(needed) - found.shrunk) / deviation, found.degrees)
        above = min(max(share, _LEAST_CHANCE), 1 - _LEAST_CHANCE)
    chance = above if direction != "down" else 1 - above
    return Estimate("shrunk", end(found.shrunk), end(found.shrunk - reach), end(found.shrunk + reach), chance)


def _is_met(reached: Fraction, target: Fraction, direction: str) -> bool:
    return reached <= target if direction == "down" else reached >= target
