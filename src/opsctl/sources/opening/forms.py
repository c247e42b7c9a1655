"""A workbook that people filled in, cell by cell: texts, and where formulas, errors and merged cells are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from opsctl.diagnostics import message
from opsctl.forms.tabs import Tab
from opsctl.sources.opening.cells import AS_TEXT
from opsctl.sources.opening.files import Refused
from opsctl.sources.opening.kinds import kind
from opsctl.sources.opening.limits import apart
from opsctl.sources.opening.scan import looked_over

# Far more than any form has.
_MOST_BYTES, _MOST_CELLS = 1 << 25, 2_000_000
_OUR_WORDS = {
    "opening.broken_zip": "forms.cut",
    "opening.broken_book": "forms.cut",
    "opening.bomb": "forms.too_large",
    "opening.too_much": "forms.too_large",
    **{f"opening.{each}": "forms.no_xlsx" for each in ("other_kind", "old_book", "xml_book", "no_book")},
}


def tabs(path: Path) -> tuple[Tab, ...]:
    """The sheets of an XLSX workbook, read in a process of its own; raises Refused for any other file."""
    try:
        return tuple(tab(each) for each in _apart(path))
    except Refused as refused:
        # What a source's export may become instead, a form may not.
        raise Refused(message(_OUR_WORDS[refused.said.id])) if refused.said.id in _OUR_WORDS else refused from None


def _apart(path: Path) -> list[dict[str, Any]]:
    if path.stat().st_size > _MOST_BYTES:
        raise Refused(message("forms.too_large"))
    if kind(path) != "book" or not _is_xlsx(path):
        raise Refused(message("forms.no_xlsx"))
    return apart("form", path, {}, "")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The sheets as plain values; for the process that reads."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    seen, cells = looked_over(path, every_formula=True), 0
    try:
        with path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as book:
            for name in [each.name for each in book.sheets_metadata if "WorkSheet" in str(each.typ)]:
                sheet = book.get_sheet_by_name(name)
                found = list(_cells(sheet))
                cells += len(found)
                if cells > _MOST_CELLS:
                    raise Refused(message("opening.too_much"))
                odd = [[*spot, unescape(text)] for spot, text in sorted(seen.lost.get(name, {}).items())]
                merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
                yield {"name": name, "cells": found, "odd": odd, "merged": merged}
    except PasswordError:
        raise Refused(message("opening.password")) from None
    except (CalamineError, ValueError, OSError, OverflowError):
        raise Refused(message("opening.broken_book")) from None


def _cells(sheet: Any) -> Iterator[list[Any]]:
    if sheet.start is None:
        return
    for row, values in enumerate(sheet.iter_rows()):
        for column, value in enumerate(values, sheet.start[1]):
            text = value if type(value) is str else AS_TEXT[type(value)](value)
            if text:
                yield [row, column, text]


def _is_xlsx(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def tab(plain: dict[str, Any]) -> Tab:
    """A sheet from the plain values that `read` gives."""
    return Tab(
        plain["name"],
        {(row, column): text for row, column, text in plain["cells"]},
        {(row, column): text for row, column, text in plain["odd"]},
        tuple((top, left, bottom, right) for top, left, bottom, right in plain["merged"]),
    )
