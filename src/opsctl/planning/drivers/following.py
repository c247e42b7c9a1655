"""
The months of a scope where one metric follows from another: paid sales lie as net sales do, refunds are the difference.

A metric that follows by a ratio takes the months of the one it follows from as weights, its own held months first; a
term of a sum is in every month what the others leave. Where that term has held or bounded months of its own, they bind
the metric they are taken from, so the sum holds there too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Literal

from opsctl.diagnostics import Problem, message
from opsctl.metrics import Metric, additive
from opsctl.metrics.algebra import is_ratio
from opsctl.metrics.drivers import solved_for, terms_of
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.leads import Leads
from opsctl.planning.goals import GoalUnits
from opsctl.planning.months import Cell, goal_place, month_limits, months_by_curve
from opsctl.quantity import from_units, plain
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Workspace

_UNLIMITED = Limits({}, {}, {})


@dataclass(frozen=True, slots=True)
class Follow:
    """How the months of a metric follow: along another metric's, or as what the terms leave, with their signs."""

    how: Literal["along", "difference"]
    terms: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Months:
    """A scope whose goals get their months; `cells`, `limits` and `follows` grow as it goes."""

    workspace: Workspace
    year: int
    scope: str
    goals: Mapping[str, GoalUnits]
    leads: Leads
    graph: Mapping[str, Metric]
    written: Mapping[str, tuple[str, Goal]]
    cells: MutableMapping[str, Cell]
    lost: set[str]
    limits: MutableMapping[tuple[str, str], Limits]
    follows: MutableMapping[tuple[str, str], Follow]


def make_months(work: Months) -> Iterator[Finding]:
    """Give months to every goal that no children add up to; what cannot have any is lost, and named."""
    waiting = [id_ for id_ in work.goals if id_ not in work.cells and id_ not in work.lost]
    plan = {id_: follow for id_ in waiting if (follow := _follow(work, id_, waiting))}
    plan |= _led_by_fixed(work, waiting, plan)
    plan |= _left_over(work, waiting, plan)
    folded = _folded(work, waiting, plan)
    while waiting:
        ready = [id_ for id_ in waiting if _ready(work, id_, waiting, plan, folded)] if plan else list(waiting)
        # Metrics that would wait for each other: the first of them lies on the scope's own curve.
        for id_ in ready or waiting[:1]:
            waiting.remove(id_)
            yield from _make(work, id_, plan.get(id_) if ready else None, folded.get(id_, ()))


def _follow(work: Months, metric: str, waiting: Collection[str]) -> Follow | None:
    """What the step that leads to a metric says of its months."""
    step, seen = work.leads.get(metric), {metric}
    if step is not None and step.how == "sum":
        terms = solved_for(metric, work.graph[step.identity])
        if all(_has(work, id_, waiting) for id_ in terms):
            return Follow("difference", tuple(terms.items()))
    while step is not None:
        sums = [(abs(value), id_) for id_, value in step.inputs if additive(work.graph[id_]) and id_ not in seen]
        if not sums:
            return None
        source = max(sums)[1]
        if _has(work, source, waiting):
            return Follow("along", ((source, 1),))
        seen.add(source)
        step = work.leads.get(source)
    return None


def _has(work: Months, metric: str, waiting: Collection[str]) -> bool:
    return metric in work.cells or metric in waiting


def _led_by_fixed(work: Months, waiting: Collection[str], plan: Mapping[str, Follow]) -> dict[str, Follow]:
    """What a metric of fixed months follows from lies along it: net sales along paid sales whose months are fixed."""
    found: dict[str, Follow] = {}
    for metric in sorted(work.cells.keys() & work.leads.keys()):
        step = work.leads[metric]
        sums = [(abs(value), id_) for id_, value in step.inputs if additive(work.graph[id_])]
        if step.how != "sum" and sums and (source := max(sums)[1]) in waiting and source not in plan:
            found[source] = Follow("along", ((metric, 1),))
    return found


