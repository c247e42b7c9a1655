"""
The logarithmic mean Divisia index (LMDI-I, additive): Ang 2005, with the limits of Ang, Zhang and Choi 1998 for zeros.

Logarithms are no rationals. They are taken to sixty digits, and what is left beyond them goes to the largest effect, so
that these effects add up exactly too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from opsctl.reviewing.attribution.shapley import Number, exact_sides, product

_DIGITS = 60


@dataclass(frozen=True, slots=True)
class Negative:
    """A factor, by its place, that is below zero on one side, so that it has no logarithm."""

    factor: int


def lmdi(base: Sequence[Number], actual: Sequence[Number]) -> tuple[Fraction, ...] | Negative:
    """The effects of the factors of a product, which add up to its change; or the first factor that is negative.

    Raises ValueError for two sides of different length.
    """
    before, after = exact_sides(base, actual)
    for at, pair in enumerate(zip(before, after, strict=True)):
        if min(pair) < 0:
            return Negative(at)
    was, now = product(before), product(after)
    if not was or not now:
        return _limits(before, after, now - was)
    mean = log_mean(now, was)
    effects = [Fraction(mean * _log(new / old)) for old, new in zip(before, after, strict=True)]
    if effects:
        most = max(range(len(effects)), key=lambda at: abs(effects[at]))
        effects[most] += now - was - sum(effects)
    return tuple(effects)


def log_mean(first: Fraction, second: Fraction) -> Decimal:
    """The logarithmic mean (a - b) / ln(a / b) of two positive numbers; of equal ones that number."""
    with localcontext() as context:
        context.prec = _DIGITS
        return _decimal(first) if first == second else _decimal(first - second) / _log(first / second)


def _limits(before: tuple[Fraction, ...], after: tuple[Fraction, ...], change: Fraction) -> tuple[Fraction, ...]:
    """Where a side is zero, the whole change belongs to what became or ceased to be zero, in equal parts."""
    turned = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if bool(old) != bool(new)]
    return tuple(change / len(turned) if change and at in turned else Fraction(0) for at in range(len(before)))


def _log(ratio: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return _decimal(ratio).ln()


def _decimal(number: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(number.numerator) / Decimal(number.denominator)
