"""The goals of one sheet in whole smallest units: typed, inherited from the split above, or derived from each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from opsctl.diagnostics import message
from opsctl.diagnostics import Problem
from opsctl.metrics.algebra import additive
from opsctl.metrics.drivers import derive
from opsctl.metrics.drivers import Step
from opsctl.quantity import from_units
from opsctl.quantity import places
from opsctl.quantity import plain
from opsctl.quantity import round_units
from opsctl.quantity import to_units
from opsctl.records.target import Goal
from opsctl.workspace import Finding
from opsctl.workspace import Loaded
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GoalUnits:
    """A scope's year of one additive metric: the number in smallest units and how it came about."""

    units: int
    digits: int
    how: Literal["typed", "inherited", "derived"]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetGoals:
    """The additive goals of one scope's year by metric id, and what could not be worked out."""

    units: Mapping[str, GoalUnits]
    findings: tuple[Finding, ...] = ()


def sheet_goals(workspace: Workspace, sheet: Loaded | None, inherited: Mapping[str, int]) -> SheetGoals:
    """Work out every additive goal of a scope: what came down from above, then what its sheet says of it."""
    metrics = workspace.metrics
    found = {id_: GoalUnits(units, places(metrics[id_].unit), "inherited") for id_, units in inherited.items()}
    if sheet is None:
        return SheetGoals(found)
    findings: list[Finding] = []
    known = {id_: Fraction(from_units(goal.units, goal.digits)) for id_, goal in found.items()}
    wanted: dict[str, str] = {}
    for written, goal in sheet.data.goals.items():
        id_ = workspace.metric_id(written)
        if id_ is None:
            continue
        if goal.value == "derived":
            wanted[id_] = written
        elif isinstance(goal.value, Decimal):
            known[id_] = Fraction(goal.value)
            if additive(metrics[id_]):
                _take_typed(sheet, written, goal.value, places(metrics[id_].unit), id_, found, findings)
    _derive(workspace, sheet, known, wanted, found, findings)
    return SheetGoals(found, tuple(findings))


def goals_by_id(workspace: Workspace, sheet: Loaded | None) -> Mapping[str, tuple[str, Goal]]:
    """The goals of a sheet by metric id, each with the key it is written under."""
    if sheet is None:
        return {}
    pairs = ((workspace.metric_id(written), written, goal) for written, goal in sheet.data.goals.items())
    return {id_: (written, goal) for id_, written, goal in pairs if id_ is not None}


def _take_typed(
    sheet: Loaded,
    written: str,
    value: Decimal,
    digits: int,
    id_: str,
    found: dict[str, GoalUnits],
    findings: list[Finding],
) -> None:
    units = to_units(value, digits)
    if units is None:
        said = message("plan.too_fine", metric=written, value=plain(value), digits=digits)
        findings.append(Finding("finer-than-the-unit", Problem(sheet.at("goals", written, "value"), said)))
        return
    found[id_] = GoalUnits(units, digits, "typed")


def _derive(
    workspace: Workspace,
    sheet: Loaded,
    known: Mapping[str, Fraction],
    wanted: Mapping[str, str],
    found: dict[str, GoalUnits],
    findings: list[Finding],
) -> None:
    if not wanted:
        return
    for id_, written in wanted.items():
        metric = workspace.metrics[id_]
        derived = derive(known, {id_}, workspace.metrics)
        if id_ not in derived.values:
            said = message("plan.not_derivable", metric=written)
            findings.append(Finding("goal-not-derivable", Problem(sheet.at("goals", written, "value"), said)))
        elif additive(metric):
            digits = places(metric.unit)
            found[id_] = GoalUnits(round_units(derived.values[id_], digits), digits, "derived", tuple(derived.steps.values()))
