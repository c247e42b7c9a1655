"""
The cascade of one year: goals down the organisation, years over months, everything in whole smallest units.

Downwards, a goal with `split` is divided over its child scopes, and what the sheet derives from it goes the same way.
Upwards, a leaf splits its year over months by its own curve, what follows lies as the metric it follows from, and a
scope above is the sum of its children, month by month. What cannot be met is returned as findings
under the name of the rule that reports it. The cascade is a pure function of the workspace: same files, same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from opsctl.planning.dividing.beside import numbers_beside_shares
from opsctl.planning.dividing.division import Division, Limits, children_in, divide_goal
from opsctl.planning.dividing.handed import Handed
from opsctl.planning.dividing.policy import ALIGNED
from opsctl.planning.dividing.proportions import Asked, circular, in_order, weights_of
from opsctl.planning.dividing.sums import sums_that_differ
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.driving import drive
from opsctl.planning.drivers.following import make_months
from opsctl.planning.drivers.leads import Leads, balanced, leads_of
from opsctl.planning.drivers.month_plan import Follow, Months
from opsctl.planning.drivers.own_numbers import followers_of
from opsctl.planning.drivers.trees import driver_graph
from opsctl.planning.goals import GoalUnits, goals_by_id, sheet_goals
from opsctl.planning.months import Cell, months_of_children
from opsctl.planning.replans.replan import Version, replanned
from opsctl.planning.tables.fixed_months import FixedMonths, fix_months, fixed_twice
from opsctl.planning.tables.fixed_sums import left_by_others
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Workspace

Address = tuple[str, str]
"""A scope and a metric."""


@dataclass(frozen=True, slots=True)
class Cascade:
    """Every cell of a year by scope and metric, what explains it, and what could not be met.

    `fixed` has the table of fixed months both by the scope that fixes them and by every leaf scope in it.
    `versions` are those in which a scope's own months were planned anew during the year; `cells` are after the last.
    """

    year: int
    cells: Mapping[Address, Cell]
    goals: Mapping[Address, GoalUnits]
    divisions: Mapping[Address, Division | Driven]
    limits: Mapping[Address, Limits]
    fixed: Mapping[Address, FixedMonths]
    findings: tuple[Finding, ...]
    follows: Mapping[Address, Follow] = field(default_factory=dict)
    versions: Mapping[Address, tuple[Version, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Work:
    """What a running cascade gathers. `lost` are a scope's goals without cells, here or below, already reported."""

    workspace: Workspace
    year: int
    scopes: tuple[str, ...]
    handed: Handed
    written: dict[str, Mapping[str, tuple[str, Goal]]] = field(default_factory=dict)
    goals: dict[str, Mapping[str, GoalUnits]] = field(default_factory=dict)
    divisions: dict[Address, Division | Driven] = field(default_factory=dict)
    leads: dict[str, Leads] = field(default_factory=dict)
    follows: dict[Address, Follow] = field(default_factory=dict)
    cells: dict[str, dict[str, Cell]] = field(default_factory=dict)
    limits: dict[Address, Limits] = field(default_factory=dict)
    fixed: dict[Address, FixedMonths] = field(default_factory=dict)
    lost: dict[str, set[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@lru_cache(maxsize=8)
def cascade(workspace: Workspace, year: int) -> Cascade:
    """Compute every cell of the year."""
    work = _Work(workspace, year, _downwards(workspace), Handed(workspace, year))
    for scope in work.scopes:
        _settle_goals(work, scope)
    for scope in work.scopes:
        _fix_months(work, scope)
    for scope in reversed(work.scopes):
        _sum_up(work, scope)
        _make_months(work, scope)
    work.findings.extend(numbers_beside_shares(workspace, year, work.goals, work.divisions, work.cells))
    goals = {(scope, metric): goal for scope, own in work.goals.items() for metric, goal in own.items()}
    # A great many addresses, each of them once in memory.
    same = {address: address for address in goals}
    addresses = ((scope, metric) for scope, own in sorted(work.cells.items()) for metric in sorted(own))
    cells = {same.get(address, address): work.cells[address[0]][address[1]] for address in addresses}
    again = replanned(workspace, year, cells, work.limits, work.divisions, work.follows, work.fixed)
    findings = (*work.findings, *again.findings)
    return Cascade(
        year, again.cells, goals, work.divisions, work.limits, work.fixed, findings, work.follows, again.versions
    )


def _downwards(workspace: Workspace) -> tuple[str, ...]:
    """Teams and stores, those above first, then by id."""
    scopes = {*workspace.all("team"), *workspace.all("store")}
    return tuple(sorted(scopes, key=lambda scope: (len(workspace.above(scope)), scope)))


def _settle_goals(work: _Work, scope: str) -> None:
    """Settle the scope's goals and hand the split ones down to its children; the nearest split above counts."""
    workspace, year = work.workspace, work.year
    sheet = workspace.sheet(scope, year)
    written = work.written[scope] = goals_by_id(workspace, sheet)
    inherited = work.handed.to(scope)
    followers = followers_of(workspace, work.divisions, scope, written, inherited)
    made = sheet_goals(workspace, sheet, inherited, work.handed.summed(scope), followers)
    leads = work.leads[scope] = leads_of(work.leads.get(scope, {}), made)
    graph = driver_graph(workspace, scope, made.units.keys() - leads.keys())
    units = balanced(made.units, leads, graph)
    work.findings.extend(made.findings)
    work.lost[scope] = {id_ for id_, (_, goal) in written.items() if goal.value != "inherited" and id_ not in units}
    own = _divisions(work, scope, units)
    driven = drive(workspace, year, scope, graph, leads, units, own)
    work.goals[scope] = driven.units
    work.findings.extend(driven.findings)
    for metric, divided in driven.made.items():
        work.handed.give(scope, metric, divided.shares)
    made_here: dict[str, Division | Driven] = {**own, **driven.made}
    for metric, divided_by in made_here.items():
        work.divisions[scope, metric] = divided_by
        work.leads.update(dict.fromkeys(divided_by.shares, leads))


def _divisions(work: _Work, scope: str, units: Mapping[str, GoalUnits]) -> dict[str, Division]:
    """Divide every goal of the scope that has a split, each after the one it is split by, and hand down the shares."""
    sheet, written = work.workspace.sheet(scope, work.year), work.written[scope]
    order, circles = in_order(work.workspace, written)
    found: dict[str, Division] = {}
    for metric in order:
        key, goal = written[metric]
        if sheet is None or goal.split is None or metric not in units:
            continue
        children = children_in(work.workspace, scope, goal.split, work.year)
        asked = Asked(work.workspace, work.year, sheet, key, goal.split, children)
        division = None if metric in circles else _divided(work, asked, units[metric])
        if metric in circles:
            work.findings.append(circular(asked, circles[metric]))
        elif division is not None:
            found[metric] = division
            work.handed.give(scope, metric, division.shares)
    return found


def _divided(work: _Work, asked: Asked, goal: GoalUnits) -> Division | None:
    """Divide one goal over its children; what forbids it is noted."""
    weights, refused = weights_of(asked, work.handed.number)
    work.findings.extend(refused)
    if weights is None:
        return None
    division, refused = divide_goal(asked.sheet, asked.written, asked.split, weights, goal.units, goal.digits)
    work.findings.extend(refused)
    return division


def _fix_months(work: _Work, scope: str) -> None:
    """Fill the table of every goal of the scope that fixes its months; the highest that does so counts."""
    fixing_here = [id_ for id_ in work.written[scope] if _fixes(work, scope, id_)]
    if not fixing_here:
        return
    upper = work.workspace.above(scope)
    fixed = {id_ for id_ in work.goals[scope] if any(_fixes(work, each, id_) for each in (scope, *upper))}
    left = left_by_others(work.written[scope], fixed, work.workspace.metrics)
    for metric in fixing_here:
        if metric in left:
            continue
        above = next((each for each in upper if _fixes(work, each, metric)), None)
        if above is not None:
            work.findings.append(fixed_twice(work.workspace, work.year, scope, above, metric, work.written))
            continue
        fixing = fix_months(work.workspace, work.year, scope, metric, work.goals, work.written)
        work.findings.extend(fixing.findings)
        if fixing.table is not None:
            work.fixed.update({(leaf, metric): fixing.table for leaf in (scope, *fixing.leaves)})
        else:
            for leaf in fixing.leaves:
                work.lost[leaf].add(metric)


def _fixes(work: _Work, scope: str, metric: str) -> bool:
    written = work.written[scope].get(metric)
    return written is not None and written[1].fix is not None and metric in work.goals[scope]


def _sum_up(work: _Work, scope: str) -> None:
    """Sum the children's months and compare them with the goal; what lacks a number lost below is left alone."""
    below = {child.id: work.cells.get(child.id, {}) for child in work.workspace.children(scope)}
    own = work.cells[scope] = dict[str, Cell]()
    if not below:
        return
    linked = _linked(work, scope)
    lost = set().union(*(work.lost.get(child, ()) for child in below)) - linked
    summed = months_of_children(scope, below)
    own.update({metric: cell for metric, cell in summed if metric not in lost and metric not in linked})
    work.lost[scope] |= lost
    work.findings.extend(sums_that_differ(work.workspace, work.year, scope, own, work.goals, work.divisions))


def _linked(work: _Work, scope: str) -> set[str]:
    """The metrics whose children are linked to the scope's own number and never summed."""
    goals = work.written[scope].items()
    return {id_ for id_, (_, goal) in goals if goal.split is not None and goal.split.policy == ALIGNED}


def _make_months(work: _Work, scope: str) -> None:
    """Give months to every goal that no children add up to."""
    goals, leads = work.goals[scope], work.leads[scope]
    graph = driver_graph(work.workspace, scope, goals.keys() - leads.keys())
    for metric in goals:
        if (fixed := work.fixed.get((scope, metric))) is not None and scope in fixed.cells:
            work.cells[scope][metric], work.limits[scope, metric] = fixed.cells[scope], fixed.rows[scope].limits
    months = Months(
        work.workspace, work.year, scope, goals, leads, graph, work.written[scope],
        work.cells[scope], work.lost[scope], work.limits, work.follows,
    )  # fmt: skip
    work.findings.extend(make_months(months))
