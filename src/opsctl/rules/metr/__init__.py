"""Rules about the KPI dictionary."""

from __future__ import annotations

from opsctl.rules.metr import (
    direction_unlike_its_parts,
    meaning_changed,
    metric_without_owner,
    mixed_bases,
    part_not_additive,
    ratio_without_parts,
    spelling_taken,
    unit_unlike_its_parts,
    unknown_metric,
    unusable_formula,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_metric,
    ratio_without_parts,
    unusable_formula,
    meaning_changed,
    spelling_taken,
    part_not_additive,
    unit_unlike_its_parts,
    mixed_bases,
    direction_unlike_its_parts,
    metric_without_owner,
)
