"""Facts from a warehouse: asked once, in its own dialect, and told in the same words as those from files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlglot import exp

from opsctl.diagnostics import Message, message
from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts
from opsctl.sources.tables import no_column
from opsctl.sources.warehouse.address import address_in
from opsctl.sources.warehouse.answer import nothing_told, told
from opsctl.sources.warehouse.ask import Refused, Warehouse, asking
from opsctl.sources.warehouse.lines import Asked
from opsctl.sources.warehouse.relation import relation_of
from opsctl.sources.warehouse.statement import Row, statement
from opsctl.weeks import Weeks

Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of every source: counts of groups of scopes in some periods, and how weeks are counted."""

    groups: Groups
    periods: Sequence[Period]
    weeks: Weeks


def facts_of_warehouse(id_: str, source: Source, root: Path, wanted: Wanted, environment: Mapping[str, str]) -> Facts:
    """What one source knows, as `sources.read.read_facts` gives it; a warehouse that does not answer is a trouble.

    A query is a file below `root`. Each group of scopes that this source knows, and each scope, is counted by period.
    """
    address = address_in(source.connection.env if source.connection else "", environment)
    if isinstance(address, Message):
        return nothing_told(id_, address)
    if source.day_column is None and source.period_column is None:
        return nothing_told(id_, message("warehouse.no_time"))
    relation = relation_of(source, root, address.dialect)
    if isinstance(relation, Message):
        return nothing_told(id_, relation)
    try:
        with asking(address) as warehouse:
            return facts_asked(id_, source, relation, address.dialect, warehouse, wanted)
    except Refused as refused:
        return nothing_told(id_, refused.said)


def facts_asked(
    id_: str, source: Source, relation: exp.Expr, dialect: str, warehouse: Warehouse, wanted: Wanted
) -> Facts:
    """What a source knows by a warehouse that speaks a dialect."""
    missing = _missing(source, relation, dialect, warehouse)
    if missing:
        return nothing_told(id_, *missing)
    scopes = set(source.store.scopes)
    counted = [(name, found) for name, found in wanted.groups.items() if found and set(found) <= scopes]
    counted += [(scope, (scope,)) for scope in source.store.scopes if scope not in wanted.groups]
    asked = Asked(source, relation, dialect, lambda alias: header(source, alias), counted, wanted.periods)
    rows = [Row.read(row) for row in warehouse.rows(statement(asked).sql(dialect=dialect))]
    return told(id_, asked, rows, wanted.weeks)


def _missing(source: Source, relation: exp.Expr, dialect: str, warehouse: Warehouse) -> list[Message]:
    """The columns that the mapping asks for and the warehouse does not have."""
    asked = exp.select("*").from_(exp.alias_(relation.copy(), "given", table=True)).where(exp.false())
    there = warehouse.columns(asked.sql(dialect=dialect))
    wanted = dict.fromkeys(header(source, alias) for alias in source.used(None))
    return [no_column(name, there) for name in wanted if name not in there]


def header(source: Source, alias: str) -> str:
    """What the warehouse calls the column behind an alias."""
    return source.titles(None, alias)[0]
