"""
The part of reading that happens in a process of its own: workbooks and pages, whose readers a hostile file could hold.

It takes a task as JSON on its input, writes tables into the scratch folder and says on its output what they are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

from opsctl.confined import confined
from opsctl.diagnostics import Message
from opsctl.sources.opening import books, forms, pages
from opsctl.sources.opening.books import Sheet
from opsctl.sources.opening.files import Refused
from opsctl.sources.opening.header import Header
from opsctl.sources.opening.tables import Row, Watch, begun, missing, written
from opsctl.sources.opening.wanted import Wanted, from_plain

Plain = dict[str, Any]


def main() -> None:
    """Do the task on the standard input."""
    task = json.load(sys.stdin)
    confined(task["memory"], task["seconds"])
    try:
        answer: Plain = {"tables": _done(task)}
    except Refused as refused:
        answer = {"refused": _plain(refused.said)}
    except MemoryError:
        answer = {"refused": {"id": "opening.too_much", "params": {}}}
    json.dump(answer, sys.stdout)


def _done(task: Plain) -> list[Plain]:
    path = Path(task["path"])
    if task["kind"] == "form":
        return list(forms.read(path))
    return read(task["kind"], path, from_plain(task["wanted"]), task["to"])


def read(kind: str, path: Path, wanted: Wanted, to: str) -> list[Plain]:
    """
    Write every sheet or table that has more than half of the mapped columns; without one, the one that has most.

    Raises Refused where none has any. Whoever asked says which columns are missing: a sheet that nearly fits may be a
    month whose header was renamed, and leaving it out in silence would lose the month.
    """
    numbers = count()
    tables: list[Plain] = []
    best, most, seen = "", 0, list[Row]()
    for sheet in _sheets(kind, path, wanted):
        header, first, rows = _begun(sheet, wanted)
        if tables:
            # What is true of the whole book is told once.
            sheet.hidden = ()
        if header is not None and header.found * 2 > header.asked:
            tables.append(_table(sheet, header, rows, wanted, Path(f"{to}.{next(numbers)}")))
        elif header is not None and header.found > most:
            best, most = sheet.name, header.found
        seen += first
    if tables:
        return tables
    if not best:
        raise Refused(missing(seen, wanted))
    sheet = next(sheet for sheet in _sheets(kind, path, wanted) if sheet.name == best)
    header, _, rows = _begun(sheet, wanted)
    return [_table(sheet, header, rows, wanted, Path(f"{to}.0"))] if header is not None else []


def _sheets(kind: str, path: Path, wanted: Wanted) -> Iterator[Sheet]:
    if kind == "book":
        yield from books.sheets(path, wanted)
    else:
        for number, rows in pages.tables(path, wanted.encodings):
            yield Sheet(str(number), rows)


def _begun(sheet: Sheet, wanted: Wanted) -> tuple[Header | None, list[Row], Iterator[tuple[int, list[Any]]]]:
    """The header of a sheet, its first rows as text, and all its rows as values again."""
    kept: list[tuple[int, list[Any]]] = []
    rest = enumerate(sheet.values, 1)

    def looked() -> Iterator[Row]:
        for number, values in rest:
            kept.append((number, values))
            yield number, sheet.text(number, values)

    header, first = begun(looked(), wanted)
    return header, first, chain(kept, rest)


def _table(sheet: Sheet, header: Header, rows: Iterator[tuple[int, list[Any]]], wanted: Wanted, to: Path) -> Plain:
    sheet.know(header, wanted)
    texts = ((number, sheet.text(number, values)) for number, values in rows)
    table = written(header, texts, wanted, to, ragged=True, watch=Watch(sheet.garbled))
    return {
        "name": sheet.name,
        "path": str(to),
        "header": table.titles,
        "first_row": table.first_row,
        "notes": table.notes,
        "left_out": table.left_out,
        "told": [(_plain(said), rows) for said, rows in sheet.told()],
    }


def _plain(said: Message) -> Plain:
    return {"id": said.id, "params": dict(said.params)}
