"""CSV exports as tables of cases: what is read, what is refused, and that nothing unknown becomes a number."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.sources.reading import (
    A_DAY,
    A_LINE,
    DAYS,
    DAYS_HEADER,
    LINES,
    LINES_HEADER,
    read,
    said,
    source,
    told,
    value,
    values,
)

from opsctl.diagnostics import Severity
from opsctl.period import month, week


def test_lines_become_daily_values_and_days_without_lines_are_zero(tmp_path: Path) -> None:
    facts = read(
        tmp_path,
        source(money={"basis": "paid", "tax": "included"}, currency="CNY"),
        {
            "a.csv": LINES_HEADER
            + "2026-06-01,North,o1,b1,2,10.25\n2026-06-01,North,o1,b1,1,0.5\n2026-06-01,North,o2,b1,1,3\n"
            + "2026-06-03,South,o3,b2,3,0.3333\n2026-06-03,South,o1,b1,-1,10.25\n"
        },
    )
    assert facts.troubles == ()
    assert values(facts, "north", "gmv_paid") == {"06-01": "24", "06-02": "0", "06-03": "0"}
    assert values(facts, "north", "orders_paid") == {"06-01": "2", "06-02": "0", "06-03": "0"}
    assert values(facts, "north", "buyers_paid") == {"06-01": "1", "06-02": "0", "06-03": "0"}
    assert values(facts, "south", "gmv_paid") == {"06-01": "0", "06-02": "0", "06-03": "0.9999"}
    assert values(facts, "south", "refund_amount") == {"06-01": "0", "06-02": "0", "06-03": "10.25"}
    assert {f"{last}" for last in facts.until.values()} == {"2026-06-03"}
    assert facts.basis[("north", "gmv_paid")] == "paid"
    assert facts.currency[("south", "refund_amount")] == "CNY"
    assert ("north", "orders_paid") not in facts.basis
    assert facts.origin[("north", "orders_paid")] == ("shop",)


def test_facts_of_days_are_missing_where_nothing_stands(tmp_path: Path) -> None:
    facts = read(
        tmp_path,
        source(DAYS),
        {"a.csv": DAYS_HEADER + A_DAY + "2026-06-02,North,,\n2026-06-03,North,0,0\n2026-06-04,North,7,\n"},
    )
    assert facts.troubles[0].message.id == "sources.unseen_store"
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-03": "0", "06-04": "7"}
    assert values(facts, "north", "gmv_paid") == {"06-01": "10.25", "06-03": "0"}
    assert f"{facts.until[('north', 'gmv_paid')]}" == "2026-06-03"
    assert ("south", "visitors") not in facts.daily


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("7", "7"),
        (" 7.50 ", "7.5"),
        ("-7", "-7"),
        ("+7", "7"),
        ("7.", "7"),
        ("7.1234", "7.1234"),
        ("7.12340000", "7.1234"),
        ('"1,234,567.89"', "1234567.89"),
        ("\t7\t", "7"),
        ("\u30007", "7"),
        ("7\u00a0", "7"),
        ("99999999999999.9999", "99999999999999.9999"),
        ("100000", "100000"),
    ],
)
def test_numbers_that_are_understood(tmp_path: Path, written: str, read_as: str) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": f"{DAYS_HEADER}2026-06-01,North,{written},1\n"})
    assert values(facts, "north", "visitors") == {"06-01": read_as}
    assert "not_a_number" not in said(facts)


@pytest.mark.parametrize(
    "written",
    ["7.12345", "1e5", "nan", "inf", "100~200", "12.345%", "7￥8", '"1,23"', "1_000", ".5", "0x7", "7 8", "1" * 15],
)
def test_numbers_that_are_not_understood_leave_the_day_missing(tmp_path: Path, written: str) -> None:
    facts = read(
        tmp_path, source(DAYS), {"a.csv": f"{DAYS_HEADER}2026-06-01,North,{written},1\n{A_DAY[:9]}2{A_DAY[10:]}"}
    )
    assert values(facts, "north", "visitors") == {"06-02": "100"}
    assert values(facts, "north", "gmv_paid") == {"06-01": "1", "06-02": "10.25"}
    assert told(facts, "not_a_number") == {"column": "Visits", "count": "1", "example": written.strip('"')}


@pytest.mark.parametrize(
    "written",
    [
        "2026-06-07",
        "2026-6-7",
        "2026/6/7",
        "2026.06.07",
        "20260607",
        "2026年6月7日",
        "2026-06-07 23:59:59",
        "2026/6/7 8:05",
        "2026-06-07T23:59:59",
        "2026-06-07 23:59:59 +0800",
        " 2026-06-07\t",
    ],
)
def test_days_that_are_understood(tmp_path: Path, written: str) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": f"{DAYS_HEADER}{written},North,7,1\n"})
    assert values(facts, "north", "visitors") == {"06-07": "7"}


@pytest.mark.parametrize(
    "written", ["2026-13-01", "2026-02-30", "46180", "2026-06-07Z", "2026-06-07~2026-06-08", "13/13/2026", "x"]
)
def test_days_that_are_not_understood_are_reported_and_not_counted(tmp_path: Path, written: str) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": f"{DAYS_HEADER}{written},North,7,1\n,North,7,1\n{A_DAY}"})
    assert values(facts, "north", "visitors") == {"06-01": "100"}
    assert told(facts, "not_a_day") == {"column": "Day", "count": "1", "example": written}
    assert told(facts, "no_day") == {"column": "Day", "count": "1"}


def test_a_line_in_doubt_spoils_its_metrics_on_its_day_only(tmp_path: Path) -> None:
    text = (
        LINES_HEADER
        + "2026-06-01,North,o1,b1,2,?\n"
        + "2026-06-02,North,o2,b1,many,1\n"
        + "2026-06-03,North,o3,b1,1,1\n"
    )
    facts = read(tmp_path, source(), {"a.csv": text + "2026-06-03,South,o4,b2,1,1\n"}, periods=[week(2026, 23)])
    # A price that is not understood spoils the sum; pieces that are not also make it unknown whether it is a sale.
    assert values(facts, "north", "gmv_paid") == {"06-03": "1"}
    assert values(facts, "north", "orders_paid") == {"06-01": "1", "06-03": "1"}
    assert values(facts, "north", "refund_amount") == {"06-01": "0", "06-03": "0"}
    assert values(facts, "south", "gmv_paid") == {"06-01": "0", "06-02": "0", "06-03": "1"}
    assert ("north", "buyers_paid", "2026-W23") not in facts.distinct
    assert facts.distinct[("south", "buyers_paid", "2026-W23")] == 1
    assert sorted(dict(one.message.params)["example"] for one in facts.troubles) == ["?", "many"]


def test_a_blank_in_a_line_adds_nothing_and_matches_no_comparison(tmp_path: Path) -> None:
    text = LINES_HEADER + "2026-06-01,North,o1,,2,\n2026-06-01,North,o2,b1,,5\n2026-06-01,North,o3,b2,1,5\n"
    facts = read(tmp_path, source(), {"a.csv": text + "2026-06-01,South,o4,b2,1,1\n"})
    assert facts.troubles == ()
    assert value(facts, "north", "gmv_paid", "2026-06-01") == 5
    assert value(facts, "north", "orders_paid", "2026-06-01") == 2
    assert value(facts, "north", "buyers_paid", "2026-06-01") == 1


@pytest.mark.parametrize(
    ("condition", "orders"),
    [
        ({"is": "o1"}, "o1"),
        ({"is_not": "o1"}, "C2 o3"),
        ({"in": ["o1", "C2"]}, "C2 o1"),
        ({"not_in": ["o1", "C2"]}, "o3"),
        ({"starts": "o"}, "o1 o3"),
        ({"not_starts": ["C", "A"]}, "o1 o3"),
    ],
)
def test_conditions_on_text(tmp_path: Path, condition: dict[str, object], orders: str) -> None:
    rows = {"kept": [{"column": "order", **condition}]}
    mapping = source(rows=rows, metrics={"pieces": {"sum": "pieces", "of": "kept"}})
    text = LINES_HEADER + "2026-06-01,North,o1,b,1,1\n2026-06-01,North,C2,b,10,1\n2026-06-01,North,o3,b,100,1\n"
    weight = {"o1": 1, "C2": 10, "o3": 100}
    facts = read(tmp_path, mapping, {"a.csv": text})
    assert value(facts, "north", "pieces", "2026-06-01") == sum(weight[order] for order in orders.split())


@pytest.mark.parametrize(
    ("condition", "total"),
    [
        ({"column": "price", "above": "2"}, 100),
        ({"column": "price", "below": "2"}, 1),
        ({"column": "price", "at_least": "2"}, 110),
        ({"column": "price", "at_most": "2"}, 11),
        ({"column": "at", "before": "2026-06-02"}, 1),
        ({"column": "at", "from": "2026-06-02"}, 110),
    ],
)
def test_conditions_on_numbers_and_days(tmp_path: Path, condition: dict[str, str], total: int) -> None:
    text = LINES_HEADER + "2026-06-01,North,o,b,1,1\n2026-06-02,North,o,b,10,2\n2026-06-03,North,o,b,100,2.0001\n"
    where: tuple[dict[str, Any], ...] = (
        {"where": [condition], "metrics": {"pieces": {"sum": "pieces"}}},
        {"rows": {"kept": [condition]}, "metrics": {"pieces": {"sum": "pieces", "of": "kept"}}},
        {"files": [{"path": "*.csv", "where": [condition]}], "metrics": {"pieces": {"sum": "pieces"}}},
    )
    for number, changes in enumerate(where):
        facts = read(tmp_path / str(number), source(**changes), {"a.csv": text})
        assert sum(facts.daily[("north", "pieces")].values()) == total


def test_periods_count_each_buyer_once_for_scopes_and_for_groups(tmp_path: Path) -> None:
    text = LINES_HEADER + "2026-06-01,North,o1,b1,1,1\n2026-06-02,North,o2,b1,1,1\n2026-06-02,South,o3,b1,1,1\n"
    facts = read(
        tmp_path,
        source(),
        {"a.csv": text + "2026-06-09,South,o4,b2,1,1\n"},
        groups={"company": ("north", "south"), "abroad": ("north", "tokyo")},
        periods=[week(2026, 23), week(2026, 24), month(2026, 6), month(2026, 7)],
    )
    buyers = {
        (scope, label): int(count) for (scope, id_, label), count in facts.distinct.items() if id_ == "buyers_paid"
    }
    assert buyers == {
        ("north", "2026-W23"): 1,
        ("north", "2026-W24"): 0,
        ("north", "2026-06"): 1,
        ("south", "2026-W23"): 1,
        ("south", "2026-W24"): 1,
        ("south", "2026-06"): 2,
        ("company", "2026-W23"): 1,
        ("company", "2026-W24"): 1,
        ("company", "2026-06"): 2,
    }


def test_official_values_of_periods(tmp_path: Path) -> None:
    mapping = source(DAYS, columns={**DAYS["columns"], "at": "Period"}, day=None, period="at")
    rows = (
        "2026-W23,North,70,1\n2026-06,North,200,1\n2026-06,South,1,1\n2026-06,South,2,1\nJune,North,9,9\n,North,8,8\n"
    )
    facts = read(tmp_path, mapping, {"a.csv": "Period,Shop,Visits,Paid\n" + rows})
    assert {key: int(count) for key, count in facts.distinct.items() if key[1] == "visitors"} == {
        ("north", "visitors", "2026-W23"): 70,
        ("north", "visitors", "2026-06"): 200,
    }
    assert facts.daily == {}
    assert told(facts, "not_a_period") == {"example": "June", "count": "1"}
    assert told(facts, "period_twice") == {"scope": "south", "period": "2026-06", "count": "2"}
    assert told(facts, "no_day") == {"column": "Period", "count": "1"}


def test_a_day_exported_again_replaces_the_day(tmp_path: Path) -> None:
    files = {
        "2026-06-02.csv": DAYS_HEADER + A_DAY + "2026-06-02,North,5,5\n",
        "2026-06-03.csv": DAYS_HEADER + A_DAY + "2026-06-02,North,8,5\n2026-06-03,North,9,5\n",
    }
    facts = read(tmp_path, source(DAYS), files)
    assert values(facts, "north", "visitors") == {"06-01": "100", "06-02": "8", "06-03": "9"}
    assert told(facts, "restated") == {
        **{"count": "1", "first": "2026-06-02", "last": "2026-06-02", "day": "2026-06-02"},
        **{"scope": "north", "metric": "visitors", "was": "5", "now": "8", "before": "2026-06-02.csv"},
    }
    assert said(facts)["restated"] == "2026-06-03.csv"


def test_the_same_orders_in_two_files_are_reported(tmp_path: Path) -> None:
    files = {"a.csv": LINES_HEADER + A_LINE, "b.csv": LINES_HEADER + A_LINE + "2026-06-02,South,o2,b1,1,1\n"}
    facts = read(tmp_path, source(), files)
    assert told(facts, "overlap") == {"other": "a.csv", "first": "2026-06-01", "last": "2026-06-01"}
    split = [
        {"path": "a.csv", "where": [{"column": "at", "before": "2026-06-01"}]},
        {"path": "b.csv"},
    ]
    facts = read(tmp_path, source(files=split), files)
    assert "overlap" not in said(facts)
    assert value(facts, "north", "gmv_paid", "2026-06-01") == Decimal("20.5")


def test_repeated_lines_are_counted_and_reported(tmp_path: Path) -> None:
    facts = read(tmp_path, source(), {"a.csv": LINES_HEADER + A_LINE * 3 + A_LINE.replace("North", "South")})
    assert value(facts, "north", "gmv_paid", "2026-06-01") == Decimal("61.5")
    (trouble,) = facts.troubles
    assert (trouble.message.id, trouble.rows, trouble.severity) == ("sources.repeated", 2, Severity.INFO)


def test_stores_of_the_data_and_of_the_map(tmp_path: Path) -> None:
    text = LINES_HEADER + A_LINE + "2026-06-01,Nort,o9,b1,1,1\n2026-06-01,,o9,b1,1,1\n"
    facts = read(tmp_path, source(), {"a.csv": text})
    assert told(facts, "unknown_stores") == {"names": "∅, Nort", "stores": "2", "count": "2"}
    assert told(facts, "unseen_store") == {"name": "South", "scope": "south"}
    assert {scope for scope, _ in facts.daily} == {"north"}
    rest = source(store={"column": "shop", "map": {"North": "north"}, "other": "rest"})
    facts = read(tmp_path, rest, {"a.csv": text})
    assert facts.troubles == ()
    assert value(facts, "rest", "gmv_paid", "2026-06-01") == 2


def test_an_export_of_one_store_needs_no_column(tmp_path: Path) -> None:
    facts = read(tmp_path, source(store={"other": "solo"}), {"a.csv": LINES_HEADER + A_LINE})
    assert value(facts, "solo", "gmv_paid", "2026-06-01") == Decimal("20.5")


def test_a_sum_too_large_for_the_engine_is_a_trouble(tmp_path: Path) -> None:
    huge = "9" * 14
    mapping = source(metrics={"x": {"sum": "pieces * price * pieces"}}, rows=None)
    facts = read(tmp_path, mapping, {"a.csv": LINES_HEADER + f"2026-06-01,North,o,b,{huge},{huge}\n"})
    assert (facts.daily, set(said(facts))) == ({}, {"engine"})


def test_a_control_character_in_the_data_never_reaches_the_terminal(tmp_path: Path) -> None:
    facts = read(tmp_path, source(DAYS), {"a.csv": DAYS_HEADER + "2026-06-01,North,\x1b[31m" + "9" * 60 + ",1\n"})
    example = told(facts, "not_a_number")["example"]
    assert example.startswith("\ufffd[31m9") and len(example) == 41


def test_the_order_of_files_and_of_rows_changes_nothing(tmp_path: Path) -> None:
    rows = [
        f"2026-06-{day:02d},{shop},o{day},b{day % 3},{day},1.1\n" for day in range(1, 29) for shop in ("North", "South")
    ]
    one = read(tmp_path / "1", source(), {"a.csv": LINES_HEADER + "".join(rows)}, periods=[month(2026, 6)])
    halves = {"z.csv": LINES_HEADER + "".join(rows[:20]), "y.csv": LINES_HEADER + "".join(reversed(rows[20:]))}
    two = read(tmp_path / "2", source(), halves, periods=[month(2026, 6)])
    assert (one.daily, one.distinct, one.until) == (two.daily, two.distinct, two.until)


def test_nothing_but_mapped_columns_is_needed(tmp_path: Path) -> None:
    assert "buyer" in LINES["columns"]
    mapping = source(metrics={"pieces": {"sum": "pieces"}}, rows=None, grain="lines")
    facts = read(tmp_path, mapping, {"a.csv": "Day,Shop,Pieces\n2026-06-01,North,5\n2026-06-03,North,5\n"})
    assert values(facts, "north", "pieces") == {"06-01": "5", "06-02": "0", "06-03": "5"}


def test_a_sum_of_columns_lacks_a_day_where_one_is_blank_and_a_line_only_what_is_blank(tmp_path: Path) -> None:
    content = "Day,Shop,Visits,Paid\n2026-06-01,North,5,10\n2026-06-02,North,,10\n"
    total = {"gmv_paid": {"sum": "paid - visits"}}
    days = read(tmp_path / "days", source(DAYS, metrics=total), {"a.csv": content})
    assert values(days, "north", "gmv_paid") == {"06-01": "5"}
    lines = read(tmp_path / "lines", source(DAYS, metrics=total, grain="lines"), {"a.csv": content})
    assert values(lines, "north", "gmv_paid") == {"06-01": "5", "06-02": "10"}
