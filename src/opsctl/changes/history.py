"""
What a month's target was when it counted, in two states of the plan: closed periods do not move.

A re-plan puts what happened in the place of what was planned for the months it closes. That moves no history: what
they were judged by is the plan in force in those months. Once frozen, though, a number stays.
"""

from __future__ import annotations

from fractions import Fraction

from opsctl.changes.view import Move
from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.replans.as_planned import in_force
from opsctl.planning.replans.plan_versions import plan_versions
from opsctl.workspace import Workspace


def history_moved(old: Workspace, new: Workspace, move: Move, month: Period) -> bool:
    """Say whether a month's target is another one than it was judged by, or what was frozen for it has changed."""
    was = _judged_by(old, move, month, move.old_months)
    if was is not None and was != _judged_by(new, move, month, move.new_months):
        return True
    frozen = any(each.replan.from_ > month for each in plan_versions(old, move.scope, move.year))
    return frozen and _of(move.old_months, month) != _of(move.new_months, month)


def _judged_by(workspace: Workspace, move: Move, month: Period, months: tuple[Fraction, ...]) -> Fraction | None:
    """The month's number in the plan in force; `months` are those of the plan as it is."""
    plan = in_force(workspace, month.start)
    if plan is workspace:
        return _of(months, month)
    cell = cascade(plan, move.year).cells.get((move.scope, move.metric))
    return None if cell is None else Fraction(cell.months[month.start.month - 1], 10**cell.digits)


def _of(months: tuple[Fraction, ...], month: Period) -> Fraction | None:
    return months[month.start.month - 1] if months else None
