"""
Gives every day of a year its weight, and divides a year over months and a month over days by it.

Month shares are final. Weekday factors and event lifts move days inside their own month only, so a promotion that
moves by a week inside June leaves June's total alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl import period
from opsctl.planning.allocate import apportion, whole_weights
from opsctl.planning.spread import spread
from opsctl.records.calendar import WEEKDAYS, Calendar, Shape, Window

_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Curve:
    """The shares of twelve months, and weights of days that compare within one month only."""

    year: int
    month_shares: tuple[Fraction, ...]
    day_weights: tuple[tuple[int, ...], ...]


def flat_curve(year: int) -> Curve:
    """Make the curve on which every day weighs the same."""
    lengths = [len(_days(year, month)) for month in _MONTHS]
    shares = tuple(Fraction(length, sum(lengths)) for length in lengths)
    return Curve(year, shares, tuple((1,) * length for length in lengths))


def resolve_curve(calendar: Calendar, name: str, platform: str | None, year: int) -> Curve:
    """Work out the named curve for a platform, with the events that touch it; KeyError for an unknown name.

    An event without a window for the platform counts by its `all` window, if it has one. Where several lift the
    same day, the largest lift counts.
    """
    shape = calendar.curves[name]
    windows = [window for event in calendar.events if (window := event.window_for(platform)) is not None]
    shares = {int(month): Fraction(share) for month, share in shape.months.items()}
    return Curve(
        year,
        tuple(shares.get(month, Fraction(0)) for month in _MONTHS),
        tuple(_month_weights(shape, windows, _days(year, month)) for month in _MONTHS),
    )


def open_between(curve: Curve, opened: date | None, closed: date | None) -> Curve:
    """Keep the days from `opened` to `closed`, both included; the others weigh nothing.

    A month's share shrinks by the share of its day weights that is lost.
    """
    first, last = opened or date.min, closed or date.max
    kept = tuple(
        tuple(
            weight if first <= day <= last else 0
            for day, weight in zip(_days(curve.year, month), curve.day_weights[month - 1], strict=True)
        )
        for month in _MONTHS
    )
    shares = tuple(
        share * Fraction(sum(after), sum(before)) if any(before) else share
        for share, before, after in zip(curve.month_shares, curve.day_weights, kept, strict=True)
    )
    return replace(curve, month_shares=shares, day_weights=kept)


def month_units(
    curve: Curve,
    total: int,
    holds: Mapping[int, int],
    least: Mapping[int, int],
    most: Mapping[int, int],
) -> tuple[int, ...]:
    """Divide a year over its twelve months; held months keep their number, the others stay within their bounds.

    The mappings are keyed by month, 1 to 12. A hold counts before the bounds of its month. Raises Infeasible.
    """
    if not (holds or least or most):
        return apportion(curve.month_shares, total)
    return apportion(
        curve.month_shares,
        total,
        least=[holds.get(month, least.get(month, 0)) for month in _MONTHS],
        most=[holds.get(month, most.get(month)) for month in _MONTHS],
    )


def day_units(curve: Curve, month: int, total: int) -> tuple[int, ...]:
    """Spread a month over its days; Infeasible where no day of it is open and a total stands."""
    return spread(curve.day_weights[month - 1], total)


def _days(year: int, month: int) -> tuple[date, ...]:
    return period.month(year, month).days


def _month_weights(shape: Shape, windows: list[Window], days: tuple[date, ...]) -> tuple[int, ...]:
    one = Decimal(1)
    exact = []
    for day in days:
        lifts = [lift for window in windows if (lift := window.lift_on(day)) is not None]
        factor = shape.weekdays.get(WEEKDAYS[day.weekday()], one)
        exact.append(Fraction(factor) * Fraction(max(lifts, default=one)))
    return tuple(whole_weights(exact))
