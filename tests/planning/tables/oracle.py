"""
Tables by trying them all, and what clashes by trying every cut: slow, exact and written apart from the tool.

A problem is small: weights, row totals, column totals, floors and caps, None for no cap.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from hypothesis import strategies as st

from opsctl.planning.tables.clash import Part

Line = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """A table to fill that is small enough to try everything."""

    weights: tuple[Line, ...]
    rows: Line
    columns: Line
    least: tuple[Line, ...]
    most: tuple[tuple[int | None, ...], ...]

    def cap(self, row: int, column: int) -> int | None:
        """The most the cell can have: its floor where it has no weight."""
        return self.most[row][column] if self.weights[row][column] else self.least[row][column]


@st.composite
def tables(draw: st.DrawFn, *, zeros: bool = True, limits: bool = True) -> Small:
    """Draw a table of at most three by three; often it can be filled, often it cannot."""
    height, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    weight = st.sampled_from((0, 1, 1, 2, 3, 7) if zeros else (1, 1, 2, 3, 7))
    weights = tuple(tuple(draw(weight) for _ in range(width)) for _ in range(height))
    seed = [[draw(st.integers(0, 3)) if weights[i][j] else 0 for j in range(width)] for i in range(height)]
    least, most = [[0] * width for _ in seed], [[None] * width for _ in seed]  # type: list[list[int]], list[list[int | None]]
    for _ in range(draw(st.integers(0, 3)) if limits else 0):
        i, j, units = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1)), draw(st.integers(0, 4))
        kind = draw(st.sampled_from(("hold", "floor", "cap")))
        least[i][j] = 0 if kind == "cap" else units
        most[i][j] = None if kind == "floor" else units
    rows, columns = tuple(map(sum, seed)), tuple(map(sum, zip(*seed, strict=True)))
    return Small(weights, rows, columns, tuple(map(tuple, least)), tuple(map(tuple, most)))


@st.composite
def crowded_tables(draw: st.DrawFn) -> Small:
    """Draw a table of up to four by four with so many zeros and bounds, some below zero, that it often clashes."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    chance = random.Random(draw(st.integers(0, 10**9)))
    share = chance.choice((0.0, 0.2, 0.4))
    weights = [[int(chance.random() >= share) for _ in range(width)] for _ in range(height)]
    rows, columns = [chance.randint(0, 12) for _ in weights], [0] * width
    for _ in range(max(0, sum(rows) + chance.choice((0, 0, 0, 1, -1)))):
        columns[chance.randrange(width)] += 1
    least, most = [[0] * width for _ in weights], [[None] * width for _ in weights]  # type: list[list[int]], list[list[int | None]]
    bounded = chance.choice((0.1, 0.3, 0.6))
    for i, j in product(range(height), range(width)):
        if chance.random() < bounded:
            low = chance.randint(0, 2)
            held = chance.randint(-2, 3)
            least[i][j], most[i][j] = chance.choice(((low, None), (0, low + 1), (low, low + 2), (held, held)))
    return Small(
        tuple(map(tuple, weights)), tuple(rows), tuple(columns), tuple(map(tuple, least)), tuple(map(tuple, most))
    )


def best_table(small: Small) -> tuple[Line, ...] | None:
    """Of all tables the one whose units are worth most: the product of weight / (2k - 1), then the first."""
    found: tuple[tuple[Fraction, tuple[Line, ...]], tuple[Line, ...]] | None = None
    for cells in _all_tables(small, 0, small.columns):
        worth = Fraction(1)
        for i, line in enumerate(cells):
            for j, cell in enumerate(line):
                for k in range(small.least[i][j] + 1, cell + 1):
                    worth *= Fraction(small.weights[i][j], 2 * k - 1)
        if found is None or (worth, cells) > found[0]:
            found = (worth, cells), cells
    return None if found is None else found[1]


def _all_tables(small: Small, row: int, left: Line) -> Iterator[tuple[Line, ...]]:
    if row == len(small.rows):
        if not any(left):
            yield ()
        return
    for line in _all_lines(small, row, 0, small.rows[row], left):
        rest = tuple(there - cell for there, cell in zip(left, line, strict=True))
        yield from ((line, *below) for below in _all_tables(small, row + 1, rest))


def _all_lines(small: Small, row: int, column: int, total: int, left: Line) -> Iterator[Line]:
    if column == len(left):
        if not total:
            yield ()
        return
    cap = small.cap(row, column)
    for cell in range(small.least[row][column], min(total, left[column], total if cap is None else cap) + 1):
        yield from ((cell, *rest) for rest in _all_lines(small, row, column + 1, total - cell, left))


def can_be_met(small: Small, parts: Sequence[Part]) -> bool:
    """Whether a table meets these totals and bounds, as no cut forbids it (Hoffman).

    No cell goes below zero, but one held there, which may go as low even where the hold is left out.
    """
    height, width = len(small.rows), len(small.columns)
    named = {(part.kind, part.row, part.column) for part in parts}
    arcs: list[tuple[int, int, float, float]] = []
    endless = float("inf")
    for i in range(height):
        fixed = ("row", i, None) in named
        arcs.append((0, 1 + i, small.rows[i], small.rows[i]) if fixed else (0, 1 + i, -endless, endless))
    for j in range(width):
        fixed = ("column", None, j) in named
        arcs.append(
            (1 + height + j, 0, small.columns[j], small.columns[j]) if fixed else (1 + height + j, 0, -endless, endless)
        )
    for i in range(height):
        for j in range(width):
            low = small.least[i][j] if {("hold", i, j), ("floor", i, j)} & named else min(0, small.least[i][j])
            cap = small.cap(i, j) if {("hold", i, j), ("cap", i, j), ("zero", i, j)} & named else None
            arcs.append((1 + i, 1 + height + j, low, endless if cap is None else cap))
    nodes = range(1 + height + width)
    sides = (set(side) for count in nodes for side in combinations(nodes, count + 1))
    return all(low <= high for *_, low, high in arcs) and all(_flows(arcs, side) for side in sides)


def _flows(arcs: Sequence[tuple[int, int, float, float]], side: set[int]) -> bool:
    entering = sum(low for start, end, low, _ in arcs if start not in side and end in side)
    return entering <= sum(high for start, end, _, high in arcs if start in side and end not in side)
