"""A table of actual values: one number a slice and metric, sums by day and de-duplicated counts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from opsctl.period import Period
from opsctl.reviewing.actuals.slices import Slice, sliced
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import measured, reading
from opsctl.reviewing.view import Reading
from opsctl.workspace import Workspace

Counting = Literal["", "days", "distinct"]
"""How people are counted: each day anew and added (日累计口径), once for the whole period (去重口径), or no people."""

# What is computed from measured parts and worth seeing unasked.
_COMPUTED = ("net_sales", "cvr", "aov_buyer", "aov_order", "refund_rate", "ad_cost_ratio")


@dataclass(frozen=True, slots=True)
class Number:
    """One actual value: which slice (by dimension), which metric, how people are counted, and what is known."""

    keys: tuple[tuple[str, str], ...]
    metric: str
    counting: Counting
    reading: Reading

    def key(self, dimension: str) -> str:
        """Where it lies on a dimension; empty where it is not cut by it."""
        return self.metric if dimension == "metric" else dict(self.keys).get(dimension, "")


@dataclass(frozen=True, slots=True)
class ActualTable:
    """Actual values of a scope and period, cut by some dimensions in order; `counted_to` is the last day asked for.

    `total` has the same metrics uncut; channels and products are parallel views, so theirs is not the sum of the cuts.
    """

    scope: str
    period: Period
    counted_to: date
    by: tuple[str, ...]
    numbers: tuple[Number, ...]
    total: tuple[Number, ...] = ()


def actual_table(
    workspace: Workspace,
    facts: Facts,
    scope: str,
    period: Period,
    by: Sequence[str],
    metrics: Sequence[str],
    today: date,
) -> ActualTable:
    """Cut the facts of a scope and period up to today by dimensions; without metrics, all that are measured."""
    until = min(period.last, today)
    days = tuple(day for day in period.days if day <= until)
    whole = Slice({}, scope, facts, days, period)
    slices = sliced(workspace, whole, by)
    wanted = tuple(metrics) or _measured(workspace, slices)
    numbers = tuple(number for each in slices for number in _numbers(workspace, each, wanted))
    return ActualTable(scope, period, until, tuple(by), numbers, tuple(_numbers(workspace, whole, wanted)))


def _measured(workspace: Workspace, slices: Sequence[Slice]) -> tuple[str, ...]:
    """The metrics that some slice has values of, in the dictionary's order, and what is computed from them."""
    given = {metric for each in slices for (_, metric), days in each.facts.daily.items() if days}
    return tuple(
        metric
        for metric in workspace.metrics
        if metric in given
        or (metric in _COMPUTED and any(measured(workspace, each.facts, each.scope, metric) for each in slices))
    )


def _numbers(workspace: Workspace, cut: Slice, metrics: Sequence[str]) -> Iterator[Number]:
    keys = tuple(cut.keys.items())
    for metric in metrics:
        people = workspace.metrics[metric].aggregation == "distinct"
        known = reading(workspace, cut.facts, cut.scope, metric, cut.days)
        yield Number(keys, metric, "days" if people else "", known)
        once = cut.facts.distinct.get((cut.scope, metric, cut.whole.label)) if people and cut.whole else None
        if once is not None:
            yield Number(keys, metric, "distinct", Reading(Fraction(once), len(cut.days)))
