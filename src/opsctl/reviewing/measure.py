"""
Actual values of any scope and period, out of daily facts.

A team's day is known when every store that is open on it is known; a ratio is known when both its parts are known on
every day. Nothing that is missing counts as zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from opsctl.metrics import additive, is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.view import Reading
from opsctl.workspace import Workspace

Values = Mapping[date, Fraction]


def day_values(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Values:
    """The known daily values of an additive metric: measured, composed of its parts, or summed over open stores."""
    series = facts.daily.get((scope, metric))
    if series is not None:
        return {day: Fraction(series[day]) for day in days if day in series}
    if workspace.get("store", scope) is None:
        return _sum_of_stores(workspace, facts, scope, metric, days)
    parts = workspace.metrics[metric].parts
    if not parts:
        return {}
    columns = [(sign, day_values(workspace, facts, scope, part, days)) for part, sign in parts]
    return {
        day: sum((sign * column[day] for sign, column in columns), Fraction(0))
        for day in days
        if all(day in column for _, column in columns)
    }


def reading(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Reading:
    """What a scope's metric came to over some days, with those that are not known."""
    entry = workspace.metrics[metric]
    if is_ratio(entry):
        return _ratio(workspace, facts, scope, metric, days)
    if not additive(entry):
        return _last_known(facts, scope, metric, days)
    known = day_values(workspace, facts, scope, metric, days)
    missing = tuple(day for day in days if day not in known)
    return Reading(sum(known.values(), Fraction(0)) if known else None, len(known), missing)


def measured(workspace: Workspace, facts: Facts, scope: str, metric: str) -> bool:
    """Say whether any source has ever given this metric for the scope or a store under it."""
    entry = workspace.metrics[metric]
    below = inputs(entry)
    if below and (scope, metric) not in facts.daily:
        return all(measured(workspace, facts, scope, part) for part in below)
    owners = {scope, *(store.id for store in workspace.stores_under(scope))}
    return any((owner, metric) in facts.daily for owner in owners)


def _sum_of_stores(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Values:
    stores = workspace.stores_under(scope)
    if metric in facts.mixed and len({facts.basis.get((store.id, metric)) for store in stores} - {None}) > 1:
        return {}
    columns = [(store.data, day_values(workspace, facts, store.id, metric, days)) for store in stores]
    found: dict[date, Fraction] = {}
    for day in days:
        open_ones = [column for store, column in columns if store.is_open(day, day)]
        if open_ones and all(day in column for column in open_ones):
            found[day] = sum((column[day] for column in open_ones), Fraction(0))
    return found


def _ratio(workspace: Workspace, facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Reading:
    entry = workspace.metrics[metric]
    parts = inputs(entry)
    if len(parts) != 2:
        return Reading(None, 0, tuple(days))
    top, bottom = (day_values(workspace, facts, scope, part, days) for part in parts)
    missing = tuple(day for day in days if day not in top or day not in bottom)
    if missing:
        return Reading(None, len(days) - len(missing), missing)
    numerator, denominator = (sum(column.values(), Fraction(0)) for column in (top, bottom))
    value = numerator / denominator * Fraction(entry.factor) if denominator else None
    return Reading(value, len(days), (), numerator, denominator)


def _last_known(facts: Facts, scope: str, metric: str, days: Sequence[date]) -> Reading:
    """Stocks and scores: the last value of the days."""
    series = facts.daily.get((scope, metric), {})
    known = [day for day in days if day in series]
    missing = tuple(day for day in days if day not in series)
    return Reading(Fraction(series[known[-1]]) if known else None, len(known), missing)
