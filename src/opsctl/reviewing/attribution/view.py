"""A gap split over drivers, stores and channels, as a value; every level adds up to the gap in smallest units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from opsctl.period import Period

Against = Literal["target", "previous", "last_year"]
Method = Literal["shapley", "chain", "lmdi", "pvm"]
Dimension = Literal["store", "channel"]

AGAINST: tuple[Against, ...] = ("target", "previous", "last_year")
METHODS: tuple[Method, ...] = ("shapley", "chain", "lmdi", "pvm")
UNSPLIT = "unsplit"
"""The driver that stands for what no driver is known of."""


@dataclass(frozen=True, slots=True)
class DriverEffect:
    """What one driver did, in units of the metric that is explained.

    `baseline` and `actual` are the driver's own values, where they are known on both sides. `parts` drill down and add
    up to the effect.
    """

    driver: str
    effect: Decimal
    baseline: Fraction | None = None
    actual: Fraction | None = None
    parts: tuple[DriverEffect, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A metric on both sides, over the days that were split: what the effects are computed from."""

    metric: str
    baseline: Fraction
    actual: Fraction


@dataclass(frozen=True, slots=True)
class OwnerEffect:
    """What one store or channel did; an empty `owner` stands for what belongs to none.

    Its `drivers` add up to the effect, and so do `volume`, `mix` and `rate`, which are None where it cannot be compared
    with another one. `method` is another than asked for where that one cannot answer. `totals` are what the drivers
    were computed from; empty where it was not split, or added up from several.
    """

    owner: str
    dimension: Dimension
    baseline: Fraction
    actual: Fraction
    effect: Decimal
    drivers: tuple[DriverEffect, ...]
    method: Method
    volume: Decimal | None = None
    mix: Decimal | None = None
    rate: Decimal | None = None
    totals: tuple[Total, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What to compare with and how to split; without `against` with the target, if there is one."""

    against: Against | None = None
    method: Method = "shapley"


TO_TARGET = Question()
"""What a review explains unless it is asked for something else."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What an owner's split would need: metrics without a value on some days of one side."""

    owner: str
    metrics: tuple[str, ...]
    side: Literal["actual", "baseline"]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Why a metric is not what it was to be: actual less baseline, split.

    Only `days` of the `total_days` are compared, those known on both sides; with none there is no gap and nothing to
    split. `before` is the period compared with; for a target the period itself. `missing` names the metrics that would
    be needed, `lacking` says where and when. Without `owners` the scope itself was split, and has the `totals`.
    """

    metric: str
    against: Against
    method: Method
    gap: Decimal
    drivers: tuple[DriverEffect, ...]
    owners: tuple[OwnerEffect, ...]
    missing: tuple[str, ...]
    before: Period
    baseline: Fraction
    actual: Fraction
    days: int
    total_days: int
    channels: tuple[OwnerEffect, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    volume: Decimal | None = None
    mix: Decimal | None = None
    rate: Decimal | None = None
    totals: tuple[Total, ...] = ()
