"""What `plan show` says: the targets of one scope and period, and of the parts and sums the period is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics import is_ratio, value
from opsctl.metrics.algebra import inputs
from opsctl.period import Period, period_of
from opsctl.planning.goals import goals_by_id, period_goals
from opsctl.planning.people import is_person
from opsctl.planning.periods import targeted_metrics
from opsctl.planning.person_ratios import inherited_ratios
from opsctl.planning.tier_targets import tier_by_day, units_of
from opsctl.planning.tiers import TIERS, Tier
from opsctl.quantity import from_units, places
from opsctl.weeks import Weeks
from opsctl.workspace import Workspace

# What a period is shown by, and what those parts are added up to on the way.
_PARTS = {
    **dict.fromkeys(("year", "half", "quarter"), "month"),
    **dict.fromkeys(("fiscal-year", "fiscal-half", "fiscal-quarter"), "fiscal-month"),
    **dict.fromkeys(("month", "fiscal-month"), "week"),
    "week": "day",
}
_SUMS = {
    "year": "quarter",
    "half": "quarter",
    "fiscal-year": "fiscal-quarter",
    "fiscal-half": "fiscal-quarter",
    "week": "month",
}


@dataclass(frozen=True, slots=True)
class ShownTarget:
    """The target of one metric over a period: `days` of it have one.

    `parts` are months, weeks or days inside the period and add up to the value; `sums` add some of them: the quarters
    of a year, the two months of a week that straddles them.
    """

    scope: str
    metric: str
    unit: str
    aggregation: str
    value: Fraction
    days: int
    whole: bool
    parts: tuple[tuple[Period, Decimal], ...] = ()
    sums: tuple[tuple[Period, Decimal], ...] = ()
    floor: Fraction | None = None
    stretch: Fraction | None = None


def shown_targets(
    workspace: Workspace, scope: str, period: Period, metrics: Sequence[str] = (), tier: Tier | None = None
) -> tuple[ShownTarget, ...]:
    """The targets of the scope and period: additive ones as sums of days, ratios from the targets of their parts.

    All that are goals or follow from them, or those of the metrics named. Of a tier, only what has one is shown, and
    no ratio, for the tiers of its parts need not belong together.
    """
    rows = {}
    for metric in targeted_metrics(workspace, scope, period):
        days = units_of(workspace, scope, metric, period, tier)
        if days:
            rows[metric] = _additive(workspace, scope, metric, period, days, tier)
    totals = {metric: row.value for metric, row in rows.items()}
    for metric in _ratios(workspace, scope, period, totals, metrics) if tier is None else ():
        found = value(metric, totals, workspace.metrics)
        if found is not None:
            entry = workspace.metrics[metric]
            covered = min(rows[part].days for part in inputs(entry))
            whole = covered == len(period.days)
            own = _typed_tiers(workspace, scope, metric, period)
            target = ShownTarget(scope, metric, entry.unit, entry.aggregation, found, covered, whole)
            rows[metric] = replace(target, floor=own.get("floor"), stretch=own.get("stretch"))
    for ratio in inherited_ratios(workspace, scope, period, metrics) if is_person(workspace, scope) else ():
        entry = workspace.metrics[ratio.metric]
        rows[ratio.metric] = ShownTarget(
            scope, ratio.metric, entry.unit, entry.aggregation, ratio.value, ratio.days, ratio.whole
        )
    order = list(workspace.metrics)
    chosen = rows.keys() & set(metrics) if metrics else rows.keys()
    return tuple(rows[metric] for metric in sorted(chosen, key=order.index))


def leading_metric(workspace: Workspace, scope: str, period: Period) -> str | None:
    """The metric a scope is led by: the first that a sheet from here upwards divides; else the first with a target.

    Nobody stands above a person, whose numbers are parts of what the top divides.
    """
    targeted = targeted_metrics(workspace, scope, period)
    for owner in dict.fromkeys((scope, *workspace.above(scope), workspace.settings.top)):
        sheet = workspace.sheet(owner, period.start.year)
        for written in sheet.data.goals if sheet is not None else ():
            metric = workspace.metric_id(written)
            if metric in targeted and sheet is not None and sheet.data.goals[written].split is not None:
                return metric
    return next(iter(targeted), None)


def own_currency(workspace: Workspace, scope: str, period: Period) -> tuple[str, Decimal] | None:
    """The currency a store keeps its books in with its budget rate, where it is not the workspace's and has one."""
    store, rates = workspace.get("store", scope), workspace.get("fx", f"{period.start.year}")
    currency = store.data.currency if store is not None else None
    if currency in (None, workspace.settings.currency) or rates is None or currency not in rates.data.budget:
        return None
    return currency, rates.data.budget[currency]


