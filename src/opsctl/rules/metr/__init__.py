"""Rules about the KPI dictionary."""

from __future__ import annotations

from opsctl.rules.metr import (
    ratio_without_parts,
    unknown_metric,
    unusable_formula,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_metric,
    ratio_without_parts,
    unusable_formula,
)
