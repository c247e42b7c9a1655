"""Files of a source: broken ones give a sentence, names are never patterns, and nothing outside is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.sources.reading import (
    A_DAY,
    A_LINE,
    DAYS,
    DAYS_HEADER,
    LINES_HEADER,
    read,
    said,
    source,
    told,
    values,
)

from opsctl.locales import tell
from opsctl.sources.read import read_facts

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (DAYS_HEADER.encode(), None),
        (b"Day,Shop,Visits,Visits\n2026-06-01,North,1,1\n", "header_twice"),
        (b"Day,Shop,Paid\n2026-06-01,North,1\n", "no_column"),
        (b"Day,Shop,Visit,Paid\n2026-06-01,North,1,1\n", "no_column_meant"),
        ((DAYS_HEADER + A_DAY + "2026-06-02,North,1\n").encode(), "opening.row_length"),
        ((DAYS_HEADER + A_DAY + "2026-06-02,North,1,2,3\n").encode(), "opening.row_length"),
        ((DAYS_HEADER + A_DAY + '2026-06-02,"North,1,2\n').encode(), "broken_csv"),
        ((DAYS_HEADER + A_DAY).encode() + b"2026-06-02,North,\xff,2\n", "opening.broken_byte"),
        (b"\xff\xfe" + (DAYS_HEADER + A_DAY).encode("utf-16-le")[:-1], "opening.broken_byte"),
        ("Day,Shop,Visits,Paid,店铺\n".encode("gb18030"), None),
        (b'"Day,Shop\n', "broken_csv"),
        (b"\x80" + os.urandom(4000), "opening.broken_byte"),
        (b"PK\x03\x04" + bytes(2000), "opening.broken_zip"),
    ],
)
def test_a_broken_file_gives_a_sentence_and_no_number(tmp_path: Path, content: bytes, trouble: str | None) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": content})
    assert facts.daily == {}
    found = said(facts)
    assert found.get(trouble or "") == ("a.csv" if trouble else None)
    for one in facts.troubles:
        assert tell("zh", one.message) and tell("en", one.message)


def test_one_broken_file_spares_facts_of_days_but_not_lines(tmp_path: Path) -> None:
    broken = "Day,Shop,Order,Buyer,Pieces,Price\n2026-06-02,North,o\n"
    facts = read(tmp_path / "lines", source(), {"a.csv": LINES_HEADER + A_LINE, "b.csv": broken})
    assert (facts.daily, said(facts)) == ({}, {"opening.row_length": "b.csv"})
    facts = read(tmp_path / "days", source(DAYS), {"a.csv": DAYS_HEADER + A_DAY, "b.csv": DAYS_HEADER + "x\n"})
    assert values(facts, "north", "visitors") == {"06-01": "100"}
    assert said(facts)["not_a_day"] == "b.csv"


@pytest.mark.parametrize(
    "content",
    [
        BOM + (DAYS_HEADER + A_DAY).encode(),
        (DAYS_HEADER + A_DAY).replace("\n", "\r\n").encode(),
        (DAYS_HEADER + A_DAY).rstrip().encode(),
        (DAYS_HEADER + "\n" + A_DAY + "\n\n").encode(),
        b'"Day\n",Shop , Visits,"Paid"\n2026-06-01,"North",100,10.25\n',
        b'Day,Shop,Visits,Paid,Note\r\n2026-06-01,North,100,10.25,"a, ""b""\nc"\r\n',
        b"Paid,Note,Day,Visits,Shop\n10.25,#,2026-06-01,100,North\n",
    ],
)
def test_one_table_in_many_shapes(tmp_path: Path, content: bytes) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": content})
    assert set(said(facts)) - {"unknown_headers"} == {"unseen_store"}
    assert values(facts, "north", "gmv_paid") == {"06-01": "10.25"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_gb18030_is_read_where_declared_and_leaves_nothing_behind(
    tmp_path: Path, newline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    mapping = source(
        DAYS,
        encoding="gb18030",
        columns={"at": "日期", "shop": "店铺名称", "visits": "访客数", "paid": "支付金额"},
        store={"column": "shop", "map": {"晨禾𠮷店": "north"}},
    )
    text = '日期,店铺名称,访客数,支付金额\n2026-06-01,晨禾𠮷店,"1,234",10.25\n'.replace("\n", newline)
    facts = read(tmp_path / "data", mapping, {"a.csv": text.encode("gb18030")})
    assert facts.troubles == ()
    assert values(facts, "north", "visitors") == {"06-01": "1234"}
    assert list(scratch.iterdir()) == []
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["a.csv"]


@pytest.mark.parametrize("name", ["a[1].csv", "{a}.csv", "店铺 日报.csv", "a'b;--.csv", "x=1/a.csv", "A.CSV"])
def test_file_names_are_names_and_never_patterns(tmp_path: Path, name: str) -> None:
    files = {name: DAYS_HEADER + A_DAY, "a1.csv": DAYS_HEADER + "2026-06-09,North,1,1\n"}
    facts = read(tmp_path, source(DAYS, files=[{"path": name}]), files)
    assert values(facts, "north", "visitors") == {"06-01": "100"}


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
def test_a_star_in_a_name_reads_that_file_only(tmp_path: Path) -> None:
    files = {"a*.csv": DAYS_HEADER + A_DAY, "ab.csv": DAYS_HEADER + "2026-06-09,North,1,1\n"}
    facts = read(tmp_path, source(DAYS, files=[{"path": "a*.csv"}]), files)
    assert values(facts, "north", "visitors") == {"06-01": "100"}


def test_no_file_is_a_trouble(tmp_path: Path) -> None:
    facts = read(tmp_path, source(), {".hidden.csv": LINES_HEADER + A_LINE, "~$a.csv": "lock", "a.xlsx": b"PK"})
    assert (facts.daily, said(facts)) == ({}, {"no_files": "*.csv"})
    assert said(read(tmp_path, source(files="a.xlsx"), {})) == {"opening.no_header": "a.xlsx"}


def test_a_file_counts_once(tmp_path: Path) -> None:
    twice = [{"path": "a.csv"}, {"path": "*.csv"}]
    facts = read(tmp_path, source(DAYS, files=twice), {"a.csv": DAYS_HEADER + A_DAY})
    assert said(facts)["file_twice"] == "a.csv"
    assert values(facts, "north", "visitors") == {"06-01": "100"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_out_of_the_workspace_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(DAYS_HEADER + A_DAY)
    inside = tmp_path / "workspace"
    inside.mkdir()
    (inside / "a.csv").symlink_to(tmp_path / "secret.csv")
    facts = read(inside, source(DAYS), {})
    assert (facts.daily, said(facts)) == ({}, {"outside": "a.csv"})


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not read a file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(DAYS_HEADER + A_DAY)
    (tmp_path / "a.csv").chmod(0)
    assert said(read(tmp_path, source(DAYS), {})) == {"locked": "a.csv"}


def test_a_data_folder_is_asked_before_the_workspace(tmp_path: Path) -> None:
    for name, visits in (("workspace", 1), ("data", 2)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.csv").write_text(f"{DAYS_HEADER}2026-06-01,North,{visits},1\n")
    facts = read_facts({"shop": source(DAYS)}, tmp_path / "workspace", groups={}, periods=(), data=tmp_path / "data")
    assert values(facts, "north", "visitors") == {"06-01": "2"}


def test_two_sources_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(DAYS_HEADER + A_DAY)
    (tmp_path / "b.csv").write_text(DAYS_HEADER + A_DAY + "2026-06-02,North,5,5\n2026-06-02,South,6,6\n")
    both = {"b": source(DAYS, files="b.csv"), "a": source(DAYS, files="a.csv", metrics={"visitors": {"sum": "visits"}})}
    facts = read_facts(both, tmp_path, groups={}, periods=())
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "5"}
    assert facts.origin[("north", "visitors")] == ("a", "b")
    given = told(facts, "given_twice")
    assert (given["sources"], given["count"], given["first"]) == ("a, b", "1", "2026-06-01")
