"""The receipt of a ratio: the quotient of its parts' targets, what its goal says, and where the parts come from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Amount, message
from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.planning.drivers.driver_receipt import ratio_step
from opsctl.planning.goals import goals_by_id
from opsctl.planning.periods import period_value
from opsctl.planning.receipt import ReceiptStep
from opsctl.quantity import plain
from opsctl.workspace import Workspace


def ratio_value(workspace: Workspace, scope: str, metric: str, period: Period) -> Fraction | None:
    """The quotient of the targets of its parts; None where one of them has none, or the lower one is zero."""
    entry = workspace.metrics[metric]
    parts = [period_value(workspace, scope, part, period) for part in inputs(entry)]
    if len(parts) != 2 or parts[0] is None or not parts[1]:
        return None
    return Fraction(parts[0]) / Fraction(parts[1]) * entry.factor


def ratio_receipt(workspace: Workspace, scope: str, metric: str, period: Period) -> tuple[ReceiptStep, ...]:
    """Explain the ratio of a period; empty where its parts have no targets."""
    if ratio_value(workspace, scope, metric, period) is None:
        return ()
    return tuple(_steps(workspace, scope, metric, period))


def _steps(workspace: Workspace, scope: str, metric: str, period: Period) -> Iterator[ReceiptStep]:
    entry = workspace.metrics[metric]
    top, bottom = inputs(entry)
    values = {part: period_value(workspace, scope, part, period) or Decimal(0) for part in (top, bottom)}
    yield ReceiptStep(*ratio_step(entry, (top, values[top]), (bottom, values[bottom])))
    for owner in (scope, *workspace.above(scope)):
        _, goal = goals_by_id(workspace, workspace.sheet(owner, period.start.year)).get(metric, ("", None))
        if goal is not None and isinstance(goal.value, Decimal):
            written = plain(goal.value)
            said = message("drivers.why_ratio_typed", scope=owner, id=metric, value=Amount(written, metric))
            yield ReceiptStep("ratio-goal", said, {"scope": owner, "metric": metric, "value": written})
    cells = [f"{part}/{scope}/{period.label}" for part in (top, bottom)]
    above, below = (f"opsctl plan why {cell}" for cell in cells)
    yield ReceiptStep("parts", message("drivers.why_ratio_parts", above=above, below=below), {"cells": cells})
