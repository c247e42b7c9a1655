"""What closed months came to, metric by metric, ready to be frozen; a month with a day missing cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.quantity import from_units, places, round_units, to_units
from opsctl.reviewing.months import MonthFacts, Needed, days_of
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ClosedMonths:
    """One scope's closed months: values by metric and month, metrics that no source gives, and days that are missing.

    Values are rounded to the smallest unit, halves away from zero.
    """

    values: Mapping[str, Mapping[Period, Decimal]]
    unmeasured: tuple[str, ...]
    missing: Mapping[str, tuple[date, ...]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of the closed months of every scope: the records, the facts, and the days that must be known."""

    workspace: Workspace
    facts: MonthFacts
    needed: Needed


def closed_months_of(
    measured: Measured,
    scope: str,
    metrics: Sequence[str],
    months: Sequence[Period],
    frozen: Mapping[str, Mapping[Period, Decimal]],
) -> ClosedMonths:
    """Measure every month of every additive metric, but those that are `frozen` already, which stay what they are."""
    given = [metric for metric in metrics if metric in frozen or _is_given(measured, scope, metric)]
    values: dict[str, Mapping[Period, Decimal]] = {}
    missing: dict[str, tuple[date, ...]] = {}
    for metric in given:
        known = frozen.get(metric, {})
        digits = places(measured.workspace.metrics[metric].unit)
        found: dict[Period, Decimal] = {}
        for month in months:
            if month in known:
                found[month] = known[month]
                continue
            value, reached = _month(measured, scope, metric, month.start)
            if lacking := measured.needed[scope][month.start] & ~reached:
                missing[metric] = (*missing.get(metric, ()), *days_of(month.start, lacking))
            found[month] = _in_smallest_units(value, digits)
        values[metric] = found
    return ClosedMonths(values, tuple(metric for metric in metrics if metric not in given), missing)


def _month(measured: Measured, scope: str, metric: str, first: date) -> tuple[Decimal | Fraction, int]:
    """What a month came to: measured, composed of its parts, or summed over stores; and its days that are known."""
    needed = measured.needed[scope][first]
    if (scope, metric) in measured.facts.sums.daily:
        return measured.facts.month((scope, metric), first, needed)
    if measured.workspace.get("store", scope) is None:
        return _sum_of_stores(measured, scope, metric, first)
    total, known = Fraction(0), needed
    for part, sign in measured.workspace.metrics[metric].parts:
        value, reached = _month(measured, scope, part, first)
        total, known = total + sign * Fraction(value), known & reached
    return total, known if measured.workspace.metrics[metric].parts else 0


def _sum_of_stores(measured: Measured, scope: str, metric: str, first: date) -> tuple[Fraction, int]:
    """A team's day is known when every store that is open on it is known."""
    stores, sums = measured.workspace.stores_under(scope), measured.facts.sums
    if metric in sums.mixed and len({sums.basis.get((store.id, metric)) for store in stores} - {None}) > 1:
        return Fraction(0), 0
    total, open_, lacking = Fraction(0), 0, 0
    for store in stores:
        value, reached = _month(measured, store.id, metric, first)
        needed = measured.needed[store.id][first]
        total, open_, lacking = total + Fraction(value), open_ | needed, lacking | needed & ~reached
    return total, open_ & ~lacking


def _in_smallest_units(value: Decimal | Fraction, digits: int) -> Decimal:
    units = to_units(value, digits)
    return from_units(round_units(Fraction(value), digits) if units is None else units, digits)


def _is_given(measured: Measured, scope: str, metric: str) -> bool:
    """Say whether a source has ever given the metric, or all its parts, for the scope or a store in it."""
    daily = measured.facts.sums.daily
    if (scope, metric) in daily or any((store.id, metric) in daily for store in measured.workspace.stores_under(scope)):
        return True
    parts = inputs(measured.workspace.metrics[metric])
    return bool(parts) and all(_is_given(measured, scope, part) for part in parts)
