"""
Re-planned years: closed months hold what happened, and what is left is planned anew, version after version.

A version is one month from which sheets re-plan. It begins with the months of the version before. Months before it take
the actual values frozen in the sheet; the rest of the year goes over the months left as `remake` says. With `carry` a
scope keeps its own year; with `pool` all that share take what is left of all their years together, each by what it had
planned, so the sum of their years stays. A scope held in a split is not part of a pool: it carries its own gap. Where
the closed months alone reach the year, what was planned stays, and the year grows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from opsctl.period import Period
from opsctl.period import year as year_period
from opsctl.planning.allocate import Infeasible, whole_weights
from opsctl.planning.division import Division, Limits
from opsctl.planning.event_days import event_shares
from opsctl.planning.months import Cell
from opsctl.planning.pooling import Address, Part, Pool, pools, refused
from opsctl.planning.remake import Left, is_reached, remade
from opsctl.planning.rhythm import month_weights, months_without_days
from opsctl.quantity import round_units
from opsctl.records.target import Replan
from opsctl.workspace import Finding, Loaded, Workspace

_UNLIMITED = Limits({}, {}, {})


@dataclass(frozen=True, slots=True)
class Version:
    """One scope's metric planned anew: everything the months follow from, and the months, in smallest units.

    `rest` is what the months left add up to. `reached` says that the closed months had used up the year, so that the
    months left stayed as they were.
    """

    replan: Replan
    before: tuple[int, ...]
    closed: tuple[int, ...]
    left: Left
    rest: int
    reached: bool
    pool: Pool | None
    months: tuple[int, ...]

    @property
    def gap(self) -> int:
        """What the closed months lack of what was planned for them; below zero for what they have too much."""
        return sum(self.before[: len(self.closed)]) - sum(self.closed)


@dataclass(frozen=True, slots=True)
class Replanned:
    """The cells after the last version, every version by scope and metric, and what could not be met."""

    cells: Mapping[Address, Cell]
    versions: Mapping[Address, tuple[Version, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def replanned(
    workspace: Workspace,
    year: int,
    cells: Mapping[Address, Cell],
    limits: Mapping[Address, Limits],
    divisions: Mapping[Address, Division],
) -> Replanned:
    """Apply every version written in the sheets to the cells of the plan as it was at first."""
    written = {
        scope: sheet for scope in {scope for scope, _ in cells} if (sheet := _replanning(workspace, scope, year))
    }
    if not written:
        return Replanned(cells)
    now = dict(cells)
    versions: dict[Address, tuple[Version, ...]] = {}
    findings: list[Finding] = []
    for first in sorted(
        {each.from_ for sheet in written.values() for each in sheet.data.replan if is_start(each, year)}
    ):
        parts = {address: part for address, part in _parts(workspace, first, written, now, limits)}
        shared = dict(pools(workspace, parts, divisions, findings))
        for address, part in parts.items():
            version = _version(part, shared.get(address), findings)
            if version is not None:
                versions[address] = (*versions.get(address, ()), version)
                now[address] = replace(now[address], months=version.months)
    return Replanned(_summed(workspace, now, versions), versions, tuple(findings))


def is_start(replan: Replan, year: int) -> bool:
    """Say whether a year can be re-planned from there: a month of it that has another before it."""
    return replan.from_.kind == "month" and replan.from_.start.year == year and replan.from_.start.month > 1


def closed_months(first: Period) -> tuple[Period, ...]:
    """The months of the year before the one from which it is re-planned."""
    return year_period(first.start.year).parts("month")[: first.start.month - 1]


def moved_below(
    workspace: Workspace, scope: str, metric: str, versions: Mapping[Address, tuple[Version, ...]]
) -> Mapping[str, int]:
    """By how much the year of each scope at or below this one has moved, those that have not left out."""
    below = {
        owner: sum(each[-1].months) - sum(each[0].before)
        for (owner, of), each in versions.items()
        if of == metric and scope in (owner, *workspace.above(owner))
    }
    return {owner: units for owner, units in below.items() if units}


def _replanning(workspace: Workspace, scope: str, year: int) -> Loaded | None:
    sheet = workspace.sheet(scope, year)
    return sheet if sheet is not None and sheet.data.replan else None


def _parts(
    workspace: Workspace,
    first: Period,
    written: Mapping[str, Loaded],
    now: Mapping[Address, Cell],
    limits: Mapping[Address, Limits],
) -> Iterator[tuple[Address, Part]]:
    """Every metric that a sheet re-plans from that month and whose months are the scope's own."""
    months = closed_months(first)
    for scope, sheet in sorted(written.items()):
        index = next((at for at, each in enumerate(sheet.data.replan) if each.from_ == first), None)
        for key, values in sheet.data.replan[index].closed.items() if index is not None else ():
            metric = workspace.metric_id(key) or key
            cell = now.get((scope, metric))
            if index is None or cell is None or cell.parts or any(month not in values for month in months):
                continue
            closed = tuple(round_units(Fraction(values[month]), cell.digits) for month in months)
            replan = sheet.data.replan[index]
            left = _left(workspace, cell, first, replan, limits.get((scope, metric)))
            yield (scope, metric), Part(cell, sheet, index, replan, closed, left)


