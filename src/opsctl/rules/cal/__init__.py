"""Rules about curves and events."""

from __future__ import annotations

from opsctl.rules.cal import (
    curve_shares_not_100,
    overlapping_events,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    overlapping_events,
    curve_shares_not_100,
)
