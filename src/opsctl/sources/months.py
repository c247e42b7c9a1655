"""
Sums of months straight from the lines: the engine adds up, and nothing of a single day reaches Python.

Lines are read just as for days, so that all a mapping may say holds here too; only what they come to is asked for
otherwise. What a warehouse gives comes as days and is added up here. Where several sources give the same series, only
days can tell what is known, and `read_facts` has those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from opsctl.records.source import Measure, Source
from opsctl.reviewing.facts import Series, Trouble, merge
from opsctl.reviewing.months import MonthFacts, Needed, bits_between, by_month
from opsctl.sources.collect import described, exact, too_long
from opsctl.sources.compile import Needs, matched, needs
from opsctl.sources.engine import Engine, Failed
from opsctl.sources.grouping import in_doubt, not_understood, summed
from opsctl.sources.orders import Unordered
from opsctl.sources.read import read_facts
from opsctl.sources.table import Table
from opsctl.sources.tasks import Task, opened, put
from opsctl.sources.totals import begins_a_total
from opsctl.sources.values import inner
from opsctl.weeks import ISO, Weeks

_NOTHING = Decimal(0)

# A day's fact that a later file gives again stands as it is there; lines are one pool.
_LATEST = (
    " LEFT JOIN (SELECT store, slot, max(f) AS latest FROM lines GROUP BY store, slot HAVING min(f) < max(f)) AS again"
    " ON again.store = lines.store AND again.slot = lines.slot WHERE again.latest IS NULL OR again.latest = lines.f"
)
_STATEMENT = """
WITH lines AS NOT MATERIALIZED ({lines}),
maps AS (SELECT unnest($stores::VARCHAR[]) AS store, unnest($scopes::VARCHAR[]) AS scope),
needed AS (
  SELECT unnest($owners::VARCHAR[]) AS scope, unnest($months::DATE[]) AS month, unnest($masks::BIGINT[]) AS mask
),
placed AS (
  SELECT lines.*, 1::BIGINT << (day(lines.slot) - 1) AS bit,
    CASE WHEN ({total}) IS NOT TRUE THEN coalesce(maps.scope, $other::VARCHAR) END AS scope
  FROM lines LEFT JOIN maps ON maps.store = lines.store{latest}
),
asked AS (
  SELECT placed.*, coalesce(needed.mask & bit, 0) != 0 AS inside, needed.month AS month
  FROM placed
  LEFT JOIN needed ON needed.scope = placed.scope AND needed.month = date_trunc('month', placed.slot)::DATE
)
SELECT scope, CASE WHEN inside THEN month ELSE make_date(year(slot), 12, 31) END AS at, min(slot), max(slot),
  coalesce(bool_or(slot IS NULL OR {not_understood}), FALSE), {measures}
