"""What `calendar show` draws: the curve of a period in bars, with the events, holidays and weeks that fall on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.holidays import YearOfHolidays
from opsctl.period import Period, period_of, weeks_touching
from opsctl.period import year as year_period
from opsctl.planning.curves.curve import Curve, flat_curve, resolve_curve
from opsctl.planning.curves.free_days import year_of_holidays
from opsctl.planning.curves.rhythm import curve_name, scope_curve
from opsctl.records.calendar import Event, Window
from opsctl.workspace import Workspace

_BARS = {
    "year": "month",
    "half": "week",
    "quarter": "week",
    "fiscal-year": "fiscal-month",
    "fiscal-half": "week",
    "fiscal-quarter": "week",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose curve to draw: a scope's own one, or one by name, with the events of a platform."""

    scope: str | None
    curve: str | None
    platform: str | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the period: its share of its calendar year, and what falls on it.

    `whole` says whether all its days lie in the period that is drawn; only those inside count.
    """

    period: Period
    share: Fraction
    whole: bool
    events: tuple[str, ...]
    holidays: tuple[str, ...]
    worked: tuple[date, ...]
    weeks: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Almanac:
    """A period drawn: whose curve it is, the bars, and the events and holidays that touch the period."""

    period: Period
    asked: Asked
    others: tuple[str, ...]
    bars: tuple[Bar, ...]
    events: tuple[tuple[Event, Window], ...]
    years: tuple[tuple[int, YearOfHolidays | None], ...]


def almanac(workspace: Workspace, period: Period, asked: Asked) -> Almanac:
    """Draw the period; where no calendar has the curve, every day of a year weighs the same."""
    years = {year: year_of_holidays(workspace, year) for year in period.years}
    shares = dict(pair for year in years for pair in _day_shares(workspace, year, asked))
    events = tuple(_events(workspace, period, asked.platform))
    bars = tuple(_bar(workspace, part, period, shares, events, years) for part in _parts(workspace, period))
    calendars = (workspace.get("calendar", f"{year}") for year in years)
    names = {name for calendar in calendars if calendar is not None for name in calendar.data.curves}
    return Almanac(period, asked, tuple(sorted(names - {asked.curve})), bars, events, tuple(years.items()))


def settled(workspace: Workspace, period: Period, asked: Asked) -> Asked:
    """Fill in what was not asked for: the top scope, the curve it lies on or else the first, and a store's platform."""
    scope = asked.scope
    if scope is None and asked.curve is None:
        scope = workspace.settings.top
    store = None if scope is None else workspace.get("store", scope)
    platform = asked.platform if store is None else store.data.platform
    names = (curve_name(workspace, scope, year) for year in period.years) if scope is not None else iter(())
    name = asked.curve or next((name for name in names if name is not None), None)
    if name is None and asked.scope is None:
        calendars = (workspace.get("calendar", f"{year}") for year in period.years)
        name = next((name for calendar in calendars if calendar is not None for name in calendar.data.curves), None)
        return Asked(None, name, platform)
    return Asked(scope, name, platform)


def _parts(workspace: Workspace, period: Period) -> Iterator[Period]:
    """The bars of a period: months of a year, weeks of a quarter or half, and days of anything shorter."""
    kind = _BARS.get(period.kind, "day")
    if kind == "week":
        yield from weeks_touching(period, workspace.weeks)
        return
    part = period_of(kind, period.start, workspace.weeks)
    while part.start < period.end:
        yield part
        part = part.following()


def _bar(
    workspace: Workspace,
    part: Period,
    period: Period,
    shares: Mapping[date, Fraction],
    events: tuple[tuple[Event, Window], ...],
    years: Mapping[int, YearOfHolidays | None],
) -> Bar:
    days = [day for day in part.days if period.contains(day)]
    known = {day: year for day in days if (year := years[day.year]) is not None}
    free = dict.fromkeys(id_ for day, year in known.items() for id_ in year.on(day))
    touching = [event.id for event, window in events if window.from_ <= days[-1] and days[0] <= window.until]
    return Bar(
        part,
        sum((shares[day] for day in days), Fraction(0)),
        len(days) == len(part.days),
        tuple(touching),
        tuple(free),
        tuple(day for day, year in known.items() if day in year.worked),
        weeks_touching(part, workspace.weeks),
    )


def _events(workspace: Workspace, period: Period, platform: str | None) -> Iterator[tuple[Event, Window]]:
    """The events of the platform that touch the period, by their first day."""
    found = []
    for year in period.years:
        calendar = workspace.get("calendar", f"{year}")
        for event in calendar.data.events if calendar is not None else ():
            window = event.window_for(platform)
            if window is not None and window.from_ < period.end and period.start <= window.until:
                found.append((event, window))
    yield from sorted(found, key=lambda pair: (pair[1].from_, pair[0].id))


def _day_shares(workspace: Workspace, year: int, asked: Asked) -> Iterator[tuple[date, Fraction]]:
    """Every day of a year with its share of the year."""
    curve = _curve(workspace, year, asked)
    for month, share, weights in zip(
        year_period(year).parts("month"), curve.month_shares, curve.day_weights, strict=True
    ):
        total = sum(weights)
        for day, weight in zip(month.days, weights, strict=True):
            yield day, share * Fraction(weight, total) if total else Fraction(0)


def _curve(workspace: Workspace, year: int, asked: Asked) -> Curve:
    if asked.scope is not None:
        return scope_curve(workspace, asked.scope, year)
    calendar = workspace.get("calendar", f"{year}")
    if calendar is None or asked.curve is None or asked.curve not in calendar.data.curves:
        return flat_curve(year)
    return resolve_curve(calendar.data, asked.curve, asked.platform, year)
