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
from functools import lru_cache
from itertools import chain

from opsctl import period
from opsctl.planning.curves.spread import spread
from opsctl.planning.dividing.allocate import apportion, whole_weights
from opsctl.records.calendar import WEEKDAYS, Calendar, Shape

_MONTHS = range(1, 13)
_ONE = Decimal(1)


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
    lifts = day_lifts(calendar, platform, year)
    shares = {int(month): Fraction(share) for month, share in shape.months.items()}
    # Most days are like others, so each weekday and lift is multiplied once.
    alike = [[(day.weekday(), lifts.get(day, _ONE)) for day in _days(year, month)] for month in _MONTHS]
    exact = {pair: _weight(shape, *pair) for pair in dict.fromkeys(chain.from_iterable(alike))}
    return Curve(
        year,
        tuple(shares.get(month, Fraction(0)) for month in _MONTHS),
        tuple(_month_weights(exact, pairs) for pairs in alike),
    )


def day_lifts(calendar: Calendar, platform: str | None, year: int) -> Mapping[date, Decimal]:
    """The lift of each day of the year that an event on the platform changes; where several do, the largest."""
    found: dict[date, Decimal] = {}
    for event in calendar.events:
        window = event.window_for(platform)
        for day, lift in window.lifts(date(year, 1, 1), date(year, 12, 31)) if window is not None else ():
            found[day] = max(lift, found.get(day, lift))
    return found


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


@lru_cache(maxsize=100)
def _days(year: int, month: int) -> tuple[date, ...]:
    return period.month(year, month).days


def _weight(shape: Shape, weekday: int, lift: Decimal) -> Fraction:
    return Fraction(shape.weekdays.get(WEEKDAYS[weekday], _ONE)) * Fraction(lift)


def _month_weights(exact: Mapping[tuple[int, Decimal], Fraction], pairs: list[tuple[int, Decimal]]) -> tuple[int, ...]:
    """The weights of a month's days as whole numbers that compare within the month."""
    found = list(dict.fromkeys(pairs))
    weights = dict(zip(found, whole_weights([exact[pair] for pair in found]), strict=True))
    return tuple(weights[pair] for pair in pairs)
