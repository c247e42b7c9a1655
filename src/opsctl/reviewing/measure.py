"""
Actual values of any scope and period, out of daily facts.

A team's day is known when every store that is open on it is known; a ratio is known when both its parts are known on
every day. Nothing that is missing counts as zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal, Inexact, Overflow, localcontext
from fractions import Fraction

from opsctl.metrics import additive, is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.view import Reading
from opsctl.workspace import Workspace

Values = Mapping[date, Fraction]
_Decimals = Mapping[date, Decimal]

# Decimals add many times faster than fractions, and exactly: what these digits could not hold would be an error.
_EXACT = Context(prec=500, Emax=10_000, Emin=-10_000, traps=[Inexact, Overflow])
_ZERO = Decimal(0)


def day_values(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Values:
    """The known daily values of an additive metric: measured, composed of its parts, or summed over open stores."""
    with localcontext(_EXACT):
        return {day: Fraction(value) for day, value in _decimals(workspace, facts, scope, metric, days).items()}


def reading(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Reading:
    """What a scope's metric came to over some days, with those that are not known."""
    entry = workspace.metrics[metric]
    with localcontext(_EXACT):
        if is_ratio(entry):
            return _ratio(workspace, facts, scope, metric, days)
        if not additive(entry):
            return _last_known(facts, scope, metric, days)
        known = _decimals(workspace, facts, scope, metric, days)
        missing = tuple(day for day in days if day not in known) if len(known) < len(days) else ()
        return Reading(_total(known.values()) if known else None, len(known), missing)


def measured(workspace: Workspace, facts: Facts, scope: str, metric: str) -> bool:
    """Say whether any source has ever given this metric for the scope or a store under it."""
    entry = workspace.metrics[metric]
    below = inputs(entry)
    if below and (scope, metric) not in facts.daily:
        return all(measured(workspace, facts, scope, part) for part in below)
    owners = {scope, *(store.id for store in workspace.stores_under(scope))}
    return any((owner, metric) in facts.daily for owner in owners)


def _decimals(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> _Decimals:
    series = facts.daily.get((scope, metric))
    if series is not None:
        return {day: series[day] for day in days if day in series}
    if workspace.get("store", scope) is None:
        return _sum_of_stores(workspace, facts, scope, metric, days)
    parts = workspace.metrics[metric].parts
    if not parts:
        return {}
    columns = [(sign, _decimals(workspace, facts, scope, part, days)) for part, sign in parts]
    return {
        day: sum((column[day] if sign > 0 else -column[day] for sign, column in columns), _ZERO)
        for day in days
        if all(day in column for _, column in columns)
    }


def _sum_of_stores(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> _Decimals:
    stores = workspace.stores_under(scope)
    if metric in facts.mixed and len({facts.basis.get((store.id, metric)) for store in stores} - {None}) > 1:
        return {}
    columns = [(store.data, _decimals(workspace, facts, store.id, metric, days)) for store in stores]
    always = [column for store, column in columns if store.opened is None and store.closed is None]
    others = [(store, column) for store, column in columns if store.opened is not None or store.closed is not None]
    found: dict[date, Decimal] = {}
    for day in days:
        open_ones = [*always, *(column for store, column in others if store.is_open(day, day))]
        values = [column[day] for column in open_ones if day in column]
        if values and len(values) == len(open_ones):
            found[day] = sum(values, _ZERO)
    return found


def _total(values: Iterable[Decimal]) -> Fraction:
    return Fraction(sum(values, _ZERO))


def _ratio(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Reading:
    entry = workspace.metrics[metric]
    parts = inputs(entry)
    if len(parts) != 2:
        return Reading(None, 0, tuple(days))
    top, bottom = (_decimals(workspace, facts, scope, part, days) for part in parts)
    missing = tuple(day for day in days if day not in top or day not in bottom)
    if missing:
        return Reading(None, len(days) - len(missing), missing)
    numerator, denominator = _total(top.values()), _total(bottom.values())
    value = numerator / denominator * Fraction(entry.factor) if denominator else None
    return Reading(value, len(days), (), numerator, denominator)


def _last_known(facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Reading:
    """Stocks and scores: the last value of the days."""
    series = facts.daily.get((scope, metric), {})
    known = [day for day in days if day in series]
    missing = tuple(day for day in days if day not in series)
    return Reading(Fraction(series[known[-1]]) if known else None, len(known), missing)
