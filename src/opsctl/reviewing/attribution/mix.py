"""
Volume, mix and rate: what more of everything did, what shifted between members, and what each member did by itself.

Mix is centred: a shift to a member counts by how far that member is from the average, or a poor store that grows would
show a gain. Centring moves effects between members, never their sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from opsctl.reviewing.attribution.shapley import Number

Weighing = Literal["mean", "base"]


@dataclass(frozen=True, slots=True)
class Shift:
    """A member's part in what a larger or smaller total did, and in what shifted between members."""

    volume: Fraction
    mix: Fraction


@dataclass(frozen=True, slots=True)
class MixRate:
    """A member's part in the change of an average: by its share, and by its own rate."""

    mix: Fraction
    rate: Fraction


def volume_and_mix(
    base: Sequence[Number], actual: Sequence[Number], worths: Sequence[Number], weighing: Weighing = "mean"
) -> tuple[Shift, ...]:
    """Split every member's change of quantity, each unit of `worth`, in volume and centred mix.

    `mean` is the Owen value of total and shares, `base` changes the total first, at the shares there were. Where one
    side is nothing at all there are no shares: all of it is volume.
    """
    before, after = tuple(map(Fraction, base)), tuple(map(Fraction, actual))
    each = tuple(map(Fraction, worths))
    was, now = sum(before, Fraction(0)), sum(after, Fraction(0))
    if not was or not now:
        return tuple(
            Shift((new - old) * worth, Fraction(0)) for old, new, worth in zip(before, after, each, strict=True)
        )
    shares = [(old / was, new / now) for old, new in zip(before, after, strict=True)]
    weights = [old if weighing == "base" else (old + new) / 2 for old, new in shares]
    total = now if weighing == "base" else (was + now) / 2
    average = sum((weight * worth for weight, worth in zip(weights, each, strict=True)), Fraction(0))
    mixes = [total * (new - old) * (worth - average) for (old, new), worth in zip(shares, each, strict=True)]
    changes = [(new - old) * worth for old, new, worth in zip(before, after, each, strict=True)]
    return tuple(Shift(change - mix, mix) for change, mix in zip(changes, mixes, strict=True))


def mix_and_rate(
    base: tuple[Sequence[Number], Sequence[Number]], actual: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[MixRate, ...]:
    """Split the change of a weighted average, given as (weights, rates) on both sides; both effects add up to it.

    Raises ZeroDivisionError where the weights of a side add up to nothing.
    """
    (before, old_rates), (after, new_rates) = base, actual
    was, now = sum(map(Fraction, before)), sum(map(Fraction, after))
    shares = [(Fraction(old) / was, Fraction(new) / now) for old, new in zip(before, after, strict=True)]
    rates = [(Fraction(old), Fraction(new)) for old, new in zip(old_rates, new_rates, strict=True)]
    means = [(old + new) / 2 for old, new in rates]
    centre = sum(((old + new) / 2 * mean for (old, new), mean in zip(shares, means, strict=True)), Fraction(0))
    return tuple(
        MixRate((new - old) * (mean - centre), (old + new) / 2 * (better - worse))
        for (old, new), (worse, better), mean in zip(shares, rates, means, strict=True)
    )
