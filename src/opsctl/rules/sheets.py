"""The goals of all target sheets, one by one, with what rules need to judge them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from opsctl.diagnostics import Place
from opsctl.metrics import Metric, additive
from opsctl.quantity import rounded
from opsctl.records.target import Goal
from opsctl.workspace import Loaded, Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """A goal where it stands: sheet, year, scope and key, with its metric where there is such a one."""

    sheet: Loaded
    year: int
    scope: str
    written: str
    goal: Goal
    metric: Metric | None

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of a key or value inside the goal."""
        return self.sheet.at("goals", self.written, *path, key=key)

    def shown(self, value: Decimal) -> str:
        """A number of this goal as people write it."""
        in_percent = self.metric is not None and self.metric.unit == "percent"
        return percent(value) if in_percent else f"{value.normalize():f}"


# Most rules about goals walk all of them.
@lru_cache(maxsize=2)
def standing_goals(workspace: Workspace) -> Sequence[Standing]:
    """Every goal of every sheet, in the order of the sheets."""
    return tuple(_standing_goals(workspace))


def _standing_goals(workspace: Workspace) -> Iterator[Standing]:
    for id_, sheet in workspace.all("target").items():
        year, _, scope = id_.partition("/")
        for written, goal in sheet.data.goals.items():
            metric = workspace.metric_id(written)
            known = workspace.metrics[metric] if metric is not None else None
            yield Standing(sheet, int(year), scope, written, goal, known)


def better_by(each: Standing) -> Decimal | None:
    """By how much a typed goal is better than its baseline; None where the two do not compare."""
    baseline, value, metric = each.goal.baseline, each.goal.value, each.metric
    if baseline is None or not isinstance(value, Decimal) or metric is None or metric.direction == "band":
        return None
    if additive(metric) and baseline.period.kind != "year":
        return None
    return value - baseline.value if metric.direction == "up" else baseline.value - value


def percent(share: Decimal, digits: int = 24) -> str:
    """A share of one in per cent, with at most so many decimal places."""
    return f"{rounded(share * 100, digits).normalize():f}%"
