"""
Money of other currencies and of mixed bases: what may be added, at which rate, and what the rate itself did.

Targets and their attainment are counted at the budget rate, so that a store is judged by what it sold. What the actual
rate adds or takes is kept beside it and shown as its own line. Without a budget rate, or where stores count the same
metric on different bases, there is no sum: both labels are named instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Listed, Severity, message
from opsctl.period import Period, month_of
from opsctl.records.fx import Fx
from opsctl.reviewing.facts import Facts, Member, Series, Trouble
from opsctl.reviewing.view import RateEffect
from opsctl.workspace import Workspace

Days = Mapping[date, Decimal]


def in_home_currency(workspace: Workspace, facts: Facts) -> Facts:
    """The facts with all money in the workspace's currency at the budget rate; what has no rate is left out and told.

    `foreign` keeps the converted series as they were.
    """
    home = workspace.settings.currency
    daily, troubles = dict(facts.daily), list(facts.troubles)
    foreign: dict[Series, tuple[str, Days]] = {}
    for series, days in facts.daily.items():
        currency = facts.currency.get(series) or _own_currency(workspace, series[0])
        if currency == home or not is_money(workspace, series[1]):
            continue
        foreign[series] = (currency, days)
        rates = {day: _budget(workspace, currency, day) for day in days}
        daily[series] = {day: days[day] * rate for day, rate in rates.items() if rate is not None}
        if len(daily[series]) < len(days):
            years = sorted({day.year for day in days if day not in daily[series]})
            troubles.append(_no_rate(facts, series, currency, home, years))
    mixed = tuple(_mixed(workspace, facts))
    return replace(
        facts,
        daily={series: days for series, days in daily.items() if days},
        members={place: _of_member(workspace, facts, place, days) for place, days in facts.members.items()},
        foreign=foreign,
        mixed=frozenset(metric for metric, _ in mixed),
        troubles=(*troubles, *(trouble for _, trouble in mixed)),
    )


def rate_effect(workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period) -> tuple[RateEffect, ...]:
    """What the actual rates did to each store's amount over a period, by store; none where all money is at home."""
    found = []
    for store in workspace.stores_under(scope):
        currency, days = facts.foreign.get((store.id, metric), ("", {}))
        inside = {day: amount for day, amount in days.items() if period.contains(day)}
        if inside:
            found.append(_effect(workspace, store.id, currency, inside))
    return tuple(found)


def _of_member(workspace: Workspace, facts: Facts, place: Member, days: Days) -> Days:
    """A channel's or product's days at the budget rate; days without one are left out, as of the whole."""
    scope, _, _, metric = place
    currency = facts.currency.get((scope, metric)) or _own_currency(workspace, scope)
    if currency == workspace.settings.currency or not is_money(workspace, metric):
        return days
    rates = {day: _budget(workspace, currency, day) for day in days}
    return {day: days[day] * rate for day, rate in rates.items() if rate is not None}


def is_money(workspace: Workspace, metric: str) -> bool:
    """Whether the metric is an amount of money."""
    return metric in workspace.metrics and workspace.metrics[metric].unit == "money"


def _own_currency(workspace: Workspace, scope: str) -> str:
    store = workspace.get("store", scope)
    return (store and store.data.currency) or workspace.settings.currency


def _effect(workspace: Workspace, scope: str, currency: str, days: Days) -> RateEffect:
    planned, real, unknown = Fraction(0), Fraction(0), []
    for day, amount in sorted(days.items()):
        budget, actual = _budget(workspace, currency, day), _actual(workspace, currency, day)
        if budget is None or actual is None:
            unknown.append(month_of(day).label)
        else:
            planned += Fraction(amount) * Fraction(budget)
            real += Fraction(amount) * Fraction(actual)
    total = sum((Fraction(amount) for amount in days.values()), Fraction(0))
    effect = None if unknown else real - planned
    return RateEffect(scope, currency, total, planned, effect, tuple(dict.fromkeys(unknown)))


def _rates(workspace: Workspace, day: date) -> Fx | None:
    record = workspace.get("fx", f"{day.year}")
    return None if record is None else record.data


def _budget(workspace: Workspace, currency: str, day: date) -> Decimal | None:
    rates = _rates(workspace, day)
    return None if rates is None else rates.budget.get(currency)


def _actual(workspace: Workspace, currency: str, day: date) -> Decimal | None:
    rates = _rates(workspace, day)
    return None if rates is None else rates.actual.get(currency, {}).get(month_of(day))


def _no_rate(facts: Facts, series: Series, currency: str, home: str, years: list[int]) -> Trouble:
    said = message(
        "review.no_rate", scope=series[0], metric=series[1], currency=currency, home=home,
        years=Listed(f"{year}" for year in years), file=f"fx/{years[0]}.yaml",
    )  # fmt: skip
    return Trouble(facts.origin[series][0], "", said, severity=Severity.ERROR, kind="no-rate")


def _mixed(workspace: Workspace, facts: Facts) -> Iterator[tuple[str, Trouble]]:
    """The metrics that stores count on different bases, with a store for each of the two labels."""
    seen: dict[str, tuple[str, str]] = {}
    told: set[str] = set()
    for (scope, metric), basis in sorted(facts.basis.items()):
        if metric in told or not is_money(workspace, metric) or (scope, metric) not in facts.daily:
            continue
        first, before = seen.setdefault(metric, (scope, basis))
        if before != basis:
            told.add(metric)
            said = message("review.mixed_bases", metric=metric, first=first, before=before, second=scope, basis=basis)
            origin = facts.origin[scope, metric][0]
            yield metric, Trouble(origin, "", said, severity=Severity.ERROR, kind="mixed-bases")
