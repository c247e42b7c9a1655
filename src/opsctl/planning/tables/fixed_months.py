"""
Months fixed above and curves of their own below: a goal with `fix: months` as a table of scopes by months.

The scope's own curve, with its holds and bounds, fixes the months; the leaf scopes below keep their years. Each leaf's
weights are its own curve's shares, its holds and bounds limit its cells, and a month without an open day gets nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.planning.curves.rhythm import month_weights, months_without_days
from opsctl.planning.dividing.division import Limits
from opsctl.planning.goals import GoalUnits
from opsctl.planning.months import Cell, month_limits, months_by_curve, nowhere_to_go
from opsctl.planning.tables.clash import Clash
from opsctl.planning.tables.fixed_clash import Axes, Written, clash_said
from opsctl.planning.tables.table import Cells, fill
from opsctl.quantity import from_units, plain
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Workspace

Goals = Mapping[str, Mapping[str, GoalUnits]]
"""The goals of a year by scope and metric."""


@dataclass(frozen=True, slots=True)
class Row:
    """A leaf scope in the table: its weights, floors and caps by month, and the limits they come from."""

    weights: Sequence[int]
    least: tuple[int, ...]
    most: tuple[int | None, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class FixedMonths:
    """A filled table: the cell of the scope whose months are fixed, then rows and cells by leaf scope."""

    above: Cell
    limits: Limits
    rows: Mapping[str, Row]
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Fixing:
    """What came of one `fix: months`: the table, or what is wrong; the `leaves` then have no months."""

    leaves: tuple[str, ...] = ()
    table: FixedMonths | None = None
    findings: tuple[Finding, ...] = ()


def leaves_with(workspace: Workspace, scope: str, metric: str, goals: Goals) -> tuple[str, ...]:
    """The scopes whose months add up to the scope's: the lowest that have the goal, itself where none is below."""
    children = (child.id for child in workspace.children(scope))
    below = tuple(leaf for child in children for leaf in leaves_with(workspace, child, metric, goals))
    return below or ((scope,) if metric in goals.get(scope, {}) else ())


def fix_months(
    workspace: Workspace, year: int, scope: str, metric: str, goals: Goals, written: Mapping[str, Written]
) -> Fixing:
    """Make the table of one goal; years that add up to something else make none.

    Under an exact policy their gap is a finding of its own already, whatever becomes of the months.
    """
    goal, leaves = goals[scope][metric], leaves_with(workspace, scope, metric, goals)
    record = written[scope][metric][1]
    years = [goals[leaf][metric].units for leaf in leaves]
    if leaves == (scope,):
        said = message("fixed.nothing_below", scope=scope)
        found = () if record.split is not None else (_finding(workspace, year, scope, metric, written, said),)
        return Fixing((), None, found)
    if sum(years) != goal.units:
        if record.split is None or record.split.policy == "exact":
            return Fixing()
        total, got = (plain(from_units(units, goal.digits)) for units in (goal.units, sum(years)))
        said = message("fixed.years_differ", scope=scope, total=total, years=got)
        return Fixing((), None, (_finding(workspace, year, scope, metric, written, said),))
    return _table(workspace, year, scope, metric, {leaf: goals[leaf][metric] for leaf in leaves}, goal, written)


def _table(
    workspace: Workspace,
    year: int,
    scope: str,
    metric: str,
    years: Mapping[str, GoalUnits],
    goal: GoalUnits,
    written: Mapping[str, Written],
) -> Fixing:
    above, limits, findings = months_by_curve(workspace, year, scope, metric, goal, written[scope][metric])
    # What is wrong with the scope's own holds is said where its months are compared with the sum below.
    findings = () if above is not None else findings
    rows: dict[str, Row] = {}
    closed = False
    for leaf, units in years.items():
        rows[leaf], wrong = _row(workspace, year, leaf, units, written[leaf].get(metric))
        shut = tuple(nowhere_to_go(workspace, year, leaf, units, written[leaf].get(metric), rows[leaf].least))
        closed = closed or bool(shut)
        findings = (*findings, *wrong, *shut)
    if above is None or closed:
        return Fixing(tuple(years), None, findings)
    try:
        cells = _filled(above.months, [units.units for units in years.values()], tuple(rows.values()))
    except Clash as clash:
        own = {leaf: written[leaf].get(metric) for leaf in years}
        axes = Axes(workspace, year, scope, written[scope][metric], tuple(years), own, goal.digits)
        said, related = clash_said(clash, axes)
        found = _finding(workspace, year, scope, metric, written, said, related)
        return Fixing(tuple(years), None, (*findings, found))
    made = {leaf: Cell(leaf, metric, goal.digits, line) for leaf, line in zip(years, cells, strict=True)}
    return Fixing(tuple(years), FixedMonths(above, limits, rows, made), findings)


def _row(
    workspace: Workspace, year: int, leaf: str, goal: GoalUnits, written: tuple[str, Goal] | None
) -> tuple[Row, tuple[Finding, ...]]:
    limits, findings = month_limits(workspace, year, leaf, goal, written)
    shut = months_without_days(workspace, leaf, year)
    weights = [0 if number in shut else weight for number, weight in enumerate(month_weights(workspace, leaf, year), 1)]
    labels = [f"{year}-{number:02d}" for number in range(1, 13)]
    least, most = tuple(map(limits.floor, labels)), tuple(map(limits.cap, labels))
    return Row(weights, least, most, limits), findings


def _filled(months: Sequence[int], years: Sequence[int], rows: Sequence[Row]) -> Cells:
    weights = [row.weights for row in rows]
    if not any(row.limits for row in rows):
        return fill(weights, years, months)
    return fill(weights, years, months, least=[row.least for row in rows], most=[row.most for row in rows])


def fixed_twice(
    workspace: Workspace, year: int, scope: str, above: str, metric: str, written: Mapping[str, Written]
) -> Finding:
    """Say that a scope above already fixes the months that this one fixes too."""
    return _finding(workspace, year, scope, metric, written, message("fixed.twice", scope=scope, above=above))


def _finding(
    workspace: Workspace,
    year: int,
    scope: str,
    metric: str,
    written: Mapping[str, Written],
    said: Message,
    related: tuple[tuple[Place, Message], ...] = (),
) -> Finding:
    """A finding at the word `months` of the goal."""
    sheet = workspace.all("target")[f"{year}/{scope}"]
    return Finding("impossible-split", Problem(sheet.at("goals", written[scope][metric][0], "fix"), said, related))
