"""What `plan show` says: the targets of one scope and period, with the months a straddling week has parts in."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics import is_ratio
from opsctl.metrics import value
from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.planning.goals import goals_by_id
from opsctl.planning.periods import day_targets
from opsctl.planning.periods import targeted_metrics
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShownTarget:
    """The target of one metric over a period: `days` of it have one; `parts` are the sums by month."""

    scope: str
    metric: str
    unit: str
    aggregation: str
    value: Fraction
    days: int
    whole: bool
    parts: tuple[tuple[str, Decimal], ...] = ()


def shown_targets(workspace: Workspace, scope: str, period: Period) -> tuple[ShownTarget, ...]:
    """Every target of the scope and period: additive ones as sums of days, ratios from the targets of their parts."""
    rows = {metric: _additive(workspace, scope, metric, period) for metric in targeted_metrics(workspace, scope, period)}
    totals = {metric: row.value for metric, row in rows.items()}
    for metric in _ratios(workspace, scope, period, totals):
        found = value(metric, totals, workspace.metrics)
        if found is not None:
            entry = workspace.metrics[metric]
            days = min(rows[part].days for part in inputs(entry))
            whole = days == len(period.days)
            rows[metric] = ShownTarget(scope, metric, entry.unit, entry.aggregation, found, days, whole)
    order = list(workspace.metrics)
    return tuple(rows[metric] for metric in sorted(rows, key=order.index))


def _additive(workspace: Workspace, scope: str, metric: str, period: Period) -> ShownTarget:
    entry = workspace.metrics[metric]
    days = day_targets(workspace, scope, metric, period)
    total = Fraction(sum(days.values(), Decimal(0)))
    whole = len(days) == len(period.days)
    return ShownTarget(scope, metric, entry.unit, entry.aggregation, total, len(days), whole, _by_month(days))


def _by_month(days: Mapping[date, Decimal]) -> tuple[tuple[str, Decimal], ...]:
    months: dict[str, Decimal] = {}
    for day, amount in days.items():
        label = f"{day.year}-{day.month:02d}"
        months[label] = months.get(label, Decimal(0)) + amount
    return tuple(months.items())


def _ratios(workspace: Workspace, scope: str, period: Period, totals: dict[str, Fraction]) -> Iterator[str]:
    """The ratios somebody set as a goal on the scope or above, whose parts both have targets here."""
    goals = {
        metric: None
        for owner in (scope, *workspace.above(scope))
        for metric in goals_by_id(workspace, workspace.sheet(owner, period.start.year))
    }
    for metric in goals:
        entry = workspace.metrics[metric]
        if is_ratio(entry) and inputs(entry) and all(part in totals for part in inputs(entry)):
            yield metric
