"""The goals of one sheet in whole smallest units: typed, inherited from the split above, or derived from each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from opsctl.diagnostics import Problem, message
from opsctl.metrics import Metric
from opsctl.metrics.algebra import additive, is_ratio
from opsctl.metrics.drivers import Step, derive, leading_to, terms_of
from opsctl.period import Period
from opsctl.planning.drivers.contradictions import contradictions_in
from opsctl.planning.drivers.followers import NOBODY, Followers, with_ratios
from opsctl.planning.drivers.impossible import below_zero, emptied_by
from opsctl.planning.drivers.trees import driver_graph
from opsctl.quantity import places, plain, round_units, to_units
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Loaded, Workspace


@dataclass(frozen=True, slots=True)
class GoalUnits:
    """A scope's year of one additive metric: the number in smallest units and how it came about.

    `summed` is a team's between a split and the stores it is over: the sum of their shares. `followed` came down too,
    but follows a number that the scope's sheet types beside its share.
    """

    units: int
    digits: int
    how: Literal["typed", "inherited", "summed", "derived", "followed"]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetGoals:
    """The additive goals of one scope's year by metric id, how they follow, and what could not be worked out.

    What lies between a goal and those it follows from is a goal too, such as the buyers between sales and visitors.
    """

    units: Mapping[str, GoalUnits]
    findings: tuple[Finding, ...] = ()
    steps: Mapping[str, Step] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()


def sheet_goals(
    workspace: Workspace,
    sheet: Loaded | None,
    inherited: Mapping[str, int],
    summed: Collection[str] = (),
    followers: Followers = NOBODY,
) -> SheetGoals:
    """Work out every additive goal of a scope: what came down from above, then what its sheet says of it.

    `summed` are those of the inherited metrics that came down to the stores below and are added up here; `followers`
    those that follow a number of the sheet's own instead.
    """
    metrics = workspace.metrics
    found = {
        id_: GoalUnits(units, places(metrics[id_].unit), "summed" if id_ in summed else "inherited")
        for id_, units in inherited.items()
    }
    if sheet is None:
        return SheetGoals(found)
    findings: list[Finding] = []
    known: dict[str, Decimal] = {}
    wanted: dict[str, str] = {}
    for id_, (written, goal) in goals_by_id(workspace, sheet).items():
        if goal.value == "derived":
            wanted[id_] = written
        elif isinstance(goal.value, Decimal):
            known[id_] = goal.value
            if additive(metrics[id_]):
                _take_typed(sheet, written, goal.value, places(metrics[id_].unit), id_, found, findings)
    apart = wanted.keys() | followers.metrics
    # What came down for a goal that the sheet derives is what the sum is checked against, not what it follows from.
    came_down = {id_: Fraction(goal.units, 10**goal.digits) for id_, goal in found.items() if id_ not in apart}
    given = came_down | {id_: Fraction(value) for id_, value in known.items()}
    scope = sheet.id.partition("/")[2]
    graph = driver_graph(workspace, scope, given) if wanted or known else workspace.metrics
    steps = _derive(sheet, wanted, given, followers, graph, found, findings)
    if known:
        findings.extend(contradictions_in(workspace, sheet, known, given, graph))
    return SheetGoals(found, tuple(findings), steps, frozenset(known))


def _derive(
    sheet: Loaded,
    wanted: Mapping[str, str],
    given: Mapping[str, Fraction],
    followers: Followers,
    graph: Mapping[str, Metric],
    found: dict[str, GoalUnits],
    findings: list[Finding],
) -> dict[str, Step]:
    """Work out what the sheet derives and what follows its own numbers; what cannot be is no goal, and named."""
    if not wanted and not followers.metrics:
        return {}
    known = with_ratios(given, followers, graph)
    steps: dict[str, Step] = {}
    for id_ in (*wanted, *sorted(followers.metrics - wanted.keys())):
        derived = derive(known, {id_}, graph)
        if id_ in derived.values:
            steps |= {metric: step for metric, step in derived.steps.items() if metric not in steps}
        elif id_ in wanted:
            found.pop(id_, None)
            findings.append(_nothing_leads_to(sheet, wanted[id_], given, id_, graph))
    reached = set(steps)
    findings.extend(below_zero(sheet, wanted, known, steps, graph))
    for id_ in reached - steps.keys():
        found.pop(id_, None)
    settle(known, steps, graph, found)
    for id_ in followers.metrics & steps.keys():
        found[id_] = replace(found[id_], how="followed")
    return steps


def period_goals(workspace: Workspace, scope: str, period: Period) -> frozenset[str]:
    """The metrics that the scope's sheets set goals on, in every year the period touches."""
    sheets = (workspace.sheet(scope, year) for year in period.years)
    return frozenset(metric for sheet in sheets for metric in goals_by_id(workspace, sheet))


