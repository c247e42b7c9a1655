"""Forms of files: text with an encoding, xlsx and legacy xls; and the ways platforms write numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
import xlwt

from ..exports import yuan

Row = Sequence[object]
Table = list[Row]
BOM = "\ufeff"


def commas(cents: int) -> str:
    """Money with thousands commas: 12,345.60."""
    return f"{cents // 100:,}.{cents % 100:02d}"


def thousands(number: int) -> str:
    """A count with thousands commas."""
    return f"{number:,}"


def percent(hundredths: int) -> str:
    """Hundredths of a percent: 1234 is 12.34%."""
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def money(sign: str, cents: int) -> str:
    """Money behind a currency sign, a minus before it."""
    return ("-" if cents < 0 else "") + sign + commas(abs(cents))


def plain(cents: int) -> str:
    """Money as a plain decimal with its sign."""
    return ("-" if cents < 0 else "") + yuan(abs(cents))


def rows(header: Sequence[str], cells: Sequence[Mapping[str, object]], blank: object = "-") -> Table:
    """The header and a row per mapping; columns it does not have are blank. Unknown columns are a mistake."""
    unknown = {name for one in cells for name in one} - set(header)
    if unknown:
        raise ValueError(f"no such column: {unknown}")
    return [header, *([one.get(name, blank) for name in header] for one in cells)]


def text(table: Table, encoding: str = "utf-8", *, bom: bool = False, end: str = "\r\n") -> bytes:
    """A comma-separated text file."""
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerows(table)
    return ((BOM if bom else "") + out.getvalue()).encode(encoding)


def xlsx(sheets: Mapping[str, Table], merged: Sequence[tuple[int, int, int, int, str]] = ()) -> bytes:
    """A workbook; merged areas (first row and column, last row and column, text) lie in its first sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2026, 11, 22)})
    for at, (name, table) in enumerate(sheets.items()):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(table):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
        for area in merged if at == 0 else ():
            sheet.merge_range(*area)
    book.close()
    return out.getvalue()


def xls(sheets: Mapping[str, Table]) -> bytes:
    """A legacy workbook (BIFF), as Sycm still writes."""
    book: Any = xlwt.Workbook(encoding="utf-8")
    for name, table in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(table):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
