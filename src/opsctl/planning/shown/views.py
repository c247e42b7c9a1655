"""
A scope's own number by channel or by product: parallel views, each of which adds up to the scope, never to each other.

A member's share of a period is the difference of two divisions: of the running total of the year at the period's end,
and of the one at its beginning. Raising a total lowers nobody's part (see `allocate`), so no part is ever negative;
and whatever periods are added, days, straddling weeks or months, members add up to the scope and periods to the year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.goals import goals_by_id
from opsctl.planning.months import Cell
from opsctl.planning.shown.show import parts_of, sums_of
from opsctl.planning.tier_targets import units_of
from opsctl.planning.tiers import Tier, tiers
from opsctl.quantity import from_units, places
from opsctl.workspace import Workspace

Dimension = Literal["channel", "product"]
DIMENSIONS: tuple[Dimension, ...] = ("channel", "product")


def shares_of(workspace: Workspace, scope: str, metric: str, dimension: Dimension, year: int) -> Mapping[str, Decimal]:
    """The shares of a goal by member, in order of id; empty where its sheet has none."""
    written = goals_by_id(workspace, workspace.sheet(scope, year)).get(metric)
    if written is None:
        return {}
    shares = written[1].channels if dimension == "channel" else written[1].products
    return dict(sorted(shares.items()))


@dataclass(frozen=True, slots=True)
class View:
    """A scope's metric by member over a period, in smallest units; None stands for what has no member.

    `parts` are what the period is shown by, `sums` add some of them, such as the quarters of a year.
    """

    dimension: Dimension
    digits: int
    members: Mapping[str | None, int]
    parts: tuple[tuple[Period, Mapping[str | None, int]], ...]
    sums: tuple[tuple[Period, Mapping[str | None, int]], ...] = ()


def view(
    workspace: Workspace, scope: str, metric: str, dimension: Dimension, period: Period, tier: Tier | None = None
) -> View:
    """The members of a scope's target over a period and over each of the parts it is shown by."""

    def members(part: Period) -> Mapping[str | None, int]:
        return view_units(workspace, scope, metric, dimension, part, tier)

    parts = tuple((part, members(part)) for part in parts_of(period, workspace.weeks))
    sums = tuple((part, members(part)) for part in sums_of(period, workspace.weeks))
    return View(dimension, places(workspace.metrics[metric].unit), members(period), parts, sums)


def view_units(
    workspace: Workspace, scope: str, metric: str, dimension: Dimension, period: Period, tier: Tier | None = None
) -> Mapping[str | None, int]:
    """The target of each member over a period in smallest units; under None what has no member.

    A scope whose goal has shares is divided by them; one without is the sum of those below it. Together the members
    are the scope's target, or its tier: the members take the same shares of that. Empty where the scope has none.
    """
    found: dict[str | None, int] = {}
    for year in period.years:
        for member, units in _year_units(workspace, scope, metric, dimension, period, year, tier).items():
            found[member] = found.get(member, 0) + units
    return found


def _year_units(
    workspace: Workspace, scope: str, metric: str, dimension: Dimension, period: Period, year: int, tier: Tier | None
) -> Mapping[str | None, int]:
    cell = _cell(workspace, scope, metric, year, tier)
    if cell is None:
        return {}
    shares = shares_of(workspace, scope, metric, dimension, year)
    if sum(shares.values()) or not cell.parts:
        before, after = running_totals(workspace, scope, metric, period, year, tier)
        if not sum(shares.values()):
            return {None: after - before}
        return {member: units for member, units in divided(shares, before, after).items()}
    found: dict[str | None, int] = {}
    for part in cell.parts:
        for member, units in _year_units(workspace, part, metric, dimension, period, year, tier).items():
            found[member] = found.get(member, 0) + units
    return found


def _cell(workspace: Workspace, scope: str, metric: str, year: int, tier: Tier | None) -> Cell | None:
    if tier is None:
        return cascade(workspace, year).cells.get((scope, metric))
    return tiers(workspace, year).cells.get((scope, metric, tier))


def member_target(
    workspace: Workspace,
    scope: str,
    metric: str,
    dimension: Dimension,
    member: str,
    period: Period,
    tier: Tier | None = None,
) -> Decimal | None:
    """The target of one member, or its part of a tier; None where the scope has no such member in the period."""
    units = view_units(workspace, scope, metric, dimension, period, tier).get(member)
    return None if units is None else from_units(units, places(workspace.metrics[metric].unit))


def running_totals(
    workspace: Workspace, scope: str, metric: str, period: Period, year: int, tier: Tier | None = None
) -> tuple[int, int]:
    """The scope's target from the first of January to the eve of the period, and to its last day, in smallest units."""
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    start, end = max(period.start, first), min(period.end, after)
    days = units_of(workspace, scope, metric, Period(first, end, "day"), tier)
    return sum(units for day, units in days.items() if day < start), sum(days.values())


def divided(shares: Mapping[str, Decimal], before: int, after: int) -> Mapping[str, int]:
    """What each member gets between two running totals."""
    weights = [Fraction(share) for share in shares.values()]
    steps = zip(shares, apportion(weights, before), apportion(weights, after), strict=True)
    return {member: end - start for member, start, end in steps}
