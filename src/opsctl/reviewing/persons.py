"""
People of a place beside each other, by what their roles own.

What a person came to is what a source says of the person; where none does, and nobody else holds the role there in the
period, it is what the place came to. Where several share it, nobody can say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from opsctl.metrics import attainment
from opsctl.period import Period, month_of
from opsctl.planning.people import Shared, people
from opsctl.planning.periods import day_targets
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import reading
from opsctl.reviewing.targets import plans_of
from opsctl.reviewing.view import PersonRow, Reading
from opsctl.workspace import Workspace

_MOST = 40


def person_rows(workspace: Workspace, facts: Facts, scope: str, period: Period) -> tuple[PersonRow, ...]:
    """The people who own a metric at the scope itself, by person and in the dictionary's order of metrics."""
    if not any(role.data.owns for role in workspace.all("role").values()):
        return ()
    order = {metric: number for number, metric in enumerate(workspace.metrics)}
    found = sorted(_owned(workspace, scope, period), key=lambda each: (each[0], order[each[1].metric], each[1].role))
    return tuple(_row(workspace, facts, person, shared, period) for person, shared in found[:_MOST])


def _owned(workspace: Workspace, scope: str, period: Period) -> Iterator[tuple[str, Shared]]:
    """Everybody's divisions at a place in the year the period ends in, of those who work there in its months."""
    year = period.last.year
    for (person, _), divisions in people(workspace, year).divisions.items():
        for shared in divisions:
            if shared.place == scope and any(person in shared.in_month(month) for month in _months(period, year)):
                yield person, shared


def _row(workspace: Workspace, facts: Facts, person: str, shared: Shared, period: Period) -> PersonRow:
    metric, direction = shared.metric, workspace.metrics[shared.metric].direction
    days = {
        day: value
        for plan, part in plans_of(workspace, period)
        for day, value in day_targets(plan, person, metric, part).items()
    }
    target = Fraction(sum(days.values())) if days else None
    actual = _actual(workspace, facts, person, shared, period)
    comparable = actual.complete and actual.value is not None and len(days) == len(period.days)
    share = attainment(direction, actual.value, target) if comparable and actual.value is not None and target else None
    gap = target - actual.value if comparable and target is not None and actual.value is not None else None
    return PersonRow(person, shared.role, metric, actual, target, share, gap)


def _actual(workspace: Workspace, facts: Facts, person: str, shared: Shared, period: Period) -> Reading:
    if (person, shared.metric) in facts.daily:
        return reading(workspace, facts, person, shared.metric, period.days)
    alone = all(set(shared.in_month(month)) == {person} for month in _months(period, period.last.year))
    if period.start.year == period.last.year and alone:
        return reading(workspace, facts, shared.place, shared.metric, period.days)
    return Reading(None, 0, period.days)


def _months(period: Period, year: int) -> Sequence[int]:
    months = dict.fromkeys(month_of(day) for day in (*period.days[::28], period.last))
    return [month.start.month for month in months if month.start.year == year]
