"""Which tier of a goal the actual has come to: below the floor, at the floor, the commitment, or the stretch."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from opsctl.planning.tier_targets import tier_by_day
from opsctl.planning.tiers import TIERS, Tier
from opsctl.quantity import places
from opsctl.reviewing.ahead import Course
from opsctl.reviewing.outlook import Reached, TierRow
from opsctl.reviewing.targets import plans_of
from opsctl.workspace import Workspace


def tier_row(workspace: Workspace, scope: str, course: Course) -> TierRow | None:
    """
    The floor and stretch of a goal beside its commitment, all of them over the days that are known.

    None where the goal has neither, or where they do not cover those days.
    """
    floor, stretch = (_due(workspace, scope, course, tier) for tier in TIERS)
    if floor is None and stretch is None:
        return None
    commit = sum((course.targets[day] for day in course.known), Fraction(0))
    steps: tuple[tuple[Reached, Fraction | None], ...] = (("stretch", stretch), ("commit", commit), ("floor", floor))
    met = (name for name, due in steps if due is not None and _is_met(course, due))
    return TierRow(
        course.metric, course.period, course.until, len(course.known), course.reached, floor, commit, stretch,
        next(met, "below"),
    )  # fmt: skip


def _due(workspace: Workspace, scope: str, course: Course, tier: Tier) -> Fraction | None:
    """What a tier had due on the days that are known, by the plan that each of them is judged by."""
    units: dict[date, int] = {}
    for plan, part in plans_of(workspace, course.period):
        units.update(tier_by_day(plan, scope, course.metric, tier, part))
    if any(day not in units for day in course.known):
        return None
    return Fraction(sum(units[day] for day in course.known), 10 ** places(workspace.metrics[course.metric].unit))


def _is_met(course: Course, due: Fraction) -> bool:
    return course.reached <= due if course.direction == "down" else course.reached >= due
