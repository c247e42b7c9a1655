"""Which numbers of a period were otherwise when they were loaded before, and by which files they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.period import Period
from opsctl.reviewing.actuals.snapshot import Values
from opsctl.reviewing.facts import Facts, Series
from opsctl.reviewing.late import RestatedRow

Days = Mapping[date, Decimal]


def restated_by_files(facts: Facts, stores: Sequence[str], period: Period) -> Iterator[RestatedRow]:
    """What a later export of a source changed of an earlier one, by store and metric."""
    found: dict[tuple[str, str, str, str], list[tuple[date, Decimal, Decimal]]] = {}
    for one in facts.restated:
        if one.scope in stores and period.contains(one.day) and one.was is not None and one.now is not None:
            place = (one.scope, one.metric, one.before, one.file)
            found.setdefault(place, []).append((one.day, one.was, one.now))
    for (scope, metric, before, file), days in sorted(found.items()):
        was, now = (sum((Fraction(each[at]) for each in days), Fraction(0)) for at in (1, 2))  # type: ignore[arg-type]
        yield RestatedRow(scope, metric, tuple(day for day, _, _ in days), was, now, before, (file,))


def restated_since(
    facts: Facts, loaded: Mapping[Series, Days], stores: Sequence[str], period: Period, before: str
) -> Iterator[RestatedRow]:
    """What is otherwise by now than when a snapshot was loaded, in the currency of the source."""
    for (scope, metric), days in sorted(loaded.items()):
        now = as_given(facts, (scope, metric))
        changed = {
            day: (was, now[day])
            for day, was in days.items()
            if scope in stores and period.contains(day) and day in now and now[day] != was
        }
        if changed:
            totals = [sum((Fraction(pair[at]) for pair in changed.values()), Fraction(0)) for at in (0, 1)]
            yield RestatedRow(scope, metric, tuple(sorted(changed)), totals[0], totals[1], before)


def as_given(facts: Facts, series: Series) -> Days:
    """A series as its source gave it, before money was converted."""
    return facts.foreign[series][1] if series in facts.foreign else facts.daily.get(series, {})


def loaded_days(values: Values) -> Mapping[Series, Days]:
    """The days of whole scopes in a snapshot."""
    found: dict[Series, dict[date, Decimal]] = {}
    for (scope, dimension, _, metric, label), value in values.items():
        if not dimension and len(label) == len("2026-06-01") and label[:4].isdecimal():
            found.setdefault((scope, metric), {})[date.fromisoformat(label)] = value
    return found
