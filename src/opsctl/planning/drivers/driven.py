"""
Dividing what follows from another goal: by each child's share of that goal and by its own ratio, exactly.

A numerator goes down by denominator × ratio, a denominator by numerator ÷ ratio, both scaled so that the children add
up to the parent; a term of a sum is what the other terms leave. A child's typed ratio holds, a limit of it is a bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from opsctl.metrics.drivers import Step
from opsctl.metrics.metric import Metric
from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.ratios import PLACES, Ratios

SCALE: int = 10**PLACES

Shares = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Driven:
    """One goal divided along the step it follows by: what the numbers follow from, and the numbers, by child.

    `base` are the children's shares of the metrics it is worked out from, with `base_digits` decimal places. A term of
    a sum has no weights; `terms` are those of its terms that were worked out with it.
    """

    total: int
    digits: int
    step: Step
    factor: Fraction
    base: Mapping[str, Shares]
    shares: Shares
    ratios: Ratios | None = None
    weights: Mapping[str, int] = field(default_factory=dict)
    limits: Limits = field(default_factory=lambda: Limits({}, {}, {}))
    base_digits: int = 0
    terms: Mapping[str, Driven] = field(default_factory=dict)
    policy: str = "exact"


@dataclass(frozen=True, slots=True)
class Side:
    """A number over the children: a metric's shares with its decimal places."""

    metric: str
    digits: int
    shares: Shares


def by_ratio(total: int, digits: int, step: Step, identity: Metric, base: Side, ratios: Ratios) -> Driven:
    """Divide a numerator or denominator by the other one and each child's ratio. Raises Infeasible."""
    upwards = step.how == "ratio-numerator"
    weights = {child: _weight(units, ratios.relative[child], upwards) for child, units in base.shares.items()}
    limits = ratio_limits(digits, Fraction(identity.factor), base, ratios, upwards)
    shares = within(weights, total, limits)
    factor, bases = Fraction(identity.factor), {base.metric: base.shares}
    return Driven(total, digits, step, factor, bases, shares, ratios, weights, limits, base.digits)


def by_difference(total: int, digits: int, step: Step, terms: Mapping[str, int], base: Mapping[str, Shares]) -> Driven:
    """What the other terms of a sum leave for each child; `terms` are their signs, solved for the metric."""
    children = sorted({child for shares in base.values() for child in shares})
    shares = {child: sum(sign * base[id_].get(child, 0) for id_, sign in terms.items()) for child in children}
    return Driven(total, digits, step, Fraction(1), base, shares, base_digits=digits)


def within(weights: Mapping[str, int], total: int, limits: Limits) -> dict[str, int]:
    """Apportion a total by weights and limits. Raises Infeasible."""
    least = [limits.floor(child) for child in weights] if limits else None
    most = [limits.cap(child) for child in weights] if limits else None
    return dict(zip(weights, apportion(list(weights.values()), total, least=least, most=most), strict=True))


def ratio_limits(digits: int, factor: Fraction, base: Side, ratios: Ratios, upwards: bool) -> Limits:
    """A child's typed ratio as the number it gives, and limits of the ratio as limits of the number."""

    def exact(child: str, ratio: Decimal) -> Fraction:
        """The number at that ratio, in smallest units."""
        known = Fraction(base.shares[child] * 10**digits, 10**base.digits)
        return known * Fraction(ratio) / factor if upwards else known * factor / Fraction(ratio)

    low, high = (ratios.least, ratios.most) if upwards else (ratios.most, ratios.least)
    usable = {child for child in base.shares if base.shares[child] > 0}
    return Limits(
        {c: floor(exact(c, r) + Fraction(1, 2)) for c, r in ratios.fixed.items() if c in usable and (upwards or r > 0)},
        {c: ceil(exact(c, r)) for c, r in low.items() if c in usable and (upwards or r > 0)},
        {c: floor(exact(c, r)) for c, r in high.items() if c in usable and (upwards or r > 0)},
    )


def _weight(units: int, relative: Decimal, upwards: bool) -> int:
    """The child's weight; a quotient is cut at so many places that the smallest unit never feels it."""
    whole = int(relative.scaleb(PLACES))
    if units <= 0 or whole <= 0:
        return 0
    return units * whole if upwards else units * SCALE * SCALE // whole
