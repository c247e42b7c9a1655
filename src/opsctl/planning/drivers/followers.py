"""What follows a number of a scope's own: the metrics to be worked out anew, and the ratios that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from opsctl.metrics import Metric
from opsctl.metrics.drivers import derive


@dataclass(frozen=True, slots=True)
class Followers:
    """The inherited metrics that follow what a sheet types instead of its share, with the ratios of the shares."""

    metrics: frozenset[str] = frozenset()
    ratios: Mapping[str, Fraction] = field(default_factory=dict)


NOBODY = Followers()


def with_ratios(
    given: Mapping[str, Fraction], followers: Followers, graph: Mapping[str, Metric]
) -> Mapping[str, Fraction]:
    """What a sheet gives with those inherited ratios that nothing in it says already."""
    found = dict(given)
    for ratio, value in followers.ratios.items():
        if ratio not in derive(found, {ratio}, graph).values:
            found[ratio] = value
    return found
