"""Every number that a goal is written with, where it stands, and in which metric's unit it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from opsctl.diagnostics import Place
from opsctl.metrics import Metric
from opsctl.quantity import rounded
from opsctl.records.target import Bounds, Goal, Guardrail, Hold
from opsctl.rules.sheets import Standing, percent, standing_goals
from opsctl.workspace import Workspace

_BOUNDS = ("at_least", "at_most")
_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A number of a metric as it stands in a goal; `of_year` says that it is a part of the goal's own year.

    `spelled` is the metric as the sheet names it.
    """

    standing: Standing
    path: tuple[str | int, ...]
    spelled: str
    metric: Metric
    number: Decimal
    of_year: bool

    @property
    def at(self) -> Place:
        """Where the number stands."""
        return self.standing.at(*self.path)

    @property
    def shown(self) -> str:
        """The number as people write it."""
        return percent(self.number) if self.metric.unit == "percent" else f"{self.number.normalize():f}"


# Several rules look at every number.
@lru_cache(maxsize=2)
def written_numbers(workspace: Workspace) -> Sequence[Written]:
    """Each goal's value, its tiers and baseline, every hold and bound, what ratios were, and the guardrails."""
    return tuple(found for each in standing_goals(workspace) for found in _numbers_of(workspace, each))


def _numbers_of(workspace: Workspace, each: Standing) -> Iterator[Written]:
    for index, guardrail in enumerate(each.goal.guardrails):
        yield from _guarded(workspace, each, index, guardrail)
    if each.metric is not None:
        for path, number, of_year in _own(each.goal):
            if isinstance(number, Decimal):
                yield Written(each, path, each.written, each.metric, number, of_year)


def share_of(number: Decimal, whole: Decimal) -> str:
    """What a share of a goal comes to, to the cent, as people type it."""
    return f"{rounded(number * whole, 2).normalize():f}"


def _own(goal: Goal) -> Iterator[tuple[_Path, object, bool]]:
    # Where nothing but the value is written, there may be no key `value`.
    yield () if goal.model_fields_set == {"value"} else ("value",), goal.value, False
    yield ("floor",), goal.floor, True
    yield ("stretch",), goal.stretch, True
    if goal.baseline is not None:
        yield ("baseline", "value"), goal.baseline.value, False
    if goal.hold or goal.bounds:
        holds = {key.label: held for key, held in goal.hold.items()}
        yield from _limits((), holds, {key.label: bound for key, bound in goal.bounds.items()})
    if goal.split is not None:
        yield from _limits(("split",), goal.split.hold, goal.split.bounds)
        for child, number in goal.split.relative.items():
            yield ("split", "relative", child), number, False


def _limits(
    path: _Path, holds: Mapping[str, Hold], bounds: Mapping[str, Bounds]
) -> Iterator[tuple[_Path, object, bool]]:
    for key, held in holds.items():
        yield (*path, "hold", key, "value"), held.value, True
    for key, bound in bounds.items():
        for side in _BOUNDS:
            yield (*path, "bounds", key, side), getattr(bound, side), True


def _guarded(workspace: Workspace, each: Standing, index: int, guardrail: Guardrail) -> Iterator[Written]:
    metric = workspace.metric_id(guardrail.metric)
    for side in _BOUNDS if metric is not None else ():
        number = getattr(guardrail, side)
        if number is not None and metric is not None:
            path = ("guardrails", index, side)
            yield Written(each, path, guardrail.metric, workspace.metrics[metric], number, of_year=False)
