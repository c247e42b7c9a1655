"""
Divides a whole number over children in proportion to weights, exactly.

The method is the bounded divisor method of Webster and Sainte-Laguë. A child's k-th unit is worth
weight / (2k - 1); units are handed out from the dearest down until the total is spent, starting from
the children's floors and passing over children at their caps. Equal worth goes to the lower index.

It was chosen over largest remainder because raising the total lowers nobody, and holding a child at
the number it was just given changes nobody else.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, cast

Reason = Literal["floors", "caps", "weights", "crossed"]


class Infeasible(Exception):
    """No division meets the total and the bounds.

    `reason` says which side fails: the floors add to more than the total, the caps to less, the children with
    room left have no weight to receive by, or a floor stands above its own cap. `children` are the indexes that
    make it so. `most_sum` is None where some child has no limit; a child without weight never gets more than its floor.
    """

    def __init__(
        self,
        total: int,
        least_sum: int,
        most_sum: int | None,
        reason: Reason,
        children: tuple[int, ...],
    ) -> None:
        super().__init__(total, least_sum, most_sum, reason, children)
        self.total = total
        self.least_sum = least_sum
        self.most_sum = most_sum
        self.reason = reason
        self.children = children


def apportion(
    weights: Sequence[int | Fraction],
    total: int,
    *,
    least: Sequence[int] | None = None,
    most: Sequence[int | None] | None = None,
) -> tuple[int, ...]:
    """Divide the total over the children; the parts add up to it exactly.

    `least` and `most` limit each child, `None` in `most` is no limit, and equal bounds hold a child, also below zero.
    A negative total mirrors the positive one, but only without bounds; under bounds only a cap puts a child below zero.
    """
    scaled = whole_weights(weights)
    if least is None and most is None:
        if total < 0:
            return tuple(-part for part in _divide_freely(scaled, -total))
        return _divide_freely(scaled, total)
    limits: Sequence[int | None] = (None,) * len(scaled) if most is None else most
    floors = _effective_floors(total, (0,) * len(scaled) if least is None else least, limits)
    caps = _effective_caps(scaled, total, floors, limits)
    return _divide_within(scaled, total, floors, caps)


def evenly(count: int, total: int) -> tuple[int, ...]:
    """Divide the total over so many children that weigh the same, as `apportion` does."""
    each, over = divmod(abs(total), count)
    parts = (each + 1,) * over + (each,) * (count - over)
    return parts if total >= 0 else tuple(-part for part in parts)


def whole_weights(weights: Sequence[int | Fraction]) -> Sequence[int]:
    """Scale the weights by their common denominator, so that only whole numbers are compared.

    Raises TypeError for anything inexact and ValueError for a negative weight.
    """
    # A sum is an int exactly when every weight is one, and costs less than looking at each.
    if isinstance(sum(weights), int):
        scaled = cast("Sequence[int]", weights)
    else:
        if not all(isinstance(weight, int | Fraction) for weight in weights):
            raise TypeError("weights are int or Fraction")
        scale = lcm(*(weight.denominator for weight in weights))
        scaled = [weight.numerator * (scale // weight.denominator) for weight in weights]
    if scaled and min(scaled) < 0:
        raise ValueError("weights are not negative")
    return scaled


def weightless(count: int, total: int) -> Infeasible:
    """Say that a total cannot be divided, because none of the children has any weight."""
    return Infeasible(total, 0, 0, "weights", tuple(range(count)))


def _divide_freely(weights: Sequence[int], total: int) -> tuple[int, ...]:
    whole = sum(weights)
    if not whole:
        if total:
            raise weightless(len(weights), total)
        return (0,) * len(weights)
    if weights.count(weights[0]) == len(weights):
        return evenly(len(weights), total)
    double_total, double_whole = 2 * total, 2 * whole
    cells = [(double_total * weight + whole) // double_whole for weight in weights]
    missing = total - sum(cells)
    if missing > 0:
        _add_units(weights, cells, missing, None)
    elif missing:
        _take_units(weights, cells, -missing, None)
    return tuple(cells)


def _divide_within(weights: Sequence[int], total: int, floors: list[int], caps: list[int]) -> tuple[int, ...]:
    if sum(floors) == total:
        return tuple(floors)
    if sum(caps) == total:
        return tuple(caps)
    rise, run = _water_level(weights, total, floors, caps)
    cells = [
        min(max((2 * weight * rise + run) // (2 * run), floor), cap)
        for weight, floor, cap in zip(weights, floors, caps, strict=True)
    ]
    missing = total - sum(cells)
    if missing > 0:
        _add_units(weights, cells, missing, caps)
    elif missing:
        _take_units(weights, cells, -missing, floors)
    return tuple(cells)


def _effective_floors(total: int, least: Sequence[int], most: Sequence[int | None]) -> list[int]:
    crossed = tuple(i for i, (low, high) in enumerate(zip(least, most, strict=True)) if high is not None and low > high)
    if crossed:
        raise Infeasible(total, sum(least), _sum_or_none(most), "crossed", crossed)
    # Units are dealt upwards from zero, so only a cap can put a child below it.
    return [max(low, 0 if high is None else min(0, high)) for low, high in zip(least, most, strict=True)]


def _effective_caps(weights: Sequence[int], total: int, floors: Sequence[int], most: Sequence[int | None]) -> list[int]:
    least_sum = sum(floors)
    limits = [high if weight else low for weight, low, high in zip(weights, floors, most, strict=True)]
    most_sum = _sum_or_none(limits)
    if least_sum > total:
        raise Infeasible(total, least_sum, most_sum, "floors", tuple(i for i, low in enumerate(floors) if low > 0))
    if most_sum is not None and most_sum < total:
        stated = _sum_or_none(most)
        if stated is not None and stated < total:
            raise Infeasible(total, least_sum, stated, "caps", tuple(range(len(most))))
        idle = tuple(i for i, weight in enumerate(weights) if not weight and most[i] != floors[i])
        raise Infeasible(total, least_sum, most_sum, "weights", idle)
    # Nobody can get more than what the floors leave, so that is a limit where none was given.
    return [low + total - least_sum if high is None else high for low, high in zip(floors, limits, strict=True)]


def _sum_or_none(limits: Sequence[int | None]) -> int | None:
    finite = [limit for limit in limits if limit is not None]
    return sum(finite) if len(finite) == len(limits) else None


def _water_level(weights: Sequence[int], total: int, floors: Sequence[int], caps: Sequence[int]) -> tuple[int, int]:
    """Find the level at which the real-valued shares, each kept within its bounds, add up to the total.

    Walks over the levels at which a child leaves its floor or meets its cap; between two of them the sum is a line.
    Expects the floors to add to less than the total and the caps to more.
    """
    heaviest = max(weights)
    # Two fractions bound / weight differ by at least 1 / heaviest², so these keys order them exactly.
    precision = heaviest * heaviest
    bends = sorted(
        (bound * precision // weight, bound, weight, turn)
        for weight, floor, cap in zip(weights, floors, caps, strict=True)
        if floor < cap
        for bound, turn in ((floor, 1), (cap, -1))
    )
    constant, slope = sum(floors), 0
    for _, bound, weight, turn in bends:
        if constant * weight + slope * bound >= total * weight:
            break
        constant -= turn * bound
        slope += turn * weight
    return total - constant, slope


def _add_units(weights: Sequence[int], cells: list[int], count: int, caps: Sequence[int] | None) -> None:
    """Give units where the next one is worth most, to the lower index among equals."""
    # No divisor exceeds the square root, so whole-number worths compare as the exact fractions do.
    precision = (2 * (max(cells) + count) + 1) ** 2
    queue = [
        (-(weights[i] * precision // (2 * cell + 1)), i)
        for i, cell in enumerate(cells)
        if caps is None or cell < caps[i]
    ]
    heapq.heapify(queue)
    for _ in range(count):
        i = queue[0][1]
        cells[i] += 1
        if caps is None or cells[i] < caps[i]:
            heapq.heapreplace(queue, (-(weights[i] * precision // (2 * cells[i] + 1)), i))
        else:
            heapq.heappop(queue)


def _take_units(weights: Sequence[int], cells: list[int], count: int, floors: Sequence[int] | None) -> None:
    """Take units back where the last one is worth least, from the higher index among equals."""
    precision = (2 * max(cells)) ** 2
    queue = [
        (weights[i] * precision // (2 * cell - 1), -i)
        for i, cell in enumerate(cells)
        if cell > (0 if floors is None else floors[i])
    ]
    heapq.heapify(queue)
    for _ in range(count):
        i = -queue[0][1]
        cells[i] -= 1
        if cells[i] > (0 if floors is None else floors[i]):
            heapq.heapreplace(queue, (weights[i] * precision // (2 * cells[i] - 1), -i))
        else:
            heapq.heappop(queue)
