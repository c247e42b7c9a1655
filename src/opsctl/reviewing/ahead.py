"""Looks ahead of a goal that is not over: its days so far, where it will end, what its days left have to bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.metrics import additive
from opsctl.period import Period, period_of
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.forecast import Part, band, estimate
from opsctl.reviewing.measure import day_values
from opsctl.reviewing.outlook import DailyRate, Forecast
from opsctl.reviewing.targets import comparable_targets
from opsctl.workspace import Workspace

_BY_DAY = ("week", "month", "fiscal-month")


@dataclass(frozen=True, slots=True)
class GoalDays:
    """The days of a metric's goal over a period: targets, what is known up to a day, and the days after it."""

    metric: str
    direction: str
    period: Period
    until: date
    targets: Mapping[date, Fraction]
    known: Mapping[date, Fraction]
    ahead: tuple[date, ...]

    @property
    def reached(self) -> Fraction:
        """What the days that are known came to."""
        return sum(self.known.values(), Fraction(0))


def goal_days(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period, until: date
) -> GoalDays | None:
    """The days of an additive goal, as far as they are known on a day; None without a goal, or without a known day."""
    entry = workspace.metrics[metric]
    if not additive(entry):
        return None
    found = comparable_targets(workspace, facts, scope, metric, period)
    targets = {day: Fraction(amount) for day, amount in found.items()}
    values = day_values(workspace, facts, scope, metric, period.days)
    known = {day: value for day, value in values.items() if day <= until and day in targets}
    if not known or sum(targets.values()) <= 0:
        return None
    ahead = tuple(day for day in period.days if day > until and day in targets)
    return GoalDays(metric, entry.direction, period, until, targets, known, ahead)


def forecast_of(goal: GoalDays) -> Forecast | None:
    """Forecast where a goal will end; None where it has ended."""
    if not goal.ahead:
        return None
    kind = "day" if goal.period.kind in _BY_DAY else "week"
    closed: list[Part] = []
    rest: list[Fraction] = []
    for part in _parts(goal.period, kind):
        days = [day for day in part.days if day in goal.targets]
        done = [day for day in days if day in goal.known]
        left = sum((goal.targets[day] for day in days if day not in goal.known), Fraction(0))
        if left:
            rest.append(left)
        # Weeks that the period cuts have too few days to say what a week is like.
        if part.last <= goal.until and done and (kind == "day" or len(part.days) == 7):
            planned = sum((goal.targets[day] for day in done), Fraction(0))
            closed.append(Part(planned, sum((goal.known[day] for day in done), Fraction(0))))
    whole = sum(goal.targets.values(), Fraction(0))
    found = estimate(closed, goal.reached, rest, whole, goal.direction)
    if found is None:
        return None
    return Forecast(
        goal.metric, goal.period, goal.until, goal.reached, whole, found.value, found.method, kind, len(closed),
        found.low, found.high, band(found.chance),
    )  # fmt: skip


def daily_rate(goal: GoalDays) -> DailyRate | None:
    """What the days left of a goal have to bring; None where none is left, or less is better."""
    if not goal.ahead or goal.direction != "up":
        return None
    planned = sum((goal.targets[day] for day in goal.ahead), Fraction(0))
    due = sum((goal.targets[day] for day in goal.known), Fraction(0))
    needed = max(due + planned - goal.reached, Fraction(0))
    first, count = goal.ahead[0], len(goal.ahead)
    times = needed / planned if planned > 0 else None
    tomorrow = goal.targets[first] * times if times is not None else needed / count
    return DailyRate(
        goal.metric, goal.period, count, needed, needed / count, times, first, tomorrow, goal.targets[first]
    )


def _parts(period: Period, kind: str) -> Iterator[Period]:
    """The days or weeks of a period, those at its ends cut to what lies inside."""
    part = period_of(kind, period.start, period.weeks)
    while part.start < period.end:
        yield Period(max(part.start, period.start), min(part.end, period.end), kind, period.weeks)
        part = part.following()
