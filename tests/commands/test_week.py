"""`opsctl week`: the weekly sheets as a workbook, and what people filled in back in the records."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
import xlwt

from opsctl.cli.app import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
PLAN, REVIEW = "plans/2026-W47/tmall-flagship.md", "reviews/2026-W47/tmall-flagship.md"
Cells = Mapping[tuple[str, str], str | None]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its sheets, which every test copies."""
    folder = tmp_path_factory.mktemp("week")
    shutil.copytree(EXAMPLE, folder / "ws", ignore=shutil.ignore_patterns("*-2025.csv"))
    assert run(["-C", str(folder / "ws"), "week", "sheet", "2026-W47", "-o", str(folder / "week.xlsx")]) == 0
    return folder


@pytest.fixture
def company(exported: Path, tmp_path: Path) -> Path:
    shutil.copytree(exported / "ws", tmp_path / "ws")
    shutil.copy(exported / "week.xlsx", tmp_path / "week.xlsx")
    return tmp_path / "ws"


def books(company: Path) -> Path:
    """Where the workbook of a company lies."""
    return company.parent / "week.xlsx"


def fill(company: Path, cells: Cells) -> None:
    """Write into cells, as a person does."""
    book = openpyxl.load_workbook(books(company))
    for (sheet, cell), text in cells.items():
        book[sheet][cell] = text
    book.save(books(company))


def taken_in(company: Path, *options: str, lang: str = "en") -> int:
    return run(["--lang", lang, "-C", str(company), "week", "import", str(books(company)), *options])


