"""Whether the children of a goal add up to it, under the policy its split asks for."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping

from opsctl.diagnostics import message
from opsctl.diagnostics import Message
from opsctl.diagnostics import Place
from opsctl.diagnostics import Problem
from opsctl.planning.division import Division
from opsctl.planning.goals import goals_by_id
from opsctl.planning.goals import GoalUnits
from opsctl.planning.months import Cell
from opsctl.quantity import from_units
from opsctl.quantity import plain
from opsctl.workspace import Finding
from opsctl.workspace import Workspace


def sums_that_differ(
    workspace: Workspace,
    year: int,
    scope: str,
    summed: Mapping[str, Cell],
    goals: Mapping[str, GoalUnits],
    divisions: Mapping[tuple[str, str], Division],
) -> Iterator[Finding]:
    """Name each goal of the scope whose children's sum breaks its policy, with the numbers and the gap."""
    sheet = workspace.sheet(scope, year)
    for metric, (written, goal) in goals_by_id(workspace, sheet).items():
        if sheet is None or metric not in summed or metric not in goals:
            continue
        wanted, got = goals[metric].units, summed[metric].year
        policy = goal.split.policy if goal.split is not None else "exact"
        if policy == "aligned" or got == wanted or (policy == "at_least" and got > wanted):
            continue
        if goal.split is not None and (scope, metric) not in divisions:
            continue  # The split itself could not be made, which has been said.
        digits = goals[metric].digits
        said = message(
            "goal.children_differ",
            metric=written,
            scope=scope,
            total=plain(from_units(wanted, digits)),
            parts=plain(from_units(got, digits)),
            gap=plain(from_units(got - wanted, digits)),
        )
        related = tuple(_typed_below(workspace, year, summed[metric]))
        yield Finding("children-do-not-add-up", Problem(sheet.at("goals", written, "value"), said, related))


def _typed_below(workspace: Workspace, year: int, cell: Cell) -> Iterator[tuple[Place, Message]]:
    """The child goals that somebody typed, which are the likely reason."""
    for child in (found.id for found in workspace.stores_under(cell.scope)):
        sheet = workspace.sheet(child, year)
        written, goal = goals_by_id(workspace, sheet).get(cell.metric, ("", None))
        if sheet is not None and goal is not None and goal.value not in ("inherited", "derived"):
            yield sheet.at("goals", written, "value"), message("goal.typed_here", scope=child, value=plain(goal.value))
