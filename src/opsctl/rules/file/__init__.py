"""Rules about files that cannot be read as records."""

from __future__ import annotations

from opsctl.rules.file import (
    bad_file_name,
    bad_value,
    missing_key,
    unknown_key,
    unreadable_file,
    unusable_rule,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unreadable_file,
    unknown_key,
    missing_key,
    bad_value,
    bad_file_name,
    unusable_rule,
)
