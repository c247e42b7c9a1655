"""Rules about exceptions from rules."""

from __future__ import annotations

from opsctl.rules.exc import (
    expired_waiver,
    outdated_baseline,
    suppression_without_reason,
    unknown_rule,
    unused_suppression,
    unused_waiver,
    waiver_too_long,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    suppression_without_reason,
    unused_suppression,
    expired_waiver,
    unused_waiver,
    waiver_too_long,
    outdated_baseline,
    unknown_rule,
)
