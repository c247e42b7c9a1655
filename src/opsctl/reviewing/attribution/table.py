"""
Rounds a table of effects of any sign so that rows, columns and the whole still add up.

Every cell and every sum is rounded down or up. The table with its own sums as one more row and column adds up to zero
in every direction; as long as a cell of it is no whole number there is a ring of such cells, along which amounts are
moved until one is whole (Cox 1987, without the lots he draws).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

Cell = tuple[int, int]
Grid = list[list[Fraction]]

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Rounded:
    """Whole cells with the sums of their rows and columns, and their total."""

    cells: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The sum of each row."""
        return tuple(map(sum, self.cells))

    @property
    def columns(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(map(sum, zip(*self.cells, strict=True)))


def round_table(cells: Sequence[Sequence[Fraction]], total: int) -> Rounded:
    """Round a table whose cells add up to less than one away from `total`.

    Raises ValueError where the total is further off than rounding can be.
    """
    grid = _with_sums(cells)
    corner = (len(cells), len(grid[0]) - 1)
    if abs(grid[corner[0]][corner[1]] - total) >= 1:
        raise ValueError("the total is further off than rounding can be")
    while not _is_whole(grid, corner):
        _move(grid, corner, up=total > grid[corner[0]][corner[1]])
    for cell in _largest_first(grid):
        while not _is_whole(grid, cell):
            value = grid[cell[0]][cell[1]]
            _move(grid, cell, up=value - floor(value) >= _HALF)
    return Rounded(tuple(tuple(int(value) for value in row[:-1]) for row in grid[:-1]))


def round_rows(cells: Sequence[Sequence[Fraction]], rows: Sequence[int]) -> Rounded:
    """Round a table to whole rows that are given; each is less than one away from what its cells add up to.

    What a row is off by goes to its largest cell before rounding.
    """
    moved = []
    for row, whole in zip(cells, rows, strict=True):
        most = max(range(len(row)), key=lambda at: abs(row[at]))
        moved.append([value + (whole - sum(row) if at == most else 0) for at, value in enumerate(row)])
    return round_table(moved, sum(rows))


def _with_sums(cells: Sequence[Sequence[Fraction]]) -> Grid:
    """The table with minus the sum of each row beside it, minus that of each column below, and the total between."""
    grid = [[*row, -sum(row, Fraction(0))] for row in cells]
    return [*grid, [-sum(column, Fraction(0)) for column in zip(*grid, strict=True)]]


def _is_whole(grid: Grid, cell: Cell) -> bool:
    return grid[cell[0]][cell[1]].denominator == 1


def _largest_first(grid: Grid) -> list[Cell]:
    """The cells that are not whole, those first that are closest to a whole number."""
    loose = [(row, column) for row, values in enumerate(grid) for column in range(len(values))]

    def off(cell: Cell) -> Fraction:
        value = grid[cell[0]][cell[1]]
        return abs(value - floor(value) - _HALF)

    return sorted((cell for cell in loose if not _is_whole(grid, cell)), key=lambda cell: -off(cell))


def _move(grid: Grid, start: Cell, *, up: bool) -> None:
    """Move as much along a ring through the cell as makes one of its cells whole; `up` raises the cell itself."""
    ring = _ring(grid, start)
    signs = [1 if (at % 2 == 0) == up else -1 for at in range(len(ring))]
    room = []
    for (row, column), sign in zip(ring, signs, strict=True):
        value = grid[row][column]
        room.append(ceil(value) - value if sign > 0 else value - floor(value))
    step = min(room)
    for (row, column), sign in zip(ring, signs, strict=True):
        grid[row][column] += sign * step


def _ring(grid: Grid, start: Cell) -> list[Cell]:
    """The shortest ring of cells that are not whole, by turns along a row and along a column, from `start` back to it.

    There is one, because a row or column that adds up to a whole number never has a single such cell.
    """
    row, column = start
    came: dict[tuple[str, int], tuple[tuple[str, int], Cell]] = {("row", row): (("row", row), start)}
    waiting = [("row", row)]
    for line in waiting:
        for cell, other in _lines_from(grid, line):
            if cell != start and other not in came:
                came[other] = (line, cell)
                waiting.append(other)
                if other == ("column", column):
                    return _way_back(came, other, start)
    raise AssertionError("a table that adds up has a ring through every cell that is not whole")


def _lines_from(grid: Grid, line: tuple[str, int]) -> Iterator[tuple[Cell, tuple[str, int]]]:
    kind, at = line
    if kind == "row":
        for column in range(len(grid[at])):
            if not _is_whole(grid, (at, column)):
                yield (at, column), ("column", column)
    else:
        for row in range(len(grid)):
            if not _is_whole(grid, (row, at)):
                yield (row, at), ("row", row)


def _way_back(
    came: dict[tuple[str, int], tuple[tuple[str, int], Cell]], end: tuple[str, int], start: Cell
) -> list[Cell]:
    ring, line = [start], end
    while line != ("row", start[0]):
        line, cell = came[line]
        ring.append(cell)
    return ring
