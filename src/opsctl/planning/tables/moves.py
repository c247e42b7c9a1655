"""
The cheapest way to carry one unit of some row from one column to another, for every pair of columns.

A cell's k-th unit is worth weight / (2k - 1). Carrying a unit from column j to column k in a row costs the worth it
had by the worth it gets, a ratio of whole numbers, and a path costs the product of its ratios. All comparisons are of
whole numbers by cross-multiplication.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from opsctl.planning.tables.problem import Problem

Ratio = tuple[int, int]
"""A positive number as numerator and denominator."""


@dataclass(slots=True)
class Way:
    """The lowest cost of carrying a unit between two columns, and the rows that offer it."""

    cost: Ratio
    rows: list[int]


@dataclass(slots=True)
class Moves:
    """A table whose rows stand at their totals, with the cheapest ways between its columns."""

    problem: Problem
    cells: list[list[int]]
    ways: list[list[Way | None]]


def moves_of(problem: Problem, cells: list[list[int]]) -> Moves:
    """Find the cheapest way between every two columns."""
    columns = range(len(problem.columns))
    moves = Moves(problem, cells, [])
    moves.ways = [[_cheapest(moves, j, k) if j != k else None for k in columns] for j in columns]
    return moves


def shortest(moves: Moves, sources: Iterable[int]) -> tuple[list[Ratio | None], list[int | None]]:
    """The cheapest path to each column from any of the sources, which cost 1, and the column before it on the path.

    Expects that no round trip costs less than 1, which holds of every table that rounds given factors.
    """
    count = len(moves.ways)
    costs: list[Ratio | None] = [None] * count
    before: list[int | None] = [None] * count
    changed = set(sources)
    for column in changed:
        costs[column] = (1, 1)
    while changed:
        again: set[int] = set()
        for j in sorted(changed):
            above, below = costs[j] or (1, 1)
            for k, way in enumerate(moves.ways[j]):
                if way is None:
                    continue
                reached = above * way.cost[0], below * way.cost[1]
                known = costs[k]
                if known is None or reached[0] * known[1] < known[0] * reached[1]:
                    costs[k], before[k] = reached, j
                    again.add(k)
        changed = again
    return costs, before


def carry(moves: Moves, path: Sequence[tuple[int, int]], most: int) -> int:
    """Carry units along a cheapest path, through as many rows as offer it at the same cost; gives their number."""
    chosen = [way for j, k in path if (way := moves.ways[j][k]) is not None]
    count = min(most, *(len(way.rows) for way in chosen))
    changed: list[tuple[int, int, int]] = []
    for (j, k), way in zip(path, chosen, strict=True):
        for row in way.rows[:count]:
            moves.cells[row][j] -= 1
            moves.cells[row][k] += 1
            changed.append((row, j, k))
    for row, j, k in changed:
        _refresh(moves, row, (j, k))
    return count


def _cheapest(moves: Moves, j: int, k: int) -> Way | None:
    found: Way | None = None
    for row in range(len(moves.cells)):
        found = _better(moves, row, j, k, found)
    return found


def _better(moves: Moves, row: int, j: int, k: int, known: Way | None) -> Way | None:
    """The known way, or that of the row where it costs less, or both where they cost the same."""
    problem, cells = moves.problem, moves.cells[row]
    given, got = cells[j], cells[k]
    if given <= problem.low[row][j] or got >= problem.high[row][k]:
        return known
    weights = problem.weights[row]
    above, below = (2 * got + 1) * weights[j], (2 * given - 1) * weights[k]
    if known is None:
        return Way((above, below), [row])
    ours, theirs = above * known.cost[1], known.cost[0] * below
    if ours < theirs:
        return Way((above, below), [row])
    if ours == theirs:
        known.rows.append(row)
    return known


def _refresh(moves: Moves, row: int, touched: tuple[int, int]) -> None:
    """Work out again what the row offers for the pairs with a column whose cell has changed."""
    columns = range(len(moves.ways))
    pairs = {(j, k) for j in touched for k in columns} | {(j, k) for j in columns for k in touched}
    for j, k in pairs:
        if j == k:
            continue
        way = moves.ways[j][k]
        if way is not None and row in way.rows:
            way.rows.remove(row)
            if not way.rows:
                moves.ways[j][k] = _cheapest(moves, j, k)
                continue
        moves.ways[j][k] = _better(moves, row, j, k, way)
