"""Every number that a goal is written with, where it stands, and in which metric's unit it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from opsctl.diagnostics import Place
from opsctl.metrics import Metric
from opsctl.quantity import rounded
from opsctl.records.target import Bounds, Guardrail, Hold
from opsctl.rules.sheets import Standing, percent
from opsctl.workspace import Workspace

_BOUNDS = ("at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Written:
    """A number of a metric as it stands in a goal; `of_year` says that it is a part of the goal's own year.

    `spelled` is the metric as the sheet names it.
    """

    at: Place
    spelled: str
    metric: Metric
    number: Decimal
    of_year: bool

    @property
    def shown(self) -> str:
        """The number as people write it."""
        return percent(self.number) if self.metric.unit == "percent" else f"{self.number.normalize():f}"


def written_numbers(workspace: Workspace, each: Standing) -> Iterator[Written]:
    """The value, its tiers and baseline, every hold and bound, what ratios were, and the guardrails, as they stand."""
    goal, metric = each.goal, each.metric
    for index, guardrail in enumerate(goal.guardrails):
        yield from _guarded(workspace, each, index, guardrail)
    if metric is None:
        return
    for at, number, of_year in _own(each):
        if isinstance(number, Decimal):
            yield Written(at, each.written, metric, number, of_year)


def share_of(number: Decimal, whole: Decimal) -> str:
    """What a share of a goal comes to, to the cent, as people type it."""
    return f"{rounded(number * whole, 2).normalize():f}"


def _own(each: Standing) -> Iterator[tuple[Place, object, bool]]:
    goal = each.goal
    # Where nothing but the value is written, there may be no key `value`.
    yield each.at() if goal.model_fields_set == {"value"} else each.at("value"), goal.value, False
    yield each.at("floor"), goal.floor, True
    yield each.at("stretch"), goal.stretch, True
    if goal.baseline is not None:
        yield each.at("baseline", "value"), goal.baseline.value, False
    limits = _limits(each, (), {key.label: held for key, held in goal.hold.items()},
                     {key.label: bound for key, bound in goal.bounds.items()})  # fmt: skip
    yield from limits
    if goal.split is not None:
        yield from _limits(each, ("split",), goal.split.hold, goal.split.bounds)
        for child, number in goal.split.relative.items():
            yield each.at("split", "relative", child), number, False


def _limits(
    each: Standing, path: tuple[str, ...], holds: Mapping[str, Hold], bounds: Mapping[str, Bounds]
) -> Iterator[tuple[Place, object, bool]]:
    for key, held in holds.items():
        yield each.at(*path, "hold", key, "value"), held.value, True
    for key, bound in bounds.items():
        for side in _BOUNDS:
            yield each.at(*path, "bounds", key, side), getattr(bound, side), True


def _guarded(workspace: Workspace, each: Standing, index: int, guardrail: Guardrail) -> Iterator[Written]:
    metric = workspace.metric_id(guardrail.metric)
    for side in _BOUNDS if metric is not None else ():
        number = getattr(guardrail, side)
        if number is not None and metric is not None:
            at = each.at("guardrails", index, side)
            yield Written(at, guardrail.metric, workspace.metrics[metric], number, of_year=False)
