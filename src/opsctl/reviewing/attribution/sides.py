"""
Both sides of a comparison day by day, at the finest grain: a store, or a channel of one.

Days are counted from the first of each period, so that a Monday stands beside a Monday. Where all days of both are
known both count whole, also months of different length; else only the days that are known on both sides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from opsctl.metrics import additive
from opsctl.period import Period
from opsctl.reviewing.attribution.view import Against
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import day_values
from opsctl.reviewing.targets import comparable_targets
from opsctl.reviewing.yearago import a_year_before, just_before
from opsctl.workspace import Workspace

Values = Mapping[int, Fraction]
"""Values by the number of the day in its period."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a split is computed for and added up from: a scope, or its part in one channel."""

    scope: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared: the actuals of a period, and its targets or the actuals of a period before it.

    What was asked once is kept in `read`.
    """

    workspace: Workspace
    facts: Facts
    against: Against
    period: Period
    before: Period
    read: dict[tuple[Leaf, str, bool], Values] = field(default_factory=dict, compare=False, repr=False)

    def actual(self, leaf: Leaf, metric: str) -> Values:
        """What happened in the period, by day."""
        key = (leaf, metric, True)
        if key not in self.read:
            self.read[key] = _measured(self.workspace, self.facts, leaf, metric, self.period)
        return self.read[key]

    def baseline(self, leaf: Leaf, metric: str) -> Values:
        """What it is compared with, by day; channels have no targets by day."""
        key = (leaf, metric, False)
        if key not in self.read:
            self.read[key] = self._compared(leaf, metric)
        return self.read[key]

    def _compared(self, leaf: Leaf, metric: str) -> Values:
        if self.against != "target":
            return _measured(self.workspace, self.facts, leaf, metric, self.before)
        return {} if leaf.channel else _aimed(self.workspace, self.facts, leaf.scope, metric, self.period)


@dataclass(frozen=True, slots=True)
class Covered:
    """The days of each side that are compared."""

    actual: tuple[int, ...]
    baseline: tuple[int, ...]


def sides_of(workspace: Workspace, facts: Facts, period: Period, against: Against) -> Sides:
    """The two sides of a period's comparison."""
    before = {"target": period, "previous": just_before(period), "last_year": a_year_before(period)}[against]
    return Sides(workspace, facts, against, period, before)


def whole(sides: Sides) -> Covered:
    """All days of both sides."""
    return Covered(tuple(range(len(sides.period.days))), tuple(range(len(sides.before.days))))


def covered(among: Covered, actual: Collection[int], baseline: Collection[int]) -> Covered:
    """Of some days those that are known, and unless all are, those known on both sides."""
    known = Covered(
        tuple(day for day in among.actual if day in actual), tuple(day for day in among.baseline if day in baseline)
    )
    if known == among:
        return among
    both = tuple(day for day in known.actual if day in known.baseline)
    return Covered(both, both)


def sums(values: tuple[Values, Values], days: Covered) -> tuple[Fraction, Fraction]:
    """Baseline and actual over the covered days."""
    actual, baseline = values
    return _sum(baseline[day] for day in days.baseline), _sum(actual[day] for day in days.actual)


def _sum(numbers: Iterable[Fraction]) -> Fraction:
    """Add those of one denominator as whole numbers first, of which a year of days has a handful."""
    found: dict[int, int] = {}
    for number in numbers:
        found[number.denominator] = found.get(number.denominator, 0) + number.numerator
    return sum((Fraction(top, bottom) for bottom, top in found.items()), Fraction(0))


def _measured(workspace: Workspace, facts: Facts, leaf: Leaf, metric: str, period: Period) -> Values:
    days = period.days
    if leaf.channel:
        series = facts.members.get((leaf.scope, "channel", leaf.channel, metric), {})
        return {number: Fraction(series[day]) for number, day in enumerate(days) if day in series}
    if metric not in workspace.metrics or not additive(workspace.metrics[metric]):
        return {}
    return _with_closed(workspace, leaf.scope, days, day_values(workspace, facts, leaf.scope, metric, days))


def _aimed(workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period) -> Values:
    if metric not in workspace.metrics or not additive(workspace.metrics[metric]):
        return {}
    found = comparable_targets(workspace, facts, scope, metric, period)
    aimed = {day: Fraction(value) for day, value in found.items()}
    return _with_closed(workspace, scope, period.days, aimed)


def _with_closed(
    workspace: Workspace, scope: str, days: tuple[date, ...], known: Mapping[date, Fraction]
) -> dict[int, Fraction]:
    """The values by number of the day, with nothing on the days on which a store is not open."""
    store = workspace.get("store", scope)
    found: dict[int, Fraction] = {}
    for number, day in enumerate(days):
        if store is not None and not store.data.is_open(day, day):
            found[number] = Fraction(0)
        elif day in known:
            found[number] = known[day]
    return found