def _left(workspace: Workspace, cell: Cell, first: Period, replan: Replan, limits: Limits | None) -> Left:
    """The months from `first` on with what they share and how far they may move; one without days stays empty."""
    year, begin = first.start.year, first.start.month - 1
    dead = {number - 1 for number in months_without_days(workspace, cell.scope, year)}
    known = limits or _UNLIMITED
    least, most = [], []
    for at in range(begin, 12):
        label = f"{year}-{at + 1:02d}"
        least.append(0 if at in dead else known.floor(label))
        most.append(0 if at in dead else known.cap(label))
    planned = cell.months[begin:]
    weights = _weights(workspace, cell, year, replan, by_curve=limits is not None, dead=dead)[begin:]
    if replan.policy == "next":
        taking = next((at for at, weight in enumerate(weights) if weight), None)
        weights = tuple(int(at == taking) for at in range(len(planned)))
    return Left(replan.policy, planned, weights, tuple(least), tuple(most))


def _weights(
    workspace: Workspace, cell: Cell, year: int, replan: Replan, *, by_curve: bool, dead: set[int]
) -> tuple[int, ...]:
    """What each month of the year counts; months that no curve made count by what was planned for them."""
    if replan.policy == "events":
        return tuple(whole_weights(event_shares(workspace, cell.scope, year)))
    if replan.policy == "next":
        return tuple(int(at not in dead) for at in range(12))
    return (
        tuple(month_weights(workspace, cell.scope, year)) if by_curve else tuple(max(0, units) for units in cell.months)
    )


def _version(part: Part, pool: Pool | None, findings: list[Finding]) -> Version | None:
    """The part planned anew; None where that cannot be, which is reported."""
    left = part.left
    shares = part.replan.share == "pool" and left.policy != "absorb"
    if shares and pool is None:
        return None
    rest = part.rest if pool is None else pool.shares[part.cell.scope]
    reached = is_reached(left.total, part.rest) if pool is None else is_reached(sum(pool.planned.values()), pool.rest)
    if left.policy == "absorb" or reached:
        rest = left.total
    try:
        months = (*part.closed, *remade(left, rest))
    except Infeasible:
        findings.append(refused(part, rest, left.room()))
        return None
    return Version(part.replan, part.cell.months, part.closed, left, rest, reached, pool, months)


def _summed(
    workspace: Workspace, now: dict[Address, Cell], versions: Mapping[Address, tuple[Version, ...]]
) -> Mapping[Address, Cell]:
    """The cells with every sum above a re-planned one made anew, the lowest first."""
    moved = {(above, metric) for scope, metric in versions for above in workspace.above(scope)} & now.keys()
    for scope, metric in sorted(moved, key=lambda address: (-len(workspace.above(address[0])), address)):
        cell = now[scope, metric]
        if cell.parts:
            columns = zip(*(now[part, metric].months for part in cell.parts), strict=True)
            now[scope, metric] = replace(cell, months=tuple(sum(column) for column in columns))
    return now