def _left_over(work: Months, waiting: Collection[str], plan: Mapping[str, Follow]) -> dict[str, Follow]:
    """Of a sum whose terms are all set apart from each other, the last without limits is what the others leave.

    Where the months of one are fixed, a term that lies along another is what they leave; its limits are then asked for.
    """
    found: dict[str, Follow] = {}
    for id_ in sorted({*work.cells, *waiting}):
        total = work.graph[id_]
        if not total.parts or is_ratio(total) or not all(_has(work, term, waiting) for term in terms_of(total)):
            continue
        terms = list(terms_of(total))
        if any((made := plan.get(id_) or found.get(id_)) and made.how == "difference" for id_ in terms):
            continue
        free = [id_ for id_ in terms if id_ in waiting and id_ not in plan and not _limited(work, id_)]
        if any(id_ in work.cells for id_ in terms):
            free = [*(id_ for id_ in terms if id_ in waiting and id_ not in free), *free]
        free = [id_ for id_ in free if not any(term in _sources(plan, id_) for term in terms)]
        if free:
            found[free[-1]] = Follow("difference", tuple(solved_for(free[-1], total).items()))
    return found


def _sources(plan: Mapping[str, Follow], metric: str) -> set[str]:
    """The metrics whose months follow from this one's."""
    return {id_ for id_, follow in plan.items() if metric in dict(follow.terms)}


def _limited(work: Months, metric: str) -> bool:
    written = work.written.get(metric)
    return written is not None and bool(written[1].hold or written[1].bounds)


def _folded(work: Months, waiting: Collection[str], plan: Mapping[str, Follow]) -> dict[str, tuple[str, ...]]:
    """The metrics whose limits bind another: each term of a sum with limits of its own, by the one it is taken from."""
    found: dict[str, tuple[str, ...]] = {}
    for metric, follow in plan.items():
        if follow.how == "difference" and _limited(work, metric):
            sums = [id_ for id_, _ in follow.terms if id_ in waiting and not _is_difference(plan, id_)]
            followers = [id_ for id_ in sums if id_ in plan] or sums
            if followers:
                found[followers[-1]] = (*found.get(followers[-1], ()), metric)
    return found


def _is_difference(plan: Mapping[str, Follow], metric: str) -> bool:
    return metric in plan and plan[metric].how == "difference"


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
        more, clashes = _bound_by(work, metric, other, more)
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
    yield from _broken_limits(work, metric, months, limits, follow)
    low = min(months)
    if low < 0 and not work.graph[metric].parts and goal.units >= 0:
        label, value = f"{work.year}-{months.index(low) + 1:02d}", plain(from_units(low, goal.digits))
        text = _text(follow)
        said = message("drivers.month_below_zero", metric=metric, period=label, value=value, sum=text)
        place = goal_place(work.workspace, work.scope, work.year, written)
        yield Finding("impossible-split", Problem(place, said))
        work.lost.add(metric)
        return
    work.cells[metric] = Cell(work.scope, metric, goal.digits, months)
    work.limits[at], work.follows[at] = limits, follow


def _broken_limits(
    work: Months, metric: str, months: tuple[int, ...], limits: Limits, follow: Follow
) -> Iterator[Finding]:
    """Name each month whose limits could not bind any of the terms."""
    for number, units in enumerate(months, 1):
        label = f"{work.year}-{number:02d}"
        cap = limits.cap(label)
        low = limits.held.get(label, limits.least.get(label, units))
        if units < low or (cap is not None and units > cap):
            yield _clash(work, _text(follow), metric, label)


def _text(follow: Follow) -> str:
    return "".join(f" {'-' if sign < 0 else '+'} {id_}" for id_, sign in follow.terms).removeprefix(" + ")


def _bound_by(work: Months, metric: str, other: str, more: Limits) -> tuple[Limits, list[Finding]]:
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
