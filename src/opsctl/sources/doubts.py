"""What looks wrong with a source's data, put into words; nothing here changes a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from opsctl.diagnostics import Listed, Severity, message, some
from opsctl.records.source import Source
from opsctl.reviewing.facts import Trouble
from opsctl.sources import lookups
from opsctl.sources.engine import Engine
from opsctl.sources.opening.files import DataFile
from opsctl.sources.repeats import repeated
from opsctl.sources.table import Table
from opsctl.sources.totals import about_totals

_NAMES_SHOWN = 5
_EXAMPLE = 40


def about_lines(
    id_: str,
    source: Source,
    files: Sequence[DataFile],
    tables: Sequence[Table],
    stores: Iterable[str],
    engine: Engine,
) -> Iterator[Trouble]:
    """Lines that repeat each other or sum up others, and orders or days that several files give."""
    sql, params = repeated(source, tables, tuple(_may_total(source, stores, engine)))
    paths = {f"f{index}": file.path for index, file in enumerate(files)}
    for f, rows, totals, label, row in engine.rows(sql, {**params, **paths}):
        yield from about_totals(id_, files[f].name, totals, shown(label or ""), row)
        if rows:
            yield Trouble(id_, files[f].name, message("sources.repeated", count=rows), rows, Severity.INFO, "repeated")
    if source.by_lines and source.keys:
        return
    if source.by_lines:
        for f, f2, first, last, rows in engine.rows(lookups.OVERLAPS):
            said = message("sources.overlap", other=files[f].name, first=first, last=last)
            yield Trouble(id_, files[f2].name, said, rows, kind="overlap")
    else:
        for f, first, last, days in engine.rows(lookups.TWICE):
            said = message("sources.day_twice", count=days, first=first, last=last)
            yield Trouble(id_, files[f].name, said, days, Severity.ERROR, "day-twice")
        # Of days the change is told with what each was and is.
        for f, first, last, days in engine.rows(lookups.replaced(source)) if source.day is None else ():
            said = message("sources.replaced", count=days, first=first, last=last)
            yield Trouble(id_, files[f].name, said, days, Severity.INFO, "restated")


def _may_total(source: Source, stores: Iterable[str], engine: Engine) -> Iterator[str]:
    """The aliases of store and day, where what was read leaves room for rows that sum up others."""
    if source.store.column is not None and any(name.startswith(source.totals or ("\0",)) for name in stores):
        yield source.store.column
    time = source.day_column or source.period_column
    if time is not None and (source.day is None or engine.rows(lookups.DOUBTS)[0][1]):
        yield time


def about_stores(id_: str, source: Source, rows: Mapping[str, int]) -> Iterator[Trouble]:
    """Stores of the data that the map does not know, and stores of the map that the data does not know."""
    known = source.store.map
    if source.store.other is None:
        unknown = sorted(name for name in rows if name not in known)
        if unknown:
            names = Listed(shown(name) or "∅" for name in unknown[:_NAMES_SHOWN])
            count = sum(rows[name] for name in unknown)
            said = message("sources.unknown_stores", names=names, stores=len(unknown), count=count)
            yield Trouble(id_, "", said, count, kind="unknown-stores")
    for name in sorted(known.keys() - rows.keys()):
        yield Trouble(
            id_, "", message("sources.unseen_store", name=shown(name), scope=known[name]), kind="unseen-store"
        )


def about_headers(id_: str, source: Source, files: Sequence[DataFile], tables: Sequence[Table]) -> Iterator[Trouble]:
    """Columns of exports that the mapping says nothing of; none of them is read."""
    for file, table in zip(files, tables, strict=True):
        names = table.unmapped(source) if file.kind == "csv" else ()
        if names:
            first = some([shown(name) for name in names], _NAMES_SHOWN)
            said = message("sources.unknown_headers", count=len(names), names=first)
            yield Trouble(id_, file.name, said, severity=Severity.INFO, kind="unknown-header")


def shown(value: str) -> str:
    """A value from a file as a terminal may show it: short and without control characters."""
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in value[: _EXAMPLE + 1])
    return clean if len(clean) <= _EXAMPLE else clean[:_EXAMPLE] + "…"
