"""How the course of a goal is found: planned and reached days, added up from the first day of a period."""

from __future__ import annotations

from fractions import Fraction

from opsctl.period import Period, month_of
from opsctl.reviewing.course import Course, CourseDay
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import day_values
from opsctl.reviewing.targets import comparable_targets
from opsctl.workspace import Workspace

# Shorter periods are seen within their month.
_WITHIN_A_MONTH = ("day", "week")


def course(workspace: Workspace, facts: Facts, scope: str, metric: str, reviewed: Period) -> Course | None:
    """The course of the month that a day or week ends in, or of a longer period itself; None without a target.

    What was reached ends with the period that is reviewed, or at the first day that is not known.
    """
    whole = month_of(reviewed.last) if reviewed.kind in _WITHIN_A_MONTH else reviewed
    targets = comparable_targets(workspace, facts, scope, metric, whole)
    if not targets:
        return None
    known = day_values(workspace, facts, scope, metric, whole.days)
    rows, planned, reached = [], Fraction(0), Fraction(0)
    is_open = False
    for day in whole.days:
        planned += Fraction(targets.get(day, 0))
        is_open = is_open or day not in known or day > reviewed.last
        reached += known.get(day, Fraction(0))
        rows.append(CourseDay(day, planned, None if is_open else reached))
    return Course(metric, whole, tuple(rows))
