"""Workbooks: cells as people see them, sheets by name or by fit, and nothing that a reader would lose unsaid."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile import badinputs
from tests.sources.opening.making import ROWS, TITLES, chinese, refused, rows, table, tables, xls, xlsx
from tests.sources.reading import read, values

from opsctl.sources.opening.cells import shown
from opsctl.sources.opening.files import DataFile, Unusable

TABLE = [TITLES, *ROWS]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (0.1 + 0.2, "0.3"),
        (1234.5, "1234.5"),
        (100.0, "100"),
        (-7, "-7"),
        (1e-7, "0.0000001"),
        (123456789012345.0, "123456789012345"),
        (6012345678901234567.0, "6.01234567890123E+18"),
        (True, "TRUE"),
        (date(2026, 1, 5), "2026-01-05"),
        (datetime(2026, 1, 5), "2026-01-05"),
        (datetime(2026, 1, 5, 15, 40, 59, 999_997), "2026-01-05 15:41:00"),
        (datetime(2026, 1, 5, 23, 59, 59, 999_999), "2026-01-06"),
        (time(0, 3, 12), "00:03:12"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
        (timedelta(seconds=-5), "-00:00:05"),
        ("=cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"),
    ],
)
def test_a_cell_is_the_text_a_person_sees(value: Any, seen: str) -> None:
    assert shown(value) == seen


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_amounts_of_fifteen_digits_survive_a_workbook_exactly(amount: Decimal) -> None:
    assert Decimal(shown(float(amount))) == amount


@pytest.mark.parametrize("make", [xlsx, xls])
def test_typed_cells_of_a_real_workbook(tmp_path: Path, make: Any) -> None:
    mapping = chinese()
    content = make({"店铺": [TITLES, ["2026-06-01", "晨禾旗舰店", 0.1 + 0.2, 1234567.891]]})
    assert rows(table(tmp_path, mapping, "a.xls", content)) == [["2", "2026-06-01", "晨禾旗舰店", "0.3", "1234567.891"]]


def test_days_moments_and_serial_numbers(tmp_path: Path) -> None:
    days: list[Any] = [date(2026, 6, 1), datetime(2026, 6, 2, 8, 30), 46176, 46177.5, "2026/6/5", 20260606]
    content = xlsx({"店铺": [TITLES, *([day, "晨禾旗舰店", 46176, 1] for day in days)]})
    found = table(tmp_path, chinese(), "a.xlsx", content)
    assert [row[1] for row in rows(found)] == [
        "2026-06-01", "2026-06-02 08:30:00", "2026-06-03", "2026-06-04 12:00:00", "2026/6/5", "20260606",
    ]  # fmt: skip
    assert {row[3] for row in rows(found)} == {"46176"}
    assert [(told.message.id, told.rows) for told in found.told] == [("opening.serial_days", 2)]
    facts = read(tmp_path, chinese(files="a.xlsx"), {})
    assert sorted(values(facts, "north", "gmv_paid")) == ["06-01", "06-02", "06-03", "06-04", "06-05", "06-06"]
    assert "opening.serial_days" in [trouble.message.id for trouble in facts.troubles]


def test_errors_and_unfinished_formulas_are_not_blank(tmp_path: Path) -> None:
    sheet = [TITLES, ["2026-06-01", "晨禾旗舰店", "#N/A", "=SUM(C1:C9)"], ["2026-06-02", "晨禾旗舰店", 5, "#DIV/0!"]]
    found = table(tmp_path, chinese(), "a.xlsx", xlsx({"说明": [["x"]], "店铺": sheet}))
    assert [row[3:] for row in rows(found)] == [["#N/A", "=SUM(C1:C9)"], ["5", "#DIV/0!"]]
    facts = read(tmp_path, chinese(files="*.xlsx"), {})
    assert values(facts, "north", "visitors") == {"06-02": "5"}
    assert values(facts, "north", "gmv_paid") == {}


def test_what_a_program_wrote_before_excel_worked_it_out_is_no_zero(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("店铺")
        sheet.write_row(0, 0, TITLES)
        sheet.write_row(1, 0, ["2026-06-01", "晨禾旗舰店", 7])
        sheet.write_formula(1, 3, "=C2*2")
        sheet.write_row(2, 0, ["2026-06-02", "晨禾旗舰店", 7])
        sheet.write_formula(2, 3, "=C3*2", None, 14)
    facts = read(tmp_path, chinese(files="a.xlsx"), {})
    assert values(facts, "north", "gmv_paid") == {"06-02": "14"}


def test_errors_of_an_old_workbook_are_not_blank(tmp_path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("店铺")
    for at, row in enumerate(TABLE):
        for column, value in enumerate(row):
            sheet.write(at, column, value)
    sheet.row(3).set_cell_text(0, "2026-06-03")
    sheet.row(3).set_cell_text(1, "晨禾旗舰店")
    sheet.row(3).set_cell_number(2, 4)
    sheet.row(3).set_cell_error(3, 42)
    out = BytesIO()
    book.save(out)
    found = table(tmp_path, chinese(), "a.xls", out.getvalue())
    assert rows(found)[-1] == ["4", "2026-06-03", "晨禾旗舰店", "4", "#N/A"]


def test_ids_typed_as_numbers_are_told(tmp_path: Path) -> None:
    content = xlsx({"店铺": [TITLES, ["2026-06-01", 6012345678901234567, 1, 1]]})
    found = table(tmp_path, chinese(), "a.xlsx", content)
    assert rows(found)[0][2] == "6.01234567890123E+18"
    (told,) = found.told
    assert (told.message.id, dict(told.message.params)["column"]) == ("opening.cut_numbers", "店铺名称")


def test_every_sheet_that_fits_is_read_and_no_other(tmp_path: Path) -> None:
    june, july = TABLE, [["日报"], TITLES, ["2026-07-01", "晨禾旗舰店", 1, 2]]
    content = xlsx({"说明": [["本表由系统导出"]], "6月": june, "7月": july, "字典": [["支付金额", "含义"], ["a", "b"]]})
    found = tables(tmp_path, chinese(), "a.xlsx", content)
    assert [(one.name, one.first_row) for one in found if isinstance(one, DataFile)] == [
        ("a.xlsx › 6月", 2),
        ("a.xlsx › 7月", 3),
    ]
    facts = read(tmp_path, chinese(files="a.xlsx"), {})
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "90", "07-01": "1"}


def test_a_sheet_that_nearly_fits_is_not_left_out_in_silence(tmp_path: Path) -> None:
    renamed = [["统计日期", "店铺名称", "访客数", "成交额"], ["2026-07-01", "晨禾旗舰店", 1, 2]]
    facts = read(tmp_path, chinese(files="a.xlsx"), {"a.xlsx": xlsx({"6月": TABLE, "7月": renamed})})
    assert [trouble.file for trouble in facts.troubles if trouble.message.id.startswith("sources.no_column")] == [
        "a.xlsx › 7月"
    ]


def test_hidden_sheets_are_left_alone_and_told(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx({"店铺": TABLE, "备份": TABLE})))
    book["备份"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    (only,) = tables(tmp_path, chinese(), "a.xlsx", out.getvalue())
    assert isinstance(only, DataFile)
    (told,) = only.told
    assert (only.name, told.message.id, dict(told.message.params)) == (
        "a.xlsx",
        "sources.hidden_sheets",
        {"count": "1", "names": "备份"},
    )


def test_rows_and_columns_before_the_table_keep_their_numbers(tmp_path: Path) -> None:
    sheet: list[list[Any]] = [
        [],
        [],
        [None, *TITLES],
        [None, *ROWS[0], None, "旁注"],
        [],
        [None, *ROWS[1]],
        [None, "注：去重"],
    ]
    found = table(tmp_path, chinese(), "a.xlsx", xlsx({"店铺": sheet}))
    assert [row[0] for row in rows(found)] == ["4", "6"]
    assert (found.header, found.first_row, found.notes) == (tuple(TITLES), 4, ("注：去重",))


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            whole = before.read(name)
            assert name != part or old in whole
            after.writestr(name, whole.replace(old, new, 1) if name == part else whole)
    return out.getvalue()


def test_numbers_are_no_days_where_days_count_from_1904(tmp_path: Path) -> None:
    content = changed(
        xlsx({"店铺": [TITLES, [46176, "晨禾旗舰店", 1, 1]]}),
        "xl/workbook.xml",
        b"<workbookPr",
        b'<workbookPr date1904="1"',
    )
    assert rows(table(tmp_path, chinese(), "a.xlsx", content))[0][1] == "46176"


SHEET = "xl/worksheets/sheet1.xml"
LYING_ROW = b'<row r="9"><c r="A1048576"><v>1</v></c><c r="XFD9"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (b"<worksheet", b"<!DOCTYPE x><worksheet", "opening.broken_book"),
        (b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', "opening.bomb"),
        (b"</sheetData>", LYING_ROW, "opening.too_much"),
        (b"</sheetData>", b'<row><c t="e"><v>#N/A</v></c></row></sheetData>', "opening.error_cells"),
        (b"</sheetData>", b"<c " * 40_000_000 + b"</sheetData>", "opening.bomb"),
    ],
    ids=["doctype", "far", "lying-row", "error-without-place", "cells"],
)  # fmt: skip
def test_a_workbook_that_wants_too_much_is_stopped(tmp_path: Path, old: bytes, new: bytes, kind: str) -> None:
    content = changed(xlsx({"店铺": TABLE}), SHEET, old, new)
    assert refused(tmp_path, chinese(), "a.xlsx", content)[0] == kind


def test_a_reader_that_dies_is_a_sentence(tmp_path: Path) -> None:
    content = badinputs.xlsx_bomb(200)
    (found,) = tables(tmp_path, chinese(), "a.xlsx", content)
    assert isinstance(found, Unusable) and found.message.id in ("opening.bomb", "opening.too_much")
