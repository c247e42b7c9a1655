"""
Which of a scope's metrics follows which over the months, before any month is made.

A metric that follows by a ratio lies along the one it follows from; a term of a sum is what the others leave.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Literal

from opsctl.metrics import Metric, additive
from opsctl.metrics.algebra import is_ratio
from opsctl.metrics.drivers import solved_for, terms_of
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.leads import Leads
from opsctl.planning.goals import GoalUnits
from opsctl.planning.months import Cell
from opsctl.records.target import Goal
from opsctl.workspace import Workspace


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


def plan_months(work: Months, waiting: Collection[str]) -> dict[str, Follow]:
    """What each of the waiting metrics follows, where it follows any."""
    plan = {id_: follow for id_ in waiting if (follow := _follow(work, id_, waiting))}
    plan |= _led_by_fixed(work, waiting, plan)
    return plan | _left_over(work, waiting, plan)


def bindings(work: Months, waiting: Collection[str], plan: Mapping[str, Follow]) -> dict[str, tuple[str, ...]]:
    """The metrics whose limits bind another: each term of a sum with limits of its own, by the one it is taken from."""
    found: dict[str, tuple[str, ...]] = {}
    for metric, follow in plan.items():
        if follow.how == "difference" and _limited(work, metric):
            sums = [id_ for id_, _ in follow.terms if id_ in waiting and not _is_difference(plan, id_)]
            followers = [id_ for id_ in sums if id_ in plan] or sums
            if followers:
                found[followers[-1]] = (*found.get(followers[-1], ()), metric)
    return found


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


def _is_difference(plan: Mapping[str, Follow], metric: str) -> bool:
    return metric in plan and plan[metric].how == "difference"
