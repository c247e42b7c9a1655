"""The identities of a dictionary of metrics, looked up by what they speak of; made once for each dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from opsctl.metrics.algebra import inputs, is_ratio
from opsctl.metrics.metric import Metric


@dataclass(frozen=True, slots=True)
class Identities:
    """Ratios and sums by id; `touching` has those that each metric is the result or a part of."""

    ratios: Sequence[Metric]
    sums: Sequence[Metric]
    touching: Mapping[str, Sequence[Metric]]


class Same:
    """A dictionary known again as the same object: comparing a hundred metrics would cost more than all the rest."""

    __slots__ = ("metrics",)

    def __init__(self, metrics: Mapping[str, Metric]) -> None:
        self.metrics = metrics

    def __hash__(self) -> int:
        return id(self.metrics)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.metrics is other.metrics


def identities_of(metrics: Mapping[str, Metric]) -> Identities:
    """Index the identities of a dictionary, which must not change afterwards."""
    return _index(Same(metrics))


@lru_cache(maxsize=32)
def _index(same: Same) -> Identities:
    composed = sorted((metric for metric in same.metrics.values() if inputs(metric)), key=lambda metric: metric.id)
    touching: dict[str, list[Metric]] = {}
    for metric in composed:
        for id in (metric.id, *inputs(metric)):
            touching.setdefault(id, []).append(metric)
    ratios = tuple(metric for metric in composed if is_ratio(metric))
    return Identities(ratios, tuple(metric for metric in composed if not is_ratio(metric)), touching)
