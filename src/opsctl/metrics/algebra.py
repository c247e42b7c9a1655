"""How metrics compose: what adds, what is recomputed from parts, and how well a target was met."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics.metric import Metric

Number = Decimal | Fraction | int


def additive(metric: Metric) -> bool:
    """Whether the values of days and scopes are added."""
    return metric.aggregation in ("sum", "distinct")


def is_ratio(metric: Metric) -> bool:
    """Whether the value is recomputed from a numerator and a denominator, never added or averaged."""
    return metric.aggregation in ("ratio", "weighted")


def inputs(metric: Metric) -> tuple[str, ...]:
    """The metrics this one is computed from; empty for a leaf."""
    if is_ratio(metric):
        return (metric.numerator, metric.denominator) if metric.numerator and metric.denominator else ()
    return tuple(part for part, _ in metric.parts)


def needs(metric_id: str, metrics: Mapping[str, Metric]) -> frozenset[str]:
    """The leaf metrics that must be counted to know this one."""
    leaves: set[str] = set()
    seen: set[str] = set()
    waiting = [metric_id]
    while waiting:
        id = waiting.pop()
        if id in seen:
            continue
        seen.add(id)
        below = inputs(metrics[id]) if id in metrics else ()
        waiting.extend(below)
        if not below:
            leaves.add(id)
    return frozenset(leaves)


def value(metric_id: str, known: Mapping[str, Number], metrics: Mapping[str, Metric]) -> Fraction | None:
    """The value in one scope and period, or None where a part is missing or a denominator is zero.

    A known number wins, except over a ratio whose parts are both there: ratios are recomputed.
    """
    return _value(metric_id, known, metrics, frozenset())


def _value(
    id: str, known: Mapping[str, Number], metrics: Mapping[str, Metric], above: frozenset[str]
) -> Fraction | None:
    given = Fraction(known[id]) if id in known else None
    metric = metrics.get(id)
    if metric is None or id in above or (given is not None and not is_ratio(metric)):
        return given
    below = [_value(part, known, metrics, above | {id}) for part in inputs(metric)]
    numbers = [number for number in below if number is not None]
    if not numbers or len(numbers) < len(below):
        return given
    if is_ratio(metric):
        numerator, denominator = numbers
        return numerator / denominator * metric.factor if denominator else None
    return sum((sign * number for (_, sign), number in zip(metric.parts, numbers, strict=True)), Fraction(0))


def attainment(direction: str, actual: Fraction, target: Fraction) -> Fraction | None:
    """Actual on target, the other way round where lower is better; None where no share says anything.

    That is a band, nothing spent of a cost, and a target of zero or below for something that should rise.
    """
    if direction == "up":
        return actual / target if target > 0 else None
    if direction == "down":
        return target / actual if actual > 0 else None
    return None
