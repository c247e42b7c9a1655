"""
The months of a scope where one metric follows from another: paid sales lie as net sales do, refunds are the difference.

A metric that follows by a ratio takes the months of the one it follows from as weights, its own held months first; a
term of a sum is in every month what the others leave. Where that term has held or bounded months of its own, they bind
the metric they are taken from, so the sum holds there too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from opsctl.diagnostics import Problem, message
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.month_bounds import as_text, bound_by, broken_limits
from opsctl.planning.drivers.month_plan import Follow, Months, bindings, plan_months
from opsctl.planning.months import Cell, goal_place, month_limits, months_by_curve
from opsctl.quantity import from_units, plain
from opsctl.workspace import Finding

_UNLIMITED = Limits({}, {}, {})


def make_months(work: Months) -> Iterator[Finding]:
    """Give months to every goal that no children add up to; what cannot have any is lost, and named."""
    waiting = [id_ for id_ in work.goals if id_ not in work.cells and id_ not in work.lost]
    plan = plan_months(work, waiting)
    folded = bindings(work, waiting, plan)
    while waiting:
        ready = [id_ for id_ in waiting if _ready(work, id_, waiting, plan, folded)] if plan else list(waiting)
        # Metrics that would wait for each other: the first of them lies on the scope's own curve.
        for id_ in ready or waiting[:1]:
            waiting.remove(id_)
            yield from _make(work, id_, plan.get(id_) if ready else None, folded.get(id_, ()))


def _ready(
    work: Months,
    metric: str,
    waiting: Collection[str],
    plan: Mapping[str, Follow],
    folded: Mapping[str, tuple[str, ...]],
) -> bool:
    needed = {id_ for id_, _ in plan[metric].terms} if metric in plan else set()
    for bound in folded.get(metric, ()):
        needed |= {id_ for id_, _ in plan[bound].terms} - {metric}
    return not any(id_ in waiting for id_ in needed)


def _make(work: Months, metric: str, follow: Follow | None, bound: tuple[str, ...]) -> Iterator[Finding]:
    goal, at = work.goals[metric], (work.scope, metric)
    if follow is not None and not all(id_ in work.cells for id_, _ in follow.terms):
        follow = None
    if follow is not None and follow.how == "difference":
        columns = [(sign, work.cells[id_].months) for id_, sign in follow.terms]
        months = tuple(sum(sign * column[number] for sign, column in columns) for number in range(12))
        if sum(months) == goal.units and goal.digits == work.cells[follow.terms[0][0]].digits:
            yield from _difference(work, metric, months, follow)
            return
        follow = None
    along = _weights(work, follow)
    more = _UNLIMITED
    for other in bound:
        more, clashes = bound_by(work, metric, other, more)
        yield from clashes
    args = (work.workspace, work.year, work.scope, metric, goal, work.written.get(metric))
    cell, work.limits[at], findings = months_by_curve(*args, along=along, more=more)
    yield from findings
    if cell is None:
        work.lost.add(metric)
        return
    work.cells[metric] = cell
    if follow is not None and along is not None:
        work.follows[at] = follow


def _weights(work: Months, follow: Follow | None) -> tuple[int, ...] | None:
    """The months of the metric it follows, unless they weigh nothing or less."""
    if follow is None:
        return None
    months = work.cells[follow.terms[0][0]].months
    return months if min(months) >= 0 and any(months) else None


def _difference(work: Months, metric: str, months: tuple[int, ...], follow: Follow) -> Iterator[Finding]:
    """Take the months that the others leave; below zero only a total can be."""
    goal, written, at = work.goals[metric], work.written.get(metric), (work.scope, metric)
    limits, findings = month_limits(work.workspace, work.year, work.scope, goal, written)
    yield from findings
    yield from broken_limits(work, metric, months, limits, follow)
    low = min(months)
    if low < 0 and not work.graph[metric].parts and goal.units >= 0:
        label, value = f"{work.year}-{months.index(low) + 1:02d}", plain(from_units(low, goal.digits))
        text = as_text(follow)
        said = message("drivers.month_below_zero", metric=metric, period=label, value=value, sum=text)
        place = goal_place(work.workspace, work.scope, work.year, written)
        yield Finding("impossible-split", Problem(place, said))
        work.lost.add(metric)
        return
    work.cells[metric] = Cell(work.scope, metric, goal.digits, months)
    work.limits[at], work.follows[at] = limits, follow
