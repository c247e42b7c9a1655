"""
Which numbers a store's sales are the product of: from what comes in to what is paid, each a share of the one before.

The trees are those targets are set by: a shelf store sells to visitors, a content store by impressions and clicks,
Amazon by sessions. A shorter chain explains less and needs less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from opsctl.metrics import Metric
from opsctl.metrics.algebra import inputs
from opsctl.records.store import Tree
from opsctl.reviewing.attribution.view import Method


@dataclass(frozen=True, slots=True)
class Drill:
    """A driver taken apart: by a total that stands between the two of its ratio, or into what the first adds up."""

    driver: str
    totals: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Totals, each but the first explained by a ratio to the one before; `drivers` are the first and these ratios."""

    totals: tuple[str, ...]
    drivers: tuple[str, ...]
    drills: tuple[Drill, ...] = ()


# Whoever came by an ad and without one stands in both; `both` is how many fewer people that makes.
_VISITORS = Drill("visitors", ("visitors_paid", "visitors_free"), ("visitors_paid", "visitors_free", "both"))
_CARTS = Drill("cvr", ("cart_buyers",), ("cart_rate", "cart_paid"))
_BASKETS = Drill("aov_buyer", ("units_paid",), ("units_per_buyer", "unit_price_avg"))

_SHELF = (
    Chain(
        ("visitors", "buyers_paid", "gmv_paid"), ("visitors", "cvr", "aov_buyer"), (_VISITORS, _CARTS, _BASKETS)
    ),
    Chain(("visitors", "gmv_paid"), ("visitors", "visitor_value"), (_VISITORS,)),
    Chain(("buyers_paid", "gmv_paid"), ("buyers_paid", "aov_buyer"), (_BASKETS,)),
    Chain(("orders_paid", "gmv_paid"), ("orders_paid", "aov_order")),
    Chain(("units_paid", "gmv_paid"), ("units_paid", "unit_price_avg")),
)  # fmt: skip
_CONTENT = (
    Chain(
        ("product_impressions", "product_clicks", "units_paid", "gmv_paid"),
        ("product_impressions", "content_ctr", "click_unit_rate", "unit_price_avg"),
    ),
    Chain(("product_clicks", "units_paid", "gmv_paid"), ("product_clicks", "click_unit_rate", "unit_price_avg")),
    *_SHELF,
)
_AMAZON = (
    Chain(("visits", "units_paid", "gmv_paid"), ("visits", "unit_session_rate", "unit_price_avg")),
    *_SHELF,
)
_TREES: Mapping[Tree, tuple[Chain, ...]] = {"shelf": _SHELF, "content": _CONTENT, "amazon": _AMAZON}
# Quantity times price: pieces where they are counted, else orders, else buyers.
_PRICED = (_SHELF[4], _SHELF[3], Chain(("buyers_paid", "gmv_paid"), ("buyers_paid", "aov_buyer")))
_OTHERS: Mapping[str, tuple[Chain, ...]] = {
    "content_gmv": (Chain(("content_impressions", "content_gmv"), ("content_impressions", "gpm")),),
    "ad_gmv": (Chain(("ad_spend", "ad_gmv"), ("ad_spend", "ad_roi")),),
    "ad_spend": (Chain(("clicks", "ad_spend"), ("clicks", "cpc")),),
    "buyers_paid": (Chain(("visitors", "buyers_paid"), ("visitors", "cvr"), (_VISITORS, _CARTS)),),
}


def chains_of(metric: str, tree: Tree, method: Method, metrics: Mapping[str, Metric]) -> Iterator[Chain]:
    """The chains that end in a metric, the one that explains most first; none where it is no product of anything.

    Net sales are paid sales times what is not refunded. A ratio that a team defines in its own way leaves out the
    chains that would call it something else.
    """
    for chain in _ending_in(metric, _PRICED if method == "pvm" else _TREES[tree]):
        if all(map(_is_ratio_of, (metrics[id_] for id_ in chain.drivers[1:]), chain.totals, chain.totals[1:])):
            yield replace(chain, drills=() if method == "pvm" else chain.drills)


def _ending_in(metric: str, paid: tuple[Chain, ...]) -> tuple[Chain, ...]:
    if metric == "gmv_paid":
        return paid
    if metric == "net_sales":
        longer = (Chain((*chain.totals, "net_sales"), (*chain.drivers, "refund_rate"), chain.drills) for chain in paid)
        return (*longer, Chain(("gmv_paid", "net_sales"), ("gmv_paid", "refund_rate")))
    return _OTHERS.get(metric, ())


def _is_ratio_of(ratio: Metric, bottom: str, top: str) -> bool:
    if top == "net_sales":
        return inputs(ratio) == ("refund_amount", bottom)
    return inputs(ratio) == (top, bottom)
