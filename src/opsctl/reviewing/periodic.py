"""A review in numbers: a scope and period against targets, pace, earlier periods, its stores, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from opsctl.metrics import additive, attainment, needs
from opsctl.period import Period, period_of
from opsctl.planning.goals import period_goals
from opsctl.planning.periods import targeted_metrics
from opsctl.reviewing.beyond import with_maturity, with_members, with_outlook
from opsctl.reviewing.compare import metric_row, target_of
from opsctl.reviewing.eventyear import event_year
from opsctl.reviewing.exchange import rate_effect
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.gaps import missing_runs, never_given
from opsctl.reviewing.guardrails import broken_guardrails
from opsctl.reviewing.kinds import parts_of
from opsctl.reviewing.maturity import Reloaded
from opsctl.reviewing.measure import day_values, measured, reading
from opsctl.reviewing.targets import comparable_targets
from opsctl.reviewing.view import DayRow, PartRow, PeriodReview, StoreRow
from opsctl.workspace import Workspace

# Weekly judgement is on paid sales: refunds arrive late and would make every fresh week look better than it is.
HEADLINES = ("gmv_paid", "net_sales", "gmv_ordered")
_ALWAYS = ("gmv_paid", "refund_amount", "net_sales", "orders_paid", "buyers_paid", "visitors", "ad_spend")
# Sales say little without these, so a review names them as missing where no source gives them.
_EXPECTED = ("visitors", "ad_spend")
_RATIOS = ("cvr", "aov_buyer", "aov_order", "refund_rate", "ad_cost_ratio")
_BESIDE = ("net_sales", "visitors", "cvr", "aov_buyer", "aov_order", "refund_rate", "ad_cost_ratio")


def period_review(
    workspace: Workspace,
    facts: Facts,
    scope: str,
    period: Period,
    newer: Period | None = None,
    today: date = date.max,
    reloaded: Reloaded = MappingProxyType({}),
) -> PeriodReview:
    """Compute the review of one scope and period; days that are not over by `today` cannot be missing.

    `reloaded` is what earlier loads had of refunds, where they are booked on the day of the sale.
    """
    shown = shown_metrics(workspace, facts, scope, period)
    review = _figures(workspace, facts, scope, period, shown, today)
    review = with_outlook(workspace, facts, review)
    review = with_members(workspace, facts, review, tuple(metric for metric in _ALWAYS if metric in shown))
    return replace(with_maturity(workspace, facts, review, reloaded), newer=newer)


def _figures(
    workspace: Workspace, facts: Facts, scope: str, period: Period, shown: tuple[str, ...], today: date
) -> PeriodReview:
    """What happened in the period itself: figures, days or parts, stores, and what is missing."""
    until = data_until(workspace, facts, scope)
    headline = next((metric for metric in HEADLINES if metric in shown), shown[0] if shown else HEADLINES[0])
    stores = workspace.stores_under(scope) if workspace.get("store", scope) is None else ()
    beside = tuple(metric for metric in _BESIDE if metric in shown and metric != headline)
    owners = tuple(store.id for store in workspace.stores_under(scope)) or (scope,)
    counted = _leaves(workspace, (*shown, *_EXPECTED))
    parts = parts_of(period)
    over = tuple(day for day in period.days if day < today)
    return PeriodReview(
        scope=scope,
        period=period,
        data_until=until,
        currency=workspace.settings.currency,
        headline=headline,
        rows=tuple(metric_row(workspace, facts, scope, metric, period, until) for metric in shown),
        pace=(),
        days=() if parts else _day_rows(workspace, facts, scope, headline, period),
        stores=tuple(
            StoreRow(
                store.id,
                metric_row(workspace, facts, store.id, headline, period, until),
                tuple(metric_row(workspace, facts, store.id, metric, period, until) for metric in beside),
            )
            for store in stores
            if store.data.is_open(period.start, period.last)
        ),
        missing=(
            *never_given(workspace, facts, scope, owners, counted, period),
            *missing_runs(workspace, facts, owners, counted, over),
        ),
        troubles=facts.troubles,
        rates=rate_effect(workspace, facts, scope, headline, period),
        broken=tuple(broken_guardrails(workspace, facts, scope, period)),
        parts=tuple(_part_row(workspace, facts, scope, headline, part) for part in parts),
        event=event_year(workspace, scope, period),
    )


def shown_metrics(workspace: Workspace, facts: Facts, scope: str, period: Period) -> tuple[str, ...]:
    """The metrics a review of the scope speaks of: targeted ones, core measured ones, and ratios with goals."""
    targeted = set(targeted_metrics(workspace, scope, period))
    typed = {
        metric
        for owner in (scope, *workspace.above(scope))
        for metric in period_goals(workspace, owner, period)
        if not additive(workspace.metrics[metric])
    }
    own = period_goals(workspace, scope, period)
    chosen = targeted | {metric for metric in _ALWAYS if measured(workspace, facts, scope, metric)}
    for metric in typed | set(_RATIOS):
        if measured(workspace, facts, scope, metric) or metric in own:
            chosen.add(metric)
    order = list(workspace.metrics)
    return tuple(sorted(chosen, key=order.index))


def data_until(workspace: Workspace, facts: Facts, scope: str) -> date | None:
    """The last day up to which every store of the scope has its headline metric."""
    owners = {scope, *(store.id for store in workspace.stores_under(scope))}
    lasts = [last for (owner, metric), last in facts.until.items() if owner in owners and metric in HEADLINES]
    return min(lasts, default=None)


def last_complete(
    workspace: Workspace, facts: Facts, scope: str, kind: str, today: date | None = None
) -> tuple[Period | None, Period | None]:
    """The last period of a kind with every day of the headline metric known, and a newer one that has data but is not.

    Periods that end on `today` or later are not over. None where none is complete.
    """
    until = max((last for (_, metric), last in facts.until.items() if metric in HEADLINES), default=None)
    if until is None:
        return None, None
    period = period_of(kind, until, workspace.weeks)
    if today is not None and period.end > today:
        period = period_of(kind, today, workspace.weeks).previous()
    newest = period
    earliest = min((min(series) for series in facts.daily.values() if series), default=until)
    while period.end > earliest:
        if _is_complete(workspace, facts, scope, period):
            return period, newest if newest != period else None
        period = period.previous()
    return None, newest


def _is_complete(workspace: Workspace, facts: Facts, scope: str, period: Period) -> bool:
    metric = next((metric for metric in HEADLINES if measured(workspace, facts, scope, metric)), None)
    return metric is not None and len(day_values(workspace, facts, scope, metric, period.days)) == len(period.days)


def _day_rows(workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period) -> tuple[DayRow, ...]:
    known = day_values(workspace, facts, scope, metric, period.days)
    targets = comparable_targets(workspace, facts, scope, metric, period)
    return tuple(DayRow(day, known.get(day), Fraction(targets[day]) if day in targets else None) for day in period.days)


def _part_row(workspace: Workspace, facts: Facts, scope: str, metric: str, part: Period) -> PartRow:
    actual = reading(workspace, facts, scope, metric, part.days)
    whole, _ = target_of(workspace, facts, scope, metric, part, list(part.days))
    known = [day for day in part.days if day not in actual.missing]
    due, days = target_of(workspace, facts, scope, metric, part, known)
    reached = reading(workspace, facts, scope, metric, days).value if days else None
    share = None if due is None or reached is None else attainment(workspace.metrics[metric].direction, reached, due)
    return PartRow(part, actual, whole, share)


def _leaves(workspace: Workspace, shown: tuple[str, ...]) -> tuple[str, ...]:
    """The metrics that must be counted day by day for those shown, in the dictionary's order."""
    metrics = workspace.metrics
    counted = frozenset[str]().union(*(needs(metric, metrics) for metric in shown))
    return tuple(metric for metric in metrics if metric in counted)
