"""
The daily targets that an actual may be compared with.

Where the year was re-planned, a day is judged by the plan in force in its month: a later version knows how the month
ended. Periods longer than a month are judged by the plan as it is now, which adds up to the year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from opsctl.metrics import additive
from opsctl.metrics.algebra import needs
from opsctl.period import Period, month_of
from opsctl.planning.cascade import cascade
from opsctl.planning.periods import day_targets
from opsctl.planning.replans.as_planned import in_force
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Workspace

# Periods that the plan of one month, or of two, can judge.
_SHORT = ("day", "week", "month", "fiscal-month")


def comparable_targets(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period
) -> Mapping[date, Decimal]:
    """The target of each day that has one; none where a store counts in the scope's actual but not in its target.

    A team's target may be the sum over some of its stores only, and against that the sum over all would look too good.
    """
    whole = all(_covers_every_store(workspace, facts, scope, metric, year, period) for year in period.years)
    if not whole:
        return {}
    found: dict[date, Decimal] = {}
    for plan, part in plans_of(workspace, period):
        found.update(day_targets(plan, scope, metric, part))
    return found


def plans_of(workspace: Workspace, period: Period) -> Iterator[tuple[Workspace, Period]]:
    """The plans that a period is judged by, each with the part of it that lies in its month."""
    if period.kind not in _SHORT:
        yield workspace, period
        return
    month = month_of(period.start)
    while month.start < period.end:
        inside = replace(period, start=max(month.start, period.start), end=min(month.end, period.end))
        yield in_force(workspace, month.start), inside
        month = month.following()


def _covers_every_store(workspace: Workspace, facts: Facts, scope: str, metric: str, year: int, period: Period) -> bool:
    cells = cascade(workspace, year).cells
    cell = cells.get((scope, metric))
    if cell is None or not cell.parts:
        return True
    leaves = [part for part in needs(metric, workspace.metrics) if additive(workspace.metrics[part])]
    parts = [workspace.stores_under(part) for part in cell.parts]
    inside = {store.id for found in parts for store in found}
    outside = [store for store in workspace.stores_under(scope) if store.id not in inside]
    counted = [store for store in outside if store.data.is_open(period.start, period.last)]
    below = all(_covers_every_store(workspace, facts, part, metric, year, period) for part in cell.parts)
    return below and not any((store.id, leaf) in facts.daily for store in counted for leaf in (metric, *leaves))
