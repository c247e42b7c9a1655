"""The guardrails of a scope's goals: which other numbers must not be sacrificed for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from opsctl.planning.goals import goals_by_id
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Guarded:
    """A goal's metric, the metric that guards it, and its limits; those of an additive metric are the year's."""

    goal: str
    metric: str
    at_least: Decimal | None
    at_most: Decimal | None


def guardrails(workspace: Workspace, scope: str, year: int) -> tuple[Guarded, ...]:
    """Every guardrail in the scope's own sheet, in the order of the dictionary's metrics."""
    written = goals_by_id(workspace, workspace.sheet(scope, year))
    found = [
        Guarded(goal, metric, guard.at_least, guard.at_most)
        for goal, (_, record) in written.items()
        for guard in record.guardrails
        if (metric := workspace.metric_id(guard.metric)) is not None
    ]
    order = list(workspace.metrics)
    return tuple(sorted(found, key=lambda each: (order.index(each.goal), order.index(each.metric))))
