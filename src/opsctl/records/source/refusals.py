"""What a source gets wrong as a whole: keys that do not go together, and names that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from opsctl.diagnostics import Listed

if TYPE_CHECKING:
    from opsctl.records.source.record import Source

Path = tuple[str | int, ...]
Refusal = tuple[Path, str, str]


def refusals(source: Source) -> Iterator[Refusal]:
    """Every refusal: where, the kind of error, and the value it speaks of."""
    yield from _places(source)
    yield from _shape(source)
    yield from _unknown(source)


def _places(source: Source) -> Iterator[Refusal]:
    if source.connection is not None:
        if source.files:
            yield ("files",), "files_or_connection", "files"
        if (source.table is None) == (source.query is None):
            yield ("connection",), "table_or_query", "table, query"
    elif not source.files:
        yield ("files",), "missing", "files"
    if source.connection is None:
        for key, value in (("table", source.table), ("query", source.query)):
            if value is not None:
                yield (key,), "needs_connection", value


def _shape(source: Source) -> Iterator[Refusal]:
    if (source.day is None) == (source.period is None):
        yield (), "day_or_period", "day, period"
    if source.store.column is None and (source.store.map or source.store.other is None):
        yield ("store",), "store_column", "column"
    if source.store.column is not None and not source.store.scopes:
        yield ("store",), "store_map", source.store.column
    if len(source.dimension) > 1:
        yield ("dimension",), "one_dimension", str(Listed(source.dimension))
    for id_, measure in source.metrics.items():
        if source.period is not None and measure.count_distinct:
            yield ("metrics", id_, "count_distinct"), "period_sum", measure.count_distinct
        if measure.adds and (measure.sum is None or source.day is None or source.dimension):
            yield ("metrics", id_, "adds"), "adds_sums", "adds"


def _unknown(source: Source) -> Iterator[Refusal]:
    for index, file in enumerate(source.files):
        for at, condition in enumerate(file.where):
            if source.column(file, condition.column) is None:
                yield ("files", index, "where", at, "column"), "unknown_alias", condition.column
    for path, alias in spoken(source):
        if any(source.column(file, alias) is None for file in source.files or (None,)):
            yield path, "unknown_alias", alias
    for id_, measure in source.metrics.items():
        if measure.of is not None and measure.of not in source.rows:
            yield ("metrics", id_, "of"), "unknown_rows", measure.of


def spoken(source: Source) -> Iterator[tuple[Path, str]]:
    """Where the source itself, not one of its files, speaks of a column."""
    for key, alias in (("day", source.day_column), ("period", source.period_column)):
        if alias is not None:
            yield (key,), alias
    if source.store.column is not None:
        yield ("store", "column"), source.store.column
    yield from ((("keys", at), alias) for at, alias in enumerate(source.keys))
    yield from ((("dimension", name, "column"), found.column) for name, found in source.dimension.items())
    for at, condition in enumerate(source.where):
        yield ("where", at, "column"), condition.column
    for name, conditions in source.rows.items():
        for at, condition in enumerate(conditions):
            yield ("rows", name, at, "column"), condition.column
    for id_, measure in source.metrics.items():
        if measure.count_distinct is not None:
            yield ("metrics", id_, "count_distinct"), measure.count_distinct
        for alias in measure.sum.factors if measure.sum else ():
            yield ("metrics", id_, "sum"), alias
