"""A numerator, a denominator or a term of a sum, worked out for every child from what is divided already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from opsctl.metrics import additive
from opsctl.metrics.drivers import Step, derive, solved_for
from opsctl.planning.drivers.drive import Drive, members_of
from opsctl.planning.drivers.driven import Driven, Shares, Side, by_difference, by_ratio
from opsctl.planning.drivers.ratios import child_ratios
from opsctl.quantity import places, round_units


def stepped(work: Drive, step: Step) -> dict[str, Driven]:
    """A numerator, a denominator or a term of a sum over the children that take part."""
    metric, identity = step.metric, work.graph[step.identity]
    sums = [id_ for id_, _ in step.inputs if additive(work.graph[id_])]
    children = sorted({child for id_ in sums for child in work.shares[id_]})
    members = members_of(work, metric, children)
    base = {id_: {child: work.shares[id_].get(child, 0) for child in members} for id_ in sums}
    if work.units[metric].how in ("derived", "followed"):
        _restrict(work, metric, base if len(members) < len(children) else {})
    step, goal = work.leads[metric], work.units[metric]
    if step.how == "sum":
        terms = solved_for(metric, identity)
        if not terms.keys() <= base.keys():
            return {}  # A team's own dictionary made a ratio of a term; ratios have no shares to add.
        total = sum(sign * sum(base[id_].values()) for id_, sign in terms.items())
        return {metric: by_difference(total, goal.digits, step, terms, base)}
    if step.how == "ratio" or len(sums) != 1:
        return {}
    value = next(number for id_, number in step.inputs if id_ == identity.id)
    ratios = child_ratios(work.workspace, work.year, work.scope, identity.id, value, members)
    side = Side(sums[0], places(work.graph[sums[0]].unit), base[sums[0]])
    return {metric: by_ratio(goal.units, goal.digits, step, identity, side, ratios)}


def _restrict(work: Drive, metric: str, base: Mapping[str, Shares]) -> None:
    """Work the parent's number out again where only some children take part, there or in what it follows from."""
    step, goal = work.leads[metric], work.units[metric]
    given = dict(step.inputs)
    for id_ in given:
        if id_ in base:
            given[id_] = Fraction(sum(base[id_].values()), 10 ** places(work.graph[id_].unit))
        elif id_ in work.leads and additive(work.graph[id_]):
            given[id_] = work.leads[id_].value
    if given == dict(step.inputs):
        return
    value = derive(given, {metric}, work.graph).values.get(metric, step.value)
    work.leads[metric] = replace(step, inputs=tuple(given.items()), value=value)
    steps = tuple(work.leads.get(each.metric, each) for each in goal.steps)
    work.units[metric] = replace(goal, units=round_units(value, goal.digits), steps=steps)
