"""
Which order the dates of a column stand in, when none is stated: what all its values together allow decides.

`4/17/26` shows that months come first for the whole column of that file. Where every value could be read in two ways,
none is read, and both readings of an example are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from opsctl.records.source import Source
from opsctl.sources.compile import DATES
from opsctl.sources.days import ORDERED, ORDERS, Order, in_order
from opsctl.sources.engine import Engine
from opsctl.sources.numbers import half_width
from opsctl.sources.table import Table
from opsctl.sources.values import Column, is_text, text


@dataclass(frozen=True, slots=True)
class Unordered:
    """A column of a file whose dates have several readings: how many values, and what one of them could mean."""

    file: int
    header: str
    count: int
    example: str
    readings: tuple[str, ...]


def ordered(
    source: Source, tables: Sequence[Table], paths: Mapping[str, str], engine: Engine
) -> tuple[list[Table], tuple[Unordered, ...]]:
    """The tables with the orders that their dates show, and the columns that show none."""
    found: list[Table] = []
    open_: list[Unordered] = []
    for index, table in enumerate(tables):
        orders: dict[str, Order] = {}
        for header, column in _dated(source, table):
            count, possible, example, readings = _seen(table, column, {f"f{index}": paths[f"f{index}"]}, engine)
            if len(possible) == 1:
                orders[header] = possible[0]
            elif possible:
                open_.append(Unordered(index, header, count, example, readings))
        found.append(replace(table, orders=orders) if orders else table)
    return found, tuple(open_)


def _dated(source: Source, table: Table) -> Iterator[tuple[str, Column]]:
    tests = [*table.spec.where, *source.where, *(test for tests in source.rows.values() for test in tests)]
    names = [source.day_column, *(test.column for test in tests if test.test[0] in DATES)]
    for name in dict.fromkeys(name for name in names if name is not None):
        header, column = table.title(source, name), table.column(source, name)
        if header is not None and is_text(column) and column.order is None:
            yield header, column


def _seen(
    table: Table, column: Column, params: dict[str, str], engine: Engine
) -> tuple[int, list[Order], str, tuple[str, ...]]:
    """How many values are of three short numbers, which orders read all of them, and the readings of one."""
    reads = ", ".join(f"{in_order('v', order)} AS {order}" for order in ORDERS)
    rows = f"SELECT {half_width(text(column))} AS v FROM {table.relation}"
    dates = f"SELECT v, {reads} FROM ({rows}) WHERE regexp_full_match(v, '{ORDERED}')"
    # The same day in every order says nothing; an example should.
    differ = "list_unique(list_value(ymd, mdy, dmy)) > 1"
    counts = ", ".join(f"count({order})" for order in ORDERS)
    count, *good, example = engine.rows(
        f"SELECT count(*), {counts}, coalesce(min(v) FILTER (WHERE {differ}), min(v)) FROM ({dates})", params
    )[0]
    possible = [order for order, read in zip(ORDERS, good, strict=True) if count and read == count]
    if len(possible) < 2:
        return count, possible, example or "", ()
    shown = ", ".join(in_order("v", order) for order in possible)
    readings = engine.rows(f"SELECT {shown} FROM (SELECT $v::VARCHAR AS v)", {"v": example})[0]
    unlike = {order: f"{day}" for order, day in zip(possible, readings, strict=True)}
    if len(set(unlike.values())) == 1:
        return count, possible[:1], example, ()
    return count, possible, example, tuple(f"{order}: {day}" for order, day in unlike.items())
