"""
Sums over sources that each know only a part, such as the spend on two ad platforms of one store.

A day has a sum where every source that adds to it gives a value; a day that one of them lacks has none, because the
others' sum would pass for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from opsctl.diagnostics import Listed, Severity, message
from opsctl.reviewing.facts import Facts, Part, Series, Trouble
from opsctl.workspace import Workspace

Days = Mapping[date, Decimal]


def added_up(workspace: Workspace, facts: Facts) -> Facts:
    """The facts with the sums of all parts, and what stands in the way of others as troubles."""
    if not facts.parts:
        return facts
    expected = _expected(workspace)
    daily, troubles = dict(facts.daily), list(facts.troubles)
    until, origin = dict(facts.until), dict(facts.origin)
    basis, currency = dict(facts.basis), dict(facts.currency)
    for series, parts in sorted(facts.parts.items()):
        sources = expected.get(series, tuple(part.source for part in parts))
        if series in facts.origin:
            troubles.append(_beside_the_whole(series, facts.origin[series], sources))
            continue
        origin[series] = sources
        if len({(part.basis, part.currency) for part in parts}) > 1:
            troubles.append(_other_money(series, parts))
            continue
        daily[series] = _sum(parts, sources)
        troubles += _lacking(series, parts, sources)
        until |= {series: max(daily[series])} if daily[series] else {}
        basis |= {series: parts[0].basis} if parts[0].basis else {}
        currency |= {series: parts[0].currency} if parts[0].currency else {}
    return replace(
        facts, daily=daily, until=until, origin=origin, basis=basis, currency=currency, troubles=tuple(troubles)
    )


def alone(facts: Facts) -> Facts:
    """The facts of a single source, whose parts are all there is to know of them."""
    own = {series: part.days for series, (part, *_) in facts.parts.items()}
    return replace(facts, daily={**facts.daily, **own}, parts={})


def _expected(workspace: Workspace) -> Mapping[Series, tuple[str, ...]]:
    """The sources that add to each series, by id."""
    found: dict[Series, tuple[str, ...]] = {}
    for id_, source in workspace.all("source").items():
        for written, measure in source.data.metrics.items():
            for scope in source.data.store.scopes if measure.adds else ():
                series = (scope, workspace.metric_id(written) or written)
                found[series] = (*found.get(series, ()), id_)
    return found


def _sum(parts: tuple[Part, ...], sources: tuple[str, ...]) -> Days:
    if {part.source for part in parts} != set(sources):
        return {}
    days = set.intersection(*(set(part.days) for part in parts))
    return {day: sum((part.days[day] for part in parts), Decimal(0)) for day in sorted(days)}


def _lacking(series: Series, parts: tuple[Part, ...], sources: tuple[str, ...]) -> Iterator[Trouble]:
    """For each source the days that only others give: they have no sum."""
    given = {source: set[date]() for source in sources} | {part.source: set(part.days) for part in parts}
    every = set[date]().union(*given.values())
    for source, days in sorted(given.items()):
        lacks = sorted(every - days)
        if lacks:
            said = message(
                "sources.part_missing", scope=series[0], metric=series[1], source=source, count=len(lacks),
                first=f"{lacks[0]}", last=f"{lacks[-1]}",
            )  # fmt: skip
            yield Trouble(source, "", said, len(lacks), Severity.WARNING, "part-missing", tuple(lacks))


def _beside_the_whole(series: Series, whole: tuple[str, ...], sources: tuple[str, ...]) -> Trouble:
    said = message(
        "sources.part_beside_whole", scope=series[0], metric=series[1], source=Listed(whole), others=Listed(sources)
    )
    return Trouble(sources[-1], "", said, severity=Severity.ERROR, kind="given-twice")


def _other_money(series: Series, parts: tuple[Part, ...]) -> Trouble:
    first = parts[0]
    other = next(part for part in parts if (part.basis, part.currency) != (first.basis, first.currency))
    said = message(
        "sources.other_part", scope=series[0], metric=series[1], first=_money(first), second=_money(other),
        source=first.source,
    )  # fmt: skip
    return Trouble(other.source, "", said, severity=Severity.ERROR, kind="other-money")


def _money(part: Part) -> str:
    return " ".join(word for word in (part.basis, part.currency) if word) or "—"
