"""
The snapshot of a source's year: what its exports came to, as text that git can compare line by line.

One sorted CSV a year, UTF-8 with LF and plain decimals: a row for each scope, dimension, member, metric and day, and
rows for the weeks, months, quarters, halves and years that have a de-duplicated count. Values stand as the source gave
them, in its currency and scale; nothing is rounded.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from opsctl.quantity import plain
from opsctl.reviewing.facts import Facts, Member

HEADER = ("scope", "dimension", "member", "metric", "period", "value")

Key = tuple[str, str, str, str, str]
"""Scope, dimension, member, metric and the label of a day or longer period."""
Values = Mapping[Key, Decimal]


@dataclass(frozen=True, slots=True)
class Restatement:
    """A value that an earlier snapshot had otherwise; None where one of the two has none."""

    key: Key
    was: Decimal | None
    now: Decimal | None


def values_by_year(facts: Facts) -> Mapping[int, Values]:
    """The values of a source's facts by the year that their day or period is called after, keys in order."""
    found: dict[int, dict[Key, Decimal]] = {}
    for key, value in sorted(_values(facts)):
        found.setdefault(year_of(key[4]), {})[key] = value
    return dict(sorted(found.items()))


def year_of(label: str) -> int:
    """The year in a period's label, fiscal or not."""
    return int(label.removeprefix("FY")[:4])


def _values(facts: Facts) -> Iterator[tuple[Key, Decimal]]:
    for (scope, metric), days in facts.daily.items():
        for day, value in days.items():
            yield (scope, "", "", metric, day.isoformat()), value
    for (scope, dimension, member, metric), days in facts.members.items():
        for day, value in days.items():
            yield (scope, dimension, member, metric, day.isoformat()), value
    for (scope, metric, label), value in facts.distinct.items():
        yield (scope, "", "", metric, label), value
    for (place, label), value in facts.member_periods.items():
        yield (*place, label), value


def snapshot_text(values: Values) -> str:
    """The rows as CSV, in the order of their keys."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows((*key, plain(value)) for key, value in values.items())
    return out.getvalue()


def snapshot_values(text: str) -> Values | None:
    """Read the rows back; None where they are not what `snapshot_text` writes."""
    rows = csv.reader(io.StringIO(text))
    try:
        if tuple(next(rows, ())) != HEADER:
            return None
        found = {
            (scope, kind, member, metric, label): Decimal(value) for scope, kind, member, metric, label, value in rows
        }
        for *_, label in found:
            _day(label)
        return found if all(value.is_finite() for value in found.values()) else None
    except (ValueError, InvalidOperation, csv.Error):
        return None


def facts_from(values: Values) -> Facts:
    """The facts that the rows stand for; what the source says of money and troubles is added by whoever reads it."""
    daily: dict[tuple[str, str], dict[date, Decimal]] = {}
    members: dict[Member, dict[date, Decimal]] = {}
    distinct: dict[tuple[str, str, str], Decimal] = {}
    periods: dict[tuple[Member, str], Decimal] = {}
    for (scope, dimension, member, metric, label), value in values.items():
        day = _day(label)
        if day is None and dimension:
            periods[(scope, dimension, member, metric), label] = value
        elif day is None:
            distinct[scope, metric, label] = value
        elif dimension:
            members.setdefault((scope, dimension, member, metric), {})[day] = value
        else:
            daily.setdefault((scope, metric), {})[day] = value
    return Facts(daily=daily, distinct=distinct, members=members, member_periods=periods)


def restatements(before: Values, now: Values) -> tuple[Restatement, ...]:
    """Every value that has changed or gone, in order; a value that is new is none."""
    return tuple(Restatement(key, was, now.get(key)) for key, was in sorted(before.items()) if now.get(key) != was)


def _day(label: str) -> date | None:
    # `2026-W23` and `2026-06` are shorter than a day; of what is as long only fiscal months are none.
    is_day = len(label) == len("2026-06-01") and not label.startswith("FY")
    return date.fromisoformat(label) if is_day else None
