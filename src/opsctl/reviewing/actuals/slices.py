"""
Facts seen from one side: of all sources or one, of a whole scope or one member of it.

Whatever is cut, values are added and ratios taken by the same few functions of `measure`, so no cut can count in its
own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from opsctl.period import Period, period_of
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.gate.evidence import gives_days
from opsctl.workspace import Workspace

MEMBERS = ("channel", "product")
SPANS = ("day", "week", "month", "quarter")
DIMENSIONS = ("store", "metric", *MEMBERS, "source", *SPANS)


@dataclass(frozen=True, slots=True)
class Slice:
    """One cut of the facts: where it lies (by dimension), whose values they are, which days are meant.

    `whole` is the period whose de-duplicated count may stand for the slice; None where none can.
    """

    keys: Mapping[str, str]
    scope: str
    facts: Facts
    days: tuple[date, ...]
    whole: Period | None


def sliced(workspace: Workspace, whole: Slice, by: Sequence[str]) -> tuple[Slice, ...]:
    """Cut a slice by each of the dimensions in turn; `metric` cuts no facts and is left to whoever lays them out."""
    found: tuple[Slice, ...] = (whole,)
    for dimension in by:
        if dimension == "store":
            found = tuple(part for each in found for part in _by_store(workspace, each))
        elif dimension == "source":
            found = tuple(part for each in found for part in _by_source(workspace, each))
        elif dimension in MEMBERS:
            found = tuple(part for each in found for part in _by_member(workspace, each, dimension))
        elif dimension in SPANS:
            found = tuple(part for each in found for part in _by_span(workspace, each, dimension))
    return found


def _by_store(workspace: Workspace, cut: Slice) -> Iterable[Slice]:
    for store in workspace.stores_under(cut.scope):
        days = tuple(day for day in cut.days if store.data.is_open(day, day))
        if days:
            yield replace(cut, keys={**cut.keys, "store": store.id}, scope=store.id, days=days)


def _by_source(workspace: Workspace, cut: Slice) -> Iterable[Slice]:
    for id_ in sorted({id_ for ids in cut.facts.origin.values() for id_ in ids}):
        own = {series for series, ids in cut.facts.origin.items() if id_ in ids}
        by_day = gives_days(workspace, id_)
        facts = replace(
            cut.facts,
            daily={series: days for series, days in cut.facts.daily.items() if by_day and series in own},
            distinct={key: value for key, value in cut.facts.distinct.items() if key[:2] in own},
        )
        yield replace(cut, keys={**cut.keys, "source": id_}, facts=facts)


def _by_member(workspace: Workspace, cut: Slice, dimension: str) -> Iterable[Slice]:
    """Values of one member; a day on which a scope has any member's value is a zero of those that have none."""
    scopes = {cut.scope, *(store.id for store in workspace.stores_under(cut.scope))}
    known: dict[tuple[str, str], set[date]] = {}
    for (scope, kind, _, metric), days in cut.facts.members.items():
        if kind == dimension and scope in scopes:
            known.setdefault((scope, metric), set()).update(days)
    members = sorted({key[2] for key in cut.facts.members if key[1] == dimension and key[0] in scopes})
    for member in members:
        daily = {
            (scope, metric): _filled(cut.facts.members.get((scope, dimension, member, metric), {}), days)
            for (scope, metric), days in known.items()
        }
        facts = replace(cut.facts, daily=daily, distinct={})
        yield replace(cut, keys={**cut.keys, dimension: member}, facts=facts, whole=None)


def _filled(values: Mapping[date, Decimal], days: set[date]) -> Mapping[date, Decimal]:
    return {day: values.get(day, Decimal(0)) for day in sorted(days)}


def _by_span(workspace: Workspace, cut: Slice, kind: str) -> Iterable[Slice]:
    parts: dict[Period, list[date]] = {}
    for day in cut.days:
        parts.setdefault(period_of(kind, day, workspace.weeks), []).append(day)
    for part, days in parts.items():
        entire = part if cut.whole is not None and cut.whole.holds(part) else None
        yield replace(cut, keys={**cut.keys, kind: part.label}, days=tuple(days), whole=entire)