def texts(company: Path) -> dict[str, bytes]:
    """Every plan and review, byte for byte."""
    return {
        str(file.relative_to(company)): file.read_bytes()
        for folder in ("plans", "reviews")
        for file in sorted((company / folder).rglob("*.md"))
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_untouched_workbook_changes_nothing(company: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    before = texts(company)
    assert run(["--lang", lang, "-C", str(company), "week", "sheet", "2026-W47", "-o", str(books(company))]) == 0
    capsys.readouterr()
    assert taken_in(company, "--yes") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Nothing has changed.\n")
    assert texts(company) == before


def test_what_was_filled_in_is_shown_then_written(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(company)
    fill(
        company,
        {
            ("唐丽", "H6"): "完成",
            ("唐丽", "F11"): "排班按白天的咨询量\n晚上的咨询占四成\n没有人看小时数据",
            ("周宇", "H6"): "dropped",
            ("李娜", "H11"): "没达到",
            ("李娜", "I11"): "断货 2 天 → 1 天, 下周再看",
            ("李娜", "C16"): "推广预算周三用完",
            ("李娜", "D16"): "推广费比",
        },
    )
    assert taken_in(company) == 1
    shown = capsys.readouterr()
    assert "Nothing was written; --yes writes the changes: 7." in shown.err
    assert texts(company) == before
    assert taken_in(company, "--dry-run") == 0
    assert texts(company) == before
    assert taken_in(company, "--yes") == 0
    after = texts(company)
    assert {file for file in before if before[file] != after[file]} == {PLAN, REVIEW}
    plan, review = after[PLAN].decode(), after[REVIEW].decode()
    assert "status: dropped}   # 活动页周五关闭\n" in plan and "发到群里, status: done}" in plan
    assert "whys: [排班按白天的咨询量, 晚上的咨询占四成, 没有人看小时数据]}" in review
    assert "  - {id: C3, metric: ad_cost_ratio, because: 推广预算周三用完}\naccepted:" in review
    assert '  - {action: A014, verdict: not_met, evidence: "断货 2 天 → 1 天, 下周再看"}' in review
    assert run(["-C", str(company), "check"]) == 0
    capsys.readouterr()
    assert taken_in(company, "--yes") == 0
    assert capsys.readouterr().err == "Nothing has changed.\n"
    assert texts(company) == after


def test_a_verdict_that_nobody_gave_yet_makes_its_entry(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = company / REVIEW
    gone = "verdicts:\n  - {action: A014, verdict: met, evidence: 断货 2 天 → 0 天}\n"
    page.write_text(page.read_text("utf-8").replace(gone, ""), "utf-8")
    assert run(["-C", str(company), "week", "sheet", "2026-W47", "-o", str(books(company)), "--scope",
                "tmall-flagship"]) == 0  # fmt: skip
    fill(company, {("李娜", "I11"): "断货 2 天 → 0 天"})
    assert taken_in(company, "--yes", lang="zh") == 1
    assert "李娜!H11: 这一行填了一部分，还缺“结论”" in capsys.readouterr().err
    fill(company, {("李娜", "H11"): "met"})
    assert taken_in(company, "--yes") == 0
    made = 'verdicts:\n  - {action: A014, verdict: met, evidence: "断货 2 天 → 0 天"}\n---\n'
    assert made in page.read_text("utf-8")


TROUBLES: list[tuple[tuple[str, str], str | None, str, str]] = [
    (("唐丽", "H6"), "搞定", "“搞定”不在列表里；可选：未开始、进行中、完成、取消", "choose to do, doing"),
    (("唐丽", "H6"), None, "“未开始”被清空了，但这里不能空", "“to do” was removed, but this cannot be empty"),
    (("唐丽", "C6"), "别的", "但这一列不能在这里改；请改 plans/2026-W47/", "but this column is not changed here"),
    (("唐丽", "H6"), '=IF(1,"完成","")', "这里是公式或出错的值（=IF(1,\"完成\",\"\")）", "opsctl trusts no formula"),
    (("唐丽", "C11"), None, "但这里不能空；要删掉这一条，请改 reviews/", "to remove the entry, change reviews/"),
    (("唐丽", "H5"), "状态", "表头里没有“做了吗”这一列", "the head has no column “Done?”"),
    (("唐丽", "C7"), "再加一件", "这一行不是导出的", "this row was not exported"),
    (("李娜", "C16"), "没写指标", "还缺“指标”", "“Metric” is missing"),
    (("李娜", "D16"), "不存在的指标", "“不存在的指标”不在列表里", "is not in the list"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "text", "chinese", "english"), TROUBLES)
def test_what_is_wrong_is_told_by_cell_in_the_readers_language(
    company: Path,
    capsys: pytest.CaptureFixture[str],
    cell: tuple[str, str],
    text: str | None,
    chinese: str,
    english: str,
) -> None:
    before = texts(company)
    if cell == ("唐丽", "C7"):
        book = openpyxl.load_workbook(books(company))
        book["唐丽"].insert_rows(7)
        book.save(books(company))
    fill(company, {cell: text, ("周宇", "H6"): "完成"})
    for lang, words in (("zh", chinese), ("en", english)):
        assert taken_in(company, "--yes", lang=lang) == 1
        lines = capsys.readouterr().err.splitlines()
        assert words in lines[0]
        assert lines[0].startswith(
            f"{cell[0]}!{'B5' if cell[1] == 'H5' else 'D16' if text == '没写指标' else cell[1]}: "
        )
        assert len(lines) == 2
    assert texts(company) == before


def test_all_that_is_wrong_is_told_at_once(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(company, {("唐丽", "H6"): "搞定", ("周宇", "H6"): "?", ("赵敏", "H6"): "!"})
    assert taken_in(company, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)["data"]
    assert [each["cell"] for each in data["troubles"]] == ["唐丽!H6", "赵敏!H6", "周宇!H6"]
    assert data["changes"] == [] and data["written"] is False


def test_a_value_that_both_changed_is_a_conflict_and_another_is_none(
    company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = company / PLAN
    text = page.read_text("utf-8")
    page.write_text(
        text.replace("status: doing", "status: done").replace("due: 2026-11-21", "due: 2026-11-22"), "utf-8"
    )
    fill(company, {("周宇", "H6"): "取消", ("唐丽", "H6"): "进行中"})
    before = texts(company)
    assert taken_in(company, "--yes", lang="zh") == 1
    said = capsys.readouterr().err
    assert f"导出之后改过：{PLAN}；" in said
    assert f"周宇!H6: 表里把“进行中”改成了“取消”，但导出之后 {PLAN} 里改成了“完成”；" in said
    assert "1 处有问题，什么都没有写。" in said
    assert texts(company) == before
    fill(company, {("周宇", "H6"): "完成"})
    assert taken_in(company, "--yes") == 0
    assert "due: 2026-11-22, serves: inquiry_cvr, done_when: 排班表发到群里, status: doing}" in page.read_text("utf-8")


def test_an_entry_that_is_gone_or_was_explained_meanwhile(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = company / PLAN
    lines = page.read_text("utf-8").splitlines(keepends=True)
    page.write_text("".join(line for line in lines if "T035" not in line), "utf-8")
    assert taken_in(company, "--yes") == 0
    fill(company, {("唐丽", "H6"): "完成"})
    assert taken_in(company, "--yes") == 1
    assert "唐丽!H6: “完成” was filled in, but this entry is no longer in the records" in capsys.readouterr().err


def test_a_final_review_takes_nothing(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(company), "week", "sheet", "2026-W46", "-o", str(books(company))]) == 0
    book = openpyxl.load_workbook(books(company))
    assert book["唐丽"]["H12"].value == "没达到" and book["唐丽"]["H12"].protection.locked
    fill(company, {("唐丽", "H12"): "达到"})
    assert taken_in(company, "--yes", lang="zh") == 1
    assert "唐丽!H12: 不能把“没达到”改成“达到”：reviews/2026-W46/tmall-flagship.md 的状态是 closed，已经定稿" in (
        capsys.readouterr().err
    )


def _sorted(book: openpyxl.Workbook) -> None:
    sheet = book["李娜"]
    for left, right in zip(sheet[16], sheet[17], strict=True):
        left.value, right.value = right.value, left.value


def _column(book: openpyxl.Workbook) -> None:
    book["周宇"].insert_cols(4)
    book["周宇"]["D6"] = "我的备注"


def _renamed(book: openpyxl.Workbook) -> None:
    book["周宇"].title = "Zhou"
    book.move_sheet("Zhou", -3)


def _extra(book: openpyxl.Workbook) -> None:
    book.create_sheet("草稿")["A1"] = "=1+1"


@pytest.mark.parametrize("harmless", [_sorted, _column, _renamed, _extra])
def test_what_people_do_to_sheets_changes_nothing(
    company: Path, capsys: pytest.CaptureFixture[str], harmless: Callable[[openpyxl.Workbook], None]
) -> None:
    before = texts(company)
    book = openpyxl.load_workbook(books(company))
    harmless(book)
    book.save(books(company))
    assert taken_in(company, "--yes") == 0
    assert capsys.readouterr().err == "Nothing has changed.\n"
    assert texts(company) == before


def test_lines_that_are_missing_stay_as_they_are(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(books(company))
    book["周宇"].delete_rows(6)
    book.save(books(company))
    assert taken_in(company, "--yes") == 0
    assert "Lines missing from the workbook: 1;" in capsys.readouterr().err


def test_merged_cells_and_a_row_twice_are_told(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(books(company))
    book["周宇"].merge_cells("C11:D11")
    for number in range(1, 9):
        book["唐丽"].cell(7, number).value = book["唐丽"].cell(6, number).value
    book.save(books(company))
    assert taken_in(company, "--yes", lang="zh") == 1
    said = capsys.readouterr().err
    assert "周宇!C11: 这里的单元格合并到了 D11" in said
    assert "唐丽!B7: 这一行在 唐丽!B6 已经有了" in said


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet99.xml", b"<worksheet>" + b" " * (1 << 25))


def _xls(path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "b")
    book.save(str(path))


def _meta(cell: str, text: str | None) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        book["_meta"][cell] = text
        book.save(path)

    return change


def _no_meta(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book["_meta"]
    book.save(path)


BAD = {
    "cut": (_cut, "工作簿已损坏"),
    "bomb": (_bomb, "大得不合常理"),
    "xls": (_xls, "这不是 .xlsx 工作簿"),
    "text": (lambda path: path.write_text("编号,做什么\n", "utf-8"), "这不是 .xlsx 工作簿"),
    "page": (lambda path: path.write_text("<table><tr><td>1", "utf-8"), "这不是 .xlsx 工作簿"),
    "empty": (lambda path: path.write_bytes(b""), "空"),
    "missing": (lambda path: path.unlink(), "没有这个文件"),
    "no meta": (_no_meta, "_meta 表被删了"),
    "version": (_meta("B1", "7"), "这个工作簿是第 7 版的"),
    "kind": (_meta("C2", "target"), "这是“target”表"),
    "workspace": (_meta("C3", "别家"), "属于另一个工作区（别家）"),
    "period": (_meta("C4", "2026-13"), "2026-13"),
    "facts": (_meta("A2", None), "_meta 表被删了"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_workbook_ends_in_a_sentence(company: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    spoil, words = BAD[name]
    spoil(books(company))
    before = texts(company)
    assert taken_in(company, "--yes", lang="zh") == 2
    said = capsys.readouterr()
    assert words in said.err and said.out == "" and "Traceback" not in said.err
    assert texts(company) == before


def test_a_week_without_anything_and_what_is_no_week(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = ["-o", str(company.parent / "none.xlsx")]
    assert run(["--lang", "en", "-C", str(company), "week", "sheet", "2026-W02", *to]) == 2
    assert "Nothing is to be filled in for 2026-W02" in capsys.readouterr().err
    assert run(["--lang", "en", "-C", str(company), "week", "sheet", "2026-11", *to]) == 2
    assert "2026-11 is no week" in capsys.readouterr().err
    assert not (company.parent / "none.xlsx").exists()


def test_the_workbook_is_locked_but_for_what_may_be_written(company: Path) -> None:
    book = openpyxl.load_workbook(books(company))
    assert [sheet.title for sheet in book] == ["李娜", "唐丽", "赵敏", "周宇", "_lists", "_meta"]
    assert [sheet.sheet_state for sheet in book][-2:] == ["veryHidden", "veryHidden"]
    sheet = book["唐丽"]
    assert sheet.protection.sheet and sheet.freeze_panes == "C3" and sheet.column_dimensions["A"].hidden
    free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert free == {"H6", "C11", "E11", "F11"}
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules.keys() == {"H6", "E11"} and rules["H6"] == "'_lists'!$A$1:$A$4"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_another_program_saved_comes_back_the_same(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def saved_again() -> None:
        command = ["soffice", f"-env:UserInstallation=file://{company.parent}/profile", "--headless", "--convert-to",
                   "xlsx", "--outdir", str(company.parent / "again"), str(books(company))]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        shutil.copy(company.parent / "again" / "week.xlsx", books(company))

    saved_again()
    assert taken_in(company, "--yes") == 0
    assert capsys.readouterr().err == "Nothing has changed.\n"
    fill(company, {("唐丽", "H6"): "完成", ("唐丽", "F11"): "一\n二", ("李娜", "C16"): "甲", ("李娜", "D16"): "访客数"})
    assert taken_in(company, "--dry-run") == 0
    shown = capsys.readouterr().out
    saved_again()
    assert taken_in(company, "--dry-run") == 0
    assert capsys.readouterr().out == shown
    assert "+  - {id: C3, metric: visitors, because: 甲}" in shown and "whys: [一, 二]" in shown
