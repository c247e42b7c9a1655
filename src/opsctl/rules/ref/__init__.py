"""Rules about what records say of each other."""

from __future__ import annotations

from opsctl.rules.ref import (
    action_id_reused,
    duplicate_id,
    listed_twice,
    unknown_reference,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    duplicate_id,
    unknown_reference,
    listed_twice,
    action_id_reused,
)
