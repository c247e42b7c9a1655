"""The course of a goal as a value: day after day what was planned and what was reached, both as running sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.period import Period


@dataclass(frozen=True, slots=True)
class CourseDay:
    """A day with the running sums; `actual` is None after the last known day, and from the first hole on."""

    day: date
    target: Fraction
    actual: Fraction | None


@dataclass(frozen=True, slots=True)
class Course:
    """The running sums of a metric over a period that has targets."""

    metric: str
    period: Period
    days: tuple[CourseDay, ...]
