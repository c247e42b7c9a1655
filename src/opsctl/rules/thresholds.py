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
    }
)


def threshold(workspace: Workspace, name: str) -> Decimal:
    """The limit of that name here; KeyError for a name nobody defined, which is a bug."""
    return workspace.settings.checks.thresholds.get(name, DEFAULTS[name])
