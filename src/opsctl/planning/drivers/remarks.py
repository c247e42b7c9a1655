"""What a reader of targets must know besides: how far ad spend goes, and which visitors are not of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.drivers.trees import TRAFFIC, trees_under
from opsctl.planning.goals import goals_by_id
from opsctl.planning.periods import period_value
from opsctl.records.store import Tree
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PaidTraffic:
    """The clicks that the ad spend buys, beside the visitors needed; `share` is the spend on paid sales, if known."""

    spend: Decimal
    cpc: Decimal
    clicks: Fraction
    visitors: Decimal
    share: Fraction | None

    @property
    def reach(self) -> Fraction:
        """Clicks on visitors; the rest must come from free traffic."""
        return self.clicks / Fraction(self.visitors)


@dataclass(frozen=True, slots=True)
class Counted:
    """The part of a sum that platforms of one tree count in their own way."""

    tree: Tree
    scopes: tuple[str, ...]
    value: Decimal


@dataclass(frozen=True, slots=True)
class UnlikeTraffic:
    """A metric whose sum holds what unlike platforms count: shop visitors beside those of content or sessions."""

    metric: str
    parts: tuple[Counted, ...]


def paid_traffic(workspace: Workspace, scope: str, period: Period) -> PaidTraffic | None:
    """How far ad spend goes, where spend, visitors and the cost of a click are all known; a rough check, no target."""
    spend = period_value(workspace, scope, "ad_spend", period)
    visitors = period_value(workspace, scope, "visitors", period)
    cpc = _click_cost(workspace, scope, period.start.year)
    if not spend or not visitors or not cpc:
        return None
    paid = period_value(workspace, scope, "gmv_paid", period)
    share = Fraction(spend) / Fraction(paid) if paid else None
    return PaidTraffic(spend, cpc, Fraction(spend) / Fraction(cpc), visitors, share)


def _click_cost(workspace: Workspace, scope: str, year: int) -> Decimal | None:
    """The goal of the scope or the nearest above, else the baseline of such a goal."""
    owners = (scope, *workspace.above(scope))
    goals = [goals_by_id(workspace, workspace.sheet(owner, year)).get("cpc", ("", None))[1] for owner in owners]
    written = [goal for goal in goals if goal is not None]
    typed = (goal.value for goal in written if isinstance(goal.value, Decimal) and goal.value > 0)
    before = (goal.baseline.value for goal in written if goal.baseline is not None and goal.baseline.value > 0)
    return next(typed, None) or next(before, None)


def unlike_traffic(workspace: Workspace, scope: str, period: Period) -> tuple[UnlikeTraffic, ...]:
    """Each traffic target of the scope that adds up what platforms of several trees count."""
    return tuple(_unlike(workspace, scope, period))


def _unlike(workspace: Workspace, scope: str, period: Period) -> Iterator[UnlikeTraffic]:
    for metric in TRAFFIC:
        found: dict[Tree, list[str]] = {}
        for store in _stores(workspace, scope, metric, period.start.year):
            found.setdefault(next(iter(trees_under(workspace, store))), []).append(store)
        if len(found) > 1:
            parts = []
            for tree, stores in sorted(found.items()):
                values = (period_value(workspace, store, metric, period) or Decimal(0) for store in stores)
                parts.append(Counted(tree, tuple(stores), sum(values, Decimal(0))))
            yield UnlikeTraffic(metric, tuple(parts))


def _stores(workspace: Workspace, scope: str, metric: str, year: int) -> Iterator[str]:
    """The stores whose months a target sums up."""
    cell = cascade(workspace, year).cells.get((scope, metric))
    if cell is not None and workspace.get("store", scope) is not None:
        yield scope
    for part in cell.parts if cell is not None else ():
        yield from _stores(workspace, part, metric, year)
