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
    it needs); `skip`: rows before which no header is sought; `sheets`: patterns of sheets; `encodings`: candidates;
    `totals`: how rows begin that are sums.
    """

    columns: tuple[tuple[str, ...], ...]
    optional: tuple[tuple[str, ...], ...] = ()
    days: tuple[str, ...] = ()
    find: tuple[str, ...] = ()
    rows: int = 0
    skip: int = 0
    sheets: tuple[str, ...] = ()
    encodings: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()

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
    used = source.used(spec)
    may_miss = {alias for alias in used if (column := source.column(spec, alias)) is not None and column.may_miss}
    tests = [*spec.where, *source.where, *(test for tests in source.rows.values() for test in tests)]
    dated = [source.day_column, *(test.column for test in tests if test.test[0] in ("before", "from"))]
    header = source.header
    sheet = spec.sheet or source.sheet
    return Wanted(
        columns=tuple(source.titles(spec, alias) or (alias,) for alias in used if alias not in may_miss),
        optional=tuple(source.titles(spec, alias) for alias in used if alias in may_miss),
        days=tuple(
            title for alias in dict.fromkeys(dated) if alias is not None for title in source.titles(spec, alias)
        ),
        find=header.find if header is not None else (),
        rows=header.rows or 0 if header is not None else 0,
        skip=header.skip if header is not None else 0,
        sheets=(sheet,) if sheet is not None else (),
        encodings=source.encoding if source.encoding != ("utf-8",) else (),
        totals=source.totals,
    )
