"""
What each factor did to a change: the Shapley value, which is the mean over all orders of putting one after another.

Das Gupta (1993) and Sun (1998) arrive at the same numbers. Exact in rationals, whatever is zero or negative.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import factorial, prod

Number = Fraction | int
Worth = Callable[[Sequence[Fraction]], Fraction]

_MOST = 8


def shapley(base: Sequence[Number], actual: Sequence[Number]) -> tuple[Fraction, ...]:
    """The effects of the factors of a product; they add up to the change of the product exactly.

    Raises ValueError for two sides of different length and for more than eight factors.
    """
    before, after = exact_sides(base, actual)
    if len(before) == 3:
        return _three(before, after)
    return _over_subsets(before, after, product)


def shapley_of(worth: Worth, base: Sequence[Number], actual: Sequence[Number]) -> tuple[Fraction, ...]:
    """The effects of the arguments of any function; they add up to its change exactly.

    Raises ValueError as `shapley` does.
    """
    return _over_subsets(*exact_sides(base, actual), worth)


def product(factors: Sequence[Number]) -> Fraction:
    """All factors multiplied; one for none."""
    return Fraction(prod(factors))


def exact_sides(base: Sequence[Number], actual: Sequence[Number]) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    """Both sides as fractions; ValueError where they cannot be compared, or are more than eight."""
    if len(base) != len(actual) or len(base) > _MOST:
        raise ValueError(f"{len(base)} factors before and {len(actual)} after, at most {_MOST}")
    return tuple(map(Fraction, base)), tuple(map(Fraction, actual))


def _three(base: tuple[Fraction, ...], actual: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """The closed form for three factors: each change times the mean of the others' products, straight ones twice."""
    effects = []
    for at in range(3):
        (b0, b1), (c0, c1) = ((base[other], actual[other]) for other in range(3) if other != at)
        weight = (b0 * c0 + b1 * c1) / 3 + (b0 * c1 + b1 * c0) / 6
        effects.append((actual[at] - base[at]) * weight)
    return tuple(effects)


def _over_subsets(base: tuple[Fraction, ...], actual: tuple[Fraction, ...], worth: Worth) -> tuple[Fraction, ...]:
    """Sum over the subsets of factors that have changed already, each weighed by the orders that lead through it."""
    many = len(base)
    worths = [worth(_mixed(base, actual, changed)) for changed in range(1 << many)]
    effects = []
    for at in range(many):
        effect = Fraction(0)
        for changed in range(1 << many):
            if not changed >> at & 1:
                size = changed.bit_count()
                weight = Fraction(factorial(size) * factorial(many - size - 1), factorial(many))
                effect += weight * (worths[changed | 1 << at] - worths[changed])
        effects.append(effect)
    return tuple(effects)


def _mixed(base: tuple[Fraction, ...], actual: tuple[Fraction, ...], changed: int) -> tuple[Fraction, ...]:
    return tuple(actual[at] if changed >> at & 1 else base[at] for at in range(len(base)))
