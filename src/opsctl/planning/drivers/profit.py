"""
What a profit goal leaves room for, store by store: sales, their mix, the highest ad ratio and the refund ceiling.

A contribution goal is met by net sales less goods, fees, fulfilment and ads. With the sales that are planned, one
number may be worse until the goal is just met, all others staying as they are; that number is the limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opsctl.period import Period
from opsctl.planning.goals import goals_by_id
from opsctl.planning.periods import period_value
from opsctl.workspace import Workspace

PARTS = ("gmv_paid", "refund_amount", "net_sales", "cogs", "fees", "fulfilment", "ad_spend")
"""What a contribution goal is worked out from."""


@dataclass(frozen=True, slots=True)
class ProfitRoom:
    """A store's profit goal over a period with what it allows.

    `least` is the contribution that has to remain: the goal's floor in proportion, or the goal itself. `mix` is the
    store's part of all paid sales; limits are None where sales are zero or goods cost all of them.
    """

    scope: str
    contribution: Fraction
    least: Fraction
    sales: Fraction
    mix: Fraction | None
    ad_ratio: Fraction | None
    highest_ad_ratio: Fraction | None
    refund_rate: Fraction | None
    refund_ceiling: Fraction | None


def profit_rooms(workspace: Workspace, scope: str, period: Period) -> tuple[ProfitRoom, ...]:
    """The room of every store at or below a scope that has a profit goal and targets for all it follows from."""
    stores = [store.id for store in workspace.stores_under(scope)]
    found = {store: parts for store in stores if (parts := _targets(workspace, store, period))}
    total = sum((parts["gmv_paid"] for parts in found.values()), Fraction(0))
    return tuple(_room(workspace, store, period, parts, total) for store, parts in found.items())


def _targets(workspace: Workspace, scope: str, period: Period) -> Mapping[str, Fraction] | None:
    values = {id_: period_value(workspace, scope, id_, period) for id_ in ("contribution", *PARTS)}
    known = {id_: Fraction(value) for id_, value in values.items() if value is not None}
    return known if len(known) == len(values) else None


def _room(
    workspace: Workspace, scope: str, period: Period, parts: Mapping[str, Fraction], total: Fraction
) -> ProfitRoom:
    least = parts["contribution"] * _floor_share(workspace, scope, period)
    sales, net = parts["gmv_paid"], parts["net_sales"]
    before_ads = net - parts["cogs"] - parts["fees"] - parts["fulfilment"]
    # Goods come back with a refund, so they stay the same share of net sales.
    margin = 1 - parts["cogs"] / net if net else Fraction(0)
    needed = (least + parts["fees"] + parts["fulfilment"] + parts["ad_spend"]) / margin if margin > 0 else None
    return ProfitRoom(
        scope,
        parts["contribution"],
        least,
        sales,
        sales / total if total else None,
        parts["ad_spend"] / sales if sales else None,
        (before_ads - least) / sales if sales else None,
        parts["refund_amount"] / sales if sales else None,
        1 - needed / sales if sales and needed is not None else None,
    )


def _floor_share(workspace: Workspace, scope: str, period: Period) -> Fraction:
    """The floor of the profit goal as a part of its value, in the scope's sheet or the nearest above that types one."""
    for owner in (scope, *workspace.above(scope)):
        sheet = workspace.sheet(owner, period.start.year)
        written = goals_by_id(workspace, sheet).get("contribution")
        goal = None if written is None else written[1]
        if goal is not None and isinstance(goal.value, Decimal) and goal.value > 0:
            return Fraction(goal.floor) / Fraction(goal.value) if goal.floor is not None else Fraction(1)
    return Fraction(1)
