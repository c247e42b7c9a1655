"""
Re-planned years: closed months hold what happened, and what is left is planned anew, version after version.

A version is one month from which sheets re-plan. It begins with the months of the version before. Months before it take
the actual values frozen in the sheet; the rest of the year goes over the months left as `remake` says. With `carry` a
scope keeps its own year; with `pool` all that share take what is left of all their years together, each by what it had
planned, so the sum of their years stays. A scope held in a split is not part of a pool: it carries its own gap. Where
the closed months alone reach the year, what was planned stays, and the year grows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from opsctl.period import Period
from opsctl.period import year as year_period
from opsctl.planning.curves.event_days import event_shares
from opsctl.planning.curves.rhythm import month_weights, months_without_days
from opsctl.planning.dividing.allocate import Infeasible, whole_weights
from opsctl.planning.dividing.division import Division, Limits
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.month_plan import Follow
from opsctl.planning.months import Cell
from opsctl.planning.replans.leftover import Remaining, Terms, left_by_others, sum_of
from opsctl.planning.replans.pooling import Address, Part, Pool, pools, refused
from opsctl.planning.replans.remake import Left, is_reached, remade
from opsctl.quantity import round_units, to_units
from opsctl.records.target import Replan
from opsctl.workspace import Finding, Loaded, Workspace


@dataclass(frozen=True, slots=True)
class Version:
    """One scope's metric planned anew: everything the months follow from, and the months, in smallest units.

    `rest` is what the months left add up to. `reached` says that the closed months had used up the year, so that the
    months left stayed as they were. With `terms` the months left are what those leave, whatever the policy.
    """

    replan: Replan
    before: tuple[int, ...]
    closed: tuple[int, ...]
    left: Left
    rest: int
    reached: bool
    pool: Pool | None
    months: tuple[int, ...]
    terms: Terms = ()

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
    divisions: Mapping[Address, Division | Driven],
    follows: Mapping[Address, Follow],
    fixed: Collection[Address],
) -> Replanned:
    """Apply every version written in the sheets to the cells of the plan as it was at first.

    Months that `follows` names lie along another metric's, or are what others leave, and those that are `fixed` fill a
    table; none of them lie on the curve.
    """
    written = {
        scope: sheet for scope in {scope for scope, _ in cells} if (sheet := _replanning(workspace, scope, year))
    }
    if not written:
        return Replanned(cells)
    now, ordinary = dict(cells), limits.keys() - follows.keys() - set(fixed)
    versions: dict[Address, tuple[Version, ...]] = {}
    findings: list[Finding] = []
    for first in sorted(
        {each.from_ for sheet in written.values() for each in sheet.data.replan if is_start(each, year)}
    ):
        parts = {address: part for address, part in _parts(workspace, first, written, now, limits, ordinary)}
        shared = dict(pools(workspace, parts, divisions, findings))
        found = {address: _version(part, shared.get(address), findings) for address, part in parts.items()}
        for address, version in _balanced(parts, {at: each for at, each in found.items() if each}, follows).items():
            versions[address] = (*versions.get(address, ()), version)
            now[address] = replace(now[address], months=version.months)
    return Replanned(_summed(workspace, now, versions), versions, tuple(findings))


def _balanced(
    parts: Mapping[Address, Part], versions: Mapping[Address, Version], follows: Mapping[Address, Follow]
) -> Mapping[Address, Version]:
    """The versions of one month, where a term of a sum is in the months left what the others leave."""
    made = {
        address: Remaining(parts[address], each.pool, each.months[len(each.closed) :])
        for address, each in versions.items()
    }
    found = dict(versions)
    for address, terms in left_by_others(made, follows).items():
        months, version = sum_of(terms), versions[address]
        found[address] = replace(version, rest=sum(months), terms=terms, months=(*version.closed, *months))
    return found


def is_start(replan: Replan, year: int) -> bool:
    """Say whether a year can be re-planned from there: a month of it that has another before it."""
    return replan.from_.kind == "month" and replan.from_.start.year == year and replan.from_.start.month > 1


def closed_months(first: Period) -> tuple[Period, ...]:
    """The months of the year before the one from which it is re-planned."""
    return year_period(first.start.year).parts("month")[: first.start.month - 1]


def moved_years(
    workspace: Workspace, versions: Mapping[Address, tuple[Version, ...]]
) -> Mapping[Address, Mapping[str, int]]:
    """By how much scopes have moved their year, for themselves and each scope above; those that have not left out."""
    found: dict[Address, dict[str, int]] = {}
    for (scope, metric), each in versions.items():
        by = sum(each[-1].months) - sum(each[0].before)
        for owner in (scope, *workspace.above(scope)) if by else ():
            found.setdefault((owner, metric), {})[scope] = by
    return found


def years_moved_by(workspace: Workspace, versions: Mapping[Address, tuple[Version, ...]]) -> Mapping[Address, int]:
    """How far the years of scopes are from what they were before anything was planned anew, where they are."""
    found: dict[Address, int] = {}
    for (scope, metric), each in versions.items():
        by = sum(each[-1].months) - sum(each[0].before)
        for owner in (scope, *workspace.above(scope)) if by else ():
            found[owner, metric] = found.get((owner, metric), 0) + by
    return found


def _replanning(workspace: Workspace, scope: str, year: int) -> Loaded | None:
    sheet = workspace.sheet(scope, year)
    return sheet if sheet is not None and sheet.data.replan else None


def _parts(
    workspace: Workspace,
    first: Period,
    written: Mapping[str, Loaded],
    now: Mapping[Address, Cell],
    limits: Mapping[Address, Limits],
    ordinary: Collection[Address],
) -> Iterator[tuple[Address, Part]]:
    """Every metric that a sheet re-plans from that month and whose months are the scope's own."""
    months = closed_months(first)
    all_closed = frozenset(months)
    for scope, sheet in sorted(written.items()):
        index = next((at for at, each in enumerate(sheet.data.replan) if each.from_ == first), None)
        if index is None:
            continue
        replan = sheet.data.replan[index]
        frame = _frame(workspace, scope, replan)
        for key, values in replan.closed.items():
            metric = workspace.metric_id(key) or key
            cell = now.get((scope, metric))
            if cell is None or cell.parts or not values.keys() >= all_closed:
                continue
            closed = tuple([_units(values[month], cell.digits) for month in months])
            left = _left(cell, replan, frame, limits.get((scope, metric)), by_curve=(scope, metric) in ordinary)
            yield (scope, metric), Part(cell, sheet, index, replan, closed, left)


