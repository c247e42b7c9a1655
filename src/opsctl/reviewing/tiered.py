"""Which tier of a goal the actual has come to: below the floor, at the floor, the commitment, or the stretch."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from opsctl.planning.tier_targets import tier_by_day
from opsctl.planning.tiers import TIERS, Tier
from opsctl.quantity import places
from opsctl.reviewing.ahead import GoalDays
from opsctl.reviewing.outlook import Reached, TierRow
from opsctl.reviewing.targets import plans_of
from opsctl.workspace import Workspace


def tier_row(workspace: Workspace, scope: str, goal: GoalDays) -> TierRow | None:
    """
    The floor and stretch of a goal beside its commitment, all of them over the days that are known.

    None where the goal has neither, or where they do not cover those days.
    """
    floor, stretch = (_due(workspace, scope, goal, tier) for tier in TIERS)
    if floor is None and stretch is None:
        return None
    commit = sum((goal.targets[day] for day in goal.known), Fraction(0))
    steps: tuple[tuple[Reached, Fraction | None], ...] = (("stretch", stretch), ("commit", commit), ("floor", floor))
    met = (name for name, due in steps if due is not None and _is_met(goal, due))
    return TierRow(
        goal.metric, goal.period, goal.until, len(goal.known), goal.reached, floor, commit, stretch,
        next(met, "below"),
    )  # fmt: skip


def _due(workspace: Workspace, scope: str, goal: GoalDays, tier: Tier) -> Fraction | None:
    """What a tier had due on the days that are known, by the plan that each of them is judged by."""
    units: dict[date, int] = {}
    for plan, part in plans_of(workspace, goal.period):
        units.update(tier_by_day(plan, scope, goal.metric, tier, part))
    if any(day not in units for day in goal.known):
        return None
    return Fraction(sum(units[day] for day in goal.known), 10 ** places(workspace.metrics[goal.metric].unit))


def _is_met(goal: GoalDays, due: Fraction) -> bool:
    return goal.reached <= due if goal.direction == "down" else goal.reached >= due
