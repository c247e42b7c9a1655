"""Amounts in sentences as people read them: with currency and separators, down to the smallest unit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from opsctl.diagnostics import Amount
from opsctl.rendering.numbers import exact
from opsctl.workspace import Workspace


def full(workspace: Workspace) -> Callable[[Amount], str]:
    """How an amount reads in this workspace: money in its currency, percentages with their sign, all else in full."""
    currency = workspace.settings.currency

    def shown(amount: Amount) -> str:
        entry, number = workspace.metrics.get(amount.metric), Decimal(amount)
        if entry is None:
            return f"{number:,f}"
        if entry.unit == "money":
            return exact(number, entry.unit, currency)
        return f"{(number * 100).normalize():f}%" if entry.unit == "percent" else f"{number:,f}"

    return shown
