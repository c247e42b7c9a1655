"""The header by its words: preambles, footers, two rows, merged cells, repeated and empty titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.opening.making import ROWS, TITLES, chinese, refused, rows, table, text, xlsx
from tests.sources.reading import read, said, told, values

from opsctl.sources.opening.titles import distinct, joined, same

CSV = text([TITLES, *ROWS])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("支付金额（元）", "支付金额(元)"),
        (" Net  sales ", "netsales"),
        ("ＡＢＣ", "abc"),
        ("点击量 (即进店量)", "点击量（即进店量）"),
    ],
)
def test_titles_are_the_same_after_folding(one: str, other: str) -> None:
    assert same(one) == same(other)


@pytest.mark.parametrize(
    ("titles", "wanted", "names"),
    [
        (["a", "", "b", ""], [], ("a", "#2", "b", "#4")),
        (["商家编码", "价格", "商家编码"], [], ("商家编码", "价格", "商家编码 #2")),
        (["商家编码", "价格", "商家编码"], ["商家编码 #1"], ("商家编码 #1", "价格", "商家编码 #2")),
        (["支付金额", "同比", "访客数", "同比"], [], ("支付金额", "支付金额 同比", "访客数", "访客数 同比")),
        (["支付金额", "同比", "环比", "访客数", "同比", "环比"], [],
         ("支付金额", "支付金额 同比", "支付金额 环比", "访客数", "访客数 同比", "访客数 环比")),
        (["支付金额", "同比"], [], ("支付金额", "同比")),
        (["PAID (元)"], ["Paid（元）"], ("Paid（元）",)),
        (["'统计日期\t", "\ufeff店铺"], [], ("统计日期", "店铺")),
    ],
)  # fmt: skip
def test_every_column_has_one_name(titles: list[str], wanted: list[str], names: tuple[str, ...]) -> None:
    assert distinct(titles, wanted) == names


def test_two_rows_make_one_title() -> None:
    upper, lower = ["日期", "交易", "", "流量", ""], ["", "金额", "人数", "金额", "人数"]
    assert joined(upper, lower, frozenset()) == ["日期", "交易 / 金额", "交易 / 人数", "流量 / 金额", "流量 / 人数"]
    assert joined(["日期", "交易", ""], ["", "金额", "人数"], frozenset(["金额"])) == ["日期", "金额", "交易 / 人数"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_preamble_of_any_length_and_a_footer_are_notes(tmp_path: Path, delimiter: str) -> None:
    before = "店铺日报\n导出时间：2026-06-03 10:00,操作人：x\n\n" + "说明,,\n" * 20
    content = before + text([TITLES, *ROWS], delimiter) + "\n数据来源：生意参谋\n"
    found = table(tmp_path, chinese(), "a.csv", content)
    assert rows(found) == [[str(25 + at), *map(str, row)] for at, row in enumerate(ROWS)]
    assert (found.first_row, found.numbered) == (25, True)
    assert found.notes[0] == "店铺日报" and found.notes[-1] == "数据来源：生意参谋"
    assert values(read(tmp_path, chinese(), {}), "north", "visitors") == {"06-01": "100", "06-02": "90"}


def test_a_header_is_sought_in_forty_rows_and_no_more(tmp_path: Path) -> None:
    assert table(tmp_path, chinese(), "a.csv", "x\n" * 39 + CSV).first_row == 41
    kind, params = refused(tmp_path, chinese(), "b.csv", "x\n" * 42 + CSV)
    assert (kind, params["sought"]) == ("opening.no_header", "统计日期, 店铺名称, 访客数, 支付金额")


def test_brackets_blanks_and_case_do_not_matter(tmp_path: Path) -> None:
    mapping = chinese(columns={"at": "Day", "shop": "店铺", "visits": "访客数（人）", "paid": "支付金额 (元)"})
    content = " day,店铺 ,访客数(人),支付金额（元）\n2026-06-01,晨禾旗舰店,1,2\n"
    assert values(read(tmp_path, mapping, {"a.csv": content}), "north", "gmv_paid") == {"06-01": "2"}


def test_a_title_of_a_repeated_comparison_can_be_mapped(tmp_path: Path) -> None:
    mapping = chinese(columns={"at": "日期", "shop": "店铺", "visits": "访客数", "paid": "访客数 同比"})
    content = "日期,店铺,支付金额,同比,访客数,同比\n2026-06-01,晨禾旗舰店,5,6,7,8\n"
    assert values(read(tmp_path, mapping, {"a.csv": content}), "north", "gmv_paid") == {"06-01": "8"}


def test_a_mapped_title_that_stands_twice_must_be_told_apart(tmp_path: Path) -> None:
    content = "统计日期,店铺名称,访客数,支付金额,支付金额\n2026-06-01,晨禾旗舰店,1,2,3\n"
    facts = read(tmp_path / "a", chinese(), {"a.csv": content})
    assert told(facts, "header_twice")["columns"] == "支付金额" and facts.daily == {}
    for number, value in (("#1", "2"), ("#2", "3")):
        columns = {"at": "统计日期", "shop": "店铺名称", "visits": "访客数", "paid": f"支付金额 {number}"}
        facts = read(tmp_path / number, chinese(columns=columns), {"a.csv": content})
        assert values(facts, "north", "gmv_paid") == {"06-01": value}


def test_columns_that_nobody_asks_for_may_repeat_and_have_no_name(tmp_path: Path) -> None:
    content = text([[*TITLES, "备注", "备注", "", ""], [*ROWS[0], "a", "b", "", ""]])
    facts = read(tmp_path, chinese(), {"a.csv": content})
    assert (set(said(facts)), values(facts, "north", "visitors")) == ({"unknown_headers"}, {"06-01": "100"})


def test_two_header_rows_with_merged_cells(tmp_path: Path) -> None:
    sheet = [
        ["日报", None, None, None],
        ["统计日期", "店铺名称", "流量", "交易"],
        [None, None, "访客数", "支付金额"],
        *ROWS,
    ]
    found = table(tmp_path, chinese(), "a.xlsx", xlsx({"店铺": sheet}))
    assert (found.header, found.first_row) == (tuple(TITLES), 4)
    columns = {"at": "统计日期", "shop": "店铺名称", "visits": "流量 / 人数", "paid": "交易 / 人数"}
    sheet = [["统计日期", "店铺名称", "流量", None, "交易", None], [None, None, "人数", "次数", "人数", "金额"],
             ["2026-06-01", "晨禾旗舰店", 1, 2, 3, 4]]  # fmt: skip
    found = table(tmp_path, chinese(columns=columns), "b.xlsx", xlsx({"店铺": sheet}))
    assert found.header == ("统计日期", "店铺名称", "流量 / 人数", "流量 / 次数", "交易 / 人数", "交易 / 金额")


def test_a_header_repeated_on_every_page_is_left_out(tmp_path: Path) -> None:
    content = "第1页\n" + CSV + text([TITLES, ["2026-06-03", "晨禾旗舰店", 1, 1]])
    found = table(tmp_path, chinese(), "a.csv", content)
    assert [row[1] for row in rows(found)] == ["2026-06-01", "2026-06-02", "2026-06-03"]
    assert found.left_out == 2


def test_a_ragged_footer_makes_the_engine_read_a_rewritten_copy(tmp_path: Path) -> None:
    for footer in ("合计,,190\n", "共2条\n", "\n\n注：访客数去重\n", ",,,,,\n"):
        facts = read(tmp_path / str(len(footer)), chinese(), {"a.csv": CSV + footer})
        assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "90"}, footer
        assert set(said(facts)) <= {"not_a_day", "unknown_stores", "no_day", "totals"}


def test_a_row_that_lost_or_gained_cells_is_refused_with_its_number(tmp_path: Path) -> None:
    for line, cells in (("2026-06-03,晨禾旗舰店,1\n", 3), ("2026-06-03,晨禾旗舰店,1,234,5\n", 5)):
        facts = read(tmp_path, chinese(), {"a.csv": CSV + line})
        params = dict(facts.troubles[0].message.params)
        assert (facts.troubles[0].message.id, facts.daily) == ("opening.row_length", {})
        assert (params["row"], params["cells"], params["columns"]) == ("4", str(cells), "4")


def test_a_short_row_is_padded_where_only_unmapped_columns_are_missing(tmp_path: Path) -> None:
    content = text([[*TITLES, "备注"], [*ROWS[0], "x"], ROWS[1]])
    facts = read(tmp_path, chinese(), {"a.csv": content})
    assert set(said(facts)) == {"unknown_headers"}
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "90"}
