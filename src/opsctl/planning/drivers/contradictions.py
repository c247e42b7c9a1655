"""
Goals that say one thing twice and differently: visitors × conversion × order value is not the sales that are typed.

Each number is only as exact as it is shown, so what lies within the rounding of the numbers involved agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Problem, message
from opsctl.metrics import Metric
from opsctl.metrics.algebra import inputs, is_ratio
from opsctl.metrics.drivers import Contradiction, Step, contradictions, derive
from opsctl.metrics.equations import complemented
from opsctl.quantity import places, rounded
from opsctl.workspace import Finding, Loaded, Workspace

RULE = "contradicting-goals"
_BARE = str.maketrans("()", "  ")


def contradictions_in(
    workspace: Workspace,
    sheet: Loaded,
    typed: Mapping[str, Decimal],
    given: Mapping[str, Fraction],
    graph: Mapping[str, Metric],
) -> Iterator[Finding]:
    """Name each identity that the typed goals of a sheet break, also with what came down from above."""
    for found in contradictions(given, graph):
        steps = {step.metric: step for step in found.steps}
        named = _numbers_of(found, steps, graph)
        own = [id_ for id_ in named if id_ in typed]
        if own and not _within_rounding(found, given, steps, graph):
            keys = {workspace.metric_id(written): written for written in sorted(sheet.data.goals, reverse=True)}
            metric, value, implied, product = _told(found, named, given, steps, graph)
            params = {"metric": metric, "given": shown(value), "product": product}
            zero = next((id_ for id_ in own if not given[id_]), None) if not implied else None
            if zero is None:
                at = metric if metric in own else own[0]
                said = message("drivers.contradiction", **params, implied=shown(implied), gap=gap(value, implied))
            else:
                at, said = zero, message("drivers.zero_contradicts", **params, id=zero)
            yield Finding(RULE, Problem(sheet.at("goals", keys[at], "value"), said))


def gap(given: Fraction, implied: Fraction) -> str:
    """How far the first number is above the second, in per cent with its sign."""
    if not implied:
        return "—"
    share = rounded((given / implied - 1) * 100, 1)
    return f"{share:+f} %" if share else f"{'+' if given > implied else '-'}<0.1 %"


def shown(value: Fraction) -> str:
    """A number as people read it: thousands marked, at most four decimal places."""
    return f"{rounded(value, 0 if value.denominator == 1 else 4 if abs(value) < 10 else 2):,f}"


def _numbers_of(found: Contradiction, steps: Mapping[str, Step], graph: Mapping[str, Metric]) -> list[str]:
    """The metrics whose numbers were given and take part."""
    used = [found.identity, *inputs(graph[found.identity])]
    used += [id_ for step in steps.values() for id_, _ in step.inputs]
    return [id_ for id_ in dict.fromkeys(used) if id_ not in steps]


def _told(
    found: Contradiction,
    named: Sequence[str],
    given: Mapping[str, Fraction],
    steps: Mapping[str, Step],
    graph: Mapping[str, Metric],
) -> tuple[str, Fraction, Fraction, str]:
    """The two sides; where they are a ratio, or one number on both, those of a number that is no ratio instead."""
    sides = _sides(found, given, steps, graph)
    if not is_ratio(graph[sides[0]]) and sides[0] not in sides[3].translate(_BARE).split():
        return sides
    candidates = [id_ for id_ in reversed(named) if not is_ratio(graph[id_])]
    # A count of people says more about what to change than an amount of money does.
    for metric in sorted(candidates, key=lambda id_: graph[id_].unit == "money"):
        rest = derive({id_: given[id_] for id_ in named if id_ != metric}, {metric}, graph)
        if metric in rest.steps:
            led = {id_: step for id_, step in rest.steps.items() if id_ != metric}
            return metric, given[metric], rest.values[metric], _written(rest.steps[metric], led, graph)
    return sides


def _sides(
    found: Contradiction, given: Mapping[str, Fraction], steps: Mapping[str, Step], graph: Mapping[str, Metric]
) -> tuple[str, Fraction, Fraction, str]:
    """A metric with its number, and what the others give for it, with how: `visitors × cvr × aov_buyer`."""
    identity = graph[found.identity]
    if not is_ratio(identity):
        made = Step(found.metric, "sum", identity.id, (), found.implied)
        return found.metric, found.given, found.implied, _written(made, steps, graph)
    values = {**given, **{id_: step.value for id_, step in steps.items()}}
    top, bottom = inputs(identity)
    ratio = values[identity.id]
    if top in given or not ratio or not values[bottom]:
        made = Step(top, "ratio-numerator", identity.id, (), ratio * values[bottom] / identity.factor)
    elif bottom in given:
        made = Step(bottom, "ratio-denominator", identity.id, (), values[top] * identity.factor / ratio)
    else:
        made = Step(identity.id, "ratio", identity.id, (), found.implied)
    return made.metric, values[made.metric], made.value, _written(made, steps, graph)


def _written(step: Step, steps: Mapping[str, Step], graph: Mapping[str, Metric]) -> str:
    """A step as a formula of given numbers."""

    def part(id_: str) -> str:
        return _written(steps[id_], steps, graph) if id_ in steps else id_

    def divisor(id_: str) -> str:
        text = part(id_)
        return f"({text})" if " " in text and not text.startswith("(") else text

    identity = graph[step.identity]
    if step.how == "complement":
        return complemented(step, identity, graph)
    if step.how == "sum":
        signs = {id_: sign for id_, sign in identity.parts} if step.metric == identity.id else _moved(step, identity)
        added_first = sorted(signs.items(), key=lambda term: -term[1])
        text = "".join(f" {'-' if sign < 0 else '+'} {part(id_)}" for id_, sign in added_first)
        return (
            f"({text.removeprefix(' + ').strip()})"
            if steps and step.metric in steps
            else text.removeprefix(" + ").strip()
        )
    top, bottom = inputs(identity)
    times = "" if identity.factor == 1 else f" × {identity.factor}"
    over = "" if identity.factor == 1 else f" ÷ {identity.factor}"
    if step.how == "ratio-numerator":
        return f"{part(bottom)} × {part(identity.id)}{over}"
    if step.how == "ratio-denominator":
        return f"{part(top)} ÷ {divisor(identity.id)}{times}"
    return f"{part(top)} ÷ {divisor(bottom)}{times}"


def _moved(step: Step, total: Metric) -> dict[str, int]:
    sign = dict(total.parts)[step.metric]
    return {total.id: sign, **{id_: -sign * own for id_, own in total.parts if id_ != step.metric}}


def _within_rounding(
    found: Contradiction, given: Mapping[str, Fraction], steps: Mapping[str, Step], graph: Mapping[str, Metric]
) -> bool:
    """Whether half of the last place shown of every number explains the gap."""
    values, errors = dict(given), {id_: _half(graph[id_]) for id_ in given}
    for id_, step in steps.items():
        values[id_], errors[id_] = step.value, _carried(step, graph[step.identity], values, errors)
    identity = graph[found.identity]
    if not is_ratio(identity):
        return abs(found.given - found.implied) <= sum(errors[id_] for id_ in (identity.id, *inputs(identity)))
    top, bottom = inputs(identity)
    ratio = values[identity.id]
    gap_ = abs(values[top] * identity.factor - ratio * values[bottom])
    return (
        gap_ <= errors[top] * identity.factor + abs(ratio) * errors[bottom] + abs(values[bottom]) * errors[identity.id]
    )


def _half(metric: Metric) -> Fraction:
    return Fraction(1, 2 * 10 ** places(metric.unit))


def _carried(step: Step, identity: Metric, values: Mapping[str, Fraction], errors: Mapping[str, Fraction]) -> Fraction:
    """How far a derived number may be off, by how far its inputs may be."""
    if step.how == "sum":
        return sum((errors[id_] for id_, _ in step.inputs), Fraction(0))
    parts = (errors[id_] / abs(values[id_]) for id_, value in step.inputs if value)
    return abs(step.value) * sum(parts, Fraction(0)) * (2 if step.how == "complement" else 1)
