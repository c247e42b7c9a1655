"""One method or another: from totals on both sides to the effects of the drivers between them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from opsctl.reviewing.attribution.chain import chain
from opsctl.reviewing.attribution.lmdi import Negative, lmdi
from opsctl.reviewing.attribution.owen import owen, worth_of_unit
from opsctl.reviewing.attribution.shapley import product
from opsctl.reviewing.attribution.view import Method

Groups = Sequence[Sequence[Fraction]]
Totals = Sequence[Fraction]


def factors(base: Totals, actual: Totals) -> tuple[list[Fraction], list[Fraction]] | None:
    """The first total and the ratio of each to the one before, on both sides.

    A ratio to nothing takes the other side's value, so that what appears or ceases belongs to what came in. None where
    there is something of nothing, which no product says.
    """
    ratios = [_ratios(totals) for totals in (base, actual)]
    if None in ratios[0] or None in ratios[1]:
        return None
    sides: tuple[list[Fraction], list[Fraction]] = ([base[0]], [actual[0]])
    for old, new in zip(*ratios, strict=True):
        assert old is not None and new is not None
        for side, own, other in ((sides[0], old, new), (sides[1], new, old)):
            side.append(next((known for known in (*own, *other)), Fraction(0)))
    return sides


def _ratios(totals: Totals) -> list[tuple[Fraction, ...] | None]:
    """Each ratio; empty where it is nothing of nothing, None where it is something of it."""
    found: list[tuple[Fraction, ...] | None] = []
    for bottom, top in pairwise(totals):
        found.append((top / bottom,) if bottom else None if top else ())
    return found


def effects_of(method: Method, base: Groups, actual: Groups) -> tuple[Method, tuple[tuple[Fraction, ...], ...]]:
    """The effects by group, and the method that gave them: LMDI hands over to Shapley where a factor is negative."""
    before, after = ([factor for group in side for factor in group] for side in (base, actual))
    if method == "lmdi":
        found = lmdi(before, after)
        if not isinstance(found, Negative):
            return method, _grouped(found, base)
        method = "shapley"
    if method == "shapley":
        return method, owen(base, actual)
    return method, _grouped(chain(before, after), base)


def unit_of(method: Method, base: Totals, actual: Totals, effect: Fraction) -> Fraction:
    """What a unit of the first factor is worth."""
    if method in ("chain", "pvm"):
        return product(base[1:])
    if method == "lmdi" and base[0] != actual[0]:
        return effect / (actual[0] - base[0])
    return worth_of_unit(base, actual, 0)


def _grouped(found: Sequence[Fraction], groups: Groups) -> tuple[tuple[Fraction, ...], ...]:
    left = list(found)
    return tuple(tuple(left.pop(0) for _ in group) for group in groups)
