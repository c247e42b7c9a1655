"""Targets of any period: days by cumulative rounding inside their month, everything longer as a sum of days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from opsctl.period import Period, month_of
from opsctl.period import month as month_period
from opsctl.planning.cascade import cascade
from opsctl.planning.curves.curve import day_units
from opsctl.planning.curves.rhythm import months_without_days, scope_curve
from opsctl.planning.curves.spread import spread
from opsctl.planning.dividing.division import whole
from opsctl.planning.people import cells_of, counted, is_person, time_given
from opsctl.quantity import from_units, places
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PeriodTarget:
    """The target of a period; where a year without targets is touched, only `days` of the period are covered."""

    value: Decimal
    days: int
    whole: bool


# Enough for one month of a thousand stores; a year of them would take hundreds of megabytes.
@lru_cache(maxsize=20_000)
def month_days(workspace: Workspace, year: int, scope: str, metric: str, month: int) -> tuple[int, ...]:
    """The target of each day of a month in smallest units: own curve, or the sum over the child scopes.

    A person's days follow those of the place, as far as the role was held on them.
    """
    if is_person(workspace, scope):
        return _days_of_person(workspace, year, scope, metric, month)
    cell = cascade(workspace, year).cells[scope, metric]
    if not cell.parts:
        if month in months_without_days(workspace, scope, year):
            return spread(day_weights(workspace, scope, year, month), cell.months[month - 1])
        return day_units(scope_curve(workspace, scope, year), month, cell.months[month - 1])
    columns = zip(*(month_days(workspace, year, part, metric, month) for part in cell.parts), strict=True)
    return tuple(sum(column) for column in columns)


def day_weights(workspace: Workspace, scope: str, year: int, month: int) -> tuple[int, ...]:
    """What each day of a month weighs; all the same where none weighs anything and a closed month had sales yet."""
    weights = scope_curve(workspace, scope, year).day_weights[month - 1]
    return weights if any(weights) else (1,) * len(weights)


def _days_of_person(workspace: Workspace, year: int, person: str, metric: str, month: int) -> tuple[int, ...]:
    days = month_period(year, month).days
    columns = [(0,) * len(days)]
    for each in counted(workspace, year, (person, metric), month):
        given = whole(time_given(workspace, person, (each.role, each.place), days))
        wanted = month_days(workspace, year, each.place, metric, month)
        weights = [part * abs(units) for part, units in zip(given, wanted, strict=True)]
        columns.append(spread(weights if any(weights) else given, each.shares[person][month - 1]))
    return tuple(map(sum, zip(*columns, strict=True)))


def day_targets(workspace: Workspace, scope: str, metric: str, period: Period) -> Mapping[date, Decimal]:
    """The target of each day of the period that has one."""
    digits = places(workspace.metrics[metric].unit)
    units = units_by_day(workspace, scope, metric, period)
    return {day: from_units(amount, digits) for day, amount in units.items()}


def units_by_day(workspace: Workspace, scope: str, metric: str, period: Period) -> Mapping[date, int]:
    """The target of each day of the period that has one, in smallest units."""
    found: dict[date, int] = {}
    first = month_period(period.start.year, period.start.month)
    while first.start < period.end:
        if (scope, metric) in cells_of(workspace, first.start.year, scope):
            units = month_days(workspace, first.start.year, scope, metric, first.start.month)
            for day, amount in zip(first.days, units, strict=True):
                if period.contains(day):
                    found[day] = amount
        first = first.following()
    return found


def units_by_part(workspace: Workspace, scope: str, metric: str, period: Period) -> Mapping[str, int]:
    """The target of each month that lies wholly inside the period, and of each day of the others."""
    found: dict[str, int] = {}
    for day, units in units_by_day(workspace, scope, metric, period).items():
        inside = month_of(day)
        label = inside.label if period.holds(inside) else day.isoformat()
        found[label] = found.get(label, 0) + units
    return found


def period_target(workspace: Workspace, scope: str, metric: str, period: Period) -> PeriodTarget | None:
    """The target of a period as the sum of its days; None where no day of it has one."""
    days = units_by_day(workspace, scope, metric, period)
    if not days:
        return None
    value = from_units(sum(days.values()), places(workspace.metrics[metric].unit))
    return PeriodTarget(value, len(days), len(days) == len(period.days))


def period_value(workspace: Workspace, scope: str, metric: str, period: Period) -> Decimal | None:
    """The number of a period's target; None where no day of it has one."""
    found = period_target(workspace, scope, metric, period)
    return None if found is None else found.value


def targeted_metrics(workspace: Workspace, scope: str, period: Period) -> tuple[str, ...]:
    """The additive metrics that have a target on some day of the period, by id."""
    found = {metric for year in period.years for owner, metric in cells_of(workspace, year, scope) if owner == scope}
    return tuple(sorted(found))
