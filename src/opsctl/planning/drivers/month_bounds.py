"""
Limits of a sum's terms, month by month: those of a term that the others leave bind the metric it is taken from.

So the sum holds in every month; where both have limits that cannot be met together, the month is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from opsctl.diagnostics import Problem, message
from opsctl.metrics import Metric
from opsctl.metrics.drivers import solved_for, terms_of
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.month_plan import Follow, Months
from opsctl.planning.months import goal_place, month_limits
from opsctl.workspace import Finding


def bound_by(work: Months, metric: str, other: str, more: Limits) -> tuple[Limits, list[Finding]]:
    """Limits of a term's months as limits of the metric it is taken from, the rest being known."""
    limits, _ = month_limits(work.workspace, work.year, work.scope, work.goals[other], work.written.get(other))
    own, _ = month_limits(work.workspace, work.year, work.scope, work.goals[metric], work.written.get(metric))
    signs = solved_for(other, _sum_of(work, metric, other))
    sign = signs[metric]

    def moved(values: Mapping[str, int]) -> dict[str, int]:
        rest = {
            label: sum(s * work.cells[id_].months[int(label[5:]) - 1] for id_, s in signs.items() if id_ != metric)
            for label in values
        }
        return {label: sign * (units - rest[label]) for label, units in values.items()}

    held = moved(limits.held)
    findings = [
        _clash(work, metric, other, label) for label, units in held.items() if own.held.get(label, units) != units
    ]
    low, high = (limits.least, limits.most) if sign > 0 else (limits.most, limits.least)
    least = _merged(more.least, moved(low), max)
    most = _merged(more.most, moved(high), min)
    return Limits({**more.held, **held}, least, most), findings


def broken_limits(
    work: Months, metric: str, months: tuple[int, ...], limits: Limits, follow: Follow
) -> Iterator[Finding]:
    """Name each month whose limits could not bind any of the terms."""
    for number, units in enumerate(months, 1):
        label = f"{work.year}-{number:02d}"
        cap = limits.cap(label)
        low = limits.held.get(label, limits.least.get(label, units))
        if units < low or (cap is not None and units > cap):
            yield _clash(work, as_text(follow), metric, label)


def as_text(follow: Follow) -> str:
    """The terms of a difference as people write them, such as `net_sales + refund_amount`."""
    return "".join(f" {'-' if sign < 0 else '+'} {id_}" for id_, sign in follow.terms).removeprefix(" + ")


def _sum_of(work: Months, metric: str, other: str) -> Metric:
    step = work.leads.get(other)
    if step is not None and step.how == "sum":
        return work.graph[step.identity]
    return next(total for total in work.graph.values() if total.parts and {metric, other} <= terms_of(total).keys())


def _merged(one: Mapping[str, int], two: Mapping[str, int], pick: Callable[[int, int], int]) -> dict[str, int]:
    return {**one, **{label: pick(units, one.get(label, units)) for label, units in two.items()}}


def _clash(work: Months, metric: str, other: str, label: str) -> Finding:
    said = message("drivers.holds_clash", metric=metric, other=other, period=label)
    place = goal_place(work.workspace, work.scope, work.year, work.written.get(other))
    return Finding("impossible-split", Problem(place, said))
