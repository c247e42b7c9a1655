"""The limits that rules measure by, with what holds where the settings name none (`checks: thresholds:`)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from opsctl.workspace import Workspace

DEFAULTS: Mapping[str, Decimal] = MappingProxyType(
    {
        "org-depth": Decimal(4),
        "span-of-control": Decimal(8),
        "goals-per-person": Decimal(7),
        "growth": Decimal("0.5"),
        "least-of-momentum": Decimal("0.25"),
        "waiver-days": Decimal(90),
        # From which share of its target a miss counts in a review, from which it is red, from how much money its cause
        # is asked for, and how many whys lead to the cause of a red one.
        "review-tolerance": Decimal("0.05"),
        "review-red": Decimal("0.1"),
        "review-floor": Decimal(5000),
        "review-whys": Decimal(3),
        # How far one change may move a year's target, and how many records it may remove, before `diff` says so.
        "change-amount": Decimal(1_000_000),
        "change-percent": Decimal("0.1"),
        "removed-records": Decimal(0),
    }
)


def threshold(workspace: Workspace, name: str) -> Decimal:
    """The limit of that name here; KeyError for a name nobody defined, which is a bug."""
    return workspace.settings.checks.thresholds.get(name, DEFAULTS[name])
