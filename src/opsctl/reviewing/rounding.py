"""Rounds numbers of any sign to whole ones that add up to a given total, each down or up, for showing effects."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor


def round_preserving_sum(values: Sequence[int | Fraction], total: int) -> tuple[int, ...]:
    """Round every number down, then up where the largest fractions were cut off, the first of equals first.

    This is the largest remainder (Hamilton). Goals are divided by `apportion` instead, as here a larger total can lower
    a part. Raises TypeError for anything inexact and ValueError where no rounding down and up gives the total.
    """
    if not all(isinstance(value, int | Fraction) for value in values):
        raise TypeError("values are int or Fraction")
    whole = [floor(value) for value in values]
    cut = [value - below for value, below in zip(values, whole, strict=True)]
    missing = total - sum(whole)
    if not 0 <= missing <= sum(map(bool, cut)):
        raise ValueError("the total is further off than rounding can be")
    raised = set(sorted(range(len(cut)), key=lambda at: -cut[at])[:missing])
    return tuple(below + (at in raised) for at, below in enumerate(whole))
