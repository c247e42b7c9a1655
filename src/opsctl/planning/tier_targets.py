"""The floor and stretch of any period: days follow the commit days of their month, everything longer is a sum."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from opsctl.period import Period
from opsctl.period import month as month_period
from opsctl.planning.cascade import cascade
from opsctl.planning.curves.spread import spread
from opsctl.planning.periods import month_days, units_by_day
from opsctl.planning.tiers import Tier, tiers
from opsctl.workspace import Workspace


@lru_cache(maxsize=2_000)
def tier_month_days(
    workspace: Workspace, year: int, scope: str, metric: str, tier: Tier, month: int
) -> tuple[int, ...]:
    """The tier of each day of a month in smallest units; KeyError where the scope has no such tier."""
    cell = tiers(workspace, year).cells[scope, metric, tier]
    if cell.parts:
        rows = [tier_month_days(workspace, year, part, metric, tier, month) for part in cell.parts]
        return tuple(sum(column) for column in zip(*rows, strict=True))
    days = month_days(workspace, year, scope, metric, month)
    gap = cell.months[month - 1] - cascade(workspace, year).cells[scope, metric].months[month - 1]
    moved = zip(days, spread([abs(units) for units in days], gap), strict=True)
    return tuple(units + share for units, share in moved)


def units_of(
    workspace: Workspace, scope: str, metric: str, period: Period, tier: Tier | None = None
) -> Mapping[date, int]:
    """What was committed to, or one of its tiers, on each day of the period that has it, in smallest units."""
    if tier is None:
        return units_by_day(workspace, scope, metric, period)
    return tier_by_day(workspace, scope, metric, tier, period)


def tier_by_day(workspace: Workspace, scope: str, metric: str, tier: Tier, period: Period) -> Mapping[date, int]:
    """The tier of each day of the period that has one, in smallest units."""
    found: dict[date, int] = {}
    first = month_period(period.start.year, period.start.month)
    while first.start < period.end:
        if (scope, metric, tier) in tiers(workspace, first.start.year).cells:
            units = tier_month_days(workspace, first.start.year, scope, metric, tier, first.start.month)
            found |= {day: amount for day, amount in zip(first.days, units, strict=True) if period.contains(day)}
        first = first.following()
    return found
