"""Two workspaces side by side: every target of a year with its quarters and months, and how far they are apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics import is_ratio, value
from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.period import year as year_period
from opsctl.planning.cascade import cascade
from opsctl.planning.goals import period_goals
from opsctl.planning.months import Cell
from opsctl.planning.tiers import TIERS, tiers
from opsctl.quantity import places, rounded
from opsctl.workspace import Workspace

COMMIT = "commit"
_ADDED = ("sum", "distinct")
Numbers = Sequence[Fraction | None]
"""The year, its quarters and its months; None where a ratio has no denominator."""
_Address = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The target of one metric and tier in one scope in both workspaces; None where one of them has no such target."""

    scope: str
    metric: str
    tier: str
    unit: str
    aggregation: str
    before: Numbers | None
    after: Numbers | None

    @property
    def differs(self) -> bool:
        """Whether any period differs; of ratios, by as much as anybody would see."""
        return _visible(self.before, self) != _visible(self.after, self)

    def pair(self, column: int = 0) -> tuple[Fraction | None, Fraction | None]:
        """Both numbers of one period, the year unless another is meant."""
        before = None if self.before is None else self.before[column]
        return before, None if self.after is None else self.after[column]

    def gap(self, column: int = 0) -> Fraction | None:
        """How much more the second has; what is missing altogether counts as nothing in a sum, but not in a ratio."""
        before, after = self.pair(column)
        if self.aggregation in _ADDED:
            return (after or Fraction(0)) - (before or Fraction(0))
        return None if before is None or after is None else after - before

    def change(self, column: int = 0) -> Fraction | None:
        """The gap as a share of the first; None where there is nothing to compare with."""
        before, gap = self.pair(column)[0], self.gap(column)
        return None if not before or gap is None else gap / abs(before)


def _visible(numbers: Numbers | None, row: Compared) -> Sequence[Fraction | Decimal | None] | None:
    if numbers is None or row.aggregation in _ADDED:
        return numbers
    return [None if number is None else rounded(number, places(row.unit)) for number in numbers]


def columns(year: int) -> tuple[Period, ...]:
    """The periods that are compared: the year, its quarters, its months."""
    whole = year_period(year)
    return (whole, *whole.parts("quarter"), *whole.parts("month"))


def compared(
    before: Workspace, after: Workspace, year: int, scope: str | None = None, metric: str | None = None
) -> tuple[Compared, ...]:
    """Compare every target of the year, scopes as they stand in the tree, metrics as in the dictionary."""
    one, other = (dict(_numbers(workspace, year, scope, metric)) for workspace in (before, after))
    addresses = one.keys() | other.keys()
    paths = {owner: _path(before, after, owner) for owner, _, _ in addresses}
    order = {id_: number for number, id_ in enumerate({**before.metrics, **after.metrics})}
    found = sorted(addresses, key=lambda each: (paths[each[0]], order[each[1]], each[2]))
    made = []
    for owner, id_, tier in found:
        entry = after.metrics.get(id_) or before.metrics[id_]
        numbers = one.get((owner, id_, tier)), other.get((owner, id_, tier))
        made.append(Compared(owner, id_, tier, entry.unit, entry.aggregation, *numbers))
    return tuple(made)


def _path(before: Workspace, after: Workspace, scope: str) -> tuple[str, ...]:
    workspace = after if after.scope(scope) is not None else before
    return (*reversed(workspace.above(scope)), scope)


def _numbers(
    workspace: Workspace, year: int, scope: str | None, metric: str | None
) -> Iterator[tuple[_Address, Numbers]]:
    """Every target that is asked for; ratios that somebody set as a goal here or above follow from their parts."""
    made, laid = cascade(workspace, year), tiers(workspace, year)
    by_scope: dict[str, dict[str, Cell]] = {}
    for (owner, id_), cell in made.cells.items():
        if scope in (None, owner):
            by_scope.setdefault(owner, {})[id_] = cell
    for owner, cells in by_scope.items():
        for id_, cell in cells.items():
            if metric in (None, id_):
                yield (owner, id_, COMMIT), _of_cell(cell)
                for tier in TIERS:
                    if (own := laid.cells.get((owner, id_, tier))) is not None:
                        yield (owner, id_, tier), _of_cell(own)
        for id_ in _ratios(workspace, owner, year, cells, metric):
            yield (
                (owner, id_, COMMIT),
                _of_ratio(workspace, id_, {part: cells[part] for part in _parts(workspace, id_)}),
            )


def _of_cell(cell: Cell) -> Numbers:
    scale, months = 10**cell.digits, cell.months
    quarters = [sum(months[first : first + 3]) for first in range(0, 12, 3)]
    return tuple(Fraction(units, scale) for units in (sum(quarters), *quarters, *months))


def _of_ratio(workspace: Workspace, metric: str, cells: Mapping[str, Cell]) -> Numbers:
    parts = {part: _of_cell(cell) for part, cell in cells.items()}
    totals = [dict(zip(parts, column, strict=True)) for column in zip(*parts.values(), strict=True)]
    return tuple(
        value(metric, {part: total or 0 for part, total in each.items()}, workspace.metrics) for each in totals
    )


def _parts(workspace: Workspace, metric: str) -> tuple[str, ...]:
    entry = workspace.metrics[metric]
    return inputs(entry) if is_ratio(entry) else ()


def _ratios(
    workspace: Workspace, scope: str, year: int, cells: Mapping[str, Cell], metric: str | None
) -> Iterator[str]:
    owners = (scope, *workspace.above(scope))
    goals = frozenset[str]().union(*(period_goals(workspace, owner, year_period(year)) for owner in owners))
    for id_ in sorted(goals if metric is None else goals & {metric}):
        parts = _parts(workspace, id_)
        if parts and all(part in cells for part in parts):
            yield id_
