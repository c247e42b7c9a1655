"""
Which numbers drive a store's sales, and the identities that hold for targets.

A shelf store sells to visitors, a content store by impressions and clicks, Amazon by sessions. Each platform counts its
traffic in its own way, so a metric of one tree goes to the stores of that tree only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from opsctl.metrics import Metric
from opsctl.records.store import Tree
from opsctl.workspace import Workspace

TRAFFIC: Mapping[str, Tree] = MappingProxyType({
    "visitors": "shelf", "visitors_free": "shelf", "visitors_paid": "shelf",
    "product_impressions": "content", "product_clicks": "content", "content_impressions": "content",
    "content_gmv": "content", "visits": "amazon",
})  # fmt: skip
"""The metrics that belong to one tree; `visits` are Amazon's sessions."""

_FREE_AND_PAID = (("visitors_free", 1), ("visitors_paid", 1))


@lru_cache(maxsize=20_000)
def trees_under(workspace: Workspace, scope: str) -> frozenset[Tree]:
    """The trees of the stores at or below a scope."""
    return frozenset(store.data.tree for store in workspace.stores_under(scope))


def driver_graph(workspace: Workspace, scope: str, known: Collection[str]) -> Mapping[str, Metric]:
    """The metrics with what holds for targets besides: visitors are free and paid ones together.

    Measured, they overlap, so the dictionary does not say it; targets are sums of days. Where content sells all, its
    sales are the paid sales; `known` are the metrics that need not be derived.
    """
    trees = trees_under(workspace, scope)
    sells_all = trees == {"content"} or ("content" in trees and {"gmv_paid", "net_sales"} & set(known))
    return _graph(workspace, bool(sells_all) and "content_gmv" not in known)


@lru_cache(maxsize=8)
def _graph(workspace: Workspace, by_content: bool) -> Mapping[str, Metric]:
    metrics = dict(workspace.metrics)
    extra = {"visitors": _FREE_AND_PAID} | ({"content_gmv": (("gmv_paid", 1),)} if by_content else {})
    for id_, parts in extra.items():
        metric = metrics[id_]
        if not metric.parts and all(part in metrics and not metrics[part].parts for part, _ in parts):
            metrics[id_] = replace(metric, parts=parts)
    return metrics
