"""The ratios people inherit: what stands for a place stands for whoever holds a role there that owns the ratio."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from opsctl.metrics import is_ratio, value
from opsctl.metrics.algebra import inputs
from opsctl.period import Period
from opsctl.planning.periods import units_by_day
from opsctl.quantity import places
from opsctl.workspace import Workspace

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class InheritedRatio:
    """A ratio over a period, from the targets of its parts at the places and on the days a role was held there.

    `days` of the days on which it was held have those targets.
    """

    metric: str
    value: Fraction
    days: int
    whole: bool
    places: tuple[str, ...]


def inherited_ratios(
    workspace: Workspace, person: str, period: Period, named: Sequence[str] = ()
) -> Iterator[InheritedRatio]:
    """Each ratio that a role of the person owns, whose parts have targets where the role is held.

    Over several places numerators and denominators are added first; a place below another counts with that one.
    """
    for metric, held in sorted(_held_days(workspace, person, period).items()):
        if named and metric not in named:
            continue
        totals, days, found = _totals(workspace, metric, held)
        ratio = value(metric, totals, workspace.metrics) if found else None
        if ratio is not None:
            every = frozenset[date]().union(*held.values())
            yield InheritedRatio(metric, ratio, len(days), days == every, found)


def _held_days(workspace: Workspace, person: str, period: Period) -> Mapping[str, Mapping[str, frozenset[date]]]:
    """The days on which the person answers for each ratio, by metric and place."""
    found: dict[str, dict[str, frozenset[date]]] = {}
    for held in workspace.all("person")[person].data.roles:
        role = workspace.get("role", held.role)
        days = frozenset(day for day in period.days if held.covers(day)) if role is not None else frozenset()
        for written in role.data.owns if role is not None and days else ():
            metric = workspace.metric_id(written)
            if metric is not None and is_ratio(workspace.metrics[metric]) and inputs(workspace.metrics[metric]):
                at = found.setdefault(metric, {})
                at[held.at] = at.get(held.at, frozenset()) | days
    return found


def _totals(
    workspace: Workspace, metric: str, held: Mapping[str, frozenset[date]]
) -> tuple[Mapping[str, Fraction], frozenset[date], tuple[str, ...]]:
    """The parts' targets over those places and days, the days that have all of them, and the places."""
    parts = inputs(workspace.metrics[metric])
    totals = dict.fromkeys(parts, Fraction(0))
    covered: frozenset[date] = frozenset()
    counted = []
    for place, days in sorted(held.items()):
        free = days - frozenset().union(*(held.get(up, frozenset()) for up in workspace.above(place)))
        if not free:
            continue
        span = Period(min(free), max(free) + _DAY, "day")
        targets = {part: units_by_day(workspace, place, part, span) for part in parts}
        whole = free.intersection(*targets.values())
        if whole:
            covered |= whole
            counted.append(place)
            for part, units in targets.items():
                totals[part] += Fraction(sum(units[day] for day in whole), 10 ** places(workspace.metrics[part].unit))
    return totals, covered, tuple(counted)
