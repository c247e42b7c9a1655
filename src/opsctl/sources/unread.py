"""
Values that do not read as the number, day or key they should be: how many, where the first stands, and on which days.

This second look is taken only where the first pass met some, file by file and column by column.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from opsctl.diagnostics import Listed, Message, Severity, message
from opsctl.records.source import Source
from opsctl.reviewing.facts import Trouble
from opsctl.sources import lookups
from opsctl.sources.compile import (
    COMPARISONS,
    DATES,
    lost_digits,
    mapped,
    misread,
    needs,
    own_rows,
)
from opsctl.sources.doubts import shown
from opsctl.sources.engine import Engine
from opsctl.sources.opening.files import ROW, DataFile
from opsctl.sources.orders import Unordered
from opsctl.sources.params import Params
from opsctl.sources.table import Table
from opsctl.sources.totals import begins_a_total, without_totals
from opsctl.sources.values import Column, day, is_text, quoted, text

_KINDS = {"number": "not-a-number", "money": "currency-mix", "day": "not-a-day", "key": "lost-digits"}
_BLANKS = " \t\n\r\u00a0\u3000"
_QUOTES = "'’"


@dataclass(frozen=True, slots=True)
class _Role:
    """A column of one file in one of its uses: a number with its scale, money of a currency, a day, or a key."""

    name: str
    header: str
    column: Column
    use: str
    scale: int | None = None


def about_values(
    id_: str,
    source: Source,
    files: Sequence[DataFile],
    tables: Sequence[Table],
    engine: Engine,
    unordered: Sequence[Unordered] = (),
) -> Iterator[Trouble]:
    """Values that are not understood, with the first of each file and column; nothing of them is counted."""
    if not any(engine.rows(lookups.DOUBTS)[0]):
        return
    for index, table in enumerate(tables):
        open_ = {one.header: one for one in unordered if one.file == index}
        for role in _roles(source, tables, table):
            yield from _about(id_, source, files[index], index, table, role, open_.get(role.header), engine)


def _about(
    id_: str,
    source: Source,
    file: DataFile,
    index: int,
    table: Table,
    role: _Role,
    open_: Unordered | None,
    engine: Engine,
) -> Iterator[Trouble]:
    params = Params({f"f{index}": file.path})
    value = text(role.column)
    wrong = _wrong(role)
    if role.name == source.day_column and role.use == "day":
        wrong = f"({wrong} AND NOT ({begins_a_total(source, value, params)}))"
    time = source.day_column
    slot = day(table.column(source, time)) if time is not None else "NULL::DATE"
    own = own_rows(table.spec, mapped(source, table), params)
    asked = table.spec.model_copy(update={"where": (*table.spec.where, *source.where)})
    counts = own_rows(asked, mapped(source, table), params)
    number = quoted(ROW) if table.numbered else "NULL::BIGINT"
    counted = f"{own} IS NOT FALSE AND {without_totals(source, table, params)}"
    sql = (
        f"SELECT count(*) FILTER (WHERE {wrong}), min({value}) FILTER (WHERE {wrong}),"
        f" count(*) FILTER (WHERE {value} IS NULL AND {counts} IS NOT FALSE), min({number}) FILTER (WHERE {wrong}),"
        f" arg_min({value}, {number}) FILTER (WHERE {wrong}), list(DISTINCT {slot}) FILTER (WHERE {wrong})"
        f" FROM {table.relation} WHERE {counted}"
    )
    count, example, blank, row, first, days = engine.rows(sql, params.values)[0]
    if count:
        example = example if first is None else first
        row = _row(file, role.header, example) if row is None else row
        said = _said(role, shown(example), count, open_)
        kind = "date-order" if said.id == "sources.date_order" else _KINDS[role.use]
        severity = Severity.ERROR if role.use == "money" else Severity.WARNING
        known = tuple(sorted(day for day in days or () if day is not None))
        yield Trouble(id_, file.name, said, count, severity, kind, known, row or 0, role.header)
    if blank and (role.use, role.name) in (("day", time), ("period", source.period_column)):
        said = message("sources.no_day", column=role.header, count=blank)
        yield Trouble(id_, file.name, said, blank, kind="no-day", column=role.header)


def _wrong(role: _Role) -> str:
    if role.use == "period":
        return "FALSE"
    if role.use == "key":
        return f"coalesce({lost_digits(text(role.column))}, FALSE)"
    anywhere = misread(replace(role.column, currency=None), role.scale)
    return f"({misread(role.column, role.scale)} AND NOT {anywhere})" if role.use == "money" else anywhere


def _said(role: _Role, example: str, count: int, open_: Unordered | None) -> Message:
    if role.use == "day" and open_ is not None:
        readings = Listed(open_.readings)
        seen = shown(open_.example)
        return message("sources.date_order", column=role.header, example=seen, readings=readings, count=open_.count)
    if role.use == "money":
        currency = role.column.currency or ""
        return message("sources.other_sign", column=role.header, example=example, count=count, currency=currency)
    kinds = {"number": "sources.not_a_number", "day": "sources.not_a_day", "key": "sources.lost_digits"}
    return message(kinds[role.use], column=role.header, example=example, count=count)


def _roles(source: Source, tables: Sequence[Table], table: Table) -> Iterator[_Role]:
    """Every column of a file that is read as numbers, days or keys, each once in each use."""
    need = needs(source, tables)
    own = [(test.column, test.test[0]) for test in table.spec.where]
    scales = {name: table.column(source, name).scale for name, kind in own if kind in COMPARISONS}
    days = [source.day_column, *need.dates, *(name for name, kind in own if kind in DATES)]
    keys = [*need.spoilt, *source.keys, *([source.member[1].column] if source.member is not None else [])]
    uses: list[tuple[str | None, str, int | None]] = [
        *((name, use, scale) for name, scale in {**need.numbers, **scales}.items() for use in ("number", "money")),
        *((name, "day", None) for name in days),
        *((name, "key", None) for name in keys),
        (source.period_column, "period", None),
    ]
    seen = set()
    for name, use, scale in uses:
        header = table.title(source, name) if name is not None else None
        if name is None or header is None or (header, use) in seen:
            continue
        column = table.column(source, name)
        if use != "money" or (column.currency is not None and is_text(column)):
            seen.add((header, use))
            yield _Role(name, header, column, use, scale)


def _row(file: DataFile, header: str, example: str) -> int | None:
    """The line of a CSV file read as it lies where a column first has that value; None where none can be told."""
    if file.kind != "csv" or header not in file.header:
        return None
    at = file.header.index(header)
    with open(file.path, encoding="utf-8-sig", newline="") as stream:
        lines = csv.reader(stream)
        start = 1
        for cells in lines:
            if len(cells) > at and cells[at].strip(_BLANKS).lstrip(_QUOTES) == example:
                return start
            start = lines.line_num + 1
    return None
