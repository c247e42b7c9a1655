"""What looks wrong with a source's data, put into words; nothing here changes a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from opsctl.diagnostics import Listed, Message, Severity, message
from opsctl.records.source import Source
from opsctl.reviewing.facts import Trouble
from opsctl.sources import lookups
from opsctl.sources.compile import (
    COMPARISONS,
    DATES,
    SCALE,
    Params,
    Table,
    column,
    mapped,
    misread,
    needs,
    own_rows,
    repeated,
)
from opsctl.sources.engine import Engine
from opsctl.sources.opening.files import DataFile
from opsctl.sources.values import text

_NAMES_SHOWN = 5
_EXAMPLE = 40


def about_lines(
    id_: str, source: Source, files: Sequence[DataFile], tables: Sequence[Table], engine: Engine
) -> Iterator[Trouble]:
    """Lines that repeat each other, and orders or days that several files give."""
    sql, params = repeated(source, tables)
    for f, rows in engine.rows(sql, {**params, **{f"f{index}": file.path for index, file in enumerate(files)}}):
        yield Trouble(id_, files[f].name, message("sources.repeated", count=rows), rows, Severity.INFO)
    if source.by_lines:
        for f, f2, first, last, rows in engine.rows(lookups.OVERLAPS):
            said = message("sources.overlap", other=files[f].name, first=first, last=last)
            yield Trouble(id_, files[f2].name, said, rows)
    else:
        for f, first, last, days in engine.rows(lookups.TWICE):
            said = message("sources.day_twice", count=days, first=first, last=last)
            yield Trouble(id_, files[f].name, said, days, Severity.ERROR)
        for f, first, last, days in engine.rows(lookups.replaced(source)):
            said = message("sources.replaced", count=days, first=first, last=last)
            yield Trouble(id_, files[f].name, said, days, Severity.INFO)


def about_stores(id_: str, source: Source, rows: Mapping[str, int]) -> Iterator[Trouble]:
    """Stores of the data that the map does not know, and stores of the map that the data does not know."""
    known = source.store.map
    if source.store.other is None:
        unknown = sorted(name for name in rows if name not in known)
        if unknown:
            names = Listed(shown(name) or "∅" for name in unknown[:_NAMES_SHOWN])
            count = sum(rows[name] for name in unknown)
            said = message("sources.unknown_stores", names=names, stores=len(unknown), count=count)
            yield Trouble(id_, "", said, count)
    for name in sorted(known.keys() - rows.keys()):
        yield Trouble(id_, "", message("sources.unseen_store", name=shown(name), scope=known[name]))


def about_values(
    id_: str, source: Source, files: Sequence[DataFile], tables: Sequence[Table], engine: Engine
) -> Iterator[Trouble]:
    """Values that do not read as the number or day they should be, with an example of each file and column."""
    if not any(engine.rows(lookups.DOUBTS)[0]):
        return
    time = source.day_column or source.period_column or ""
    for index, table in enumerate(tables):
        for name, scale in _roles(source, tables, table):
            found = column(source, table, name)
            params = Params({f"f{index}": files[index].path})
            wrong = misread(found, scale) if name != source.period_column else "FALSE"
            own = own_rows(table.spec, mapped(source, table), params)
            sql = (
                f"SELECT count(*) FILTER (WHERE {wrong}), min({text(found)}) FILTER (WHERE {wrong}),"
                f" count(*) FILTER (WHERE {text(found)} IS NULL) FROM {table.relation} WHERE {own} IS NOT FALSE"
            )
            count, example, blank = engine.rows(sql, params.values)[0]
            header = table.title(source, name) or name
            if count:
                yield Trouble(id_, files[index].name, _misread(scale, header, shown(example), count), count)
            if blank and name == time and scale is None:
                yield Trouble(id_, files[index].name, message("sources.no_day", column=header, count=blank), blank)


def _roles(source: Source, tables: Sequence[Table], table: Table) -> list[tuple[str, int | None]]:
    """Columns read as numbers (with a scale) or days (without) in one file, each once in each role."""
    need = needs(source, tables)
    own = [(test.column, test.test[0]) for test in table.spec.where]
    numbers = {**need.numbers, **{name: SCALE for name, kind in own if kind in COMPARISONS}}
    days = dict.fromkeys(
        [source.day_column or source.period_column or "", *need.dates, *(name for name, kind in own if kind in DATES)]
    )
    headers = {table.title(source, name): name for name in reversed(days)}
    return [*numbers.items(), *((name, None) for name in headers.values())]


def _misread(scale: int | None, header: str, example: str, count: int) -> Message:
    kind = "sources.not_a_day" if scale is None else "sources.not_a_number"
    return message(kind, column=header, example=example, count=count)


def shown(value: str) -> str:
    """A value from a file as a terminal may show it: short and without control characters."""
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in value[: _EXAMPLE + 1])
    return clean if len(clean) <= _EXAMPLE else clean[:_EXAMPLE] + "…"
