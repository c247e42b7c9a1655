"""Chain substitution (连环替代): one factor after another takes its actual value; what each does hangs on the order."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from opsctl.reviewing.attribution.shapley import Number, exact_sides, product


def chain(base: Sequence[Number], actual: Sequence[Number], order: Sequence[int] | None = None) -> tuple[Fraction, ...]:
    """The effects of the factors of a product, by factor, not by order; they add up to its change exactly.

    Without an `order` they change in the order given. Raises ValueError for an order that is not one of the factors.
    """
    before, after = exact_sides(base, actual)
    places = tuple(range(len(before))) if order is None else tuple(order)
    if sorted(places) != list(range(len(before))):
        raise ValueError(f"{places} is no order of {len(before)} factors")
    now, effects = list(before), [Fraction(0)] * len(before)
    for at in places:
        was = product(now)
        now[at] = after[at]
        effects[at] = product(now) - was
    return tuple(effects)
