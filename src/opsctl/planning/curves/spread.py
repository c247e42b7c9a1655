"""
Spreads a whole number over a run of days, so that no running total is ever off by more than half a unit.

Dividing days by worth (as `allocate` does for scopes and months) would put the units of a small count at
one end of the month. Rounding the running total instead keeps them in step with the curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from opsctl.planning.dividing.allocate import weightless, whole_weights


def spread(weights: Sequence[int | Fraction], total: int) -> tuple[int, ...]:
    """Give each day the step of the running total, rounded half up.

    The days add up to the total, each is its exact share rounded down or up, and a day without weight gets nothing.
    A negative total mirrors the positive one. Raises Infeasible where a total stands and no day weighs anything.
    """
    scaled = whole_weights(weights)
    if total < 0:
        return tuple(-part for part in _steps(scaled, -total))
    return _steps(scaled, total)


def _steps(weights: Sequence[int], total: int) -> tuple[int, ...]:
    whole = sum(weights)
    if not whole:
        if total:
            raise weightless(len(weights), total)
        return (0,) * len(weights)
    double_total, double_whole = 2 * total, 2 * whole
    marks = [(double_total * reached + whole) // double_whole for reached in accumulate(weights)]
    return tuple([mark - before for mark, before in zip(marks, [0, *marks], strict=False)])
