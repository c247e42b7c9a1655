"""
Tables as an XLSX file: one sheet each, heads frozen, numbers as numbers with a format of their kind.

Text is written as text and nothing else, so that no cell can become a formula or a link. The same tables are the same
bytes: the file carries the day it is given, not the clock.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

from opsctl.rendering.harmless import harmless
from opsctl.rendering.svg.element import ems
from opsctl.rendering.xlsx.table import Cell, Table

_SIGNS = {"CNY": '"￥"', "USD": '"$"'}
_FORMATS = {
    "count": "#,##0",
    "percent": "0.00%",
    "x": '0.00"x"',
    "score": "0.00",
    "seconds": "#,##0",
    "hours": "0.0",
    "days": "0.0",
    "change": "+0.0%;-0.0%;0.0%",
    "share": "0.0%",
    "day": "yyyy-mm-dd",
}
# What Excel takes in one cell and in a sheet's name, and the signs it does not take there.
_MOST_TEXT, _MOST_NAME = 32_767, 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 9.0, 44.0
_FULL = 1.25
_RED, _GREEN = "#B0452C", "#8FBFAE"
_HEADED = {"bold": True, "bg_color": "#F1EEE8", "bottom": 1, "text_wrap": True, "valign": "vcenter"}


def workbook(tables: Sequence[Table], title: str, made: date) -> bytes:
    """The file; `made` is the day it says it was made on."""
    import xlsxwriter

    kept = BytesIO()
    plain = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
    book = xlsxwriter.Workbook(kept, {"in_memory": True, **plain})
    book.set_properties({"title": harmless(title), "created": datetime(made.year, made.month, made.day)})
    names: list[str] = []
    for table in tables:
        names.append(sheet_name(table.name, names))
        _write(book, book.add_worksheet(names[-1]), table)
    book.close()
    return kept.getvalue()


def _write(book: Any, sheet: Any, table: Table) -> None:
    head = book.add_format(_HEADED)
    formats = {kind: book.add_format({"num_format": form}) for kind, form in _FORMATS.items()}
    formats["money"] = book.add_format({"num_format": f"{_SIGNS.get(table.currency, '')}#,##0.00"})
    formats["text"] = book.add_format({"valign": "top"})
    right = book.add_format({**_HEADED, "align": "right"})
    for column, title in enumerate(table.heads):
        numbers = any(not isinstance(row[column].value, str) for row in table.rows)
        _text(sheet, 0, column, title, right if numbers else head)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _put(sheet, number, column, cell, formats[cell.kind])
    below = len(table.rows) + (2 if table.heads else 0)
    for number, note in enumerate(table.notes, below):
        _text(sheet, number, 0, note, book.add_format({"font_color": "#64666D"}))
    for column, width in enumerate(_widths(table)):
        sheet.set_column(column, column, width)
    if table.heads:
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.heads) - 1)
    _bars(book, sheet, table)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _bars(book: Any, sheet: Any, table: Table) -> None:
    """Bars of attainment that end a quarter beyond the target, and what was missed in red."""
    missed = book.add_format({"font_color": _RED, "bold": True})
    for column in table.barred if table.rows else ():
        place = (1, column, len(table.rows), column)
        # An empty cell counts as zero there, and would be missed.
        sheet.conditional_format(*place, {"type": "blanks", "stop_if_true": True})
        sheet.conditional_format(*place, {"type": "cell", "criteria": "<", "value": 1, "format": missed})
        ends = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": _FULL}
        sheet.conditional_format(*place, {"type": "data_bar", "bar_solid": True, "bar_color": _GREEN, **ends})


def _put(sheet: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    value = cell.value
    if value is None:
        return
    if isinstance(value, str):
        _text(sheet, row, column, value, form)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), form)
    else:
        sheet.write_number(row, column, float(Fraction(value)), form)


def _text(sheet: Any, row: int, column: int, text: str, form: Any) -> None:
    shown = harmless(text)
    if len(shown) > _MOST_TEXT:
        shown = shown[: _MOST_TEXT - 1] + "…"
    refused = sheet.write_string(row, column, shown, form)
    assert refused == 0, f"cell {row}, {column} was not written: {refused}"


def _widths(table: Table) -> list[float]:
    """As wide as the longest cell, within reason; a number takes about as much as its head."""
    columns: list[list[str]] = [[head] for head in table.heads]
    for row in table.rows:
        for column, cell in zip(columns, row, strict=True):
            column.append(cell.value if isinstance(cell.value, str) else "0" * 10 if cell.value is not None else "")
    return [min(max(max(ems(text) for text in column) * 1.7 + 2, _NARROWEST), _WIDEST) for column in columns]


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name that Excel takes and no other sheet has; `history` is one of its own."""
    name = _NOT_IN_NAMES.sub(" ", harmless(wanted))[:_MOST_NAME].strip() or "-"
    folded = {each.casefold() for each in taken} | {"history"}
    number, found = 2, name
    while found.casefold() in folded:
        ending = f" {number}"
        found, number = name[: _MOST_NAME - len(ending)] + ending, number + 1
    return found
