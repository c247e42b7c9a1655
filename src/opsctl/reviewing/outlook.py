"""What is said of a goal on its way: which tier it is at, where it will end, what every day left has to bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from opsctl.period import Period
from opsctl.reviewing.forecast import Band, Method

Reached = Literal["below", "floor", "commit", "stretch"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a metric will end a period: a number with its method, the range that holds it with 80 %, and the chance.

    `parts` are the closed days or weeks that it is drawn from, `by` says which. Days without data are estimated like
    those to come.
    """

    metric: str
    period: Period
    until: date
    reached: Fraction
    target: Fraction
    value: Fraction
    method: Method
    by: str
    parts: int
    low: Fraction | None = None
    high: Fraction | None = None
    chance: Band | None = None


@dataclass(frozen=True, slots=True)
class DailyRate:
    """
    What the days left of a period have to bring so that its goal is met.

    `needed` is left to do over `days` days, the `average` of it a day, and `times` the plan of those days; `tomorrow`
    is the first of them by the curve, `planned` what the plan had for it. Nothing is needed where the goal is reached.
    Days without data count on neither side.
    """

    metric: str
    period: Period
    days: int
    needed: Fraction
    average: Fraction
    times: Fraction | None
    next_day: date
    tomorrow: Fraction
    planned: Fraction


@dataclass(frozen=True, slots=True)
class TierRow:
    """A goal's floor, commitment and stretch over the `days` of a period that are known, and which of them is met."""

    metric: str
    period: Period
    until: date
    days: int
    actual: Fraction
    floor: Fraction | None
    commit: Fraction
    stretch: Fraction | None
    reached: Reached
