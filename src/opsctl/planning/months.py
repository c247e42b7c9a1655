"""A scope's year over its months: by its own curve, or as the sum of its children's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from opsctl.diagnostics import Place, Problem, message
from opsctl.period import Period, month
from opsctl.planning.curves.curve import month_units
from opsctl.planning.curves.rhythm import emptied_by_calendar, month_weights, months_without_days, scope_curve
from opsctl.planning.dividing.allocate import Infeasible, apportion
from opsctl.planning.dividing.division import Limits, holds_too_fine, limits_of, refusal
from opsctl.planning.goals import GoalUnits
from opsctl.quantity import from_units, plain
from opsctl.records import SETTINGS_FILE
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Loaded, Workspace

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
    workspace: Workspace,
    year: int,
    scope: str,
    metric: str,
    goal: GoalUnits,
    written: tuple[str, Goal] | None,
    *,
    along: Sequence[int] | None = None,
    more: Limits = _UNLIMITED,
) -> tuple[Cell | None, Limits, tuple[Finding, ...]]:
    """Divide the scope's year over its months by its curve; held months keep their number, the rest re-spreads.

    `written` is the goal in the scope's sheet with its key, where there is one. Months to lie `along` come before the
    curve, and `more` are limits that follow from elsewhere.
    """
    limits, findings = month_limits(workspace, year, scope, goal, written)
    limits = limits.and_(more) if more else limits
    try:
        months = _months(workspace, scope, year, goal.units, limits, along)
    except Infeasible as clash:
        said = refusal(clash, goal.digits)
        place = goal_place(workspace, scope, year, written)
        return None, limits, (*findings, Finding("impossible-split", Problem(place, said)))
    if any(months[number - 1] for number in months_without_days(workspace, scope, year)):
        closed = nowhere_to_go(workspace, year, scope, goal, written, months)
        return None, limits, (*findings, *closed)
    return Cell(scope, metric, goal.digits, months), limits, findings


def _months(
    workspace: Workspace, scope: str, year: int, units: int, limits: Limits, along: Sequence[int] | None
) -> tuple[int, ...]:
    weights = month_weights(workspace, scope, year) if along is None else along
    if not limits:
        return apportion(weights, units)
    held, least, most = (_by_month(part) for part in (limits.held, limits.least, limits.most))
    if along is not None:
        floors = [held.get(month, least.get(month, 0)) for month in range(1, 13)]
        return apportion(along, units, least=floors, most=[held.get(m, most.get(m)) for m in range(1, 13)])
    return month_units(scope_curve(workspace, scope, year), units, held, least, most)


def month_limits(
    workspace: Workspace, year: int, scope: str, goal: GoalUnits, written: tuple[str, Goal] | None
) -> tuple[Limits, tuple[Finding, ...]]:
    """The holds and bounds of the year's months, and what is wrong with those that are written."""
    if written is None or not (written[1].hold or written[1].bounds):
        return _UNLIMITED, ()
    sheet = workspace.sheet(scope, year)
    if sheet is None:
        return _UNLIMITED, ()
    key, record = written
    hold = {period.label: record.hold[period] for period in sorted(record.hold) if _is_month(period, year)}
    bounds = {period.label: record.bounds[period] for period in sorted(record.bounds) if _is_month(period, year)}
    findings = (
        *_not_months(sheet, key, "hold", record.hold, year),
        *_not_months(sheet, key, "bounds", record.bounds, year),
        *holds_too_fine(sheet, key, ("hold",), hold, goal.digits),
    )
    return limits_of(hold, bounds, goal.digits), findings


def _is_month(period: Period, year: int) -> bool:
    return period.kind == "month" and period.start.year == year


def _not_months(sheet: Loaded, written: str, part: str, periods: Iterable[Period], year: int) -> Iterator[Finding]:
    """Holds and bounds inside a year are of its months; anything else would clash with what the curve says."""
    for period in sorted(periods):
        if not _is_month(period, year):
            place = sheet.at("goals", written, part, period.label, key=True)
            said = message("plan.hold_not_a_month", period=period.label, year=year)
            yield Finding("impossible-split", Problem(place, said))


def nowhere_to_go(
    workspace: Workspace,
    year: int,
    scope: str,
    goal: GoalUnits,
    written: tuple[str, Goal] | None,
    months: Sequence[int],
) -> Iterator[Finding]:
    """Name each month that has a number but no day to carry it, such as one held before the store opens.

    Months that the calendar leaves without days are told there, once for all scopes.
    """
    shut = months_without_days(workspace, scope, year) - emptied_by_calendar(workspace, scope, year)
    for number in sorted(shut):
        if units := months[number - 1]:
            value = plain(from_units(units, goal.digits))
            said = message("plan.no_open_day", scope=scope, period=f"{year}-{number:02d}", value=value)
            place = goal_place(workspace, scope, year, written, month(year, number))
            yield Finding("impossible-split", Problem(place, said))


def goal_place(
    workspace: Workspace, scope: str, year: int, written: tuple[str, Goal] | None, period: Period | None = None
) -> Place:
    """Where the goal stands, down to the month that is held or bounded; the scope's own file where it has no goal."""
    sheet = workspace.sheet(scope, year)
    if sheet is not None and written is not None:
        key, record = written
        for part, limited in (("hold", record.hold), ("bounds", record.bounds)):
            if period is not None and period in limited:
                return sheet.at("goals", key, part, period.label, key=True)
        return sheet.at("goals", key, key=True)
    owner = workspace.scope(scope)
    return Place(SETTINGS_FILE if owner is None else owner.file)


def _by_month(values: Mapping[str, int]) -> dict[int, int]:
    return {int(label[5:]): units for label, units in values.items()}
