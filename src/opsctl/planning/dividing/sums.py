"""Whether the children of a goal add up to it as its policy asks, and meet the months it holds or bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.period import month
from opsctl.planning.dividing.division import Division
from opsctl.planning.dividing.policy import EXACT, divided_through, keeps
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.own_numbers import moved_by_followers
from opsctl.planning.goals import GoalUnits, goals_by_id
from opsctl.planning.months import Cell, goal_place, month_limits
from opsctl.quantity import from_units, plain
from opsctl.records.dividing import tolerance
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Workspace


def sums_that_differ(
    workspace: Workspace,
    year: int,
    scope: str,
    summed: Mapping[str, Cell],
    below: Mapping[str, Mapping[str, GoalUnits]],
    divisions: Mapping[tuple[str, str], Division | Driven],
) -> Iterator[Finding]:
    """Name each goal of the scope whose children's sum breaks its policy, with the numbers and the gap."""
    sheet, goals = workspace.sheet(scope, year), below[scope]
    for metric, (written, goal) in goals_by_id(workspace, sheet).items():
        if sheet is None or metric not in summed or metric not in goals:
            continue
        yield from _months_that_differ(workspace, year, summed[metric], goals[metric], (written, goal))
        if goal.split is None and goals[metric].how == "summed":
            continue  # It is what its stores got; whether they keep to their shares is asked where these were made.
        wanted, got = goals[metric].units, summed[metric].year
        policy = _policy(workspace, divisions, (scope, metric), goal)
        if keeps(policy, wanted, got) or keeps(
            policy, wanted + moved_by_followers(workspace, divisions, below, scope, metric), got
        ):
            continue
        if goal.split is not None and (scope, metric) not in divisions:
            continue  # The split itself could not be made, which has been said.
        digits, within = goals[metric].digits, tolerance(policy)
        said = message(
            "goal.children_differ" if within is None else "people.children_outside",
            metric=written, scope=scope,
            total=plain(from_units(wanted, digits)),
            parts=plain(from_units(got, digits)),
            gap=plain(from_units(got - wanted, digits)),
            **({} if within is None else {"within": policy.removeprefix("within ")}),
        )  # fmt: skip
        related = tuple(_typed_below(workspace, year, summed[metric], divisions.get((scope, metric))))
        yield Finding("children-do-not-add-up", Problem(sheet.at("goals", written, "value"), said, related))


def _policy(
    workspace: Workspace, divisions: Mapping[tuple[str, str], Division | Driven], address: tuple[str, str], goal: Goal
) -> str:
    """The policy of the goal's split, of what it follows from, or of a split above that passes a team by."""
    if goal.split is not None:
        return goal.split.policy
    if address in divisions:
        return divisions[address].policy
    above = divided_through(workspace, divisions, *address)
    return EXACT if above is None else divisions[above, address[1]].policy


def _typed_below(
    workspace: Workspace, year: int, cell: Cell, division: Division | Driven | None
) -> Iterator[tuple[Place, Message]]:
    """The child goals that somebody typed, which are the likely reason, each with its share where it has one."""
    shares = division.shares if division is not None else {}
    stores = (found.id for found in workspace.stores_under(cell.scope))
    for child in dict.fromkeys((*shares, *stores)):
        sheet = workspace.sheet(child, year)
        written, goal = goals_by_id(workspace, sheet).get(cell.metric, ("", None))
        if sheet is not None and goal is not None and isinstance(goal.value, Decimal):
            amounts = {"scope": child, "value": plain(goal.value)}
            said = message("goal.typed_here", **amounts)
            if child in shares:
                said = message("people.typed_beside", **amounts, share=plain(from_units(shares[child], cell.digits)))
            yield sheet.at("goals", written, "value"), said


def _months_that_differ(
    workspace: Workspace, year: int, cell: Cell, goal: GoalUnits, written: tuple[str, Goal]
) -> Iterator[Finding]:
    """Holds and bounds of months bind no sum, so each that the children's months do not meet is named."""
    limits, findings = month_limits(workspace, year, cell.scope, goal, written)
    yield from findings
    for number, got in enumerate(cell.months, 1):
        period = month(year, number)
        held, least, most = (part.get(period.label) for part in (limits.held, limits.least, limits.most))
        if held is not None:
            least = most = held
        broken = least if least is not None and got < least else most if most is not None and got > most else None
        if broken is not None:
            value, found = (plain(from_units(units, cell.digits)) for units in (broken, got))
            said = message("plan.months_are_a_sum", scope=cell.scope, period=period.label, value=value, got=found)
            place = goal_place(workspace, cell.scope, year, written, period)
            yield Finding("impossible-split", Problem(place, said))
