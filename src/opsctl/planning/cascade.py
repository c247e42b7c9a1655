"""
The cascade of one year: goals down the organisation, years over months, everything in whole smallest units.

Downwards, a goal with `split` is divided over its child scopes. Upwards, a leaf splits its year over months by its
own curve, and a scope above is the sum of its children, month by month. What cannot be met is returned as findings
under the name of the rule that reports it. The cascade is a pure function of the workspace: same files, same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from opsctl.planning.division import children_in
from opsctl.planning.division import divide_goal
from opsctl.planning.division import Division
from opsctl.planning.division import Limits
from opsctl.planning.goals import goals_by_id
from opsctl.planning.goals import GoalUnits
from opsctl.planning.goals import sheet_goals
from opsctl.planning.months import Cell
from opsctl.planning.months import months_by_curve
from opsctl.planning.months import months_of_children
from opsctl.planning.sums import sums_that_differ
from opsctl.workspace import Finding
from opsctl.workspace import Workspace

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

    def of_scope(self, scope: str) -> tuple[Cell, ...]:
        """The cells of one scope, by metric."""
        return tuple(cell for (owner, _), cell in self.cells.items() if owner == scope)


@lru_cache(maxsize=8)
def cascade(workspace: Workspace, year: int) -> Cascade:
    """Compute every cell of the year."""
    scopes = _downwards(workspace)
    goals, divisions, findings = _goals_downwards(workspace, year, scopes)
    cells, limits, more = _months_upwards(workspace, year, scopes, goals, divisions)
    by_address = {(scope, metric): goal for scope, own in goals.items() for metric, goal in own.items()}
    return Cascade(year, dict(sorted(cells.items())), by_address, divisions, limits, (*findings, *more))


def _downwards(workspace: Workspace) -> tuple[str, ...]:
    """Teams and stores, those above first, then by id."""
    scopes = {*workspace.all("team"), *workspace.all("store")}
    return tuple(sorted(scopes, key=lambda scope: (len(workspace.above(scope)), scope)))


def _goals_downwards(
    workspace: Workspace, year: int, scopes: tuple[str, ...]
) -> tuple[dict[str, Mapping[str, GoalUnits]], dict[Address, Division], list[Finding]]:
    """Settle each scope's goals and hand the split ones down to its children."""
    goals: dict[str, Mapping[str, GoalUnits]] = {}
    divisions: dict[Address, Division] = {}
    findings: list[Finding] = []
    given: dict[str, dict[str, int]] = {}
    for scope in scopes:
        sheet = workspace.sheet(scope, year)
        made = sheet_goals(workspace, sheet, given.get(scope, {}))
        goals[scope] = made.units
        findings.extend(made.findings)
        for metric, (written, goal) in goals_by_id(workspace, sheet).items():
            if sheet is None or goal.split is None or metric not in made.units:
                continue
            children = children_in(workspace, scope, goal.split, year)
            units = made.units[metric]
            division, refused = divide_goal(sheet, written, goal.split, children, units.units, units.digits)
            findings.extend(refused)
            if division is not None:
                divisions[scope, metric] = division
                for child, share in division.shares.items():
                    given.setdefault(child, {})[metric] = share
    return goals, divisions, findings


def _months_upwards(
    workspace: Workspace,
    year: int,
    scopes: tuple[str, ...],
    goals: Mapping[str, Mapping[str, GoalUnits]],
    divisions: Mapping[Address, Division],
) -> tuple[dict[Address, Cell], dict[Address, Limits], list[Finding]]:
    """Make the month cells: a scope above others sums them, any other lies on its own curve."""
    cells: dict[Address, Cell] = {}
    limits: dict[Address, Limits] = {}
    findings: list[Finding] = []
    by_scope: dict[str, dict[str, Cell]] = {}
    for scope in reversed(scopes):
        below = {child.id: by_scope.get(child.id, {}) for child in workspace.children(scope)}
        own = dict(months_of_children(scope, below))
        sheet = workspace.sheet(scope, year)
        findings.extend(sums_that_differ(workspace, year, scope, own, goals[scope], divisions))
        for metric, goal in goals[scope].items():
            if metric in own:
                continue
            cell, limited, refused = months_by_curve(workspace, year, scope, metric, goal, sheet)
            findings.extend(refused)
            if cell is not None:
                own[metric] = cell
                limits[scope, metric] = limited
        by_scope[scope] = own
        cells.update({(scope, metric): cell for metric, cell in own.items()})
    return cells, limits, findings
