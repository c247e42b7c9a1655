"""
Holds the cells that no table can move off their bound.

Where totals leave a cell no choice, such as a row that exactly its caps fill, no finite factors lead there, and the
search for them only crawls. One table within the bounds shows these cells: they stand at a bound, and no round trip
through other cells leads back to theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from opsctl.planning.tables.network import settle
from opsctl.planning.tables.problem import Problem
from opsctl.planning.tables.ring import ring_of


def without_stuck(problem: Problem) -> Problem | None:
    """The same table with its stuck cells held; None where nothing meets the totals."""
    found = _any_table(problem)
    if found is None:
        return None
    up = [
        _where(more > cell for cell, more in zip(*pair, strict=True)) for pair in zip(found, problem.high, strict=True)
    ]
    down = [
        _where(cell > less for cell, less in zip(*pair, strict=True)) for pair in zip(found, problem.low, strict=True)
    ]
    reached = _reached(up, down, len(problem.columns))
    low, high = [list(line) for line in problem.low], [list(line) for line in problem.high]
    for row, cells in enumerate(found):
        for column, cell in enumerate(cells):
            rises = bool(up[row] >> column & 1 and reached[column] & down[row])
            falls = bool(down[row] >> column & 1 and any(reached[k] >> column & 1 for k in _columns(up[row])))
            if not rises and not falls:
                low[row][column] = high[row][column] = cell
    return replace(problem, low=low, high=high)


def _where(flags: Iterable[bool]) -> int:
    """The columns of a row of which something is true, as bits."""
    return sum(1 << column for column, flag in enumerate(flags) if flag)


def _columns(bits: int) -> list[int]:
    return [column for column in range(bits.bit_length()) if bits >> column & 1]


def _reached(up: list[int], down: list[int], count: int) -> list[int]:
    """By column, the columns a unit can be carried to through any rows, itself among them."""
    reached = [1 << column for column in range(count)]
    for rising, falling in zip(up, down, strict=True):
        for column in _columns(falling):
            reached[column] |= rising
    for middle in range(count):
        for column in range(count):
            if reached[column] >> middle & 1:
                reached[column] |= reached[middle]
    return reached


def _any_table(problem: Problem) -> list[list[int]] | None:
    network, arcs = ring_of(problem)
    if settle(network):
        return None
    return [
        [low + network.room[arc ^ 1] for low, arc in zip(lows, line, strict=True)]
        for lows, line in zip(problem.low, arcs, strict=True)
    ]
