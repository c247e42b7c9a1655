"""
Factors that prove a filled table: each weight times its row's and its column's factor rounds to the cell.

A cell stands where it does because the product lies within half a unit of it, or beyond a bound it stands at.
Short decimals are given wherever they prove the table, exact fractions elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import exp, log

from opsctl.planning.tables.moves import Moves, Ratio, Way, moves_of, shortest
from opsctl.planning.tables.problem import Grid, Limits, problem_of

_DIGITS = 400


def multipliers(
    weights: Sequence[Sequence[int | Fraction]], cells: Grid, least: Grid | None = None, most: Limits | None = None
) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    """Find a factor for every row and every column of a table that `fill` made with these weights and bounds."""
    problem = problem_of(
        weights, [sum(line) for line in cells], [sum(line) for line in zip(*cells, strict=True)], least, most
    )
    moves = moves_of(problem, [list(line) for line in cells])
    exact = [Fraction(*cost) for cost in _potentials(moves)]
    for columns in (_short(moves), exact):
        found = [
            _row_factor(problem.low[row], problem.high[row], weights[row], line, columns)
            for row, line in enumerate(cells)
        ]
        rows = [factor for factor in found if factor is not None]
        if len(rows) == len(found):
            break
    return tuple(rows), tuple(columns)


def _potentials(moves: Moves) -> list[Ratio]:
    costs, _ = shortest(moves, range(len(moves.ways)))
    return [cost or (1, 1) for cost in costs]


def _short(moves: Moves) -> list[Fraction]:
    """The middle of the two extreme solutions in decimals; most tables leave that much play."""
    turned: list[list[Way | None]] = [list(line) for line in zip(*moves.ways, strict=True)]
    there = [_log(cost) for cost in _potentials(moves)]
    back = [-_log(cost) for cost in _potentials(Moves(moves.problem, moves.cells, turned))]
    middle = [(one + other) / 2 for one, other in zip(there, back, strict=True)]
    mean = sum(middle) / len(middle) if middle else 0.0
    return [Fraction(f"{exp(max(-300.0, min(300.0, power - mean))):.15g}") for power in middle]


def _log(cost: Ratio) -> float:
    return log(cost[0]) - log(cost[1])


def _row_factor(
    low: Sequence[int],
    high: Sequence[int],
    weights: Sequence[int | Fraction],
    cells: Sequence[int],
    columns: Sequence[Fraction],
) -> Fraction | None:
    """The shortest decimal that rounds the row's products to its cells; None where no number does."""
    scaled = [weight * factor for weight, factor in zip(weights, columns, strict=True)]
    floors = [
        (2 * cell - 1) / (2 * product) for cell, product, limit in zip(cells, scaled, low, strict=True) if cell > limit
    ]
    caps = [
        (2 * cell + 1) / (2 * product) for cell, product, limit in zip(cells, scaled, high, strict=True) if cell < limit
    ]
    if not floors and not caps:
        return Fraction(1)
    from_ = max(floors) if floors else min(caps) / 2
    to = min(caps) if caps else 2 * from_
    return None if from_ > to else _shortest_decimal(Fraction(from_), Fraction(to))


def _shortest_decimal(from_: Fraction, to: Fraction) -> Fraction:
    for digits in range(-20, _DIGITS):
        scale = Fraction(10) ** digits
        rounded = -(-from_ * scale // 1)
        if rounded and rounded <= to * scale:
            return rounded / scale
    return from_
