"""Facts from a warehouse: asked once, in its own dialect, and told in the same words as those from files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from sqlglot import exp

from opsctl.diagnostics import Message, Severity, message
from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.sources import collect, doubts
from opsctl.sources.tables import no_column
from opsctl.sources.warehouse.address import address_in
from opsctl.sources.warehouse.ask import Refused, Rows, Warehouse, asking
from opsctl.sources.warehouse.relation import relation_of
from opsctl.sources.warehouse.statement import DAYS, PERIODS, STORES, Asked, statement

Groups = Mapping[str, tuple[str, ...]]


def facts_of_warehouse(
    id_: str, source: Source, root: Path, groups: Groups, periods: Sequence[Period], environment: Mapping[str, str]
) -> Facts:
    """What one source knows, as `sources.read.read_facts` gives it; a warehouse that does not answer is a trouble.

    A query is a file below `root`. Each group of scopes that this source knows, and each scope, is counted by period.
    """
    address = address_in(source.connection.env if source.connection else "", environment)
    if isinstance(address, Message):
        return _nothing(id_, address)
    if source.dimension or source.day_column is None:
        return _nothing(id_, message("warehouse.only_days"))
    relation = relation_of(source, root, address.dialect)
    if isinstance(relation, Message):
        return _nothing(id_, relation)
    try:
        with asking(address) as warehouse:
            return _facts(_Task(id_, source, relation, address.dialect, warehouse), groups, periods)
    except Refused as refused:
        return _nothing(id_, refused.said)


@dataclass(frozen=True, slots=True)
class _Task:
    id: str
    source: Source
    relation: exp.Expr
    dialect: str
    warehouse: Warehouse


def _nothing(id_: str, *said: Message) -> Facts:
    return Facts(troubles=tuple(Trouble(id_, "", each, severity=Severity.ERROR, kind="warehouse") for each in said))


def _facts(task: _Task, groups: Groups, periods: Sequence[Period]) -> Facts:
    source = task.source
    missing = _missing(task)
    if missing:
        return _nothing(task.id, *missing)
    scopes = set(source.store.scopes)
    counted = [(name, found) for name, found in groups.items() if found and set(found) <= scopes]
    counted += [(scope, (scope,)) for scope in source.store.scopes if scope not in groups]
    asked = Asked(source, task.relation, lambda alias: _header(source, alias), counted, periods)
    found = _by_part(task.warehouse.rows(statement(asked).sql(dialect=task.dialect)))
    return _told(task.id, asked, found)


def _told(id_: str, asked: Asked, found: Mapping[int, Rows]) -> Facts:
    """The rows as facts; days without a date are counted and in none."""
    source, scopes = asked.source, asked.scopes
    stores: dict[str, int] = {}
    for _, _, _, _, name, count, *_ in found.get(STORES, []):
        stores[name or ""] = stores.get(name or "", 0) + int(count)
    days = [(scopes[number], _day(day), *cells) for _, number, day, _, _, _, *cells in found.get(DAYS, []) if day]
    undated = sum(int(row[5]) for row in found.get(DAYS, []) if row[2] is None)
    troubles = [*doubts.about_stores(id_, source, stores)]
    if undated:
        said = message("sources.no_day", column=_header(source, source.day_column or ""), count=undated)
        troubles.append(Trouble(id_, "", said, undated))
    if not days:
        return Facts(troubles=(*troubles, *_nothing(id_, message("warehouse.no_rows")).troubles))
    first, last = min(day for _, day, *_ in days), max(day for _, day, *_ in days)
    long = collect.too_long(source, first, last)
    if long is not None:
        return Facts(troubles=(*troubles, *_nothing(id_, long).troubles))
    leaves = sorted({scope for scope, *_ in days})
    values = collect.daily(source, days, leaves, (first, last))
    return collect.described(id_, source, values, _counts(asked, found, leaves, (first, last)), tuple(troubles))


def _counts(asked: Asked, found: Mapping[int, Rows], leaves: Sequence[str], span: tuple[date, date]) -> collect.Labels:
    """The de-duplicated counts of groups whose scopes all have rows, in the periods that the rows reach."""
    inside = {at: each for at, each in enumerate(asked.periods) if each.start <= span[1] and span[0] < each.end}
    known = {at: name for at, (name, members) in enumerate(asked.groups) if set(members) <= set(leaves)}
    rows = [
        (known[number], list(inside).index(at), *(cell for pair in _distinct(asked.source, cells) for cell in pair))
        for _, number, _, at, _, _, *cells in found.get(PERIODS, [])
        if number in known and at in inside
    ]
    if not any(measure.count_distinct for measure in asked.source.metrics.values()):
        return {}
    return collect.distinct(asked.source, rows, list(known.values()), list(inside.values()))


def _distinct(source: Source, cells: Sequence[object]) -> list[tuple[object, object]]:
    """The values and doubts of the metrics that count different things."""
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return [pair for pair, measure in zip(pairs, source.metrics.values(), strict=True) if measure.count_distinct]


def _by_part(rows: Rows) -> dict[int, Rows]:
    in_order = sorted(rows, key=lambda row: int(row[0]))
    return {part: list(found) for part, found in groupby(in_order, key=lambda row: int(row[0]))}


def _day(value: date) -> date:
    # Some drivers give a day as a moment.
    return value if type(value) is date else date(value.year, value.month, value.day)


def _missing(task: _Task) -> list[Message]:
    """The columns that the mapping asks for and the warehouse does not have."""
    asked = exp.select("*").from_(exp.alias_(task.relation.copy(), "given", table=True)).where(exp.false())
    there = task.warehouse.columns(asked.sql(dialect=task.dialect))
    wanted = dict.fromkeys(_header(task.source, alias) for alias in task.source.used(None))
    return [no_column(name, there) for name in wanted if name not in there]


def _header(source: Source, alias: str) -> str:
    """What the warehouse calls the column behind an alias."""
    return source.titles(None, alias)[0]
