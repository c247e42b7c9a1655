"""
A form as an XLSX file that people fill in: heads frozen, what may be written in colour, all else locked.

Choices come from a hidden sheet, because a list inside a cell's rule ends at 255 characters. The first column of each
sheet, hidden too, has the id of every line; a sheet that is very hidden has what every cell said when the file left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

from opsctl.forms.celltext import as_cell
from opsctl.forms.form import Choice, Column, Form, Line, Page, Part
from opsctl.forms.passport import END, HEAD, LISTS, SHEET, passport_rows
from opsctl.forms.tabs import letters
from opsctl.locales import say, tell
from opsctl.rendering.svg.element import ems
from opsctl.rendering.xlsx.workbook import sheet_name

_WIDTHS = (0.0, 8.0, 36.0, 14.0, 22.0, 32.0, 16.0, 14.0, 36.0)
_LINE_HEIGHT, _TITLE_HEIGHT = 15.5, 24
_TITLE_ROWS = 2
_PAPER = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#D9D5CC"}
_FORMATS = {
    "title": {"bold": True, "font_size": 14},
    "hint": {"font_color": "#64666D"},
    "part": {"bold": True, "font_size": 12},
    "head": {**_PAPER, "bold": True, "bg_color": "#F1EEE8"},
    "fixed": {**_PAPER, "font_color": "#4A4C52", "num_format": "@"},
    # Text, so that what is typed comes back as it was typed: 12% does not become 0.12.
    "open": {**_PAPER, "bg_color": "#FFF8DC", "locked": False, "num_format": "@"},
}
_MAY = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}

Lists = Mapping[tuple[Choice, ...], str]


def form_book(form: Form, lang: str, made: date) -> bytes:
    """The file's bytes; `made` is the day it says it was made on."""
    import xlsxwriter

    kept = BytesIO()
    plain = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
    book = xlsxwriter.Workbook(kept, {"in_memory": True, **plain})
    book.set_properties({"title": form.workspace, "created": datetime(made.year, made.month, made.day)})
    formats = {name: book.add_format(form_) for name, form_ in _FORMATS.items()}
    names = [SHEET, LISTS]
    sheets = []
    for page in form.pages:
        names.append(sheet_name(tell(lang, page.name), names))
        sheets.append(book.add_worksheet(names[-1]))
    lists = _lists(book, form, lang)
    for page, sheet in zip(form.pages, sheets, strict=True):
        _page(sheet, page, formats, lists, lang)
    hidden = book.add_worksheet(SHEET)
    for number, row in enumerate(passport_rows(form)):
        for column, text in enumerate(row):
            _text(hidden, number, column, text)
    hidden.very_hidden()
    book.close()
    return kept.getvalue()


def _lists(book: Any, form: Form, lang: str) -> Lists:
    """Every list of choices as a column of the hidden sheet, and the range it stands in."""
    sheet = book.add_worksheet(LISTS)
    found: dict[tuple[Choice, ...], str] = {}
    for choices in _open_choices(form):
        at = letters(len(found))
        for number, choice in enumerate(choices):
            _text(sheet, number, len(found), as_cell(tell(lang, choice.word)))
        found[choices] = f"='{LISTS}'!${at}$1:${at}${len(choices)}"
    sheet.very_hidden()
    return found


def _open_choices(form: Form) -> Iterator[tuple[Choice, ...]]:
    """The lists that some cell is chosen from, each once."""
    parts = [part for page in form.pages for part in page.parts]
    yield from dict.fromkeys(
        column.choices
        for part in parts
        for column in part.columns
        if column.choices and any(line.may_change(column) for line in part.shown)
    )


def _page(sheet: Any, page: Page, formats: Mapping[str, Any], lists: Lists, lang: str) -> None:
    _text(sheet, 0, 1, as_cell(tell(lang, page.title)), formats["title"])
    _text(sheet, 1, 1, say(lang, "forms.how"), formats["hint"])
    sheet.set_row(0, _TITLE_HEIGHT)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, None, {"hidden": True} if not column else {})
    row = _TITLE_ROWS
    for part in page.parts:
        if part.shown:
            row = _part(sheet, part, row + 1, formats, lists, lang)
    sheet.freeze_panes(_TITLE_ROWS, 2)
    sheet.protect("", _MAY)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _part(sheet: Any, part: Part, row: int, formats: Mapping[str, Any], lists: Lists, lang: str) -> int:
    """A part from that row on; gives back the row behind it."""
    _text(sheet, row, 1, as_cell(tell(lang, part.title)), formats["part"])
    _text(sheet, row + 1, 0, f"{HEAD}{part.name}")
    for at, column in enumerate(part.columns, 1):
        _text(sheet, row + 1, at, as_cell(tell(lang, column.title)), formats["head"])
    number = row + 1
    for line in part.shown:
        number += 1
        _text(sheet, number, 0, line.id)
        _line(sheet, number, part, line, formats, lists, lang)
    _text(sheet, number + 1, 0, f"{END}{part.name}")
    return number + 2


def _line(sheet: Any, number: int, part: Part, line: Line, formats: Mapping[str, Any], lists: Lists, lang: str) -> None:
    height = 1.0
    for at, column in enumerate(part.columns, 1):
        shown = _shown(column, as_cell(line.values.get(column.key, "")), lang)
        is_open = line.may_change(column)
        _text(sheet, number, at, shown, formats["open" if is_open else "fixed"])
        height = max(height, sum(-(-ems(each) * 1.75 // _WIDTHS[min(at, len(_WIDTHS) - 1)]) or 1
                                 for each in shown.split("\n")))  # fmt: skip
        if is_open and column.choices:
            said = {
                "error_title": say(lang, "forms.choose"), "error_message": say(lang, "forms.choose_hint"),
            }  # fmt: skip
            sheet.data_validation(number, at, number, at, {"validate": "list", "source": lists[column.choices], **said})
    sheet.set_row(number, height * _LINE_HEIGHT + 4)


def _shown(column: Column, value: str, lang: str) -> str:
    word = next((choice.word for choice in column.choices if choice.value == value), None)
    return value if word is None else as_cell(tell(lang, word))


def _text(sheet: Any, row: int, column: int, text: str, form: Any = None) -> None:
    refused = sheet.write_string(row, column, text, form) if text else sheet.write_blank(row, column, None, form)
    assert refused == 0, f"cell {row}, {column} was not written: {refused}"
