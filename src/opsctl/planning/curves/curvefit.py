"""
A calendar's curves fitted from a past year: what each store's days say together, curve by curve.

Stores of one platform share their events, so they are fitted as one series; a curve is the sum of its platforms. A
window that holds for several platforms takes the lift of all of them, each by its size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Listed, Message, message
from opsctl.period import month
from opsctl.planning.curves.fitting import Fit, Lift, Past, fit, month_shares, weekday_factors, written_lift
from opsctl.planning.curves.occasions import Unpaired, occasions
from opsctl.planning.curves.ordinary import Values
from opsctl.records.calendar import Calendar

# With fewer ordinary days a month's level would be a guess.
_FEWEST = 7


@dataclass(frozen=True, slots=True)
class StoreYear:
    """A store's known values of the past year, and its days that are marked."""

    store: str
    platform: str | None
    values: Values
    marked: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class PlatformFit:
    """What the stores of one platform say."""

    platform: str | None
    stores: tuple[str, ...]
    past: Past
    found: Fit
    unpaired: tuple[Unpaired, ...]

    @property
    def size(self) -> Fraction:
        """How much an ordinary year of it is."""
        return sum(self.found.filled.values(), Fraction(0))


@dataclass(frozen=True, slots=True)
class CurveFit:
    """One fitted curve: month shares that add up to one, weekday factors from Monday on, and what it was made of."""

    name: str
    months: tuple[Decimal, ...]
    weekdays: tuple[Decimal, ...]
    platforms: tuple[PlatformFit, ...]

    @property
    def stores(self) -> tuple[str, ...]:
        """The stores whose days it follows, by id."""
        return tuple(sorted(store for each in self.platforms for store in each.stores))

    @property
    def missing(self) -> int:
        """How many days of the past year had to be filled in, summed over the platforms."""
        return sum(len(each.past.missing) for each in self.platforms)


def curve_fit(
    name: str, stores: Sequence[StoreYear], calendars: tuple[Calendar, Calendar], years: tuple[int, int]
) -> CurveFit | Message:
    """Fit one curve from its stores' days, or say what is missing for it. `years` are the past and the new one."""
    fits: list[PlatformFit] = []
    for platform in sorted({each.platform for each in stores}, key=str):
        made = _platform_fit([each for each in stores if each.platform == platform], calendars, years)
        if isinstance(made, Message):
            return made
        fits.append(made)
    days, filled = (
        _summed(columns) for columns in zip(*((one.found.days, one.found.filled) for one in fits), strict=True)
    )
    shares = month_shares(days)
    if not any(shares):
        return message("weights.nothing_sold", curve=name, year=years[0])
    return CurveFit(name, shares, weekday_factors(filled), tuple(fits))


def window_lifts(fits: Sequence[PlatformFit], calendar: Calendar, others: Set[str]) -> Mapping[tuple[int, str], Lift]:
    """The lifts by event and window of the new calendar, over every platform that a window holds for.

    A window that also holds for one of the `others`, which were not fitted, is left alone.
    """
    found: dict[tuple[int, str], Lift] = {}
    for index, event in enumerate(calendar.events):
        taken = {_window_key(event.windows, platform) for platform in others}
        for key in sorted(event.windows.keys() - taken):
            under = [each for each in fits if _window_key(event.windows, each.platform) == key]
            measured = [each for each in under if each.found.lifts.get(event.id)]
            if measured:
                found[index, key] = written_lift(dict(_mean_lifts(measured, event.id)))
    return found


def _window_key(windows: Mapping[str, object], platform: str | None) -> str:
    return platform if platform is not None and platform in windows else "all"


def _mean_lifts(fits: Sequence[PlatformFit], event: str) -> Iterator[tuple[date, Fraction]]:
    sized = [(each.size, each.found.lifts[event]) for each in fits]
    for day in sorted({day for _, lifts in sized for day in lifts}):
        parts = [(size, lifts[day]) for size, lifts in sized if day in lifts]
        whole = sum((size for size, _ in parts), Fraction(0))
        yield day, sum((size * lift for size, lift in parts), Fraction(0)) / whole if whole else Fraction(1)


def _platform_fit(
    stores: Sequence[StoreYear], calendars: tuple[Calendar, Calendar], years: tuple[int, int]
) -> PlatformFit | Message:
    platform, (past_year, year) = stores[0].platform, years
    paired, alone = occasions(*calendars, platform, years)
    together = {day: sum((each.values[day] for each in stores), Fraction(0))
                for day in stores[0].values if all(day in each.values for each in stores)}  # fmt: skip
    past = Past(past_year, together, frozenset().union(*(each.marked for each in stores)), paired)
    names = Listed(each.store for each in stores)
    short = [label for label, days in _known_by_month(past) if days < _FEWEST]
    if short:
        return message("weights.months_missing", stores=names, months=Listed(short))
    made = fit(past, year)
    if made is None:
        return message("weights.weekday_missing", stores=names, year=past_year)
    return PlatformFit(platform, tuple(each.store for each in stores), past, made, alone)


def _known_by_month(past: Past) -> Iterator[tuple[str, int]]:
    for number in range(1, 13):
        period = month(past.year, number)
        yield period.label, sum(day in past.values for day in period.days)


def _summed(columns: Sequence[Values]) -> Values:
    return {day: sum((column[day] for column in columns), Fraction(0)) for day in columns[0]}