def contributions(workspace: Workspace, scope: str, year: int) -> tuple[tuple[str, ...], ...]:
    """The ways from the scope's own goals to what they move, by `contributes_to`; a circle is walked once."""
    written = goals_by_id(workspace, workspace.sheet(scope, year))
    links = {
        metric: served
        for metric, (_, goal) in written.items()
        if goal.contributes_to is not None and (served := workspace.metric_id(goal.contributes_to)) is not None
    }
    ways = []
    for first in links.keys() - links.values():
        way = [first]
        while (following := links.get(way[-1])) is not None and following not in way:
            way.append(following)
        ways.append(tuple(way))
    return tuple(sorted(ways))


def _typed_tiers(workspace: Workspace, scope: str, metric: str, period: Period) -> dict[str, Fraction]:
    """The tiers of a ratio, which hold for every period, as the scope's own sheet writes them."""
    _, goal = goals_by_id(workspace, workspace.sheet(scope, period.start.year)).get(metric, ("", None))
    typed = {tier: getattr(goal, tier, None) for tier in TIERS}
    return {tier: Fraction(value) for tier, value in typed.items() if value is not None}


def _tiers(workspace: Workspace, scope: str, metric: str, period: Period, days: int) -> dict[str, Fraction]:
    """The tiers of an additive metric that cover as many days as its target."""
    found = {tier: tier_by_day(workspace, scope, metric, tier, period) for tier in TIERS}
    scale = 10 ** places(workspace.metrics[metric].unit)
    return {tier: Fraction(sum(units.values()), scale) for tier, units in found.items() if len(units) == days}


def _additive(
    workspace: Workspace, scope: str, metric: str, period: Period, days: Mapping[date, int], tier: Tier | None
) -> ShownTarget:
    entry = workspace.metrics[metric]
    digits = places(entry.unit)
    total = Fraction(sum(days.values()), 10**digits)
    own = _tiers(workspace, scope, metric, period, len(days)) if tier is None else {}
    parts = _by(_PARTS.get(period.kind), days, period, workspace.weeks)
    sums = _by(_SUMS.get(period.kind), days, period, workspace.weeks)
    return ShownTarget(
        scope,
        metric,
        entry.unit,
        entry.aggregation,
        total,
        len(days),
        len(days) == len(period.days),
        tuple((part, from_units(units, digits)) for part, units in parts.items()),
        tuple((part, from_units(units, digits)) for part, units in sums.items()) if len(sums) > 1 else (),
        own.get("floor"),
        own.get("stretch"),
    )


def parts_of(period: Period, weeks: Weeks) -> tuple[Period, ...]:
    """The months, weeks or days a period is shown by, each cut to what lies inside it; a day has none."""
    kind = _PARTS.get(period.kind)
    return () if kind is None else tuple(_by(kind, dict.fromkeys(period.days, 0), period, weeks))


def sums_of(period: Period, weeks: Weeks) -> tuple[Period, ...]:
    """What those parts are added up to on the way, such as the quarters of a year; nothing where that is one."""
    kind = _SUMS.get(period.kind)
    found = () if kind is None else tuple(_by(kind, dict.fromkeys(period.days, 0), period, weeks))
    return found if len(found) > 1 else ()


def _by(kind: str | None, days: Mapping[date, int], period: Period, weeks: Weeks) -> Mapping[Period, int]:
    """The days added by a kind of period, each cut to what lies inside the one that is shown."""
    found: dict[Period, int] = {}
    for day, units in days.items() if kind is not None else ():
        part = period_of(kind or "", day, weeks)
        inside = Period(max(part.start, period.start), min(part.end, period.end), part.kind, part.weeks)
        found[inside] = found.get(inside, 0) + units
    return found


def _ratios(
    workspace: Workspace, scope: str, period: Period, totals: Mapping[str, Fraction], named: Sequence[str]
) -> Iterator[str]:
    """The ratios named, or set as a goal on the scope or above, whose parts both have targets here."""
    owners = (scope, *workspace.above(scope))
    goals = frozenset(named).union(*(period_goals(workspace, owner, period) for owner in owners))
    for metric in sorted(goals):
        entry = workspace.metrics[metric]
        if is_ratio(entry) and inputs(entry) and all(part in totals for part in inputs(entry)):
            yield metric
