"""
Of several tables that are equally good, the first: cells are read row by row, and the one that gets more comes first.

With exact factors for rows and columns, a cell has a choice only where its scaled weight lies exactly halfway between
two whole numbers. All equally good tables differ in such cells alone, so it is enough to carry units among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opsctl.planning.tables.moves import Moves, Ratio


@dataclass(slots=True)
class _Choices:
    """By row, the columns that may give a unit and those that may take one; by pair, the rows that carry between."""

    give: list[set[int]]
    take: list[set[int]]
    rows: list[list[set[int]]]


def settle_ties(moves: Moves, potentials: list[Ratio]) -> None:
    """Carry units among the cells that have a choice until the first of the equally good tables is reached."""
    choices = _choices(moves, potentials)
    for row in range(len(moves.cells)):
        _set_pairs(choices, row, there=False)
        for column in sorted(choices.give[row] | choices.take[row]):
            if column in choices.take[row]:
                _raise(moves, choices, row, column)
            choices.give[row].discard(column)
            choices.take[row].discard(column)


def _choices(moves: Moves, potentials: list[Ratio]) -> _Choices:
    count = len(potentials)
    choices = _Choices([], [], [[set() for _ in range(count)] for _ in range(count)])
    for row in range(len(moves.cells)):
        give, take = _halfway(moves, potentials, row)
        choices.give.append(give)
        choices.take.append(take)
        _set_pairs(choices, row, there=True)
    return choices


def _halfway(moves: Moves, potentials: list[Ratio], row: int) -> tuple[set[int], set[int]]:
    """The columns whose cells of this row can give or take a unit at no cost; both are empty or neither is."""
    cells, weights = moves.cells[row], moves.problem.weights[row]
    low, high = moves.problem.low[row], moves.problem.high[row]
    dearest: Ratio | None = None
    cheapest: Ratio | None = None
    give: set[int] = set()
    take: set[int] = set()
    for column, (above, below) in enumerate(potentials):
        cell, scaled, per = cells[column], weights[column] * above, below
        if cell > low[column]:
            last = (2 * cell - 1) * per, scaled
            order = 1 if dearest is None else _compare(last, dearest)
            if order >= 0:
                dearest, give = last, {column} | (give if order == 0 else set())
        if cell < high[column]:
            following = (2 * cell + 1) * per, scaled
            order = -1 if cheapest is None else _compare(following, cheapest)
            if order <= 0:
                cheapest, take = following, {column} | (take if order == 0 else set())
    if dearest is None or cheapest is None or _compare(dearest, cheapest):
        return set(), set()
    return give, take


def _compare(one: Ratio, other: Ratio) -> int:
    left, right = one[0] * other[1], other[0] * one[1]
    return (left > right) - (left < right)


def _set_pairs(choices: _Choices, row: int, *, there: bool) -> None:
    for j in choices.give[row]:
        for k in choices.take[row]:
            if there:
                choices.rows[j][k].add(row)
            else:
                choices.rows[j][k].discard(row)


def _raise(moves: Moves, choices: _Choices, row: int, column: int) -> None:
    """Give the cell one unit more from a later cell of its row, made good in later rows, where there is a way."""
    path = _path(choices, column, choices.give[row])
    if path is None:
        return
    last = path[-1][1]
    for changed, j, k in [(row, last, column), *_through(choices, path)]:
        moves.cells[changed][j] -= 1
        moves.cells[changed][k] += 1
        if changed != row:
            _set_pairs(choices, changed, there=False)
        for columns, gone, come in ((choices.give[changed], j, k), (choices.take[changed], k, j)):
            columns.discard(gone)
            columns.add(come)
        if changed != row:
            _set_pairs(choices, changed, there=True)


def _through(choices: _Choices, path: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    for j, k in path:
        yield min(choices.rows[j][k]), j, k


def _path(choices: _Choices, start: int, goals: set[int]) -> list[tuple[int, int]] | None:
    """The fewest steps from the column to one of the goals, each through a row that has the choice."""
    before: dict[int, int] = {}
    seen, queue = {start}, [start]
    for j in queue:
        for k, rows in enumerate(choices.rows[j]):
            if rows and k not in seen:
                seen.add(k)
                before[k] = j
                queue.append(k)
                if k in goals:
                    steps = [(j, k)]
                    while steps[-1][0] != start:
                        steps.append((before[steps[-1][0]], steps[-1][0]))
                    return steps[::-1]
    return None
