"""
What whole months came to: per scope and metric one sum a month, and which of the days asked for are not known.

A re-plan needs no more of what happened, and a year of days of some thousand stores does not fit into memory. Days of a
month are a number whose lowest bit is the first of the month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, reduce
from operator import or_

from opsctl.period import Period
from opsctl.reviewing.facts import Facts, Series
from opsctl.workspace import Loaded, Workspace

Needed = Mapping[str, Mapping[date, int]]
"""By scope, the days on which its value must be known, by the first day of their month."""


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """
    Sums of months, and the days among those asked for that are not known, where there are any.

    `sums.daily` has a month's sum under its first day. It has nothing where no day of the month is known at all. Under
    the last day of a year it has a zero where days are known that nobody asked for. A sum means something where none
    of its days is `lacking`.
    """

    sums: Facts = field(default_factory=Facts)
    lacking: Mapping[Series, Mapping[date, int]] = field(default_factory=dict)

    def month(self, series: Series, first: date, needed: int) -> tuple[Decimal, int]:
        """The sum of a month, and the days of it that are known."""
        found = self.sums.daily.get(series, {}).get(first)
        if found is None:
            return Decimal(0), 0
        return found, needed & ~self.lacking.get(series, {}).get(first, 0)


def days_needed(workspace: Workspace, months: Sequence[Period]) -> Needed:
    """The days on which each team and store is open; every day for a team without stores."""
    starts = [month.start for month in months]

    @cache
    def open_days(opened: date, closed: date) -> Mapping[date, int]:
        return {first: bits_between(first, opened, closed) for first in starts}

    spans = {id_: _span(store) for id_, store in workspace.all("store").items()}
    found = {id_: open_days(*span) for id_, span in spans.items()}
    for team in workspace.all("team"):
        inside = {spans[store.id] for store in workspace.stores_under(team)} or {(date.min, date.max)}
        each = [open_days(*span) for span in inside]
        found[team] = {first: reduce(or_, (days[first] for days in each)) for first in starts}
    return found


def bits_between(month: date, first: date, last: date) -> int:
    """The days of the month that begins on that day from `first` to `last`, both included."""
    length = monthrange(month.year, month.month)[1]
    begin = min(max((first - month).days, 0), length)
    end = min(max((last - month).days + 1, begin), length)
    return (1 << end) - (1 << begin)


def by_month(facts: Facts, needed: Needed) -> MonthFacts:
    """The months of facts of days."""
    sums: dict[Series, Mapping[date, Decimal]] = {}
    lacking: dict[Series, Mapping[date, int]] = {}
    for (scope, metric), days in facts.daily.items():
        asked = needed.get(scope, {})
        found: dict[date, Decimal] = {}
        known: dict[date, int] = {}
        for day, value in days.items():
            first, bit = day.replace(day=1), 1 << day.day - 1
            if asked.get(first, 0) & bit:
                found[first] = found.get(first, Decimal(0)) + value
                known[first] = known.get(first, 0) | bit
            else:
                found[date(day.year, 12, 31)] = Decimal(0)
        sums[scope, metric] = found
        if missing := {first: asked[first] & ~bits for first, bits in known.items() if asked[first] & ~bits}:
            lacking[scope, metric] = missing
    return MonthFacts(replace(facts, daily=sums, until={}, members={}, covered={}, restated=(), foreign={}), lacking)


def days_of(first: date, bits: int) -> tuple[date, ...]:
    """The days of a month that a number stands for."""
    return tuple(first + timedelta(days=at) for at in range(bits.bit_length()) if bits >> at & 1)


def _span(store: Loaded) -> tuple[date, date]:
    return store.data.opened or date.min, store.data.closed or date.max
