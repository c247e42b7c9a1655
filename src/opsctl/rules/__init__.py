"""Every rule of `opsctl check`, spelled out family by family: a rule that is in no family's `RULES` does not run."""

from __future__ import annotations

from opsctl.rules import cal, data, exc, file, goal, metr, org, ref, repo, review
from opsctl.rules.rule import RIGORS, Rule

FAMILIES = (file, ref, org, metr, goal, cal, data, review, repo, exc)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)

__all__ = ["FAMILIES", "RIGORS", "RULES", "Rule"]
