"""
What happened: daily values, de-duplicated counts of periods, how far they reach, and what was wrong with the data.

A value that is not here is missing, which is never the same as zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from opsctl.diagnostics import Listed, Message, Severity, message

Key = TypeVar("Key", date, str)
Where = TypeVar("Where")
Value = TypeVar("Value")

Series = tuple[str, str]
"""A scope and a metric."""

Member = tuple[str, str, str, str]
"""A scope, a dimension, its member and a metric."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """
    Something wrong with a source's data: which file (empty: the whole source), what, and how many rows.

    `kind` names it for machines; `days` are those it makes incomplete; `row` (0: none) and `column` say where the
    first of the rows stands in the file as people open it.
    """

    source: str
    file: str
    message: Message
    rows: int = 0
    severity: Severity = Severity.WARNING
    kind: str = ""
    days: tuple[date, ...] = ()
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Restated:
    """A day's value that a later file changed: what it was in which file, and what it is now (None: not given)."""

    source: str
    scope: str
    metric: str
    day: date
    was: Decimal | None
    now: Decimal | None
    before: str
    file: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one source adds to a series by day, and how it counts money."""

    source: str
    days: Mapping[date, Decimal]
    basis: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """
    Actual values by scope and metric.

    `daily` has a value per day that is known. `distinct` has de-duplicated counts by the period's label, for single
    scopes and for groups of scopes. `until` is the last day the source covers. `basis` and `currency` say how the
    source counts money; they stand for every summed metric, also those that are no money. `origin` names the sources.
    `foreign` has the series that were converted to the workspace's currency, with theirs; `mixed` the metrics that
    stores count on different bases, which therefore have no sum.

    `parts` has what sources that add up give, series by series; it is no value until `added_up` has seen all of them.
    `members` has daily values of a channel or product (scope, dimension, member, metric), `member_periods` those of a
    period by its label; both stand beside the whole, never in it. `covered` are the days that each source speaks of,
    whether or not their values are understood; `restated` the values that a later export changed.
    """

    daily: Mapping[Series, Mapping[date, Decimal]] = field(default_factory=dict)
    distinct: Mapping[tuple[str, str, str], Decimal] = field(default_factory=dict)
    until: Mapping[Series, date] = field(default_factory=dict)
    basis: Mapping[Series, str] = field(default_factory=dict)
    currency: Mapping[Series, str] = field(default_factory=dict)
    origin: Mapping[Series, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[Series, tuple[Part, ...]] = field(default_factory=dict)
    members: Mapping[Member, Mapping[date, Decimal]] = field(default_factory=dict)
    member_periods: Mapping[tuple[Member, str], Decimal] = field(default_factory=dict)
    covered: Mapping[str, frozenset[date]] = field(default_factory=dict)
    restated: tuple[Restated, ...] = ()
    foreign: Mapping[Series, tuple[str, Mapping[date, Decimal]]] = field(default_factory=dict)
    mixed: frozenset[str] = frozenset()
    troubles: tuple[Trouble, ...] = ()


def merge(*parts: Facts) -> Facts:
    """
    Join the facts of several sources.

    Two sources that give the same value twice are a trouble, never a sum: equal values stay; of different ones
    neither does, because nobody knows which is right. A series counted on another basis or in another currency than
    an earlier source's is left out.
    """
    claims, troubles = _claims(parts)
    daily: dict[Series, Mapping[date, Decimal]] = {}
    distinct: dict[tuple[str, str, str], Decimal] = {}
    labelled = [_by_series(part) for part in parts]
    for series, numbers in claims.items():
        days, days_twice = _agreed([parts[number].daily.get(series, {}) for number in numbers])
        labels, labels_twice = _agreed([labelled[number].get(series, {}) for number in numbers])
        if days:
            daily[series] = days
        distinct.update({(*series, label): value for label, value in labels.items()})
        twice = [*(day.isoformat() for day in days_twice), *labels_twice]
        if twice:
            troubles.append(_given_twice(series, twice, [parts[number] for number in numbers]))
    chosen = [(series, parts[number]) for series, numbers in claims.items() for number in numbers]
    return Facts(
        daily=daily,
        distinct=distinct,
        until={series: last for series, part in sorted(chosen, key=_reach) if (last := part.until.get(series))},
        basis={series: part.basis[series] for series, part in chosen if series in part.basis},
        currency={series: part.currency[series] for series, part in chosen if series in part.currency},
        origin={series: _origin([parts[number] for number in numbers], series) for series, numbers in claims.items()},
        parts=_together(parts),
        members=_first([part.members for part in parts]),
        member_periods=_first([part.member_periods for part in parts]),
        covered={id_: days for part in parts for id_, days in part.covered.items()},
        restated=tuple(one for part in parts for one in part.restated),
        troubles=tuple(troubles),
    )


def _first(parts: list[Mapping[Where, Value]]) -> dict[Where, Value]:
    """The values of the first part that has any."""
    return {key: value for part in reversed(parts) for key, value in part.items()}


def _together(parts: tuple[Facts, ...]) -> dict[Series, tuple[Part, ...]]:
    """Every part of every series."""
    found: dict[Series, tuple[Part, ...]] = {}
    for part in parts:
        for series, some in part.parts.items():
            found[series] = (*found.get(series, ()), *some)
    return found


def _claims(parts: tuple[Facts, ...]) -> tuple[dict[Series, list[int]], list[Trouble]]:
    """For each series the parts that may speak of it; a part that counts other money than the first may not."""
    claims: dict[Series, list[int]] = {}
    troubles: list[Trouble] = []
    for number, part in enumerate(parts):
        troubles += part.troubles
        for series in part.origin:
            before = claims.setdefault(series, [])
            if before and _is_other_money(parts[before[0]], part, series):
                troubles.append(_other_money(series, parts[before[0]], part))
            else:
                before.append(number)
    return claims, troubles


def _agreed(claims: list[Mapping[Key, Decimal]]) -> tuple[Mapping[Key, Decimal], list[Key]]:
    """The values nobody disputes, and the keys that more than one claim has."""
    if len(claims) == 1:
        return claims[0], []
    values: dict[Key, Decimal] = {}
    twice: set[Key] = set()
    disputed: set[Key] = set()
    for claim in claims:
        for key, value in claim.items():
            if key in values:
                twice.add(key)
            if values.setdefault(key, value) != value:
                disputed.add(key)
    return {key: value for key, value in values.items() if key not in disputed}, sorted(twice)


def _by_series(part: Facts) -> dict[Series, dict[str, Decimal]]:
    found: dict[Series, dict[str, Decimal]] = {}
    for (scope, metric, label), value in part.distinct.items():
        found.setdefault((scope, metric), {})[label] = value
    return found


def _money(part: Facts, series: Series) -> tuple[str | None, str | None]:
    return part.basis.get(series), part.currency.get(series)


def _is_other_money(first: Facts, second: Facts, series: Series) -> bool:
    """Whether both say how they count money and differ; a source of mere counts has nothing to say."""
    pairs = zip(_money(first, series), _money(second, series), strict=True)
    return any(one and other and one != other for one, other in pairs)


def _reach(entry: tuple[Series, Facts]) -> date:
    series, part = entry
    return part.until.get(series, date.min)


def _origin(parts: list[Facts], series: Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part.origin[series]))


def _given_twice(series: Series, twice: list[str], parts: list[Facts]) -> Trouble:
    sources = _origin(parts, series)
    said = message(
        "sources.given_twice",
        scope=series[0],
        metric=series[1],
        sources=Listed(sources),
        count=len(twice),
        first=twice[0],
        last=twice[-1],
    )
    return Trouble(sources[-1], "", said, severity=Severity.ERROR, kind="given-twice")


def _other_money(series: Series, first: Facts, second: Facts) -> Trouble:
    said = message(
        "sources.other_money",
        scope=series[0],
        metric=series[1],
        first=" ".join(word for word in _money(first, series) if word) or "—",
        second=" ".join(word for word in _money(second, series) if word) or "—",
        source=first.origin[series][0],
    )
    return Trouble(second.origin[series][0], "", said, severity=Severity.ERROR, kind="other-money")
