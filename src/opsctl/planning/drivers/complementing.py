"""A sum solved for a part that other parts are shares of, worked out for every child."""

from __future__ import annotations

from opsctl.diagnostics import message
from opsctl.metrics import Metric, additive
from opsctl.metrics.algebra import inputs, is_ratio
from opsctl.metrics.drivers import Step, terms_of
from opsctl.planning.drivers.complement import Complement, by_complement
from opsctl.planning.drivers.drive import Drive, refuse
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.ratios import child_ratios
from opsctl.quantity import places, round_units


def complemented(work: Drive, step: Step) -> dict[str, Driven]:
    """A sum solved for a part that other parts are shares of."""
    total, anchor = work.graph[step.identity], step.metric
    known = [id_ for id_, _ in step.inputs if additive(work.graph[id_])]
    children = tuple(sorted({child for id_ in known for child in work.shares[id_]}))
    values = dict(step.inputs)
    ratios = [work.graph[id_] for id_, _ in step.inputs if is_ratio(work.graph[id_])]
    reached = {anchor, *(inputs(ratio)[0] for ratio in ratios)}
    digits = {places(work.graph[id_].unit) for id_ in (anchor, *known, *(inputs(ratio)[0] for ratio in ratios))}
    if len(digits) > 1:
        return {}
    if anchor not in terms_of(total) or not {inputs(ratio)[1] for ratio in ratios} <= reached:
        refuse(work, anchor, message("drivers.no_way_down", metric=anchor, source=total.id, scope=work.scope))
        return {}
    units = _totals(work, step, total, ratios)
    sought = Complement(
        step, total, work.units[anchor].digits, units, {id_: work.shares[id_] for id_ in known},
        [(ratio, child_ratios(work.workspace, work.year, work.scope, ratio.id, values[ratio.id], children))
         for ratio in ratios],
        children,
    )  # fmt: skip
    return {id_: made for id_, made in by_complement(sought).items() if id_ in work.units and id_ not in work.explicit}


def _totals(work: Drive, step: Step, total: Metric, ratios: list[Metric]) -> dict[str, int]:
    """The parent's units of the anchor and of all its shares; the last term is what the others leave."""
    units, anchor = {step.metric: work.units[step.metric].units}, step.metric
    terms, values = terms_of(total), dict(step.inputs)
    for ratio in ratios:
        top, bottom = inputs(ratio)
        exact = values[ratio.id] * units[bottom] / ratio.factor
        units[top] = work.units[top].units if top in work.units else round_units(exact, 0)
    last = next(inputs(ratio)[0] for ratio in reversed(ratios) if inputs(ratio)[0] in terms)
    known = {id_: sum(work.shares[id_].values()) for id_ in terms if id_ in work.shares and id_ not in units}
    others = {**units, **known}
    units[last] = -terms[last] * sum(terms[id_] * others[id_] for id_ in terms if id_ != last)
    assert anchor in units
    return units
