"""A look at an export nobody has mapped yet: its titles, found by words that any mapping knows, and its first rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from opsctl.diagnostics import Message, message
from opsctl.records.source import TOTALS, SourceFile
from opsctl.sources.doubts import shown
from opsctl.sources.opening.files import ROW, DataFile, Unusable
from opsctl.sources.opening.opened import opened_as
from opsctl.sources.opening.wanted import Wanted

_ROWS = 5_000
_PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Look:
    """
    A table as people call it, its titles, the number of its first data row, and its first rows by title.

    `told` is what reading leaves out of it: hidden sheets, and rows that sum up others.
    """

    name: str
    titles: tuple[str, ...]
    first_row: int
    notes: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    told: tuple[Message, ...] = ()

    def values(self, title: str) -> tuple[str, ...]:
        """The different values of a column among the first rows, in order of appearance, blanks left out."""
        found = (row.get(title, "").strip() for row in self.rows)
        return tuple(dict.fromkeys(value for value in found if value))


def look(path: Path, name: str, known: Iterable[str]) -> tuple[Look | Message, ...]:
    """Every table of a file whose header has one of the `known` titles, or the reason why there is none."""
    asked = Wanted(columns=tuple((title,) for title in dict.fromkeys(known)))
    spec = SourceFile.model_validate({"path": "look"})
    with TemporaryDirectory(prefix="opsctl-") as scratch:
        return tuple(_seen(one) for one in opened_as(asked, spec, path, name, Path(scratch) / "0"))


def _seen(found: DataFile | Unusable) -> Look | Message:
    if isinstance(found, Unusable):
        return found.message
    if found.kind == _PARQUET:
        return Look(found.name, found.header, 1, (), ())
    with open(found.path, encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        titles = next(reader, [])
        named = found.header if len(found.header) == len(titles) else (ROW, *found.header)
        rows = tuple(dict(zip(named, row, strict=False)) for row in islice(reader, _ROWS))
    noticed = tuple(one.message for one in found.told)
    return Look(found.name, found.header, found.first_row, found.notes, rows, (*noticed, *_totals(rows)))


def _totals(rows: Iterable[Mapping[str, str]]) -> Iterator[Message]:
    """How many of the first rows sum up others: some cell of theirs begins as such rows do."""
    labels = [label for row in rows if (label := next(filter(_is_total, row.values()), None)) is not None]
    if labels:
        yield message("sources.totals", count=len(labels), label=shown(labels[0].strip()))


def _is_total(cell: str) -> bool:
    return cell.strip().startswith(TOTALS)
