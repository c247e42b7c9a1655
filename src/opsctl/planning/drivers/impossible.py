"""Numbers that cannot be: what follows is below zero though everything it follows from is not, or has no value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from opsctl.diagnostics import Listed, Problem, message
from opsctl.metrics import Metric
from opsctl.metrics.algebra import additive, inputs, is_ratio
from opsctl.metrics.drivers import Step, derive, leading_to
from opsctl.metrics.equations import equation
from opsctl.planning.drivers.contradictions import shown
from opsctl.quantity import plain, rounded
from opsctl.workspace import Finding, Loaded

RULE = "goal-not-derivable"


def below_zero(
    sheet: Loaded, wanted: Mapping[str, str], given: Mapping[str, Fraction], steps: dict[str, Step],
    graph: Mapping[str, Metric],
) -> Iterator[Finding]:  # fmt: skip
    """Name the first number that falls below zero, with its arithmetic; it and what hangs on it leave the steps."""
    if any(given[id_] < 0 for id_ in given if additive(graph[id_])):
        return
    bad = [id_ for id_, step in steps.items() if step.value < 0 and additive(graph[id_]) and not _signed(graph[id_])]
    used = {id_ for step in steps.values() for id_, _ in step.inputs}
    ratios = [id_ for id_ in sorted(used & given.keys()) if given[id_] < 0 and _of_counts(graph[id_], graph)]
    keys = {metric: key for metric, key in wanted.items() if metric in bad} or wanted
    if ratios:
        value = _listed({ratios[0]: given[ratios[0]]}, graph)
        said = message("drivers.ratio_below_zero", value=value, metric=Listed(inputs(graph[ratios[0]])))
    elif bad:
        step = steps[bad[0]]
        params = {"metric": bad[0], "value": shown(step.value), "equation": equation(step, graph)}
        said = message("drivers.follows_below_zero", **params, inputs=_listed(dict(step.inputs), graph))
    else:
        return
    yield Finding(RULE, Problem(sheet.at("goals", next(iter(keys.values()), min(sheet.data.goals)), "value"), said))
    for id_ in [each for each in steps if _hangs_on(each, steps, {*bad, *ratios})]:
        del steps[id_]


def _hangs_on(metric: str, steps: Mapping[str, Step], bad: Collection[str]) -> bool:
    return any(id_ in bad for step in leading_to(metric, steps) for id_ in (step.metric, *dict(step.inputs)))


def _signed(metric: Metric) -> bool:
    """Whether a sum takes something away, and so may fall below zero."""
    return any(sign < 0 for _, sign in metric.parts)


def _of_counts(metric: Metric, graph: Mapping[str, Metric]) -> bool:
    """Whether a ratio is of two numbers that never are below zero."""
    return is_ratio(metric) and not any(_signed(graph[id_]) for id_ in inputs(metric))


def emptied_by(given: Mapping[str, Fraction], wanted: str, graph: Mapping[str, Metric]) -> str | None:
    """Ratios that leave nothing together, as text: with any of them another the wanted goal would have a value."""
    ratios = [id_ for id_ in sorted(given) if is_ratio(graph[id_])]
    causes = {
        id_: given[id_]
        for id_ in ratios
        if wanted in derive({**given, id_: given[id_] + Fraction(1, 97)}, {wanted}, graph).values
    }
    return _listed(causes, graph) if len(causes) > 1 else None


def _listed(values: Mapping[str, Fraction], graph: Mapping[str, Metric]) -> Listed:
    def text(id_: str, value: Fraction) -> str:
        percent = graph[id_].unit == "percent"
        return f"{plain(rounded(value * 100, 2).normalize())}%" if percent else shown(value)

    return Listed(f"{id_} {text(id_, value)}" for id_, value in values.items())
