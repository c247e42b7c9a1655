"""The daily targets that an actual may be compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from opsctl.metrics import additive
from opsctl.metrics.algebra import needs
from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.periods import day_targets
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Workspace


def comparable_targets(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period
) -> Mapping[date, Decimal]:
    """The target of each day that has one; none where a store counts in the scope's actual but not in its target.

    A team's target may be the sum over some of its stores only, and against that the sum over all would look too good.
    """
    whole = all(_covers_every_store(workspace, facts, scope, metric, year, period) for year in period.years)
    return day_targets(workspace, scope, metric, period) if whole else {}


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
