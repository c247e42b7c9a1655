"""A scope's year over its months: by its own curve, or as the sum of its children's."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from opsctl.diagnostics import message
from opsctl.diagnostics import Place
from opsctl.diagnostics import Problem
from opsctl.period import Period
from opsctl.planning.allocate import Infeasible
from opsctl.planning.curve import month_units
from opsctl.planning.division import Limits
from opsctl.planning.division import limits_of
from opsctl.planning.division import refusal
from opsctl.planning.goals import goals_by_id
from opsctl.planning.goals import GoalUnits
from opsctl.planning.rhythm import scope_curve
from opsctl.workspace import Finding
from opsctl.workspace import Loaded
from opsctl.workspace import Workspace

_UNLIMITED = Limits({}, {}, {})


@dataclass(frozen=True, slots=True)
class Cell:
    """One additive metric of one scope over the year's months, in smallest units of `digits` decimal places.

    `parts` names the child scopes whose months it sums; without any, the scope's own curve made the months.
    """

    scope: str
    metric: str
    digits: int
    months: tuple[int, ...]
    parts: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year, always the sum of its months."""
        return sum(self.months)


def months_of_children(scope: str, below: Mapping[str, Mapping[str, Cell]]) -> Iterator[tuple[str, Cell]]:
    """Sum each metric over the child scopes that have it, by metric."""
    for metric in sorted({metric for cells in below.values() for metric in cells}):
        parts = [cells[metric] for cells in below.values() if metric in cells]
        months = tuple(sum(column) for column in zip(*(part.months for part in parts), strict=True))
        yield metric, Cell(scope, metric, parts[0].digits, months, tuple(part.scope for part in parts))


def months_by_curve(
    workspace: Workspace, year: int, scope: str, metric: str, goal: GoalUnits, sheet: Loaded | None
) -> tuple[Cell | None, Limits, tuple[Finding, ...]]:
    """Divide the scope's year over its months by its curve; held months keep their number, the rest re-spreads."""
    written, record = goals_by_id(workspace, sheet).get(metric, ("", None))
    limits = _UNLIMITED
    if sheet is not None and record is not None and (record.hold or record.bounds):
        strange = _not_months(sheet, written, [*record.hold, *record.bounds], year)
        if strange:
            return None, limits, strange
        hold = {period.label: held for period, held in record.hold.items()}
        bounds = {period.label: bound for period, bound in record.bounds.items()}
        limits = limits_of(hold, bounds, goal.digits)
    held, least, most = (_by_month(part) for part in (limits.held, limits.least, limits.most))
    try:
        months = month_units(scope_curve(workspace, scope, year), goal.units, held, least, most)
    except Infeasible as clash:
        place = sheet.at("goals", written, key=True) if sheet is not None and written else _file_of(workspace, scope)
        return None, limits, (Finding("impossible-split", Problem(place, refusal(clash, goal.digits))),)
    return Cell(scope, metric, goal.digits, months), limits, ()


def _file_of(workspace: Workspace, scope: str) -> Place:
    owner = workspace.scope(scope)
    return Place(workspace.settings_place if owner is None else owner.file)


def _by_month(values: Mapping[str, int]) -> dict[int, int]:
    return {int(label[5:]): units for label, units in values.items()}


def _not_months(sheet: Loaded, written: str, periods: list[Period], year: int) -> tuple[Finding, ...]:
    """Holds and bounds inside a year are of its months; anything else would clash with what the curve says."""
    return tuple(
        Finding(
            "impossible-split",
            Problem(
                sheet.at("goals", written, "hold", period.label, key=True),
                message("plan.hold_not_a_month", period=period.label, year=year),
            ),
        )
        for period in periods
        if period.kind != "month" or period.start.year != year
    )
