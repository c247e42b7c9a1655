"""Rules about what records say of each other."""

from __future__ import annotations

from opsctl.rules.ref import (
    duplicate_id,
    unknown_reference,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    duplicate_id,
    unknown_reference,
)
