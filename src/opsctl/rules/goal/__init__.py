"""Rules about goals, their sums and their cells."""

from __future__ import annotations

from opsctl.rules.goal import (
    children_do_not_add_up,
    finer_than_the_unit,
    goal_not_derivable,
    goal_without_baseline,
    impossible_split,
    stale_cells,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    goal_without_baseline,
    children_do_not_add_up,
    stale_cells,
    impossible_split,
    goal_not_derivable,
    finer_than_the_unit,
)
