"""Exports as people have them: totals rows, columns that come and go, dates of every order, channels, restated days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.reading import A_DAY, DAYS, DAYS_HEADER, LINES, LINES_HEADER, read, said, source, told, values

from opsctl.diagnostics import Severity
from opsctl.reviewing.facts import Facts, Restated, Trouble


def only(facts: Facts, kind: str) -> Trouble:
    """The only trouble of that kind."""
    (found,) = [trouble for trouble in facts.troubles if trouble.kind == kind]
    return found


def days(**changes: Any) -> Any:
    """A source of days whose `visits` column is written in a way of its own."""
    return source(DAYS, columns={**DAYS["columns"], **changes})


@pytest.mark.parametrize(
    ("column", "written", "read_as"),
    [
        ({}, "￥1", "1"),
        ({}, '"¥1,234.50"', "1234.5"),
        ({}, '"MX$2,000.00"', "2000"),
        ({}, '"₹1,38,165.00"', "138165"),
        ({}, "-$5", "-5"),
        ({}, "1.2万", "12000"),
        ({}, "1.23456789万", "12345.6789"),
        ({}, "3.5亿元", "350000000"),
        ({}, "１２３", "123"),
        ({}, "1，234", "1234"),
        ({}, "（5）", "-5"),
        ({}, "12%", "0.12"),
        ({}, "'12", "12"),
        ({"as": "percent"}, "12.3456%", "0.123456"),
        ({"as": "percent"}, "0.125", "0.125"),
        ({"as": "seconds"}, "3分12秒", "192"),
        ({"as": "seconds"}, "00:03:12", "192"),
        ({"as": "seconds"}, "192秒", "192"),
        ({"as": "seconds"}, "1小时2分3秒", "3723"),
        ({"as": "seconds"}, "192", "192"),
        ({"range": "low"}, "100~200", "100"),
        ({"range": "high"}, "1万～5万", "50000"),
        ({"range": "middle"}, "100-201", "150.5"),
    ],
)
def test_values_as_exports_write_them(tmp_path: Path, column: dict[str, str], written: str, read_as: str) -> None:
    mapping = days(visits={"header": "Visits", **column})
    facts = read(tmp_path, mapping, {"a.csv": f"{DAYS_HEADER}2026-06-01,North,{written},1\n"})
    assert values(facts, "north", "visitors") == {"06-01": read_as}
    assert said(facts).keys() <= {"unseen_store"}


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ({}, "100~200"),
        ({}, "(5"),
        ({}, "1.2.3"),
        ({"as": "percent"}, "12.5"),
        ({"as": "seconds"}, "slow"),
        ({"range": "low"}, "100~"),
    ],
)
def test_what_is_not_understood_is_missing_and_shown(tmp_path: Path, column: dict[str, str], written: str) -> None:
    mapping = days(visits={"header": "Visits", **column})
    facts = read(tmp_path, mapping, {"a.csv": f"{DAYS_HEADER}2026-06-02,North,0,1\n2026-06-01,North,{written},1\n"})
    assert "06-01" not in values(facts, "north", "visitors")
    assert values(facts, "north", "gmv_paid")["06-01"] == "1"
    found = only(facts, "not-a-number")
    assert (found.row, found.column, found.days, found.rows) == (3, "Visits", (date(2026, 6, 1),), 1)


@pytest.mark.parametrize("mark", ["", "-", "--", "—", "－－"])
def test_a_mark_for_nothing_is_missing_without_any_trouble(tmp_path: Path, mark: str) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": f"{DAYS_HEADER}2026-06-01,North,{mark},1\n"})
    assert values(facts, "north", "visitors") == {} and values(facts, "north", "gmv_paid") == {"06-01": "1"}
    assert said(facts).keys() <= {"unseen_store"}


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (["4/17/2026", "4/5/2026"], {"04-17", "04-05"}),
        (["17/4/2026", "5/4/2026"], {"04-17", "04-05"}),
        (["4/17/26", "4/5/2026"], {"04-17", "04-05"}),
        (["20260417", "2026-04-18", "2026/4/19"], {"04-17", "04-18", "04-19"}),
        (["20260324000000~20260324005959"], {"03-24"}),
        (["1775000000000", "1775000000"], {"04-01"}),
        (["3/3/2026"], {"03-03"}),
    ],
)
def test_dates_of_a_column_decide_their_order_together(tmp_path: Path, written: list[str], read_as: set[str]) -> None:
    rows = "".join(f"{text},North,1,1\n" for text in written)
    facts = read(tmp_path, source(DAYS, clock={"zone": "Asia/Shanghai"}), {"a.csv": DAYS_HEADER + rows})
    assert set(values(facts, "north", "visitors")) == read_as
    assert "date_order" not in said(facts)


def test_an_order_that_nothing_shows_is_refused_with_both_readings(tmp_path: Path) -> None:
    files = {"a.csv": f"{DAYS_HEADER}4/5/2026,North,1,1\n6/7/2026,North,1,1\n"}
    facts = read(tmp_path, source(DAYS), files)
    assert facts.daily.get(("north", "visitors"), {}) == {}
    assert told(facts, "date_order") == {
        "column": "Day",
        "count": "2",
        "example": "4/5/2026",
        "readings": "mdy: 2026-04-05, dmy: 2026-05-04",
    }
    facts = read(tmp_path, days(at={"header": "Day", "order": "dmy"}), files)
    assert set(values(facts, "north", "visitors")) == {"05-04", "07-06"}


def test_each_file_shows_its_own_order(tmp_path: Path) -> None:
    files = {"a.csv": f"{DAYS_HEADER}4/17/2026,North,1,1\n", "b.csv": f"{DAYS_HEADER}18/4/2026,North,1,1\n"}
    facts = read(tmp_path, source(DAYS), files)
    assert set(values(facts, "north", "visitors")) == {"04-17", "04-18"}


def test_totals_are_left_out_counted_and_told(tmp_path: Path) -> None:
    header = "Plan,Day,Shop,Visits,Paid\n"
    rows = "p1,2026-06-01,North,1,1\n合计,2026-06-01,North,9,9\np1,合计,North,9,9\np1,2026-06-01,店铺平均值,5,5\n"
    mapping = source(DAYS, store={"column": "shop", "map": {"North": "north"}})
    facts = read(tmp_path, mapping, {"a.csv": header + rows})
    assert values(facts, "north", "visitors") == {"06-01": "1"}
    assert said(facts).keys() == {"unknown_headers", "totals"}
    assert told(facts, "totals") == {"count": "3", "label": "合计"}
    assert only(facts, "totals-left-out").severity is Severity.INFO
    assert "day_twice" in said(read(tmp_path, source(DAYS, totals=[]), {"a.csv": header + rows}))


def test_the_first_title_that_a_file_has_counts(tmp_path: Path) -> None:
    mapping = days(visits=["Visitors", "Visits"])
    facts = read(
        tmp_path,
        mapping,
        {"a.csv": DAYS_HEADER + A_DAY, "b.csv": "Day,Shop,Visitors,Visits,Paid\n2026-06-02,North,7,9,1\n"},
    )
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "7"}


def test_a_column_that_may_be_missing_leaves_only_its_metrics_unknown(tmp_path: Path) -> None:
    mapping = days(visits={"header": "Visits", "missing": "ok"})
    facts = read(tmp_path, mapping, {"a.csv": DAYS_HEADER + A_DAY, "b.csv": "Day,Shop,Paid\n2026-06-02,North,1\n"})
    assert values(facts, "north", "visitors") == {"06-01": "100"}
    assert values(facts, "north", "gmv_paid") == {"06-01": "10.25", "06-02": "1"}
    assert said(facts).keys() <= {"unseen_store"}


@pytest.mark.parametrize("alias", ["pieces", "buyer"])
def test_a_column_missing_from_lines_never_makes_a_zero(tmp_path: Path, alias: str) -> None:
    title = LINES["columns"][alias]
    columns = {**LINES["columns"], alias: {"header": title, "missing": "ok"}}
    kept = [name for name in LINES_HEADER.strip().split(",") if name != title]
    cells = dict(zip(LINES_HEADER.strip().split(","), ["2026-06-01", "North", "o1", "b1", "2", "10.25"], strict=True))
    text = ",".join(kept) + "\n" + ",".join(cells[name] for name in kept) + "\n"
    facts = read(tmp_path, source(columns=columns), {"a.csv": text})
    assert values(facts, "north", "buyers_paid") == {}
    assert values(facts, "north", "gmv_paid") == ({} if alias == "pieces" else {"06-01": "20.5"})


def test_headers_that_nobody_maps_are_named_once_a_file(tmp_path: Path) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": "Day,Shop,Visits,Paid,成交金额,Phone\n2026-06-01,North,1,1,1,1\n"})
    assert told(facts, "unknown_headers") == {"count": "2", "names": "成交金额, Phone"}


def test_a_day_exported_again_says_what_was_and_what_is(tmp_path: Path) -> None:
    files = {
        "1.csv": DAYS_HEADER + A_DAY + "2026-06-02,North,5,5\n",
        "2.csv": DAYS_HEADER + A_DAY + "2026-06-02,North,8,5\n",
        "3.csv": DAYS_HEADER + "2026-06-02,North,8,--\n",
    }
    facts = read(tmp_path, source(DAYS), files)
    day = date(2026, 6, 2)
    assert facts.restated == (
        Restated("shop", "north", "visitors", day, Decimal(5), Decimal(8), "1.csv", "3.csv"),
        Restated("shop", "north", "gmv_paid", day, Decimal(5), None, "2.csv", "3.csv"),
    )
    assert only(facts, "restated").file == "3.csv"
    assert facts.covered == {"shop": frozenset({date(2026, 6, 1), day})}


def test_a_line_with_keys_exported_again_replaces_the_line(tmp_path: Path) -> None:
    mapping = source(keys=["order"])
    first = LINES_HEADER + "2026-06-01,North,o1,b1,2,10\n2026-06-01,North,o2,b2,1,1\n"
    second = LINES_HEADER + "2026-06-01,North,o1,b1,3,10\n2026-06-02,North,o3,b1,1,5\n"
    facts = read(tmp_path, mapping, {"1.csv": first, "2.csv": second})
    assert values(facts, "north", "gmv_paid") == {"06-01": "31", "06-02": "5"}
    assert values(facts, "north", "orders_paid") == {"06-01": "2", "06-02": "1"}
    assert "overlap" not in said(facts)


def test_lines_exported_again_say_what_their_days_were_and_are(tmp_path: Path) -> None:
    files = {
        "1.csv": "2026-06-01,North,o1,b1,2,10\n2026-06-01,North,o2,b2,1,1\n2026-06-02,North,o4,b1,1,7\n",
        # The same lines again: nothing is new.
        "2.csv": "2026-06-01,North,o1,b1,2,10\n2026-06-02,North,o4,b1,1,7\n",
        # One has another amount, one another day, one comes for the first time.
        "3.csv": "2026-06-01,North,o1,b1,3,10\n2026-06-03,North,o4,b1,1,7\n2026-06-02,North,o3,b1,1,5\n",
    }
    facts = read(tmp_path, source(keys=["order"]), {name: LINES_HEADER + rows for name, rows in files.items()})
    first, second, third = (date(2026, 6, day) for day in (1, 2, 3))
    assert set(facts.restated) == {
        Restated("shop", "north", "gmv_paid", first, Decimal(21), Decimal(31), "2.csv", "3.csv"),
        Restated("shop", "north", "gmv_paid", second, Decimal(12), Decimal(5), "2.csv", "3.csv"),
        Restated("shop", "north", "gmv_paid", third, Decimal(0), Decimal(7), "2.csv", "3.csv"),
        Restated("shop", "north", "orders_paid", second, Decimal(2), Decimal(1), "2.csv", "3.csv"),
        Restated("shop", "north", "orders_paid", third, Decimal(0), Decimal(1), "2.csv", "3.csv"),
        Restated("shop", "north", "buyers_paid", third, Decimal(0), Decimal(1), "2.csv", "3.csv"),
    }
    assert values(facts, "north", "gmv_paid") == {"06-01": "31", "06-02": "5", "06-03": "7"}
    trouble = only(facts, "restated")
    assert (trouble.file, trouble.rows, dict(trouble.message.params)["before"]) == ("3.csv", 3, "2.csv")


def test_lines_exported_again_unchanged_are_no_restatement(tmp_path: Path) -> None:
    lines = LINES_HEADER + "2026-06-01,North,o1,b1,2,10\n2026-06-01,North,,b2,1,1\n2026-06-01,North,,b2,1,1\n"
    facts = read(tmp_path, source(keys=["order"]), {"1.csv": lines, "2.csv": lines})
    # Lines without a key are lines of their own, in each file.
    assert values(facts, "north", "gmv_paid") == {"06-01": "24"}
    assert facts.restated == () and "restated" not in said(facts)


def test_rows_of_a_day_with_keys_of_their_own_add_up(tmp_path: Path) -> None:
    header = "Day,Shop,Plan,Visits,Paid\n"
    rows = "2026-06-01,North,p1,1,1\n2026-06-01,North,p2,2,2\n"
    mapping = source(DAYS, columns={**DAYS["columns"], "plan": "Plan"}, keys="plan")
    facts = read(tmp_path, mapping, {"a.csv": header + rows})
    assert values(facts, "north", "visitors") == {"06-01": "3"} and "day_twice" not in said(facts)
    again = read(tmp_path, mapping, {"a.csv": header + rows + "2026-06-01,North,p2,2,3\n"})
    assert "day_twice" in said(again)


def test_values_of_a_channel_stand_beside_the_whole(tmp_path: Path) -> None:
    header = "Day,Shop,Source,Visits,Paid\n"
    rows = "2026-06-01,North,直通车,1,1\n2026-06-01,North,关键词推广,2,2\n2026-06-01,North,other,4,x\n"
    dimension = {"channel": {"column": "from", "map": {"直通车": "ads", "关键词推广": "ads"}}}
    columns = {**DAYS["columns"], "from": "Source"}
    facts = read(tmp_path, source(DAYS, columns=columns, dimension=dimension, keys=["from"]), {"a.csv": header + rows})
    june = date(2026, 6, 1)
    assert facts.members == {
        ("north", "channel", "ads", "visitors"): {june: Decimal(3)},
        ("north", "channel", "ads", "gmv_paid"): {june: Decimal(3)},
        ("north", "channel", "other", "visitors"): {june: Decimal(4)},
    }
    assert facts.daily == {} and facts.origin == {}


def test_products_of_a_period_come_from_the_name_of_the_file(tmp_path: Path) -> None:
    mapping = source(
        DAYS,
        columns={"sku": "ASIN", "visits": "Sessions"},
        store="north",
        day=None,
        period={"file_name": "asin_{period}"},
        dimension={"product": {"column": "sku"}},
        metrics={"visitors": {"sum": "visits"}},
    )
    facts = read(tmp_path, mapping, {"asin_2026-06.csv": 'ASIN,Sessions\nB01,"1,200"\n'})
    assert facts.member_periods == {(("north", "product", "B01", "visitors"), "2026-06"): Decimal(1200)}


@pytest.mark.parametrize(
    ("name", "day", "told_"),
    [
        ("商品_2026-06-18_2026-06-18.csv", "06-18", None),
        ("商品_20260618_20260618 (1).csv", "06-18", None),
        ("商品_2026-06-01_2026-06-18.csv", None, "several_days"),
        ("商品.csv", None, "no_day_in_name"),
        ("商品_2026-06-31_2026-06-31.csv", None, "no_day_in_name"),
    ],
)
def test_the_day_of_a_file_from_its_name(tmp_path: Path, name: str, day: str | None, told_: str | None) -> None:
    columns = {"visits": "Visits"}
    mapping = source(
        DAYS,
        columns=columns,
        store="north",
        day={"file_name": "{day}_{day}"},
        metrics={"visitors": {"sum": "visits"}},
    )
    facts = read(tmp_path, mapping, {name: "Visits\n7\n"})
    assert values(facts, "north", "visitors") == ({day: "7"} if day else {})
    assert set(said(facts)) == ({told_} if told_ else set())


def test_ids_that_lost_digits_are_a_trouble_and_not_counted(tmp_path: Path) -> None:
    rows = (
        "2026-06-01,North,1.23457E+17,b1,1,1\n2026-06-01,North,1.23458E+17,b2,1,1\n"
        "2026-06-02,North,123456789012345678,b2,1,1\n"
    )
    facts = read(tmp_path, source(), {"a.csv": LINES_HEADER + rows})
    assert values(facts, "north", "orders_paid") == {"06-02": "1"}
    assert values(facts, "north", "buyers_paid") == {"06-01": "2", "06-02": "1"}
    assert only(facts, "lost-digits").rows == 2


CELLS = st.sampled_from(["1", "2.5", "1,000", "1.2万", "¥3", "12%", "--", "", "x", "（4）"])
MEANING = {"1": "1", "2.5": "2.5", "1,000": "1000", "1.2万": "12000", "¥3": "3", "12%": "0.12", "（4）": "-4"}
ROWS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["North", "South", "合计"]), CELLS), max_size=12)


@settings(max_examples=12, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_a_plain_reading_agrees_and_the_order_of_rows_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str, str]], random: Any
) -> None:
    expected: dict[tuple[str, int], Decimal | None] = {}
    for day, shop, cell in rows:
        key, found = (shop.lower(), day), MEANING.get(cell)
        before = expected.get(key, Decimal(0))
        if shop != "合计":
            expected[key] = None if found is None or before is None else before + Decimal(found)
    shuffled = list(rows)
    random.shuffle(shuffled)
    for order in (rows, shuffled):
        text = DAYS_HEADER + "".join(f'2026-06-{day:02},{shop},"{cell}",1\n' for day, shop, cell in order)
        facts = read(tmp_path_factory.mktemp("x"), source(DAYS), {"a.csv": text})
        got = {
            (scope, day.day): value
            for scope in ("north", "south")
            for day, value in facts.daily.get((scope, "visitors"), {}).items()
        }
        assert got == {key: value for key, value in expected.items() if value is not None}


@settings(max_examples=10, deadline=None)
@given(ROWS)
def test_importing_a_file_twice_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str, str]]
) -> None:
    text = DAYS_HEADER + "".join(f'2026-06-{day:02},{shop},"{cell}",1\n' for day, shop, cell in rows)
    once = read(tmp_path_factory.mktemp("x"), source(DAYS), {"a.csv": text})
    twice = read(tmp_path_factory.mktemp("x"), source(DAYS), {"a.csv": text, "a (1).csv": text})
    assert (once.daily, once.covered) == (twice.daily, twice.covered)
    assert twice.restated == ()
