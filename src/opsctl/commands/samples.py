"""Sample actuals for a new workspace: each day's own target times a percentage that a fixed formula gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from opsctl.period import Period
from opsctl.period import year as year_period
from opsctl.planning.periods import day_targets
from opsctl.quantity import places, plain, rounded
from opsctl.records.source import Source
from opsctl.workspace import Workspace

DAYS = 35
# Whole weeks, so that a day borrowed from a neighbouring year is the same weekday.
_A_YEAR = timedelta(days=364)


def sample_days(week: Period) -> tuple[date, ...]:
    """The days that samples cover, up to the end of the week."""
    return tuple(week.end - timedelta(days=before) for before in range(DAYS, 0, -1))


def sample_csv(workspace: Workspace, source: Source, header: str, week: Period, year: int) -> str:
    """Rows under a header that the source reads: one a day and store, each column by its metric's target."""
    targets = _targets(workspace, source, year)
    rows = [header.strip()]
    for day in sample_days(week):
        for place, (label, store) in enumerate(source.store.map.items()):
            found = {metric: targets[store, metric].get(_in_year(day, year)) for metric in source.metrics}
            cells = dict(_cells(workspace, source, found, day, place))
            rows.append(",".join({**cells, source.store.column: label}[alias] for alias in _aliases(source, header)))
    return "\n".join(rows) + "\n"


def percent(day: date, place: int, column: int) -> int:
    """How much of its target a day reaches: 82 to 112, wandering through every step before it repeats."""
    return 92 + (8 * day.toordinal() + 5 * column) % 21 - 8 * place


def _targets(workspace: Workspace, source: Source, year: int) -> dict[tuple[str, str], dict[date, Decimal]]:
    return {
        (store, metric): dict(day_targets(workspace, store, metric, year_period(year)))
        for store in source.store.map.values()
        for metric in source.metrics
    }


def _in_year(day: date, year: int) -> date:
    """The day itself, or the one of the year that stands for it; a few weeks may reach over New Year."""
    if day.year < year:
        return day + _A_YEAR
    return day - _A_YEAR if day.year > year else day


def _aliases(source: Source, header: str) -> list[str]:
    named = {title: alias for alias, column in source.columns.items() for title in column.header}
    return [named[title] for title in header.strip().split(",")]


def _cells(
    workspace: Workspace, source: Source, targets: dict[str, Decimal | None], day: date, place: int
) -> Iterator[tuple[str | None, str]]:
    yield source.day_column, day.isoformat()
    for column, (metric, measure) in enumerate(source.metrics.items()):
        target = targets[metric]
        assert target is not None and measure.sum is not None, f"the template sets no target of {metric}"
        amount = Fraction(target) * percent(day, place, column) / 100
        yield measure.sum.factors[0], plain(rounded(amount, places(workspace.metrics[metric].unit)))
