"""Files as the engine sees them: how each is read, its columns and their types, and whether the mapping fits them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from opsctl.diagnostics import Message, message
from opsctl.records.source import Source
from opsctl.sources.compile import COMPARISONS, DATES
from opsctl.sources.engine import Engine
from opsctl.sources.opening.files import ROW, DataFile
from opsctl.sources.table import Table
from opsctl.sources.values import Column, holds_days, holds_numbers, holds_text, quoted

# Everything is said, nothing sniffed: a file that does not fit is refused instead of bent into shape.
_CSV = (
    "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', strict_mode = true,"
    " null_padding = false, ignore_errors = false, compression = 'none', hive_partitioning = false"
)


def table(file: DataFile, index: int, engine: Engine) -> Table:
    """The table of one file, whose path is the parameter `f` and its index; raises Failed for a broken one."""
    if file.kind == "csv":
        columns = {title: Column(f"c{at}", "VARCHAR") for at, title in enumerate(file.header)}
        numbers = [f"'{ROW}': 'BIGINT'"] if file.numbered else []
        names = ", ".join([*numbers, *(f"'c{at}': 'VARCHAR'" for at in range(len(file.header)))])
        first = next(iter(file.header), None)
        read = f"read_csv($f{index}, columns = {{{names}}}, {_CSV})"
        return Table(read, columns, file.spec, first=first, numbered=file.numbered)
    relation = f"read_parquet($f{index}, hive_partitioning = false)"
    header = engine.header(f"SELECT * FROM {relation}", {f"f{index}": file.path})
    return Table(relation, {name: Column(quoted(name), type_) for name, type_ in header}, file.spec)


def misfits(source: Source, found: Table) -> Iterator[Message]:
    """What the mapping asks of a file that it does not have, or has in a type that cannot be read so."""
    for name in source.used(found.spec):
        column = source.column(found.spec, name)
        if column is not None and not column.may_miss and found.title(source, name) is None:
            yield no_column(column.header[0], list(found.columns))
    for name, fits in _uses(source, found):
        title = found.title(source, name)
        if title is not None and not fits(found.columns[title]):
            yield message("sources.column_type", column=title, type=found.columns[title].type)


def probe(found: Table) -> str:
    """A statement that reads the whole file, to learn whether it can be read."""
    return (
        f"SELECT {', '.join(f'max({column.sql}::VARCHAR)' for column in found.columns.values())} FROM {found.relation}"
    )


def _uses(source: Source, found: Table) -> Iterator[tuple[str, Callable[[Column], bool]]]:
    """Each column's uses, as a question whether its type can serve them."""
    tests = [*found.spec.where, *source.where, *(test for tests in source.rows.values() for test in tests)]
    uses: list[tuple[str | None, Callable[[Column], bool]]] = [
        (source.day_column, holds_days),
        (source.period_column, holds_text),
        (source.store.column, holds_text),
    ]
    for test in tests:
        kind = test.test[0]
        uses.append(
            (test.column, holds_numbers if kind in COMPARISONS else holds_days if kind in DATES else holds_text)
        )
    for measure in source.metrics.values():
        uses.append((measure.count_distinct, holds_text))
        uses += [(factor, holds_numbers) for factor in (measure.sum.factors if measure.sum else ())]
    return ((name, fits) for name, fits in dict.fromkeys(uses) if name is not None)


def no_column(header: str, there: Iterable[str]) -> Message:
    """Say that there is no such column, and which one may be meant."""
    folded = {title.casefold().replace(" ", ""): title for title in there}
    close = get_close_matches(header.casefold().replace(" ", ""), folded, n=1, cutoff=0.6)
    if close:
        return message("sources.no_column_meant", column=header, meant=folded[close[0]])
    return message("sources.no_column", column=header)