def _units(value: Decimal, digits: int) -> int:
    """A frozen number in smallest units; one that is finer is rounded, halves away from zero."""
    units = to_units(value, digits)
    return round_units(Fraction(value), digits) if units is None else units


def _frame(workspace: Workspace, scope: str, replan: Replan) -> Left:
    """What is the same for every metric of a scope on its curve and without limits: all but what is planned."""
    year, begin = replan.from_.start.year, replan.from_.start.month - 1
    dead = {number - 1 for number in months_without_days(workspace, scope, year)}
    left = range(begin, 12)
    most = tuple(0 if at in dead else None for at in left)
    if replan.policy == "next":
        taking = next((at for at in left if at not in dead), None)
        weights: Sequence[int] = [int(at == taking) for at in range(12)]
    elif replan.policy == "events":
        weights = whole_weights(event_shares(workspace, scope, year))
    else:
        weights = month_weights(workspace, scope, year)
    return Left(replan.policy, (), tuple(weights[begin:]), (0,) * len(left), most)


def _left(cell: Cell, replan: Replan, frame: Left, limits: Limits | None, *, by_curve: bool) -> Left:
    """The months that are left of one metric; those that no curve made count by what was planned for them."""
    begin = replan.from_.start.month - 1
    planned = cell.months[begin:]
    weights, least, most = frame.weights, frame.least, frame.most
    if not by_curve and replan.policy == "spread":
        weights = tuple(max(0, units) for units in planned)
    if limits:
        labels = [f"{replan.from_.start.year}-{at + 1:02d}" for at in range(begin, 12)]
        least = tuple(0 if cap == 0 else limits.floor(label) for label, cap in zip(labels, frame.most, strict=True))
        most = tuple(0 if cap == 0 else limits.cap(label) for label, cap in zip(labels, frame.most, strict=True))
    return Left(replan.policy, planned, weights, least, most)


def _version(part: Part, pool: Pool | None, findings: list[Finding]) -> Version | None:
    """The part planned anew; None where that cannot be, which is reported."""
    left = part.left
    shares = part.replan.share == "pool" and left.policy != "absorb"
    if shares and pool is None:
        return None
    rest = part.rest if pool is None else pool.shares[part.cell.scope]
    reached = is_reached(left.total, part.rest) if pool is None else pool.reached
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
