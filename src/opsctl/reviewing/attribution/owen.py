"""
Drilling down: a factor that is itself a product or a sum is taken apart without touching the effects of the others.

The Owen value lets whole groups change in every order, and within a group its members. Where the worth is a product,
the effect of a member is what it does within its group times what a unit of the group is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from opsctl.reviewing.attribution.shapley import Number, product, shapley

Factors = Sequence[Number]


def owen(base: Sequence[Factors], actual: Sequence[Factors]) -> tuple[tuple[Fraction, ...], ...]:
    """The effects of factors that come in groups; each group adds up to the effect its product alone would have.

    Raises ValueError for groups that differ in number or size.
    """
    before = [product(group) for group in base]
    after = [product(group) for group in actual]
    found = []
    for at, (old, new) in enumerate(zip(base, actual, strict=True)):
        unit = worth_of_unit(before, after, at)
        found.append(tuple(unit * effect for effect in shapley(old, new)))
    return tuple(found)


def owen_sum(base: Sequence[Number], actual: Sequence[Number], at: int, changes: Factors) -> tuple[Fraction, ...]:
    """The effects of what the factor at a place is the sum of, by how much each part of that sum changed."""
    unit = worth_of_unit(base, actual, at)
    return tuple(unit * Fraction(each) for each in changes)


def worth_of_unit(base: Sequence[Number], actual: Sequence[Number], at: int) -> Fraction:
    """What one unit more of the factor at a place is worth, over all orders in which the others change."""
    before, after = list(base), list(actual)
    before[at], after[at] = 0, 1
    return shapley(before, after)[at]
