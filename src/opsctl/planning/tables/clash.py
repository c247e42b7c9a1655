"""
What clashes where no table meets its totals and bounds, named so that leaving out any one of it would help.

Totals and bounds are a flow around a ring: from the ground to the rows, through the cells to the columns, and back.
Where it cannot flow, a cut shows why (Hoffman): some rows ask for more than fits into some columns and, up to their
caps, into their cells of the others; floors of the other rows take of those columns too. With sums that agree, the
columns left ask the rows left for what is missing, so that each cut is told by rows or by columns.

A told cut is made irreducible at once. Of its rows as many are left out as the others do not need to be too much, those
that ask least first, each with its caps, and then of its floors. What remains is needed: a row set free takes what is
too much or too little, as does a column; a cap or a floor set free gives its row or column more place than is lacking.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, TypeVar

from opsctl.planning.tables.network import settle
from opsctl.planning.tables.problem import Grid, Limits, Problem
from opsctl.planning.tables.ring import ring_of

Kind = Literal["row", "column", "hold", "floor", "cap", "zero"]
_ORDER: tuple[Kind, ...] = ("row", "column", "hold", "floor", "cap", "zero")
_Name = TypeVar("_Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Part:
    """One total or bound of a clash: a row's or column's total, or what a cell is held at, at least, at most.

    `zero` is a cell that has no weight. `asks` says whether it wants units to go where the others leave no place.
    """

    kind: Kind
    row: int | None
    column: int | None
    units: int
    asks: bool


class Clash(Exception):
    """No table meets these totals and bounds, and any of them left out, the others can be met.

    What asks adds up to `need`, what gives way to `place`, which is less.
    """

    def __init__(self, parts: tuple[Part, ...], need: int, place: int) -> None:
        super().__init__(parts, need, place)
        self.parts = parts
        self.need = need
        self.place = place


@dataclass(frozen=True, slots=True)
class _View:
    """A table's totals and bounds by its rows or, turned, by its columns; no floor is below zero."""

    lines: Sequence[int]
    across: Sequence[int]
    low: Grid
    high: Grid
    turned: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """Lines of a view that ask for place, and what lies across and gives it; `floors` are of other lines' cells."""

    view: _View
    lines: Collection[int]
    across: Collection[int]
    floors: Collection[tuple[int, int]] = ()

    @property
    def beyond(self) -> Sequence[int]:
        """What lies across and gives place only up to the caps of the cells."""
        return [place for place in range(len(self.view.across)) if place not in self.across]


def clash_of(problem: Problem, most: Limits | None) -> Clash:
    """Find what clashes; `most` tells a cap from a cell without weight. Raises ValueError where nothing does."""
    crossed = _crossed(problem)
    if crossed is not None:
        return crossed
    raised = _raised(problem)
    views = _views(raised)
    # Most clashes are of one store's year or of one month.
    sides = [side for view in views for side in _of_one(view)] or _of_cut(raised, views)
    told = [least for side in sides if (least := _irreducible(side)) is not None]
    if not told:
        raise ValueError("a table within these bounds meets these totals")
    return _clash(problem, most, min(told, key=_length))


def _length(side: _Side) -> int:
    """How many parts it takes to tell; by columns it is told where that is much shorter."""
    bounds = len(side.lines) * len(side.beyond) + len(side.floors)
    return (len(side.lines) + len(side.across) + bounds) * (2 if side.view.turned else 1)


def _crossed(problem: Problem) -> Clash | None:
    """A floor that stands above its own cap needs no search."""
    for row, (low, high) in enumerate(zip(problem.low, problem.high, strict=True)):
        for column, (floor, cap) in enumerate(zip(low, high, strict=True)):
            if floor > cap:
                parts = (Part("floor", row, column, floor, asks=True), Part("cap", row, column, cap, asks=False))
                return Clash(parts, floor, cap)
    return None


def _raised(problem: Problem) -> Problem:
    """The same table counted from zero or, in cells held below it, from there."""
    if all(floor >= 0 for line in problem.low for floor in line):
        return problem
    below = [[min(floor, 0) for floor in line] for line in problem.low]

    def moved(grid: Grid) -> Grid:
        pairs = (zip(line, by, strict=True) for line, by in zip(grid, below, strict=True))
        return [[units - base for units, base in pair] for pair in pairs]

    rows = [total - sum(line) for total, line in zip(problem.rows, below, strict=True)]
    columns = [total - sum(line) for total, line in zip(problem.columns, zip(*below, strict=True), strict=True)]
    return replace(problem, rows=rows, columns=columns, low=moved(problem.low), high=moved(problem.high))


