"""From rows of the engine to values: exact decimals, real zeros where lines allow them, nothing where unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Context, Decimal
from typing import Any

from opsctl.diagnostics import Message, message
from opsctl.period import Period, parse_period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts, Member, Part, Series, Trouble
from opsctl.sources.doubts import shown
from opsctl.weeks import Weeks

Days = dict[Series, dict[date, Decimal]]
Labels = dict[tuple[str, str, str], Decimal]

# Every day between the first and the last line is a zero of each store, so one wrong date could ask for any number.
_MOST_YEARS = 50
_WIDE = Context(prec=60)
_ONE = Decimal(1)


def too_long(source: Source, first: date, last: date) -> Message | None:
    """Say that lines reach over more years than anybody has data of; None where they do not."""
    if not source.by_lines or last.year - first.year <= _MOST_YEARS:
        return None
    return message("sources.too_long", first=first.isoformat(), last=last.isoformat(), years=_MOST_YEARS)


def exact(value: Decimal | int) -> Decimal:
    """The value without the zeros that only the engine's column type put behind it."""
    if isinstance(value, int):
        return Decimal(value)
    short = value.normalize(_WIDE)
    return short.quantize(_ONE, context=_WIDE) if short.as_tuple().exponent > 0 else short  # type: ignore[operator]


def daily(source: Source, rows: Iterable[tuple[Any, ...]], scopes: Iterable[str], span: tuple[date, date]) -> Days:
    """
    Values by series and day.

    Order lines: a day between the first and the last of the whole source on which a store has none is a real zero.
    Facts of days: a day that is not given is missing. A value in doubt is missing in both.
    """
    ids = list(source.metrics)
    days: Days = {(scope, id_): {} for scope in scopes for id_ in ids}
    if source.by_lines:
        nothing = dict.fromkeys(_between(*span), Decimal(0))
        days = {series: dict(nothing) for series in days}
    for scope, day, *cells in rows:
        for at, id_ in enumerate(ids):
            value, doubts = cells[2 * at], cells[2 * at + 1]
            found = days[(scope, id_)]
            if doubts:
                found.pop(day, None)
            elif value is not None:
                found[day] = exact(value)
    # Of lines every day is there from the start, in order.
    return days if source.by_lines else {series: dict(sorted(found.items())) for series, found in days.items()}


def distinct(
    source: Source, rows: Iterable[tuple[Any, ...]], scopes: Iterable[str], periods: Sequence[Period]
) -> Labels:
    """De-duplicated counts by scope or group, metric and period's label; one with lines in doubt is missing."""
    ids = [id_ for id_, measure in source.metrics.items() if measure.count_distinct is not None]
    labels = [period.label for period in periods]
    found: Labels = {}
    if source.by_lines:
        found = {(scope, id_, label): Decimal(0) for scope in scopes for id_ in ids for label in labels}
    for scope, period, *cells in rows:
        for at, id_ in enumerate(ids):
            if cells[2 * at + 1]:
                found.pop((scope, id_, labels[period]), None)
            else:
                found[(scope, id_, labels[period])] = exact(cells[2 * at])
    return found


def official(
    id_: str, source: Source, rows: Iterable[tuple[Any, ...]], lines: Mapping[tuple[str, str], int], weeks: Weeks
) -> tuple[Labels, tuple[Trouble, ...]]:
    """Values that the export itself gives for a period; two rows for one scope and period cannot be added up."""
    found: Labels = {}
    troubles: list[Trouble] = []
    for scope, at, *cells in rows:
        period = parse_period(at, weeks)
        count = lines[(scope, at)]
        if period is None:
            troubles.append(
                Trouble(
                    id_, "", message("sources.not_a_period", example=shown(at), count=count), count, kind="not-a-period"
                )
            )
        elif count > 1:
            said = message("sources.period_twice", scope=scope, period=period.label, count=count)
            troubles.append(Trouble(id_, "", said, count, kind="period-twice"))
        else:
            for number, metric in enumerate(source.metrics):
                if cells[2 * number] is not None and not cells[2 * number + 1]:
                    found[(scope, metric, period.label)] = exact(cells[2 * number])
    return found, tuple(troubles)


def members(
    source: Source, rows: Iterable[tuple[Any, ...]], span: tuple[date, date]
) -> dict[Member, dict[date, Decimal]]:
    """Values by scope, member, metric and day, with zeros and gaps as those of the whole have them."""
    name = source.member[0] if source.member is not None else ""
    ids = list(source.metrics)
    by_place: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for scope, member, *rest in rows:
        by_place.setdefault((scope, member), []).append((scope, *rest))
    found: dict[Member, dict[date, Decimal]] = {}
    for (scope, member), own in sorted(by_place.items()):
        days = daily(source, own, [scope], span)
        found.update({(scope, name, member, metric): days[(scope, metric)] for metric in ids})
    return {key: days for key, days in found.items() if days}


def official_members(
    id_: str, source: Source, rows: Iterable[tuple[Any, ...]], lines: Iterable[tuple[Any, ...]], weeks: Weeks
) -> tuple[dict[tuple[Member, str], Decimal], tuple[Trouble, ...]]:
    """Values of a period by member; rows of one member with keys of their own are added up."""
    name = source.member[0] if source.member is not None else ""
    twice = {(scope, member, at) for scope, member, at, count, parts in lines if count > parts}
    found: dict[tuple[Member, str], Decimal] = {}
    troubles: list[Trouble] = []
    for scope, member, at, *cells in rows:
        period = parse_period(at, weeks)
        if period is None:
            said = message("sources.not_a_period", example=shown(at), count=1)
            troubles.append(Trouble(id_, "", said, 1, kind="not-a-period"))
            continue
        if (scope, member, at) in twice:
            said = message("sources.period_twice", scope=f"{scope}/{member}", period=period.label, count=2)
            troubles.append(Trouble(id_, "", said, 2, kind="period-twice"))
            continue
        for number, metric in enumerate(source.metrics):
            if cells[2 * number] is not None and not cells[2 * number + 1]:
                found[((scope, name, member, metric), period.label)] = exact(cells[2 * number])
    return found, tuple(troubles)


def described(id_: str, source: Source, days: Days, counts: Labels, troubles: tuple[Trouble, ...]) -> Facts:
    """Facts of one source: its values with how far they reach, how their money counts and where they are from."""
    parts = {series: found for series, found in days.items() if source.metrics[series[1]].adds}
    whole = {series: found for series, found in days.items() if series not in parts}
    series = {*whole, *((scope, metric) for scope, metric, _ in counts)}
    summed = sorted(one for one in series if source.metrics[one[1]].sum is not None)
    return Facts(
        daily=whole,
        distinct=counts,
        until={one: max(found) for one, found in whole.items() if found},
        basis={one: basis for one in summed if (basis := source.basis(one[1])) is not None},
        currency={one: source.currency for one in summed} if source.currency else {},
        origin={one: (id_,) for one in sorted(series)},
        parts={one: (Part(id_, found, source.basis(one[1]), source.currency),) for one, found in sorted(parts.items())},
        troubles=troubles,
    )


def _between(first: date, last: date) -> Iterator[date]:
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)
