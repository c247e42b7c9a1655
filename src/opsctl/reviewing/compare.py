"""Actual beside target and beside earlier periods, like with like."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics import additive, attainment, is_ratio, value
from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.planning.goals import goals_by_id
from opsctl.planning.replans.as_planned import original
from opsctl.reviewing.eventyear import event_year
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import reading
from opsctl.reviewing.targets import comparable_targets
from opsctl.reviewing.view import Comparison, MetricRow, Reading
from opsctl.reviewing.yearago import a_year_before, as_numbered, just_before
from opsctl.workspace import Workspace

# After how many days most refunds are in, where a store's own history does not say.
USUAL_DAYS = 15


def metric_row(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period, data_until: date | None
) -> MetricRow:
    """One metric of a scope and period: actual, target of the days that are known, attainment and comparisons."""
    entry = workspace.metrics[metric]
    actual = reading(workspace, facts, scope, metric, period.days)
    known = [day for day in period.days if day not in actual.missing] if additive(entry) else list(period.days)
    target, days = target_of(workspace, facts, scope, metric, period, known)
    # A period partly outside the plan is compared over the days that have a target, like with like.
    partly = actual.value is not None and 0 < len(days) < actual.days
    compared = (reading(workspace, facts, scope, metric, days) if partly else actual).value
    achieved = None if compared is None or target is None else attainment(entry.direction, compared, target)
    distinct = facts.distinct.get((scope, metric, period.label))
    first, _ = target_of(original(workspace), facts, scope, metric, period, known) if target is not None else (None, ())
    moved = None if first == target else first
    same, event = as_numbered(period), event_year(workspace, scope, period)
    return MetricRow(
        metric=metric,
        unit=entry.unit,
        aggregation=entry.aggregation,
        direction=entry.direction,
        actual=actual,
        target=target,
        target_days=len(days),
        attainment=achieved,
        gap=None if compared is None or target is None else target - compared,
        previous=compare(workspace, facts, scope, metric, actual, just_before(period)),
        last_year=compare(workspace, facts, scope, metric, actual, a_year_before(period)),
        distinct=None if distinct is None else Fraction(distinct),
        numbered=None if same is None else compare(workspace, facts, scope, metric, actual, same),
        immature_until=immature_until(workspace, metric, period, data_until),
        original_target=moved,
        original_attainment=None if moved is None or compared is None else attainment(entry.direction, compared, moved),
        by_event=None if event is None else compare(workspace, facts, scope, metric, actual, event.period),
    )


def target_of(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period, known: list[date]
) -> tuple[Fraction | None, tuple[date, ...]]:
    """The target of those known days that have one, with these days; a ratio's follows from its parts' targets.

    A ratio none of whose parts is targeted takes the number typed in the scope's sheet or the nearest one above.
    """
    entry = workspace.metrics[metric]
    if additive(entry):
        found = _only(comparable_targets(workspace, facts, scope, metric, period), known)
        return (sum(found.values(), Fraction(0)) if found else None), tuple(found)
    if is_ratio(entry):
        columns = {
            part: _only(comparable_targets(workspace, facts, scope, part, period), known) for part in inputs(entry)
        }
        if columns and all(columns.values()):
            totals = {part: sum(column.values(), Fraction(0)) for part, column in columns.items()}
            return value(metric, totals, workspace.metrics), tuple(next(iter(columns.values())))
    typed = typed_goal(workspace, scope, metric, period)
    return typed, tuple(known) if typed is not None else ()


def typed_goal(workspace: Workspace, scope: str, metric: str, period: Period) -> Fraction | None:
    """The number typed for a metric that never adds, in the scope's own sheet or the nearest above."""
    for owner in (scope, *workspace.above(scope)):
        for year in period.years:
            _, goal = goals_by_id(workspace, workspace.sheet(owner, year)).get(metric, ("", None))
            if goal is not None and isinstance(goal.value, Decimal):
                return Fraction(goal.value)
    return None


def compare(
    workspace: Workspace, facts: Facts, scope: str, metric: str, actual: Reading, earlier: Period
) -> Comparison:
    """An earlier period beside the actual; without a change where either of them is incomplete."""
    before = reading(workspace, facts, scope, metric, earlier.days)
    if not actual.complete or not before.complete or actual.value is None or before.value is None:
        return Comparison(earlier, before, None)
    if workspace.metrics[metric].unit == "percent":
        return Comparison(earlier, before, actual.value - before.value)
    return Comparison(earlier, before, actual.value / before.value - 1 if before.value > 0 else None)


def immature_until(workspace: Workspace, metric: str, period: Period, data_until: date | None) -> date | None:
    """The day until which late refunds may still lower this number; None where it is ripe for judgement."""
    entry = workspace.metrics[metric]
    days = entry.matures_after or (USUAL_DAYS if metric == "net_sales" else 0)
    ripe = period.last + timedelta(days=days)
    return ripe if days and (data_until is None or data_until < ripe) else None


def _only(days: Mapping[date, Decimal], known: list[date]) -> dict[date, Fraction]:
    return {day: Fraction(days[day]) for day in known if day in days}
