"""The goals of one sheet in whole smallest units: typed, inherited from the split above, or derived from each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from opsctl.diagnostics import Problem, message
from opsctl.metrics.algebra import additive
from opsctl.metrics.drivers import Step, derive
from opsctl.period import Period
from opsctl.quantity import places, plain, round_units, to_units
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Loaded, Workspace


@dataclass(frozen=True, slots=True)
class GoalUnits:
    """A scope's year of one additive metric: the number in smallest units and how it came about.

    `summed` is a team's between a split and the stores it is over: the sum of their shares.
    """

    units: int
    digits: int
    how: Literal["typed", "inherited", "summed", "derived"]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetGoals:
    """The additive goals of one scope's year by metric id, and what could not be worked out."""

    units: Mapping[str, GoalUnits]
    findings: tuple[Finding, ...] = ()


def sheet_goals(
    workspace: Workspace, sheet: Loaded | None, inherited: Mapping[str, int], summed: Collection[str] = ()
) -> SheetGoals:
    """Work out every additive goal of a scope: what came down from above, then what its sheet says of it.

    `summed` are those of the inherited metrics that came down to the stores below and are added up here.
    """
    metrics = workspace.metrics
    found = {
        id_: GoalUnits(units, places(metrics[id_].unit), "summed" if id_ in summed else "inherited")
        for id_, units in inherited.items()
    }
    if sheet is None:
        return SheetGoals(found)
    findings: list[Finding] = []
    known: dict[str, Decimal] = {}
    wanted: dict[str, str] = {}
    for id_, (written, goal) in goals_by_id(workspace, sheet).items():
        if goal.value == "derived":
            wanted[id_] = written
        elif isinstance(goal.value, Decimal):
            known[id_] = goal.value
            if additive(metrics[id_]):
                _take_typed(sheet, written, goal.value, places(metrics[id_].unit), id_, found, findings)
    if wanted:
        # What came down for a goal that the sheet derives is what the sum is checked against, not what it follows from.
        came_down = {id_: Fraction(goal.units, 10**goal.digits) for id_, goal in found.items() if id_ not in wanted}
        typed = {id_: Fraction(value) for id_, value in known.items()}
        _derive(workspace, sheet, came_down | typed, wanted, found, findings)
    return SheetGoals(found, tuple(findings))


def period_goals(workspace: Workspace, scope: str, period: Period) -> frozenset[str]:
    """The metrics that the scope's sheets set goals on, in every year the period touches."""
    sheets = (workspace.sheet(scope, year) for year in {period.start.year, period.last.year})
    return frozenset(metric for sheet in sheets for metric in goals_by_id(workspace, sheet))


def goals_by_id(workspace: Workspace, sheet: Loaded | None) -> Mapping[str, tuple[str, Goal]]:
    """The goals of a sheet by metric id, each with its key; of two spellings the id counts, else the first by text."""
    found: dict[str, tuple[str, Goal]] = {}
    for written, goal in sorted(sheet.data.goals.items()) if sheet is not None else ():
        id_ = workspace.metric_id(written)
        if id_ is not None and (written == id_ or id_ not in found):
            found[id_] = (written, goal)
    return found


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
    for id_, written in wanted.items():
        metric = workspace.metrics[id_]
        derived = derive(known, {id_}, workspace.metrics)
        if id_ not in derived.values:
            said = message("plan.not_derivable", metric=written)
            findings.append(Finding("goal-not-derivable", Problem(sheet.at("goals", written, "value"), said)))
        elif additive(metric):
            digits = places(metric.unit)
            found[id_] = GoalUnits(
                round_units(derived.values[id_], digits), digits, "derived", tuple(derived.steps.values())
            )
