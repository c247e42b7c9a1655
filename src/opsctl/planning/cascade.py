"""
The cascade of one year: goals down the organisation, years over months, everything in whole smallest units.

Downwards, a goal with `split` is divided over its child scopes. Upwards, a leaf splits its year over months by its
own curve, and a scope above is the sum of its children, month by month. What cannot be met is returned as findings
under the name of the rule that reports it. The cascade is a pure function of the workspace: same files, same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from opsctl.planning.beside import numbers_beside_shares
from opsctl.planning.division import Division, Limits, children_in, divide_goal
from opsctl.planning.goals import GoalUnits, goals_by_id, sheet_goals
from opsctl.planning.handed import Handed
from opsctl.planning.months import Cell, months_by_curve, months_of_children
from opsctl.planning.policy import ALIGNED
from opsctl.planning.proportions import Asked, circular, in_order, weights_of
from opsctl.planning.sums import sums_that_differ
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Workspace

Address = tuple[str, str]
"""A scope and a metric."""


@dataclass(frozen=True, slots=True)
class Cascade:
    """Every cell of a year by scope and metric, what explains it, and what could not be met."""

    year: int
    cells: Mapping[Address, Cell]
    goals: Mapping[Address, GoalUnits]
    divisions: Mapping[Address, Division]
    limits: Mapping[Address, Limits]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Work:
    """What a running cascade gathers. `lost` are a scope's goals without cells, here or below, already reported."""

    workspace: Workspace
    year: int
    scopes: tuple[str, ...]
    handed: Handed
    written: dict[str, Mapping[str, tuple[str, Goal]]] = field(default_factory=dict)
    goals: dict[str, Mapping[str, GoalUnits]] = field(default_factory=dict)
    divisions: dict[Address, Division] = field(default_factory=dict)
    cells: dict[str, dict[str, Cell]] = field(default_factory=dict)
    limits: dict[Address, Limits] = field(default_factory=dict)
    lost: dict[str, set[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@lru_cache(maxsize=8)
def cascade(workspace: Workspace, year: int) -> Cascade:
    """Compute every cell of the year."""
    work = _Work(workspace, year, _downwards(workspace), Handed(workspace, year))
    for scope in work.scopes:
        _settle_goals(work, scope)
    for scope in reversed(work.scopes):
        _sum_up(work, scope)
        _make_months(work, scope)
    work.findings.extend(numbers_beside_shares(workspace, year, work.goals, work.divisions, work.cells))
    cells = {(scope, metric): own[metric] for scope, own in sorted(work.cells.items()) for metric in sorted(own)}
    goals = {(scope, metric): goal for scope, own in work.goals.items() for metric, goal in own.items()}
    return Cascade(year, cells, goals, work.divisions, work.limits, tuple(work.findings))


def _downwards(workspace: Workspace) -> tuple[str, ...]:
    """Teams and stores, those above first, then by id."""
    scopes = {*workspace.all("team"), *workspace.all("store")}
    return tuple(sorted(scopes, key=lambda scope: (len(workspace.above(scope)), scope)))


def _settle_goals(work: _Work, scope: str) -> None:
    """Settle the scope's goals and hand the split ones down to its children; the nearest split above counts."""
    workspace, year = work.workspace, work.year
    sheet = workspace.sheet(scope, year)
    written = work.written[scope] = goals_by_id(workspace, sheet)
    made = sheet_goals(workspace, sheet, work.handed.to(scope), work.handed.summed(scope))
    units = work.goals[scope] = made.units
    work.findings.extend(made.findings)
    work.lost[scope] = {id_ for id_, (_, goal) in written.items() if goal.value != "inherited" and id_ not in units}
    order, circles = in_order(workspace, written)
    for metric in order:
        key, goal = written[metric]
        if sheet is None or goal.split is None or metric not in units:
            continue
        children = children_in(workspace, scope, goal.split, year)
        asked = Asked(workspace, year, sheet, key, goal.split, children)
        if metric in circles:
            work.findings.append(circular(asked, circles[metric]))
        else:
            _divide(work, scope, metric, asked, units[metric])


def _divide(work: _Work, scope: str, metric: str, asked: Asked, goal: GoalUnits) -> None:
    """Divide one goal over its children and hand down the shares."""
    weights, refused = weights_of(asked, work.handed.number)
    work.findings.extend(refused)
    if weights is None:
        return
    division, refused = divide_goal(asked.sheet, asked.written, asked.split, weights, goal.units, goal.digits)
    work.findings.extend(refused)
    if division is not None:
        work.divisions[scope, metric] = division
        work.handed.give(scope, metric, division.shares)


def _sum_up(work: _Work, scope: str) -> None:
    """Sum the children's months and compare them with the goal; what lacks a number lost below is left alone."""
    children = [child.id for child in work.workspace.children(scope)]
    below = {child: work.cells.get(child, {}) for child in children}
    lost = set().union(*(work.lost.get(child, ()) for child in children)) - _linked(work, scope)
    own = work.cells[scope] = {
        metric: cell
        for metric, cell in months_of_children(scope, below)
        if metric not in lost and metric not in _linked(work, scope)
    }
    work.lost[scope] |= lost
    goals, divisions = work.goals[scope], work.divisions
    work.findings.extend(sums_that_differ(work.workspace, work.year, scope, own, goals, divisions))


def _linked(work: _Work, scope: str) -> set[str]:
    """The metrics whose children are linked to the scope's own number and never summed."""
    goals = work.written[scope].items()
    return {id_ for id_, (_, goal) in goals if goal.split is not None and goal.split.policy == ALIGNED}


def _make_months(work: _Work, scope: str) -> None:
    """Lay every goal that no children add up to on the scope's own curve."""
    own, lost = work.cells[scope], work.lost[scope]
    for metric, goal in work.goals[scope].items():
        if metric in own or metric in lost:
            continue
        written = work.written[scope].get(metric)
        cell, limits, refused = months_by_curve(work.workspace, work.year, scope, metric, goal, written)
        work.findings.extend(refused)
        if cell is None:
            lost.add(metric)
        else:
            own[metric] = cell
            work.limits[scope, metric] = limits
