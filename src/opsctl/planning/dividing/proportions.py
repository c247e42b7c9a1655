"""
What a split divides by: the weights written in it, the work behind each child, or the children's other goals.

Splits by another goal come after the split of that goal; a circle of them has no first one and is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from opsctl.diagnostics import Message, Problem, message
from opsctl.metrics.algebra import additive
from opsctl.planning.dividing.headcount import headcount
from opsctl.quantity import from_units, places
from opsctl.records.dividing import by_headcount, key_metric
from opsctl.records.target import Goal, Split
from opsctl.workspace import Finding, Loaded, Workspace

RULE = "unusable-split-key"
_NOTHING = Decimal(0)

Numbers = Callable[[str, str], int | None]
"""The number of a scope and metric in smallest units, as far as it is known yet; None where there is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A split to be made: where it stands, for which children, and in which year."""

    workspace: Workspace
    year: int
    sheet: Loaded
    written: str
    split: Split
    children: tuple[str, ...]

    def refused(self, said: Message) -> Finding:
        """The finding that the split's key is of no use."""
        return Finding(RULE, Problem(self.sheet.at("goals", self.written, "split", "by"), said))


def weights_of(asked: Asked, numbers: Numbers) -> tuple[Mapping[str, Decimal] | None, tuple[Finding, ...]]:
    """The weight of each child, in the children's order; none, and a finding, where the key gives nobody any."""
    split = asked.split
    if split.by is None:
        return {child: split.weights.get(child, _NOTHING) for child in asked.children}, ()
    written = key_metric(split.by)
    metric = asked.workspace.metric_id(written) if written is not None else None
    if written is not None and (metric is None or not additive(asked.workspace.metrics[metric])):
        reason = "unknown" if metric is None else "ratio"
        return None, (asked.refused(message(f"people.key_{reason}", metric=asked.written, key=written)),)
    weights: Mapping[str, Decimal]
    if by_headcount(split.by):
        weights = {child: headcount(asked.workspace, child, asked.year) for child in asked.children}
    else:
        weights = _by_goal(asked, metric or "", numbers)
    if any(weights.values()) or not asked.children:
        return weights, ()
    said = message(
        "people.key_nobody" if metric is None else "people.key_no_goal",
        metric=asked.written, key=written or "", year=asked.year, scope=asked.sheet.id.partition("/")[2],
    )  # fmt: skip
    return None, (asked.refused(said),)


def _by_goal(asked: Asked, metric: str, numbers: Numbers) -> Mapping[str, Decimal]:
    """What each child is to reach of another metric; a goal below zero weighs nothing."""
    digits = places(asked.workspace.metrics[metric].unit)
    found = {child: numbers(child, metric) or 0 for child in asked.children}
    return {child: from_units(max(units, 0), digits) for child, units in found.items()}


def in_order(
    workspace: Workspace, written: Mapping[str, tuple[str, Goal]]
) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """The metrics of a sheet, each after the one it is split by; and those on a circle, each with its circle."""
    by = {metric: _splits_by(workspace, goal) for metric, (_, goal) in written.items()}
    order: dict[str, None] = {}
    circles: dict[str, tuple[str, ...]] = {}
    for metric in written:
        chain = [metric]
        while (following := by.get(chain[-1])) is not None and following not in order and following not in chain:
            chain.append(following)
        if following is not None and following in chain:
            circle = chain[chain.index(following) :]
            circles.update(dict.fromkeys(circle, (*circle, following)))
        order.update(dict.fromkeys(reversed(chain)))
    return tuple(metric for metric in order if metric in written), circles


def _splits_by(workspace: Workspace, goal: Goal) -> str | None:
    written = key_metric(goal.split.by) if goal.split is not None else None
    return workspace.metric_id(written) if written is not None else None


def circular(asked: Asked, circle: tuple[str, ...]) -> Finding:
    """The finding that splits wait for each other."""
    return asked.refused(message("people.key_circle", metric=asked.written, circle=" → ".join(circle)))