def goals_by_id(workspace: Workspace, sheet: Loaded | None) -> Mapping[str, tuple[str, Goal]]:
    """The goals of a sheet by metric id, each with its key; of two spellings the id counts, else the first by text."""
    found: dict[str, tuple[str, Goal]] = {}
    for written, goal in sorted(sheet.data.goals.items()) if sheet is not None else ():
        id_ = workspace.metric_id(written)
        if id_ is not None and (written == id_ or id_ not in found):
            found[id_] = (written, goal)
    return found


def _take_typed(
    sheet: Loaded,
    written: str,
    value: Decimal,
    digits: int,
    id_: str,
    found: dict[str, GoalUnits],
    findings: list[Finding],
) -> None:
    units = to_units(value, digits)
    if units is None:
        said = message("plan.too_fine", metric=written, value=plain(value), digits=digits)
        findings.append(Finding("finer-than-the-unit", Problem(sheet.at("goals", written, "value"), said)))
        return
    found[id_] = GoalUnits(units, digits, "typed")


def _nothing_leads_to(
    sheet: Loaded, written: str, given: Mapping[str, Fraction], id_: str, graph: Mapping[str, Metric]
) -> Finding:
    """Name the goal without a number; a net goal that only lacks its refund rate is the one to mend."""
    place = sheet.at("goals", written, "value")
    if "net_sales" in given and "refund_rate" not in given:
        with_rate = derive({**given, "refund_rate": 0}, {id_}, graph)
        if id_ in with_rate.values:
            said = message("drivers.net_without_refund_rate", metric=written)
            return Finding("net-goal-without-refund-rate", Problem(place, said))
    if (ratios := emptied_by(given, id_, graph)) is not None:
        said = message("drivers.nothing_left", metric=written, ratios=ratios)
        return Finding("goal-not-derivable", Problem(place, said))
    cause = _divisor(given, id_, graph)
    if cause is not None:
        amounts = {"metric": written, "cause": cause, "value": _as_written(given[cause], graph[cause])}
        keys = [key for key in sorted(sheet.data.goals) if key == cause]
        here = message("plan.divides_by_zero_here", cause=cause)
        related = tuple((sheet.at("goals", key, "value"), here) for key in keys)
        return Finding("goal-not-derivable", Problem(place, message("plan.divides_by_zero", **amounts), related))
    return Finding("goal-not-derivable", Problem(place, message("plan.not_derivable", metric=written)))


def _divisor(given: Mapping[str, Fraction], wanted: str, graph: Mapping[str, Metric]) -> str | None:
    """The one given number with which the wanted goal has no value, and with another has: 0, or a share of 100 %."""
    for id_ in sorted(given):
        if given[id_] in (0, 1) and wanted in derive({**given, id_: Fraction(1, 2)}, {wanted}, graph).values:
            return id_
    return None


def _as_written(value: Fraction, metric: Metric) -> str:
    return f"{int(value * 100)}%" if metric.unit == "percent" else f"{int(value)}"


def settle(
    given: Mapping[str, Fraction], steps: Mapping[str, Step], graph: Mapping[str, Metric], found: dict[str, GoalUnits]
) -> None:
    """Round what follows to smallest units; a term of a sum whose others are settled is what they leave.

    So sums hold to the unit, and everything else within half of one.
    """
    exact = dict(given)
    sums = [metric for metric in graph.values() if metric.parts and not is_ratio(metric)]
    for id_, step in steps.items():
        exact[id_] = step.value
        if not additive(graph[id_]):
            continue
        digits = places(graph[id_].unit)
        rest = next((units for total in sums if (units := _left_over(id_, total, exact, found)) is not None), None)
        units = round_units(step.value, digits) if rest is None else rest
        found[id_] = GoalUnits(units, digits, "derived", leading_to(id_, steps))


def _left_over(id_: str, total: Metric, exact: Mapping[str, Fraction], found: Mapping[str, GoalUnits]) -> int | None:
    """What the settled other terms of a sum leave for one, where the exact numbers agree with it too."""
    terms = terms_of(total)
    if not terms.get(id_) or not all(term in exact and (term == id_ or term in found) for term in terms):
        return None
    others = [term for term in terms if term != id_]
    agree = not sum((terms[term] * exact[term] for term in terms), Fraction(0))
    if not agree or len({found[term].digits for term in others}) > 1:
        return None
    return -terms[id_] * sum(terms[term] * found[term].units for term in others)
