"""What a ratio was in each child scope, by which its numerator or denominator goes down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opsctl.planning.goals import goals_by_id
from opsctl.quantity import rounded
from opsctl.records.target import Goal
from opsctl.workspace import Workspace

PLACES = 12
"""Decimal places that a child's ratio counts to."""


@dataclass(frozen=True, slots=True)
class Ratios:
    """A ratio by child scope: what each is scaled from, and what is fixed or limited for some.

    `sources` says where each comes from: `typed` in the child's sheet or held above it, `relative` in a sheet above,
    `baseline` in the child's sheet, or `whole`, the parent's, where nothing is known of the child.
    """

    relative: Mapping[str, Decimal]
    sources: Mapping[str, str]
    fixed: Mapping[str, Decimal]
    least: Mapping[str, Decimal]
    most: Mapping[str, Decimal]


def child_ratios(
    workspace: Workspace, year: int, scope: str, ratio: str, whole: Fraction, children: Iterable[str]
) -> Ratios:
    """Find the ratio of each child; `whole` is the parent's own goal."""
    above = [goal for owner in (scope, *workspace.above(scope)) if (goal := _goal(workspace, year, owner, ratio))]
    own = _goal(workspace, year, scope, ratio)
    split = own.split if own is not None else None
    last = own.baseline.value if own is not None and own.baseline is not None and own.baseline.value > 0 else None
    fallback = last or rounded(whole, PLACES)
    relative: dict[str, Decimal] = {}
    sources: dict[str, str] = {}
    fixed: dict[str, Decimal] = {}
    for child in children:
        goal = _goal(workspace, year, child, ratio)
        if goal is not None and isinstance(goal.value, Decimal) and goal.value >= 0:
            fixed[child] = goal.value
        elif split is not None and child in split.hold and split.hold[child].value > 0:
            fixed[child] = split.hold[child].value
        relative[child], sources[child] = _relative(child, goal, above) or (fallback, "whole")
        if child in fixed:
            relative[child], sources[child] = fixed[child], "typed"
    bounds = {child: bound for child, bound in split.bounds.items() if child in relative} if split else {}
    return Ratios(
        relative,
        sources,
        fixed,
        {child: bound.at_least for child, bound in bounds.items() if bound.at_least is not None and child not in fixed},
        {child: bound.at_most for child, bound in bounds.items() if bound.at_most is not None and child not in fixed},
    )


def _relative(child: str, goal: Goal | None, above: Iterable[Goal]) -> tuple[Decimal, str] | None:
    """The child's own ratio of an earlier period, which is above zero, with where it stands."""
    for sheet in above:
        if sheet.split is not None and sheet.split.relative.get(child, 0) > 0:
            return sheet.split.relative[child], "relative"
    if goal is not None and goal.baseline is not None and goal.baseline.value > 0:
        return goal.baseline.value, "baseline"
    return None


def _goal(workspace: Workspace, year: int, scope: str, metric: str) -> Goal | None:
    sheet = workspace.sheet(scope, year)
    return None if sheet is None else goals_by_id(workspace, sheet).get(metric, ("", None))[1]