FROM asked GROUP BY ALL
"""


class Unsure(Exception):
    """Only days can tell what is known."""


@dataclass(slots=True)
class _Sums:
    """
    What the lines of one source come to by series and month, and the days of it that are given and those in doubt.

    Under the last day of a year stand its days that nobody asked for, those of all months together.
    """

    sums: dict[Series, dict[date, Decimal]] = field(default_factory=dict)
    given: dict[Series, dict[date, int]] = field(default_factory=dict)
    doubts: dict[Series, dict[date, int]] = field(default_factory=dict)
    first: date = date.max
    last: date = date.min


@dataclass(slots=True)
class _Months:
    """The question for the sums of months, of one source after the other."""

    needed: Needed
    made: _Sums = field(default_factory=_Sums)

    def ask(self, task: Task, tables: Sequence[Table], engine: Engine) -> bool:
        """Add up the lines of all files; raises Unsure where the engine cannot, though the files are good."""
        self.made, any_doubt = _Sums(), False
        sql, params = _statement(task.source, tables, self.needed)
        try:
            for rows in engine.batches(sql, {**params, **task.paths}):
                for scope, at, begin, end, doubt, *cells in rows:
                    any_doubt = any_doubt or doubt
                    _take(task.source, self.made, scope, at, (begin, end), cells)
        except Failed as failed:
            if failed.broken:
                raise
            raise Unsure from failed
        return any_doubt

    def answer(self, task: Task, tables: Sequence[Table], unordered: Sequence[Unordered], engine: Engine) -> MonthFacts:
        """The months that the lines came to; raises Unsure."""
        source, made = task.source, self.made
        if made.first > made.last or too_long(source, made.first, made.last) is not None:
            return MonthFacts()
        spoken = _spoken(made, self.needed) if source.by_lines else None
        sums, lacking = _known(made, self.needed, spoken)
        return MonthFacts(described(task.id, source, sums, {}, ()), lacking)

    def nothing(self, troubles: tuple[Trouble, ...]) -> MonthFacts:
        """No months."""
        return MonthFacts()


def read_months(
    sources: Mapping[str, Source],
    root: Path,
    *,
    needed: Needed,
    data: Path | None = None,
    weeks: Weeks = ISO,
    zone: str | None = None,
    money: Mapping[str, str] | None = None,
) -> MonthFacts | None:
    """What the months came to whose days are `needed`; None where only the facts of days can tell."""
    if any(measure.adds for source in sources.values() for measure in source.metrics.values()):
        # A day has a sum where every source that adds to it gives one.
        return None
    # Channels and products stand beside the whole, never in it.
    whole = {id_: sources[id_] for id_ in sorted(sources) if sources[id_].member is None}
    # Official values of periods have no months, but may come first in saying how a series counts money.
    by_days = {id_: source for id_, source in whole.items() if source.connection is not None or source.day is None}
    found = {
        id_: by_month(
            read_facts({id_: source}, root, groups={}, periods=(), data=data, weeks=weeks, zone=zone, money=money),
            needed,
        )
        for id_, source in by_days.items()
    }
    exports = {id_: source for id_, source in whole.items() if id_ not in by_days}
    try:
        with opened(exports, root, data, weeks, zone, money) as (tasks, engine):
            months = _Months(needed)
            found.update({task.id: put(months, task, engine) for task in tasks})
    except Unsure:
        return None
    in_order = sorted(found, key=lambda id_: (whole[id_].connection is None, id_))
    return _joined([found[id_] for id_ in in_order])


def _joined(parts: Sequence[MonthFacts]) -> MonthFacts | None:
    """The months of all sources; None where several of them give the same series."""
    joined = merge(*(replace(part.sums, troubles=()) for part in parts))
    lacking: dict[Series, Mapping[date, int]] = {}
    given: set[Series] = set()
    for part in parts:
        mine = {series for series, days in part.sums.daily.items() if days}
        if mine & given:
            return None
        given |= mine
        lacking.update(part.lacking)
    return MonthFacts(joined, {series: days for series, days in lacking.items() if series in joined.daily})


def _take(
    source: Source, made: _Sums, scope: str | None, at: date | None, span: tuple[date, date], cells: list[Any]
) -> None:
    """Take what one scope came to in a month, or which of its days are known in a year nobody asked for."""
    if at is not None:
        made.first, made.last = min(made.first, span[0]), max(made.last, span[1])
    if scope is None:
        return
    for index, id_ in enumerate(source.metrics):
        value, given, doubts = cells[3 * index : 3 * index + 3]
        series = (scope, id_)
        sums = made.sums.setdefault(series, {})
        if at is None:
            continue
        if value is not None and at.day == 1:
            sums[at] = exact(value)
        if given:
            made.given.setdefault(series, {})[at] = given
        if doubts:
            made.doubts.setdefault(series, {})[at] = doubts


def _spoken(made: _Sums, needed: Needed) -> Mapping[str, Mapping[date, int]]:
    """
    The days between the first and the last line, which each store of a source of lines speaks of.

    On a day without lines nothing was sold.
    """
    first, last = made.first.replace(day=1), made.last
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    bits = {month: found for month in months if (found := bits_between(month, made.first, last))}

    @cache
    def among(asked: tuple[tuple[date, int], ...]) -> Mapping[date, int]:
        found: dict[date, int] = {}
        for month, days in bits.items():
            inside = dict(asked).get(month, 0)
            end = date(month.year, 12, 31)
            found[month], found[end] = days & inside, found.get(end, 0) | days & ~inside
        return found

    return {scope: among(tuple(needed.get(scope, {}).items())) for scope, _ in made.sums}


def _known(
    made: _Sums, needed: Needed, spoken: Mapping[str, Mapping[date, int]] | None
) -> tuple[dict[Series, dict[date, Decimal]], dict[Series, dict[date, int]]]:
    """The sums of months of which a day is known, and their days that are not; raises Unsure."""
    lacking: dict[Series, dict[date, int]] = {}
    for series, sums in made.sums.items():
        given = made.given.get(series, {}) if spoken is None else spoken[series[0]]
        doubts, asked = made.doubts.get(series, {}), needed.get(series[0], {})
        known = {at: days & ~doubts.get(at, 0) for at, days in given.items() if days}
        # Each number of a day may be in doubt in one month and known in another.
        if known and not any(known.values()) and any(at not in asked for at in known):
            raise Unsure
        for at, days in known.items():
            if not days and at in asked:
                sums.pop(at, None)
                continue
            sums.setdefault(at, _NOTHING)
            if missing := asked.get(at, 0) & ~days:
                lacking.setdefault(series, {})[at] = missing
    return made.sums, lacking


def _statement(source: Source, tables: Sequence[Table], needed: Needed) -> tuple[str, dict[str, Any]]:
    lines, params = matched(source, tables)
    need = needs(source, tables)
    measures = ", ".join(part for measure in source.metrics.values() for part in _measures(measure, source, need))
    sql = _STATEMENT.format(
        lines=lines,
        total=begins_a_total(source, "lines.store", params),
        latest="" if source.by_lines or len(tables) == 1 else _LATEST,
        not_understood=not_understood(source, need),
        measures=measures,
    )
    masks = [(scope, month, mask) for scope in source.store.scopes for month, mask in needed.get(scope, {}).items()]
    return sql, {
        **params.values,
        "stores": list(source.store.map),
        "scopes": list(source.store.map.values()),
        "other": source.store.other,
        "owners": [scope for scope, _, _ in masks],
        "months": [month for _, month, _ in masks],
        "masks": [mask for _, _, mask in masks],
    }


def _measures(measure: Measure, source: Source, need: Needs) -> tuple[str, str, str]:
    """The sum of a measure, the days that give it, and those on which it is in doubt."""
    match = inner("m", measure.of or "")
    doubts = f"bit_or(bit) FILTER (WHERE {in_doubt(measure, source, need)})"
    if measure.sum is None:
        # A key is counted once a day.
        key = inner("k", measure.count_distinct or "")
        different = f"count(DISTINCT {{'slot': slot, 'key': {key}}}) FILTER (WHERE {match} AND {key} IS NOT NULL)"
        return different, "bit_or(bit)", doubts
    value = summed(measure.sum, source)
    given = f"bit_or(bit) FILTER (WHERE {match} AND ({value}) IS NOT NULL)"
    return f"sum({value}) FILTER (WHERE {match})", "NULL" if source.by_lines else given, doubts
