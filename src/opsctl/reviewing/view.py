"""The facts of a review as one ordered, already computed value; rendering only lays it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from opsctl.period import Period
from opsctl.reviewing.attribution.view import Attribution
from opsctl.reviewing.course import Course
from opsctl.reviewing.eventyear import EventYear
from opsctl.reviewing.facts import Trouble
from opsctl.reviewing.gate.judgement import Judgement
from opsctl.reviewing.late import Maturity, RestatedRow
from opsctl.reviewing.outlook import DailyRate, Forecast, TierRow

Whose = Literal["planned", "unplanned", "unassigned"]
"""Whether a row is of a member with a target, of all those without one, or of what no member accounts for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value over a period.

    `value` is None where nothing can be said: an additive metric without a single known day, or a ratio that lacks a
    part on any day. `missing` names the days that are not known; a partial sum stands for the others only. Ratios
    carry their exact parts.
    """

    value: Fraction | None
    days: int
    missing: tuple[date, ...] = ()
    numerator: Fraction | None = None
    denominator: Fraction | None = None

    @property
    def complete(self) -> bool:
        """Say whether the value stands for every day of its period."""
        return self.value is not None and not self.missing


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier period beside this one.

    `change` is relative for amounts and counts, and the plain difference for percentages (percentage points); None
    where either side is incomplete.
    """

    period: Period
    reading: Reading
    change: Fraction | None


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One metric of the scope: actual against target, and against earlier periods.

    `target` covers `target_days` days: those of the period that have a target and, where the actual is partial, are
    known. `distinct` is the de-duplicated count of the whole period (去重口径), never compared with the target, which
    is a sum of days (日累计口径). `last_year` of a day or week lies 52 weeks back, on the same weekdays; `numbered` is
    the week of the same number, where that is another one, and `by_event` the days that lie as far from a promotion
    last year. Where the target was re-planned to another one, `original_target` is what it was at first, over the same
    days.
    """

    metric: str
    unit: str
    aggregation: str
    direction: str
    actual: Reading
    target: Fraction | None
    target_days: int
    attainment: Fraction | None
    gap: Fraction | None
    previous: Comparison
    last_year: Comparison
    distinct: Fraction | None = None
    numbered: Comparison | None = None
    immature_until: date | None = None
    original_target: Fraction | None = None
    original_attainment: Fraction | None = None
    by_event: Comparison | None = None


@dataclass(frozen=True, slots=True)
class PaceRow:
    """How far a longer period has come: share of the target reached minus the share its own curve had due by then.

    `original_target` is what the target was before it was re-planned, where that is another number.
    """

    metric: str
    period: Period
    until: date
    actual: Reading
    target: Fraction
    attainment: Fraction | None
    due: Fraction
    pace: Fraction | None
    original_target: Fraction | None = None
    original_attainment: Fraction | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the headline metric."""

    day: date
    actual: Fraction | None
    target: Fraction | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """
    A month of a quarter, or a quarter of a year: the headline metric over its days that are known.

    `target` is that of the whole part; `attainment` compares the days that have both.
    """

    period: Period
    actual: Reading
    target: Fraction | None
    attainment: Fraction | None


@dataclass(frozen=True, slots=True)
class StoreRow:
    """One store beside the others: its headline metric, and some more by metric id."""

    scope: str
    headline: MetricRow
    others: tuple[MetricRow, ...]


@dataclass(frozen=True, slots=True)
class MissingRun:
    """Days on which a scope lacks metrics; `last_known` is the last day before them that has them, None for never."""

    scope: str
    metrics: tuple[str, ...]
    first: date
    last: date
    last_known: date | None


@dataclass(frozen=True, slots=True)
class RateEffect:
    """What exchange rates did to a store's amount: `planned` is it at the budget rate, where both rates are known.

    `effect` is at the actual less at the budget rate, in the workspace's currency; None where `unknown` names months
    without a rate.
    """

    scope: str
    currency: str
    amount: Fraction
    planned: Fraction
    effect: Fraction | None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BrokenGuardrail:
    """A limit that protects a goal's metric from being met at the cost of another one, and the actual beyond it."""

    goal: str
    metric: str
    side: Literal["at_least", "at_most"]
    limit: Fraction
    actual: Fraction


@dataclass(frozen=True, slots=True)
class MemberRow:
    """
    A channel, product or person: what it came to beside its target and earlier periods.

    `unplanned` has together what members without a target came to, `unassigned` what no member accounts for. Changes
    are relative; they and the attainment stand only where every day is known.
    """

    member: str
    whose: Whose
    actual: Reading
    target: Fraction | None
    attainment: Fraction | None
    gap: Fraction | None
    share: Fraction | None = None
    previous: Fraction | None = None
    last_year: Fraction | None = None


@dataclass(frozen=True, slots=True)
class MemberTable:
    """The members of one dimension by one metric; `measured` says whether any source speaks of them."""

    dimension: Literal["channel", "product"]
    metric: str
    rows: tuple[MemberRow, ...]
    measured: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person's metric at the scope, by the role that owns it; the actual is known where nobody shares it."""

    person: str
    role: str
    metric: str
    actual: Reading
    target: Fraction | None
    attainment: Fraction | None
    gap: Fraction | None


@dataclass(frozen=True, slots=True)
class PeriodReview:
    """Everything a review says in numbers.

    `newer` is a period after this one that has data but is not complete, when the period was chosen by itself.
    `judgement` is what the data gate objects to in the period. Quarters and years have `parts` in place of `days`.
    `event` is the promotion that days and weeks are also compared by. `forecast` and `daily_rate` speak of the longer
    periods that `pace` speaks of, as far as they are not over; `tiers` also of the period itself.
    """

    scope: str
    period: Period
    data_until: date | None
    currency: str
    headline: str
    rows: tuple[MetricRow, ...]
    pace: tuple[PaceRow, ...]
    days: tuple[DayRow, ...]
    stores: tuple[StoreRow, ...]
    missing: tuple[MissingRun, ...]
    troubles: tuple[Trouble, ...]
    rates: tuple[RateEffect, ...] = ()
    newer: Period | None = None
    broken: tuple[BrokenGuardrail, ...] = ()
    judgement: Judgement | None = None
    parts: tuple[PartRow, ...] = ()
    event: EventYear | None = None
    forecast: tuple[Forecast, ...] = ()
    daily_rate: tuple[DailyRate, ...] = ()
    attribution: Attribution | None = None
    course: Course | None = None
    tiers: tuple[TierRow, ...] = ()
    channels: MemberTable | None = None
    product_roles: MemberTable | None = None
    people: tuple[PersonRow, ...] = ()
    maturity: tuple[Maturity, ...] = ()
    restated: tuple[RestatedRow, ...] = ()
