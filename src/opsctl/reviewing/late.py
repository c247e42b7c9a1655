"""What is said of numbers that late refunds still change, and of numbers that a later load has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.reviewing.lags import LagCurve


@dataclass(frozen=True, slots=True)
class Maturity:
    """
    How much of the refunds of a period's sales is in.

    `arrived` is the share that is, `to_come` what is still expected, `net` what the sales come to when all of it is in;
    None where the store's history is too short to say. Until `ripe` the number is shown and not judged.
    """

    scope: str
    metric: str
    ripe: date
    mature: bool
    sales: Fraction | None = None
    arrived: Fraction | None = None
    to_come: Fraction | None = None
    net: Fraction | None = None
    curve: LagCurve | None = None


@dataclass(frozen=True, slots=True)
class RestatedRow:
    """
    A metric of a store that was otherwise when it was loaded before: over the days that changed, and by which files.

    `before` is the file or snapshot that had it so, `files` are those it comes from by now.
    """

    scope: str
    metric: str
    days: tuple[date, ...]
    was: Fraction
    now: Fraction
    before: str
    files: tuple[str, ...] = ()