def _views(problem: Problem) -> tuple[_View, _View]:
    low, high = (
        [[line[at] for line in grid] for at in range(len(problem.columns))] for grid in (problem.low, problem.high)
    )
    by_rows = _View(problem.rows, problem.columns, problem.low, problem.high, turned=False)
    return by_rows, _View(problem.columns, problem.rows, low, high, turned=True)


def _of_one(view: _View) -> Iterator[_Side]:
    """A line that its own cells cannot hold, or what lies across and cannot hold the floors of its cells."""
    for line, (total, high) in enumerate(zip(view.lines, view.high, strict=True)):
        if total > sum(high):
            yield _Side(view, {line}, ())
    floors = [sum(low) for low in zip(*view.low, strict=True)] or [0] * len(view.across)
    for place, (total, least) in enumerate(zip(view.across, floors, strict=True)):
        if least > total:
            yield _Side(view, (), {place})


def _of_cut(problem: Problem, views: tuple[_View, _View]) -> list[_Side]:
    """What a cut of the flow says, told by rows and by columns; nothing where the flow is complete."""
    network, _ = ring_of(problem)
    cut = settle(network)
    if not cut:
        return []
    count, width = len(problem.rows), len(problem.columns)
    rows = {row for row in range(count) if 1 + row in cut}
    columns = {column for column in range(width) if 1 + count + column in cut}
    by_rows, by_columns = views
    return [_Side(by_rows, rows, columns), _Side(by_columns, set(range(width)) - columns, set(range(count)) - rows)]


def _irreducible(side: _Side) -> _Side | None:
    """Leave out what the others are too much without; None where they never are, as sums differ the other way."""
    view, beyond = side.view, side.beyond
    asked = {line: view.lines[line] - sum(view.high[line][place] for place in beyond) for line in sorted(side.lines)}
    others = [line for line in range(len(view.lines)) if line not in side.lines]
    cells = product(others, sorted(side.across))
    floors = {(line, place): view.low[line][place] for line, place in cells if view.low[line][place]}
    gap = sum(asked.values()) + sum(floors.values()) - sum(view.across[place] for place in side.across)
    if gap <= 0:
        return None
    lines, gap = _needed(asked, gap)
    kept, _ = _needed(floors, gap)
    return replace(side, lines=lines, floors=kept)


def _needed(asked: Mapping[_Name, int], gap: int) -> tuple[Collection[_Name], int]:
    """What has to stay for a gap to remain, and that gap; of equals the last are left out."""
    kept = dict(asked)
    for name, units in sorted(reversed([*asked.items()]), key=lambda each: each[1]):
        if units >= gap:
            break
        gap -= units
        del kept[name]
    return kept, gap


def _clash(problem: Problem, most: Limits | None, side: _Side) -> Clash:
    parts = sorted(_parts(problem, most, side), key=_place)
    asking = sum(part.units for part in parts if part.asks)
    return Clash(tuple(parts), asking, sum(part.units for part in parts) - asking)


def _place(part: Part) -> tuple[int, int, int]:
    return _ORDER.index(part.kind), part.row or 0, part.column or 0


def _parts(problem: Problem, most: Limits | None, side: _Side) -> Iterator[Part]:
    turned = side.view.turned
    yield from (_total(problem, line, of_column=turned, asks=True) for line in side.lines)
    yield from (_total(problem, place, of_column=not turned, asks=False) for place in side.across)
    for cell in side.floors:
        row, column = cell[::-1] if turned else cell
        kind: Kind = "hold" if _is_held(problem, most, row, column) else "floor"
        yield Part(kind, row, column, problem.low[row][column], asks=True)
    for cell in product(side.lines, side.beyond):
        row, column = cell[::-1] if turned else cell
        kind = "cap" if most is not None and most[row][column] == problem.high[row][column] else "zero"
        kind = "hold" if _is_held(problem, most, row, column) else kind
        yield Part(kind, row, column, problem.high[row][column], asks=False)


def _total(problem: Problem, place: int, *, of_column: bool, asks: bool) -> Part:
    if of_column:
        return Part("column", None, place, problem.columns[place], asks)
    return Part("row", place, None, problem.rows[place], asks)


def _is_held(problem: Problem, most: Limits | None, row: int, column: int) -> bool:
    return most is not None and problem.low[row][column] == problem.high[row][column] == most[row][column]
