"""The workbook holds the same numbers as the JSON, opens in an office suite, and nothing in it is a formula."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from tests.rendering.example import review, workspace

from opsctl.commands.review import ReviewResult, review_of
from opsctl.rendering.review_json import review_json
from opsctl.rendering.xlsx.review_book import review_xlsx
from opsctl.rendering.xlsx.table import Cell, Table
from opsctl.rendering.xlsx.workbook import workbook

ROOT = Path(__file__).resolve().parents[3]
Rows = list[list[Any]]


@pytest.fixture(scope="module")
def found() -> ReviewResult:
    """The example company's week with a miss."""
    return review_of(ROOT / "examples" / "chenhe-home", "weekly", "2026-W46", None, date(2026, 11, 24), None)


def sheets(data: bytes) -> dict[str, Rows]:
    """Every sheet's rows, as calamine reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def number(value: Any) -> float | None:
    """A cell or a JSON text as a number; None where nothing is there."""
    return None if value in ("", None) else float(value)


def same(rows: Rows, column: str, wanted: list[Any]) -> None:
    """The column under that head has these numbers."""
    at = rows[0].index(column)
    read = [number(row[at]) for row in rows[1 : len(wanted) + 1]]
    assert read == pytest.approx([number(each) for each in wanted], abs=1e-6, nan_ok=False), column


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_workbook_says_what_the_json_says(found: ReviewResult, lang: str) -> None:
    data: Any = review_json(found.review)
    book = sheets(review_xlsx(found.workspace, found.review, lang))
    names = list(book)
    heads = {"en": ("actual", "target", "gap", "attained", "numerator", "days known"),
             "zh": ("实际", "目标", "缺口", "达成率", "分子", "有数据的天数")}[lang]  # fmt: skip
    actual, target, gap, share, numerator, known = heads
    figures = book[names[1]]
    assert [row[1] for row in figures[1 : len(data["metrics"]) + 1]] == [row["metric"] for row in data["metrics"]]
    same(figures, actual, [row["actual"]["value"] for row in data["metrics"]])
    same(figures, target, [row["target"] for row in data["metrics"]])
    same(figures, gap, [row["gap"] for row in data["metrics"]])
    same(figures, share, [row["attainment"] for row in data["metrics"]])
    same(figures, numerator, [row["actual"].get("numerator") for row in data["metrics"]])
    same(figures, known, [row["actual"]["days"] for row in data["metrics"]])
    same(book[names[2]], actual, [row["actual"]["value"] for row in data["pace"]])
    same(book[names[2]], share, [row["attainment"] for row in data["pace"]])
    same(book[names[3]], actual, [row["actual"] for row in data["days"]])
    assert [row[0] for row in book[names[3]][1:]] == [date.fromisoformat(row["day"]) for row in data["days"]]
    same(book[names[4]], target, [row["headline"]["target"] for row in data["stores"]])
    assert [row[1] for row in book[names[4]][1:]] == [row["scope"] for row in data["stores"]]


def test_effects_add_up_to_the_gap_in_every_sheet_of_the_split(found: ReviewResult) -> None:
    why = found.review.attribution
    assert why is not None
    book = sheets(review_xlsx(found.workspace, found.review, "en"))
    for name in ("Attribution", "Attribution by store"):
        rows = book[name]
        at = rows[0].index("effect")
        effects = [row[at] for row in rows[1:]]
        assert effects[-1] == pytest.approx(float(why.gap))
        assert sum(effects[:-1]) == pytest.approx(effects[-1])


def test_heads_are_frozen_numbers_formatted_and_attainment_has_bars(found: ReviewResult) -> None:
    book = openpyxl.load_workbook(io.BytesIO(review_xlsx(found.workspace, found.review, "en")))
    sheet = book["Key figures"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref
    assert sheet["C2"].number_format == '"￥"#,##0.00'
    assert sheet["F2"].number_format == "0.0%"
    kinds = {rule.type for rules in sheet.conditional_formatting for rule in rules.rules}
    assert "dataBar" in kinds
    assert not sheet["A2"].value.startswith("=")


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "http://example.org",
    "mailto:a@b.c",
    "\t=1",
    "＝1",
    "{=1}",
    "1e5",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    data = workbook([Table("a", ("head",), ((Cell(text),),), notes=(text,))], text, date(2026, 1, 1))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in xml and "hyperlink" not in xml
    read = openpyxl.load_workbook(io.BytesIO(data)).active
    assert read is not None and read["A2"].data_type == "s"
    assert sheets(data)["a"][1][0].strip() == text.strip().replace("\t", "")


def test_a_hostile_store_is_text(found: ReviewResult) -> None:
    data = review_xlsx(workspace('=HYPERLINK("http://x")'), review(), "zh")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]
    assert '=HYPERLINK("http://x")' in {row[0] for row in sheets(data)["店铺"]}


def test_sheets_have_names_that_excel_takes_and_texts_it_can_hold() -> None:
    long = "很长" * 40_000
    tables = [
        Table(name, ("h",), ((Cell(long),),)) for name in ("a/b:c*d?[e]", "x" * 60, "X" * 60, "History", "", "'q'")
    ]
    names = list(sheets(workbook(tables, "t", date(2026, 1, 1))))
    assert len({name.casefold() for name in names}) == len(tables)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert "history" not in {name.casefold() for name in names}
    assert len(sheets(workbook(tables[:1], "t", date(2026, 1, 1)))[names[0]][1][0]) == 32_767


def test_nothing_known_is_an_empty_cell_and_not_zero() -> None:
    table = Table("a", ("x", "y"), ((Cell(None, "money"), Cell(Fraction(0), "money")),), barred=(0,))
    assert sheets(workbook([table], "t", date(2026, 1, 1)))["a"][1] == ["", 0.0]


def test_the_same_review_is_the_same_bytes(found: ReviewResult) -> None:
    once, again = (review_xlsx(found.workspace, found.review, "zh") for _ in range(2))
    assert once == again


def test_an_office_suite_opens_it_and_keeps_every_number(found: ReviewResult, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no LibreOffice here: apt-get install libreoffice-calc")
    written = tmp_path / "review.xlsx"
    written.write_bytes(review_xlsx(found.workspace, found.review, "zh"))
    command = [office, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to",
               "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(written)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    before, after = sheets(written.read_bytes()), sheets((tmp_path / "out" / "review.xlsx").read_bytes())
    assert list(before) == list(after)
    for name, rows in before.items():
        flat = [cell for row in rows for cell in row if cell != ""]
        again = [cell for row in after[name] for cell in row if cell != ""]
        assert [type(cell) for cell in flat] == [type(cell) for cell in again]
        assert [cell for cell in flat if isinstance(cell, float)] == pytest.approx(
            [cell for cell in again if isinstance(cell, float)]
        )
        assert [cell for cell in flat if not isinstance(cell, float)] == [c for c in again if not isinstance(c, float)]
