"""Every rule of `opsctl check`, spelled out: a rule that is not in `RULES` does not run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from opsctl.diagnostics import Problem, Severity
from opsctl.rules.cal import curve_shares_not_100, overlapping_events
from opsctl.rules.file import bad_file_name, bad_value, missing_key, unknown_key, unreadable_file
from opsctl.rules.goal import (
    children_do_not_add_up,
    finer_than_the_unit,
    goal_not_derivable,
    goal_without_baseline,
    impossible_split,
    stale_cells,
)
from opsctl.rules.metr import ratio_without_parts, unknown_metric, unusable_formula
from opsctl.rules.org import circular_hierarchy, owner_not_active, store_without_manager
from opsctl.rules.ref import duplicate_id, unknown_reference
from opsctl.workspace import Workspace

RIGORS = ("start", "standard", "strict")


class Rule(Protocol):
    """What a rule module offers; its docstring is its page, `RIGOR` the least rigor at which it runs."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    SINCE: str
    RIGOR: str

    def check(self, workspace: Workspace) -> Iterator[Problem]:
        """Yield what is wrong, in records and keys."""
        ...


RULES: tuple[Rule, ...] = (
    unreadable_file,
    unknown_key,
    missing_key,
    bad_value,
    bad_file_name,
    duplicate_id,
    unknown_reference,
    circular_hierarchy,
    store_without_manager,
    owner_not_active,
    unknown_metric,
    ratio_without_parts,
    unusable_formula,
    goal_without_baseline,
    children_do_not_add_up,
    stale_cells,
    impossible_split,
    goal_not_derivable,
    finer_than_the_unit,
    overlapping_events,
    curve_shares_not_100,
)
