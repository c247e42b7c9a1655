"""Pace: how much of a longer goal is reached, minus how much its own curve had due by then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from opsctl.metrics import attainment
from opsctl.period import Period
from opsctl.planning.replans.as_planned import original
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import day_values
from opsctl.reviewing.targets import comparable_targets
from opsctl.reviewing.view import PaceRow, Reading
from opsctl.workspace import Workspace


def pace_row(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period, until: date
) -> PaceRow | None:
    """The pace of one additive goal in a month or year, counting days up to `until`; None where there is no goal.

    What is reached and what was due are taken over the same days, so a hole in the data slows nobody down. Where lower
    is better, being below what was due is ahead.
    """
    targets = _targets(workspace, facts, scope, metric, period)
    whole = sum(targets.values(), Fraction(0))
    if not whole:
        return None
    known = day_values(workspace, facts, scope, metric, period.days)
    days = [day for day in period.days if day <= until and day in targets]
    counted = [day for day in days if day in known]
    reached = sum((known[day] for day in counted), Fraction(0))
    actual = Reading(reached if counted else None, len(counted), tuple(day for day in days if day not in known))
    due = sum((targets[day] for day in counted), Fraction(0)) / whole
    lead = reached / whole - due if counted else None
    if workspace.metrics[metric].direction == "down" and lead is not None:
        lead = -lead
    first = sum(_targets(original(workspace), facts, scope, metric, period).values(), Fraction(0))
    return PaceRow(
        metric,
        period,
        until,
        actual,
        whole,
        attainment("up", reached, whole) if counted else None,
        due,
        lead,
        first if first != whole else None,
        attainment("up", reached, first) if counted and first != whole else None,
    )


def _targets(workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period) -> Mapping[date, Fraction]:
    found = comparable_targets(workspace, facts, scope, metric, period)
    return {day: Fraction(amount) for day, amount in found.items()}
