"""
Fills a table of weights so that every row and every column adds up to its total, exactly.

The method is double-proportional rounding (Pukelsheim), the two-sided kin of `apportion`: of all tables within the
bounds that meet the totals, the one with the least sum of ln((k - 1/2) / weight) over the units k = 1, 2, … of its
cells (Gaffke and Pukelsheim), which is each weight times a factor for its row and one for its column, rounded. Of
several such tables the first counts in which a cell, read row by row, gets more.

Floating-point factors start the search. Rows are then divided exactly, and the few units by which columns are off are
carried along cheapest paths; costs are ratios of whole numbers and are compared as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from opsctl.planning.dividing.allocate import Infeasible, apportion, whole_weights
from opsctl.planning.tables.clash import clash_of
from opsctl.planning.tables.moves import Moves, carry, moves_of, shortest
from opsctl.planning.tables.problem import Grid, Limits, Problem, problem_of
from opsctl.planning.tables.stuck import without_stuck
from opsctl.planning.tables.ties import settle_ties
from opsctl.planning.tables.warm import column_factors

Cells = tuple[tuple[int, ...], ...]


def fill(
    weights: Sequence[Sequence[int | Fraction]],
    rows: Sequence[int],
    columns: Sequence[int],
    *,
    least: Grid | None = None,
    most: Limits | None = None,
) -> Cells:
    """Fill the table; `least` and `most` limit each cell as in `apportion`, equal bounds hold it.

    A cell without weight never gets more than its floor. Negative totals mirror positive ones, but only without bounds.
    Raises Clash with an irreducible set of totals and bounds.
    """
    if least is None and most is None and max((*rows, *columns), default=0) <= 0 and any(rows):
        mirrored = fill(weights, [-total for total in rows], [-total for total in columns])
        return tuple(tuple(-cell for cell in line) for line in mirrored)
    problem = problem_of(weights, rows, columns, least, most)
    moves = _rows_divided(problem)
    if moves is None or not _columns_met(moves):
        raise clash_of(problem, most)
    potentials, _ = shortest(moves, range(len(columns)))
    settle_ties(moves, [cost or (1, 1) for cost in potentials])
    return tuple(tuple(line) for line in moves.cells)


def _rows_divided(problem: Problem) -> Moves | None:
    """Every row at its total, by the columns' factors; None where one cannot be."""
    found = column_factors(problem)
    if not found.close:
        freed = without_stuck(problem)
        if freed is None:
            return None
        problem, found = freed, column_factors(freed)
    factors = whole_weights([Fraction(factor) for factor in found.columns])
    cells = []
    for weights, total, low, high in zip(problem.weights, problem.rows, problem.low, problem.high, strict=True):
        scaled = [weight * factor for weight, factor in zip(weights, factors, strict=True)]
        try:
            cells.append(list(apportion(scaled, total, least=low, most=high)))
        except Infeasible:
            return None
    return moves_of(problem, cells)


def _columns_met(moves: Moves) -> bool:
    """Carry units along cheapest paths until every column is at its total; False where no path is left."""
    totals = moves.problem.columns
    over = [sum(line[column] for line in moves.cells) - total for column, total in enumerate(totals)]
    while any(units > 0 for units in over):
        costs, before = shortest(moves, [column for column, units in enumerate(over) if units > 0])
        found = [
            (Fraction(*cost), column) for column, cost in enumerate(costs) if cost is not None and over[column] < 0
        ]
        if not found:
            return False
        path = _path_to(min(found)[1], before)
        source, goal = path[0][0], path[-1][1]
        carried = carry(moves, path, min(over[source], -over[goal]))
        over[source] -= carried
        over[goal] += carried
    return not any(over)


def _path_to(goal: int, before: Sequence[int | None]) -> list[tuple[int, int]]:
    steps: list[tuple[int, int]] = []
    column = goal
    while (previous := before[column]) is not None:
        steps.append((previous, column))
        column = previous
    return steps[::-1]
