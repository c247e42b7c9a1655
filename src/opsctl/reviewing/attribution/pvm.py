"""Price, volume, mix: the accountants' split, in which quantities change first, at the prices there were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.reviewing.attribution.mix import volume_and_mix
from opsctl.reviewing.attribution.shapley import Number


@dataclass(frozen=True, slots=True)
class PriceVolumeMix:
    """A member's three effects, which add up to the change of its quantity times price."""

    volume: Fraction
    mix: Fraction
    price: Fraction


def pvm(
    base: tuple[Sequence[Number], Sequence[Number]], actual: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[PriceVolumeMix, ...]:
    """Split the change of sales, given as (quantities, prices) on both sides, member by member."""
    (before, old_prices), (after, new_prices) = base, actual
    shifts = volume_and_mix(before, after, old_prices, "base")
    return tuple(
        PriceVolumeMix(shift.volume, shift.mix, Fraction(sold) * (Fraction(new) - Fraction(old)))
        for shift, sold, old, new in zip(shifts, after, old_prices, new_prices, strict=True)
    )
