"""Both ways to months, the engine's sums and the sums of days, laid beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.months import MonthFacts, Needed, bits_between, by_month
from opsctl.sources.months import read_months
from opsctl.sources.read import read_facts


def open_between(
    scopes: Iterable[str], months: Iterable[date], first: date = date.min, last: date = date.max
) -> Needed:
    """The days of these months on which the scopes are open, for each of them."""
    inside = {month: bits_between(month, first, last) for month in months}
    return dict.fromkeys(scopes, inside)


def agreeing(mappings: Mapping[str, Source], folder: Path, needed: Needed, **asked: Any) -> tuple[MonthFacts, int]:
    """The months by the engine, which must be those of the days; and how many are known to the last day."""
    straight = read_months(mappings, folder, needed=needed, **asked)
    assert straight is not None
    days = read_facts(mappings, folder, groups={}, periods=(), **asked)
    return straight, agreed(straight, days, needed)


def agreed(straight: MonthFacts, facts: Facts, needed: Needed) -> int:
    """Compare the two ways, and count the months that are known to the last day."""
    days = by_month(facts, needed)
    assert straight.sums.daily.keys() == days.sums.daily.keys()
    for name in ("basis", "currency", "origin", "mixed"):
        assert getattr(straight.sums, name) == getattr(days.sums, name)
    whole = 0
    for series in days.sums.daily:
        # Where years begin and end tells whether a snapshot of a year is still wanted.
        assert _years(straight, series) == _years(days, series)
        for month, bits in needed.get(series[0], {}).items():
            right, known = days.month(series, month, bits)
            value, reached = straight.month(series, month, bits)
            assert reached == known, (series, month)
            if bits and known == bits:
                assert value == right, (series, month)
                whole += 1
    return whole


def _years(months: MonthFacts, series: tuple[str, str]) -> tuple[int, int]:
    found = months.sums.daily[series]
    return min(found).year, max(found).year
