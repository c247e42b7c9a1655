"""What `plan show` says: the targets of one scope and period, with the months a straddling week has parts in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics import is_ratio, value
from opsctl.metrics.algebra import inputs
from opsctl.period import Period, month_of
from opsctl.planning.goals import period_goals
from opsctl.planning.periods import targeted_metrics, units_by_day
from opsctl.quantity import from_units, places
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
    rows = {
        metric: _additive(workspace, scope, metric, period) for metric in targeted_metrics(workspace, scope, period)
    }
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
    days = units_by_day(workspace, scope, metric, period)
    digits = places(entry.unit)
    total = Fraction(sum(days.values()), 10**digits)
    whole = len(days) == len(period.days)
    parts = tuple((label, from_units(units, digits)) for label, units in _by_month(days).items())
    return ShownTarget(scope, metric, entry.unit, entry.aggregation, total, len(days), whole, parts)


def _by_month(days: Mapping[date, int]) -> Mapping[str, int]:
    months: dict[str, int] = {}
    for day, units in days.items():
        label = month_of(day).label
        months[label] = months.get(label, 0) + units
    return months


def _ratios(workspace: Workspace, scope: str, period: Period, totals: dict[str, Fraction]) -> Iterator[str]:
    """The ratios somebody set as a goal on the scope or above, whose parts both have targets here."""
    owners = (scope, *workspace.above(scope))
    goals = frozenset[str]().union(*(period_goals(workspace, owner, period) for owner in owners))
    for metric in sorted(goals):
        entry = workspace.metrics[metric]
        if is_ratio(entry) and inputs(entry) and all(part in totals for part in inputs(entry)):
            yield metric
