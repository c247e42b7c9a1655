"""What stands out of a day or week and should be looked at first: gaps in the data, broken limits, the worst misses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from opsctl.reviewing.view import MetricRow, PeriodReview

# A miss is told from a tenth on; a store's only where it is a fiftieth of what all of them should have sold.
_TOLERANCE, _FLOOR = Fraction(1, 10), Fraction(1, 50)
# What moves sales, and what sales cost; sums that follow from them would say the same thing twice.
_TELLING = ("visitors", "cvr", "aov_buyer", "refund_rate", "ad_cost_ratio", "first_reply_sec", "inquiry_cvr")


@dataclass(frozen=True, slots=True)
class Exceptional:
    """One thing that stands out: a scope without data, a limit that is broken, or a metric far off its target.

    `row` is the metric's; a missing one, and a limit's, has none. `limit` is what was broken, by `actual`.
    """

    kind: Literal["missing", "limit", "store", "metric"]
    scope: str
    metric: str
    row: MetricRow | None = None
    limit: Fraction | None = None
    actual: Fraction | None = None


def exceptions(review: PeriodReview, most: int = 3) -> tuple[Exceptional, ...]:
    """The first few, those that make numbers doubtful before those that are judged, larger misses before smaller."""
    return tuple(found for _, found in zip(range(most), _all(review), strict=False))


def _all(review: PeriodReview) -> Iterator[Exceptional]:
    for run in review.missing:
        if review.headline in run.metrics:
            yield Exceptional("missing", run.scope, review.headline)
    for guard in review.broken:
        yield Exceptional("limit", review.scope, guard.metric, None, guard.limit, guard.actual)
    told = {guard.metric for guard in review.broken}
    misses = [*_stores(review), *(each for each in _metrics(review) if each.metric not in told)]
    yield from sorted(misses, key=_attained)


def _stores(review: PeriodReview) -> Iterator[Exceptional]:
    whole = next((row.target for row in review.rows if row.metric == review.headline), None) or Fraction(0)
    for store in review.stores:
        gap = store.headline.gap
        if _is_missed(store.headline) and gap is not None and abs(gap) >= abs(whole) * _FLOOR:
            yield Exceptional("store", store.scope, store.headline.metric, store.headline)


def _metrics(review: PeriodReview) -> Iterator[Exceptional]:
    for row in review.rows:
        if row.metric in _TELLING and _is_missed(row):
            yield Exceptional("metric", review.scope, row.metric, row)


def _is_missed(row: MetricRow) -> bool:
    return row.attainment is not None and row.attainment < 1 - _TOLERANCE


def _attained(found: Exceptional) -> tuple[Fraction, str, str]:
    attained = found.row.attainment if found.row is not None else None
    return attained if attained is not None else Fraction(0), found.scope, found.metric
