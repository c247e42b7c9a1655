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

from opsctl.planning.division import Division, Limits, children_in, divide_goal
from opsctl.planning.driven import Driven
from opsctl.planning.driving import Leads, balanced, drive, leads_of
from opsctl.planning.following import Follow, Months, make_months
from opsctl.planning.goals import GoalUnits, goals_by_id, sheet_goals
from opsctl.planning.months import Cell, months_of_children
from opsctl.planning.replan import Version, replanned
from opsctl.planning.sums import sums_that_differ
from opsctl.planning.trees import driver_graph
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Workspace

Address = tuple[str, str]
"""A scope and a metric."""


@dataclass(frozen=True, slots=True)
class Cascade:
    """Every cell of a year by scope and metric, what explains it, and what could not be met.

    `versions` are those in which a scope's own months were planned anew during the year; `cells` are after the last.
    """

    year: int
    cells: Mapping[Address, Cell]
    goals: Mapping[Address, GoalUnits]
    divisions: Mapping[Address, Division | Driven]
    limits: Mapping[Address, Limits]
    findings: tuple[Finding, ...]
    follows: Mapping[Address, Follow] = field(default_factory=dict)
    versions: Mapping[Address, tuple[Version, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Work:
    """What a running cascade gathers. `lost` are a scope's goals without cells, here or below, already reported."""

    workspace: Workspace
    year: int
    scopes: tuple[str, ...]
    written: dict[str, Mapping[str, tuple[str, Goal]]] = field(default_factory=dict)
    goals: dict[str, Mapping[str, GoalUnits]] = field(default_factory=dict)
    divisions: dict[Address, Division | Driven] = field(default_factory=dict)
    leads: dict[str, Leads] = field(default_factory=dict)
    follows: dict[Address, Follow] = field(default_factory=dict)
    cells: dict[str, dict[str, Cell]] = field(default_factory=dict)
    limits: dict[Address, Limits] = field(default_factory=dict)
    lost: dict[str, set[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@lru_cache(maxsize=8)
def cascade(workspace: Workspace, year: int) -> Cascade:
    """Compute every cell of the year."""
    work = _Work(workspace, year, _downwards(workspace))
    given: dict[str, dict[str, int]] = {}
    for scope in work.scopes:
        _settle_goals(work, scope, given)
    for scope in reversed(work.scopes):
        _sum_up(work, scope)
        _make_months(work, scope)
    cells = {(scope, metric): own[metric] for scope, own in sorted(work.cells.items()) for metric in sorted(own)}
    goals = {(scope, metric): goal for scope, own in work.goals.items() for metric, goal in own.items()}
    again = replanned(workspace, year, cells, work.limits, work.divisions, work.follows)
    findings = (*work.findings, *again.findings)
    return Cascade(year, again.cells, goals, work.divisions, work.limits, findings, work.follows, again.versions)


def _downwards(workspace: Workspace) -> tuple[str, ...]:
    """Teams and stores, those above first, then by id."""
    scopes = {*workspace.all("team"), *workspace.all("store")}
    return tuple(sorted(scopes, key=lambda scope: (len(workspace.above(scope)), scope)))


def _settle_goals(work: _Work, scope: str, given: dict[str, dict[str, int]]) -> None:
    """Settle the scope's goals and hand the split ones down to its children; the nearest split above counts."""
    workspace, year = work.workspace, work.year
    sheet = workspace.sheet(scope, year)
    written = work.written[scope] = goals_by_id(workspace, sheet)
    made = sheet_goals(workspace, sheet, given.get(scope, {}))
    leads = work.leads[scope] = leads_of(work.leads.get(scope, {}), made)
    graph = driver_graph(workspace, scope, made.units.keys() - leads.keys())
    units = balanced(made.units, leads, graph)
    work.findings.extend(made.findings)
    work.lost[scope] = {id_ for id_, (_, goal) in written.items() if goal.value != "inherited" and id_ not in units}
    own: dict[str, Division] = {}
    for metric, (key, goal) in written.items():
        if sheet is None or goal.split is None or metric not in units:
            continue
        children = children_in(workspace, scope, goal.split, year)
        total, digits = units[metric].units, units[metric].digits
        division, refused = divide_goal(sheet, key, goal.split, children, total, digits)
        work.findings.extend(refused)
        if division is not None:
            own[metric] = division
    driven = drive(workspace, year, scope, graph, leads, units, own)
    work.goals[scope] = driven.units
    work.findings.extend(driven.findings)
    made_here: dict[str, Division | Driven] = {**own, **driven.made}
    for metric, divided in made_here.items():
        work.divisions[scope, metric] = divided
        for child, share in divided.shares.items():
            given.setdefault(child, {})[metric] = share
            work.leads[child] = leads


def _sum_up(work: _Work, scope: str) -> None:
    """Sum the children's months and compare them with the goal; what lacks a number lost below is left alone."""
    children = [child.id for child in work.workspace.children(scope)]
    below = {child: work.cells.get(child, {}) for child in children}
    lost = set().union(*(work.lost.get(child, ()) for child in children))
    own = work.cells[scope] = {metric: cell for metric, cell in months_of_children(scope, below) if metric not in lost}
    work.lost[scope] |= lost
    goals, divisions = work.goals[scope], work.divisions
    work.findings.extend(sums_that_differ(work.workspace, work.year, scope, own, goals, divisions))


def _make_months(work: _Work, scope: str) -> None:
    """Give months to every goal that no children add up to."""
    goals, leads = work.goals[scope], work.leads[scope]
    graph = driver_graph(work.workspace, scope, goals.keys() - leads.keys())
    months = Months(
        work.workspace, work.year, scope, goals, leads, graph, work.written[scope],
        work.cells[scope], work.lost[scope], work.limits, work.follows,
    )  # fmt: skip
    work.findings.extend(make_months(months))
