"""
Floating-point factors for the columns that come close to what a table needs.

Nothing is decided here. The exact steps that follow reach the same table from any factors; good ones save them work.
Each row is kept at its total while Newton steps on the logarithms of the column factors, or plain proportional
steps where Newton's do not help, bring the columns to theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from opsctl.planning.tables.problem import Problem

_SWEEPS = 80
# Of a smallest unit: what is nearer than this to its total rounds as well as it ever will.
_CLOSE = 0.05
_FURTHEST = 5.0
_TINY = 1e-250
Line = list[float]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row in floats, scaled to its largest weight; `bounded` where any cell has a floor or a cap."""

    weights: Line
    low: Line
    high: Line
    total: float
    bounded: bool


@dataclass(frozen=True, slots=True)
class _State:
    """Where the search stands: logarithms of the factors, the cells, those inside their bounds, and the gaps."""

    powers: Line
    cells: list[Line]
    free: list[Line]
    gaps: Line

    @property
    def off(self) -> float:
        """How far all columns together are from their totals."""
        return sum(map(abs, self.gaps))


@dataclass(frozen=True, slots=True)
class Factors:
    """A factor for every column, and whether the columns come close to their totals with them."""

    columns: tuple[float, ...]
    close: bool


def column_factors(problem: Problem) -> Factors:
    """Find factors with which rounded rows come close to the column totals."""
    rows = [_row(problem, number) for number in range(len(problem.rows))]
    totals = [float(total) for total in problem.columns]
    state = _state(rows, totals, [0.0] * len(totals))
    for _ in range(_SWEEPS):
        if state.off < _CLOSE * len(totals):
            break
        tried = (_state(rows, totals, _moved(state.powers, step)) for step in _steps(state, totals))
        better = next((found for found in tried if found.off < state.off), None)
        if better is None:
            break
        state = better
    near = len(totals) + 1e-14 * sum(map(abs, totals))
    return Factors(tuple(exp(power) for power in state.powers), state.off < near)


def _row(problem: Problem, number: int) -> _Row:
    weights, low, high = problem.weights[number], problem.low[number], problem.high[number]
    top = max(weights, default=0) or 1
    bounded = any(low) or any(cap < problem.unlimited for cap in high)
    scaled = [max(weight / top, _TINY) if weight else 0.0 for weight in weights]
    return _Row(
        scaled, [float(cell) for cell in low], [float(cell) for cell in high], float(problem.rows[number]), bounded
    )


def _state(rows: Sequence[_Row], totals: Line, powers: Line) -> _State:
    factors = [exp(power) for power in powers]
    cells, free = [], []
    for row in rows:
        scaled = [weight * factor for weight, factor in zip(row.weights, factors, strict=True)]
        if row.bounded:
            filled, loose = _fill_within(row, scaled)
        else:
            level = row.total / (sum(scaled) or 1.0)
            filled = loose = [level * value for value in scaled]
        cells.append(filled)
        free.append(loose)
    sums = [sum(column) for column in zip(*cells, strict=True)] or [0.0] * len(totals)
    return _State(powers, cells, free, [total - got for total, got in zip(totals, sums, strict=True)])


def _fill_within(row: _Row, scaled: Line) -> tuple[Line, Line]:
    """Raise one level until the cells, each within its bounds, add up to the total; also the cells not at a bound."""
    bends = sorted(
        (bound / value, bound, value, turn)
        for value, low, high in zip(scaled, row.low, row.high, strict=True)
        if value > 0 and low < high
        for bound, turn in ((low, 1), (high, -1))
    )
    constant, slope, level = sum(row.low), 0.0, 0.0
    for at, bound, value, turn in bends:
        if constant + slope * at >= row.total:
            break
        constant -= turn * bound
        slope += turn * value
        level = at
    if slope > 0:
        level = (row.total - constant) / slope
    reached = [level * value for value in scaled]
    cells = [min(max(cell, low), high) for cell, low, high in zip(reached, row.low, row.high, strict=True)]
    return cells, [cell if cell == wanted else 0.0 for cell, wanted in zip(cells, reached, strict=True)]


def _steps(state: _State, totals: Line) -> Iterator[Line]:
    """Newton's step, then shorter ones, then the proportional step."""
    newton = _newton(state)
    for part in (1.0, 0.5, 0.1):
        yield [part * power for power in newton]
    yield [
        log(total / (total - gap)) if total > 0 and total - gap > 0 else 0.0
        for total, gap in zip(totals, state.gaps, strict=True)
    ]


def _newton(state: _State) -> Line:
    """Solve for the powers that close the gaps, were the cells to follow them as they do here."""
    count = len(state.gaps)
    matrix = [[0.0] * count for _ in range(count)]
    for cells in state.free:
        whole = sum(cells)
        if whole <= 0:
            continue
        for j, cell in enumerate(cells):
            if cell:
                share, line = cell / whole, matrix[j]
                line[j] += cell
                for k, other in enumerate(cells):
                    line[k] -= share * other
    # Raising all factors alike changes nothing, so the matrix is singular without a trace on its diagonal.
    trace = 1e-12 * sum(matrix[j][j] for j in range(count)) + 1e-9
    for j in range(count):
        matrix[j][j] += trace
    return _solved(matrix, list(state.gaps))


def _solved(matrix: list[Line], right: Line) -> Line:
    """Gaussian elimination; the matrix is symmetric and positive, so its diagonal serves as pivots."""
    count = len(right)
    for j in range(count):
        pivot = matrix[j]
        for i in range(j + 1, count):
            factor = matrix[i][j] / pivot[j]
            if factor:
                line = matrix[i]
                for k in range(j, count):
                    line[k] -= factor * pivot[k]
                right[i] -= factor * right[j]
    found = [0.0] * count
    for j in reversed(range(count)):
        known = sum(matrix[j][k] * found[k] for k in range(j + 1, count))
        found[j] = (right[j] - known) / matrix[j][j]
    return found


def _moved(powers: Line, step: Line) -> Line:
    moved = [power + max(-_FURTHEST, min(_FURTHEST, change)) for power, change in zip(powers, step, strict=True)]
    top = max(moved, default=0.0)
    return [max(power - top, -500.0) for power in moved]
