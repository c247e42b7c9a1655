"""What a source asks of a file's table, in a form that travels to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from opsctl.sources.opening.titles import same

if TYPE_CHECKING:
    from opsctl.records.source import Source, SourceFile


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    How to know a table.

    `columns`: for every mapped column its possible titles; `optional`: those of them a file need not have; `days`: the
    titles of columns read as days; `find`: words its header has; `rows`: how many rows the header takes (0: as many as
    it needs); `skip`: rows before which no header is sought; `sheets`: patterns of sheets; `encodings`: candidates.
    """

    columns: tuple[tuple[str, ...], ...]
    optional: tuple[tuple[str, ...], ...] = ()
    days: tuple[str, ...] = ()
    find: tuple[str, ...] = ()
    rows: int = 0
    skip: int = 0
    sheets: tuple[str, ...] = ()
    encodings: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that means something to the source."""
        return tuple(dict.fromkeys(title for names in (*self.columns, *self.optional) for title in names))

    @property
    def known(self) -> frozenset[str]:
        """Those titles in the form in which they are compared."""
        return frozenset(map(same, self.titles))


def from_plain(data: Mapping[str, Any]) -> Wanted:
    """Build it again from what JSON made of it."""
    return Wanted(**{field.name: _tuples(data[field.name]) for field in fields(Wanted)})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def wanted(source: Source, spec: SourceFile) -> Wanted:
    """What that source wants of files of that entry."""
    used = {alias: found for alias in source.used(spec) if (found := source.column(spec, alias)) is not None}
    tests = [*spec.where, *source.where, *(test for tests in source.rows.values() for test in tests)]
    dated = {source.day_column, *(test.column for test in tests if test.test[0] in ("before", "from"))}
    row, sheet = source.header, spec.sheet or source.sheet
    return Wanted(
        columns=tuple(column.header for column in used.values() if not column.may_miss),
        optional=tuple(column.header for column in used.values() if column.may_miss),
        days=tuple(
            title for alias, column in used.items() if alias in dated or column.as_ == "day" for title in column.header
        ),
        find=row.find if row is not None else (),
        rows=(row.rows or 0) if row is not None else 0,
        skip=row.skip if row is not None else 0,
        sheets=(sheet,) if sheet else (),
        encodings=source.encoding,
    )
