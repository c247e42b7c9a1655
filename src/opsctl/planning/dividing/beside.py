"""A number that stands beside the share which came down from above: it is judged by the policy of that split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Problem, message
from opsctl.planning.dividing.division import Division
from opsctl.planning.dividing.policy import divider, keeps
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.own_numbers import moved_by_followers
from opsctl.planning.goals import GoalUnits, goals_by_id
from opsctl.planning.months import Cell
from opsctl.quantity import from_units, plain
from opsctl.workspace import Finding, Workspace

RULE = "number-beside-share"

Address = tuple[str, str]


def numbers_beside_shares(
    workspace: Workspace,
    year: int,
    goals: Mapping[str, Mapping[str, GoalUnits]],
    divisions: Mapping[Address, Division | Driven],
    cells: Mapping[str, Mapping[str, Cell]],
) -> Iterator[Finding]:
    """Name each typed or derived goal that the split above does not allow, unless the sum says so already."""
    for scope, own in goals.items():
        for metric, goal in own.items():
            if goal.how not in ("typed", "derived"):
                continue
            above = divider(workspace, divisions, scope, metric)
            if above is None or keeps(
                (division := divisions[above, metric]).policy, division.shares[scope], goal.units
            ):
                continue
            summed = cells.get(above, {}).get(metric)
            total = division.total + moved_by_followers(workspace, divisions, goals, above, metric)
            if summed is None or keeps(division.policy, total, summed.year):
                yield from _finding(workspace, year, (scope, metric), (above, division), goal)


def _finding(
    workspace: Workspace, year: int, address: Address, split: tuple[str, Division | Driven], goal: GoalUnits
) -> Iterator[Finding]:
    (scope, metric), (above, division) = address, split
    sheet, upper = workspace.sheet(scope, year), workspace.sheet(above, year)
    if sheet is None or upper is None:
        return
    own, upper_goals = goals_by_id(workspace, sheet), goals_by_id(workspace, upper)
    if metric not in own:
        return  # It lies on the way to a goal of the sheet, which is judged itself.
    written = own[metric][0]
    share = division.shares[scope]
    said = message(
        "people.beside_share",
        metric=written, scope=scope, above=above, policy=division.policy,
        value=plain(from_units(goal.units, goal.digits)),
        share=plain(from_units(share, goal.digits)),
        gap=plain(from_units(goal.units - share, goal.digits)),
    )  # fmt: skip
    here = message("people.divided_here", scope=above)
    keys = [upper_goals[metric][0]] if metric in upper_goals else []
    related = tuple(
        (upper.at("goals", key, "split" if upper_goals[metric][1].split else "value", key=True), here) for key in keys
    )
    yield Finding(RULE, Problem(sheet.at("goals", written, "value"), said, related))
