"""The ladder of encodings: right where it can be known, and otherwise refused with the place, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.opening.making import ROWS, TITLES, chinese, refused, rows, table, text
from tests.sources.reading import read, values

CSV = text([TITLES, *ROWS])
ASCII = "Day,Shop,Visits,Paid\n"
ENGLISH = {
    "columns": {"at": "Day", "shop": "Shop", "visits": "Visits", "paid": "Paid"},
    "store": {"column": "shop", "other": "north"},
}


def test_clean_utf8_is_read_where_it_lies(tmp_path: Path) -> None:
    found = table(tmp_path, chinese(), "a.csv", CSV)
    assert (found.path, found.numbered, found.first_row) == (str(tmp_path / "a.csv"), False, 2)
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.parametrize("codec", ["gb18030", "gbk", "utf-16", "utf-16-be"])
def test_other_encodings_are_recoded(tmp_path: Path, codec: str) -> None:
    content = ("\ufeff" if codec == "utf-16-be" else "") + CSV
    found = table(tmp_path, chinese(), "a.csv", content.encode(codec))
    assert found.header == tuple(TITLES)
    assert rows(found) == [list(map(str, row)) for row in ROWS]


def test_chinese_that_comes_late_under_an_english_header_is_still_gb18030(tmp_path: Path) -> None:
    lines = "".join(f"2026-06-{day:02},North,1,1\n" for day in range(1, 30)) * 600
    content = (ASCII + lines + "2026-07-01,晨禾旗舰店,7,7\n").encode("gb18030")
    assert len(content) > 1 << 18
    facts = read(tmp_path, chinese(**ENGLISH), {"a.csv": content})
    assert values(facts, "north", "visitors")["07-01"] == "7"


@pytest.mark.parametrize(
    ("content", "row", "column", "byte", "encoding"),
    [
        (CSV.encode().replace("旗舰".encode(), "旗舰".encode()[:-1], 1), 2, 2, "0xE8", "UTF-8"),
        (CSV.encode("gb18030") + b"2026-06-03,\xff,1,1\n", 4, 2, "0xFF", "GB18030"),
        (ASCII.encode() + b"2026-06-01,caf\xe9,1,1\n", 2, 2, "0xE9", "UTF-8"),
        (("\ufeff" + CSV).encode("utf-16-le")[:-1], 3, 4, "0x00", "UTF-16"),
    ],
)
def test_a_broken_byte_is_refused_with_its_place(
    tmp_path: Path, content: bytes, row: int, column: int, byte: str, encoding: str
) -> None:
    mapping = chinese() if "统" in content.decode("utf-8", "ignore") or encoding != "UTF-8" else chinese(**ENGLISH)
    facts = read(tmp_path, mapping, {"a.csv": content})
    (told,) = [trouble.message for trouble in facts.troubles if trouble.message.id == "opening.broken_byte"]
    params = dict(told.params)
    assert (params["row"], params["column"], params["encoding"]) == (str(row), str(column), encoding)
    assert params["byte"] in (byte, "0x0A")
    assert facts.daily == {}


def test_utf8_with_one_broken_byte_is_never_read_as_gb18030(tmp_path: Path) -> None:
    content = (ASCII + "2026-06-01,上活电婴店晨婴海京营,1,1\n").encode().replace("营".encode(), b"\xe8")
    assert "涓婃椿" in content.decode("gb18030")
    facts = read(tmp_path, chinese(**ENGLISH), {"a.csv": content})
    (told,) = facts.troubles
    assert (told.message.id, dict(told.message.params)["encoding"]) == ("opening.broken_byte", "UTF-8")


def test_a_declared_encoding_is_the_only_one_tried(tmp_path: Path) -> None:
    assert rows(table(tmp_path, chinese(encoding="gb18030"), "a.csv", CSV.encode("gb18030")))
    kind, _ = refused(tmp_path, chinese(encoding="gb18030"), "b.csv", "统计日期,店铺名,a\n".encode())
    assert kind in ("opening.broken_byte", "opening.no_header")


@pytest.mark.parametrize("mark", ["\ufffd", "锟斤拷"])
def test_text_that_was_garbled_before_is_refused_where_it_matters(tmp_path: Path, mark: str) -> None:
    spoilt = CSV.replace("晨禾旗舰店", f"晨禾{mark}店", 1)
    kind, params = refused(tmp_path, chinese(), "a.csv", spoilt)
    assert (kind, params["row"], params["column"]) == ("opening.garbled", "2", "店铺名称")
    assert refused(tmp_path, chinese(), "b.csv", CSV.replace("统计日期,店铺名称,访客数,支付金额", f"{mark},{mark}店"))[
        0
    ] == ("opening.garbled_whole")
    remark = "".join(f"{line},{mark}\n" for line in CSV.splitlines())
    assert len(rows(table(tmp_path, chinese(), "c.csv", remark))) == 2


def test_nul_is_no_text(tmp_path: Path) -> None:
    kind, params = refused(tmp_path, chinese(), "a.csv", CSV.encode() + b"2026-06-03,\0,1,1\n")
    assert (kind, params["row"]) == ("opening.no_text", "4")


LETTERS = st.text(st.characters(codec="gb18030", exclude_characters='\r\n",\0\ufffd', exclude_categories=("Cs", "Cc")))


@settings(deadline=None, max_examples=60)
@given(st.lists(LETTERS, min_size=1, max_size=5), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_whatever_is_written_with_a_mark_or_under_a_chinese_header_is_read_back(names: list[str], codec: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        lines = [TITLES, *([f"2026-06-{at:02}", name, 1, 1] for at, name in enumerate(names, 1))]
        found = table(Path(folder), chinese(), "a.csv", text(lines).encode(codec))
        assert [row[-3] for row in rows(found)] == names
