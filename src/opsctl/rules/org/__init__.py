"""Rules about teams, roles and people."""

from __future__ import annotations

from opsctl.rules.org import (
    circular_hierarchy,
    owner_not_active,
    store_without_manager,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    circular_hierarchy,
    store_without_manager,
    owner_not_active,
)
