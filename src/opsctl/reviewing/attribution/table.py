"""
Rounds a table of effects of any sign so that rows, columns and the whole still add up.

Every cell and every sum is rounded down or up. The table with its own sums as one more row and column adds up to zero
in every direction; as long as a cell of it is no whole number there is a ring of such cells, along which amounts are
moved until one is whole (Cox 1987, without the lots he draws).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

Cell = tuple[int, int]
Line = tuple[bool, int]
"""A row (True) or column by its number."""

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


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table that adds up to zero in every direction, and by row and by column the cells that are no whole numbers.

    These stand in dictionaries, which keep their order, so that the same table is always rounded the same way.
    """

    values: list[list[Fraction]]
    rows: list[dict[int, None]]
    columns: list[dict[int, None]]

    def is_loose(self, cell: Cell) -> bool:
        """Whether a cell is no whole number yet."""
        return cell[1] in self.rows[cell[0]]


def round_table(cells: Sequence[Sequence[Fraction]], total: int) -> Rounded:
    """Round a table whose cells add up to less than one away from `total`.

    Raises ValueError where the total is further off than rounding can be.
    """
    grid = _with_sums(cells)
    row, column = corner = (len(cells), len(grid.columns) - 1)
    if abs(grid.values[row][column] - total) >= 1:
        raise ValueError("the total is further off than rounding can be")
    while grid.is_loose(corner):
        _move(grid, corner, up=total > grid.values[row][column])
    for cell in _closest_first(grid):
        while grid.is_loose(cell):
            value = grid.values[cell[0]][cell[1]]
            _move(grid, cell, up=value - floor(value) >= _HALF)
    return Rounded(tuple(tuple(int(value) for value in row[:-1]) for row in grid.values[:-1]))


def round_rows(cells: Sequence[Sequence[Fraction]], rows: Sequence[int]) -> Rounded:
    """Round a table to whole rows that are given; each is less than one away from what its cells add up to.

    What a row is off by goes to its largest cell before rounding.
    """
    moved = []
    for row, whole in zip(cells, rows, strict=True):
        most = max(range(len(row)), key=lambda at: abs(row[at]))
        moved.append([value + (whole - sum(row) if at == most else 0) for at, value in enumerate(row)])
    return round_table(moved, sum(rows))


def _with_sums(cells: Sequence[Sequence[Fraction]]) -> _Grid:
    """The table with minus the sum of each row beside it, minus that of each column below, and the total between."""
    beside = [[*row, -sum(row, Fraction(0))] for row in cells]
    values = [*beside, [-sum(column, Fraction(0)) for column in zip(*beside, strict=True)]]
    loose = [[value.denominator != 1 for value in row] for row in values]
    return _Grid(
        values,
        [{at: None for at, is_loose in enumerate(row) if is_loose} for row in loose],
        [{at: None for at, is_loose in enumerate(column) if is_loose} for column in zip(*loose, strict=True)],
    )


def _closest_first(grid: _Grid) -> list[Cell]:
    """The cells that are no whole numbers, those first that are closest to one."""

    def off(cell: Cell) -> Fraction:
        value = grid.values[cell[0]][cell[1]]
        return abs(value - floor(value) - _HALF)

    loose = [(row, column) for row, columns in enumerate(grid.rows) for column in columns]
    return sorted(loose, key=lambda cell: -off(cell))


def _move(grid: _Grid, start: Cell, *, up: bool) -> None:
    """Move as much along a ring through the cell as makes one of its cells whole; `up` raises the cell itself."""
    ring = [(row, column, (at % 2 == 0) == up) for at, (row, column) in enumerate(_ring(grid, start))]
    step = min(_room(grid.values[row][column], up=raised) for row, column, raised in ring)
    for row, column, raised in ring:
        value = grid.values[row][column] + (step if raised else -step)
        grid.values[row][column] = value
        if value.denominator == 1:
            del grid.rows[row][column], grid.columns[column][row]


def _room(value: Fraction, *, up: bool) -> Fraction:
    return ceil(value) - value if up else value - floor(value)


def _ring(grid: _Grid, start: Cell) -> list[Cell]:
    """A shortest ring of cells that are not whole, by turns along a column and along a row, from `start` back to it.

    There is one, because a row or column that adds up to a whole number never has a single such cell.
    """
    row, column = start
    begin, end = (True, row), (False, column)
    came: dict[Line, tuple[Line, Cell]] = {begin: (begin, start)}
    waiting = [begin]
    for line in waiting:
        is_row, at = line
        for other in grid.rows[at] if is_row else grid.columns[at]:
            cell = (at, other) if is_row else (other, at)
            across = (not is_row, other)
            if cell == start or across in came:
                continue
            came[across] = (line, cell)
            if not is_row and column in grid.rows[other]:
                # The next step would arrive; a table of a thousand stores has as many other rows to look at first.
                came[end] = (across, (other, column))
                return _way_back(came, end, start)
            waiting.append(across)
    raise AssertionError("a table that adds up has a ring through every cell that is not whole")


def _way_back(came: dict[Line, tuple[Line, Cell]], end: Line, start: Cell) -> list[Cell]:
    ring, line = [start], end
    while line != (True, start[0]):
        line, cell = came[line]
        ring.append(cell)
    return ring
