"""What closed months came to, metric by metric, ready to be frozen; a month with a day missing cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.quantity import from_units, places, round_units
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import day_values
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ClosedMonths:
    """One scope's closed months: values by metric and month, metrics that no source gives, and days that are missing.

    Values are rounded to the smallest unit, halves away from zero.
    """

    values: Mapping[str, Mapping[Period, Decimal]]
    unmeasured: tuple[str, ...]
    missing: Mapping[str, tuple[date, ...]]


def closed_months_of(
    workspace: Workspace,
    facts: Facts,
    scope: str,
    metrics: Sequence[str],
    months: Sequence[Period],
    frozen: Mapping[str, Mapping[Period, Decimal]],
) -> ClosedMonths:
    """Measure every month of every additive metric, but those that are `frozen` already, which stay what they are."""
    given = [metric for metric in metrics if metric in frozen or _is_given(workspace, facts, scope, metric)]
    values: dict[str, Mapping[Period, Decimal]] = {}
    missing: dict[str, tuple[date, ...]] = {}
    for metric in given:
        known = frozen.get(metric, {})
        found: dict[Period, Decimal] = {}
        for month in months:
            if month in known:
                found[month] = known[month]
                continue
            days = tuple(_open_days(workspace, scope, month))
            reached = day_values(workspace, facts, scope, metric, days)
            missing[metric] = (*missing.get(metric, ()), *(day for day in days if day not in reached))
            digits = places(workspace.metrics[metric].unit)
            found[month] = from_units(round_units(sum(reached.values(), Fraction(0)), digits), digits)
        values[metric] = found
    lacking = {metric: days for metric, days in missing.items() if days}
    return ClosedMonths(values, tuple(metric for metric in metrics if metric not in given), lacking)


def _open_days(workspace: Workspace, scope: str, month: Period) -> Iterator[date]:
    """The days on which a store of the scope is open; every day of a scope that has none."""
    stores = workspace.stores_under(scope)
    return (day for day in month.days if not stores or any(store.data.is_open(day, day) for store in stores))


def _is_given(workspace: Workspace, facts: Facts, scope: str, metric: str) -> bool:
    """Say whether a source has ever given the metric, or all its parts, for the scope or a store in it."""
    owners = {scope, *(store.id for store in workspace.stores_under(scope))}
    if any(facts.daily.get((owner, metric)) for owner in owners):
        return True
    parts = inputs(workspace.metrics[metric])
    return bool(parts) and all(_is_given(workspace, facts, scope, part) for part in parts)
