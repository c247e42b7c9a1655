"""A table to fill: weights, the totals of its rows and columns, and what each cell may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.planning.dividing.allocate import whole_weights

Grid = Sequence[Sequence[int]]
Limits = Sequence[Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class Problem:
    """A table in whole numbers: every weight, total, floor and cap; `unlimited` is more than any cell can reach."""

    weights: Grid
    rows: Sequence[int]
    columns: Sequence[int]
    low: Grid
    high: Grid
    unlimited: int


def problem_of(
    weights: Sequence[Sequence[int | Fraction]],
    rows: Sequence[int],
    columns: Sequence[int],
    least: Grid | None,
    most: Limits | None,
) -> Problem:
    """Make the bounds whole: none goes below zero unless its cap does, and a cell without weight stays at its floor.

    Raises ValueError for shapes that do not fit, and what `whole_weights` raises.
    """
    for grid in (weights, least, most):
        if grid is not None and (len(grid) != len(rows) or any(len(line) != len(columns) for line in grid)):
            raise ValueError("weights and bounds have a cell for every row and column")
    scaled = [whole_weights(line) for line in weights]
    floors: Grid = [(0,) * len(columns)] * len(rows) if least is None else least
    caps: Limits = [(None,) * len(columns)] * len(rows) if most is None else most
    low = [
        [max(floor, 0 if cap is None else min(0, cap)) for floor, cap in zip(*pair, strict=True)]
        for pair in zip(floors, caps, strict=True)
    ]
    unlimited = 1 + sum(map(abs, rows)) + sum(map(abs, columns)) + sum(abs(cell) for line in low for cell in line)
    high = [
        [(unlimited if cap is None else cap) if weight else min(floor, floor if cap is None else cap)
         for weight, floor, cap in zip(*lines, strict=True)]
        for lines in zip(scaled, low, caps, strict=True)
    ]  # fmt: skip
    return Problem(scaled, rows, columns, low, high, unlimited)
