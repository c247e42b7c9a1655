"""What a file is: decided by its content, for every container people have, and refused in one sentence else."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.sources.opening.making import ROWS, TITLES, chinese, refused, rows, table, tables, text, xls, xlsx
from tests.sources.reading import read, said, values

from opsctl.locales import tell
from opsctl.sources.opening.files import DataFile, Unusable

TABLE = [TITLES, *ROWS]
CSV = text(TABLE)
HTML = (
    '<html><head><meta charset="utf-8"></head><body><table border=1><tr><th colspan="4">店铺日报 &amp; 明细</th></tr>'
    "<tr><td>统计日期</td><td>店铺名称<td>访客数</td><td>支付金额</td></tr>"
    "<tr><td>2026-06-01</td><td>晨禾&#26071;舰店</td><td>100</td><td> 10.25</td></tr>"
    "<tr><td>2026-06-02<td>晨禾旗舰店<td>90<td>8.5</table></body></html>"
)


def zipped(files: dict[str, bytes | str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a.txt", "a"])
@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.encode("gb18030"),
        ("\ufeff" + CSV).encode(),
        ("\ufeff" + text(TABLE, "\t")).encode("utf-16-le"),
        text(TABLE, "\t").encode(),
        text(TABLE, ";").encode("gb18030"),
        text(TABLE, "|").encode(),
        xlsx({"店铺": TABLE}),
        xls({"店铺": TABLE}),
        HTML.encode(),
        HTML.encode("gb18030"),
        zipped({"店铺.csv": CSV}),
        zipped({"导出/店铺.xlsx": xlsx({"店铺": TABLE}), "__MACOSX/._店铺.xlsx": b"\0"}),
    ],
    ids=[
        "utf8",
        "gb18030",
        "bom",
        "utf16",
        "tab",
        "semicolon",
        "bar",
        "xlsx",
        "xls",
        "html",
        "html-gb",
        "zip",
        "zip-xlsx",
    ],
)
def test_one_table_in_every_container_under_any_name(tmp_path: Path, name: str, content: bytes) -> None:
    facts = read(tmp_path, chinese(files=name), {name: content})
    assert facts.troubles == ()
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "90"}
    assert values(facts, "north", "gmv_paid") == {"06-01": "10.25", "06-02": "8.5"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x1f\x8b\x08" + bytes(50), "opening.other_kind"),
        (b"Rar!\x1a\x07" + bytes(50), "opening.other_kind"),
        (b"%PDF-1.7\n", "opening.other_kind"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "opening.old_book"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "opening.xml_book"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "opening.no_book"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
            "opening.password",
        ),
        (zipped({"a.zip": zipped({"a.csv": CSV})}), "opening.nested_zip"),
        (zipped({"../a.csv": CSV}), "opening.zip_path"),
        (zipped({"/etc/a.csv": CSV}), "opening.zip_path"),
        (zipped({"empty/": ""}), "opening.empty_zip"),
        (zipped({"a.csv": bytes(40_000_000)}), "opening.bomb"),
        (zipped({"a.csv": CSV})[:-30], "opening.broken_zip"),
        (b"", "sources.empty"),
        (b"<html><body>no table</body></html>", "sources.empty"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, content: bytes, kind: str) -> None:
    found = tables(tmp_path, chinese(), "a.xls", content)
    (last,) = found
    assert isinstance(last, Unusable)
    assert last.message.id == kind
    assert tell("zh", last.message) and tell("en", last.message)


def test_several_files_of_an_archive_are_several_tables(tmp_path: Path) -> None:
    other = text([TITLES, ["2026-06-03", "晨禾旗舰店", 5, 1]])
    content = zipped({"一月.csv": CSV.encode("gb18030"), "二月.csv": other})
    found = tables(tmp_path, chinese(), "a.zip", content)
    assert [one.name for one in found] == ["a.zip › 一月.csv", "a.zip › 二月.csv"]
    assert values(read(tmp_path, chinese(files="a.zip"), {}), "north", "visitors") == {
        "06-01": "100",
        "06-02": "90",
        "06-03": "5",
    }


def test_a_name_in_an_archive_without_the_utf8_mark_is_still_chinese(tmp_path: Path) -> None:
    content = zipped({"XX.csv": CSV, "b.csv": CSV}).replace(b"XX.csv", "店".encode("gb18030") + b".csv")
    assert [one.name for one in tables(tmp_path, chinese(), "a.zip", content)] == ["a.zip › 店.csv", "a.zip › b.csv"]


def test_an_encrypted_archive_says_so(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.csv": CSV}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + at] |= 1
    assert refused(tmp_path, chinese(), "a.zip", bytes(content))[0] == "opening.password"


def test_spans_of_a_page_keep_their_columns(tmp_path: Path) -> None:
    page = (
        "<table><tr><td rowspan=2>统计日期<td rowspan=2>店铺名称<td colspan=2>店铺</tr><tr><td>访客数<td>支付金额</tr>"
        "<tr><td>2026-06-01<td>晨禾旗舰店<td>1<td>2</tr></table>"
    )
    found = table(tmp_path, chinese(), "a.xls", page)
    assert found.header == tuple(TITLES)
    assert rows(found) == [["3", "2026-06-01", "晨禾旗舰店", "1", "2"]]


def test_every_fitting_table_of_a_page_is_read(tmp_path: Path) -> None:
    page = f"<table><tr><td>导航</td></tr></table>{HTML}{HTML.replace('2026', '2025')}"
    found = tables(tmp_path, chinese(), "a.xls", page)
    assert [rows(one)[0][1] for one in found if isinstance(one, DataFile)] == ["2026-06-01", "2025-06-01"]


def test_parquet_goes_to_the_engine_as_it_lies(tmp_path: Path) -> None:
    found = table(tmp_path, chinese(), "a.csv", b"PAR1" + bytes(20) + b"PAR1")
    assert (found.kind, found.path) == ("parquet", str(tmp_path / "a.csv"))


def test_a_lock_file_of_excel_is_no_export(tmp_path: Path) -> None:
    assert said(read(tmp_path, chinese(files="*.xlsx"), {"~$a.xlsx": b"x" * 165})) == {"no_files": "*.xlsx"}
