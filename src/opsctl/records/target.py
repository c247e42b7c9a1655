"""A target sheet: all goals of one scope for one year. What people decide; what follows from it is derived."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SkipValidation, model_validator

from opsctl.quantity import parse_amount, parse_rate
from opsctl.records.base import (
    IN_FORCE,
    Amount,
    Day,
    Id,
    MetricId,
    Number,
    Period,
    Record,
    Share,
    Status,
    Text,
    wrong,
)
from opsctl.records.dividing import Policy, SplitKey, Weights

WORDS = ("inherited", "derived")


def _goal_value(value: object) -> object:
    if isinstance(value, Decimal) or value in WORDS:
        return value
    amount = parse_amount(value) if isinstance(value, str) else None
    rate = parse_rate(value) if isinstance(value, str) and amount is None else amount
    if rate is None:
        raise wrong("goal_value", value)
    return rate


GoalValue = Annotated[SkipValidation[Decimal | Literal["inherited", "derived"]], BeforeValidator(_goal_value)]


class Hold(Record):
    """A number fixed on purpose: why, by whom, until when. A rate only where a ratio goes down to child scopes."""

    value: Number
    reason: Text
    owner: Id
    until: Day


class Bounds(Record):
    """A floor, a cap, or both, with reason and owner."""

    at_least: Number | None = None
    at_most: Number | None = None
    reason: Text
    owner: Id


class Split(Record):
    """How a goal is divided over child scopes: which ones, by which weights or key, what is held and bounded.

    A ratio is not divided; `relative` says what it was in each child, by which its numerator or denominator goes down.
    `from: last-year` has `plan weights` write the numbers, which stand in the file: a sum's shares as `weights`, a
    ratio's values in the children as `relative`.
    """

    over: Literal["stores", "children"] = "stores"
    weights: Weights = Field(default_factory=dict)
    by: SplitKey | None = None
    relative: dict[Id, Number] = Field(default_factory=dict)
    from_: Literal["last-year"] | None = Field(None, alias="from")
    source: Text | None = None
    hold: dict[Id, Hold] = Field(default_factory=dict)
    bounds: dict[Id, Bounds] = Field(default_factory=dict)
    policy: Policy = "exact"

    @model_validator(mode="after")
    def _one_way_to_weigh(self) -> Split:
        if self.by is None and self.from_ is None and not (self.weights or self.relative):
            raise wrong("no_weights", "~")
        if self.by is not None and self.weights:
            raise wrong("weights_twice", self.by)
        return self


class Baseline(Record):
    """Where the scope stood before: the period, the value and where it came from."""

    period: Period
    value: Number
    source: Id | None = None


class Guardrail(Record):
    """Another metric that must not be sacrificed for this goal."""

    metric: MetricId
    at_least: Number | None = None
    at_most: Number | None = None


class Goal(Record):
    """One metric with a value, `inherited` from the nearest split above, or `derived` from the other goals."""

    value: GoalValue
    floor: Number | None = None
    stretch: Number | None = None
    baseline: Baseline | None = None
    statement: Text | None = None
    because: Text | None = None
    owner: Id | None = None
    guardrails: tuple[Guardrail, ...] = ()
    split: Split | None = None
    fix: Literal["months"] | None = None
    hold: dict[Period, Hold] = Field(default_factory=dict)
    bounds: dict[Period, Bounds] = Field(default_factory=dict)
    channels: dict[Id, Share] = Field(default_factory=dict)
    products: dict[Id, Share] = Field(default_factory=dict)
    contributes_to: MetricId | None = None

    @model_validator(mode="before")
    @classmethod
    def _a_bare_value(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value


class Replan(Record):
    """What is left of the year planned anew from a month on: how, why, by whom, and what the closed months came to."""

    from_: Period = Field(alias="from")
    policy: Literal["spread", "next", "events", "absorb"]
    share: Literal["carry", "pool"] = "carry"
    reason: Text
    owner: Id
    on: Day
    closed: dict[MetricId, dict[Period, Amount]] = Field(default_factory=dict)


class TargetSheet(Record):
    """The goals of one scope for one year, who owns them, on which curve they lie, and how they were re-planned."""

    owner: Id
    status: Status = IN_FORCE
    curve: Id | None = None
    goals: dict[MetricId, Goal] = Field(default_factory=dict)
    replan: tuple[Replan, ...] = ()
