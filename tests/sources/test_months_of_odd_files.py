"""Months summed by the engine honour all that a mapping may say, and all that may be wrong with a file, as days do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.sources.reading import DAYS, LINES, source
from tests.sources.same_months import agreeing, open_between

from opsctl.period import year
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.reviewing.months import MonthFacts, Needed
from opsctl.sources.months import read_months
from opsctl.sources.read import read_facts

MONTHS = [month.start for month in year(2026).parts("month")[:4]]
FIRST = date(2025, 12, 20)
NEEDED: Needed = {
    **open_between(["north"], MONTHS),
    **open_between(["south"], MONTHS, date(2026, 1, 20), date(2026, 3, 9)),
}
COLUMNS = DAYS["columns"]
PAID = {"basis": "paid", "tax": "included"}


@dataclass(frozen=True, slots=True)
class Case:
    """A mapping with some keys changed, and how the rows of a day look."""

    changes: Mapping[str, Any] = field(default_factory=dict)
    base: Mapping[str, Any] = field(default_factory=lambda: DAYS)
    header: str = "Day,Shop,Visits,Paid"
    row: str = "{day},{shop},{visits},{paid}"
    more: str = ""
    date: str = "{:%Y-%m-%d}"
    visits: tuple[str, ...] = ("7", "12", "0")
    paid: tuple[str, ...] = ("10.25", "3", "0.5")
    encoding: str = "utf-8"


CASES: Mapping[str, Case] = {
    "plain": Case(),
    "totals rows": Case(row="{day},{shop},{visits},{paid}\n合计,{shop},99,99\n{day},汇总,99,99"),
    "totals in a column of their own": Case(
        header="Who,Day,Shop,Visits,Paid", row="x,{day},{shop},{visits},{paid}\n合计,{day},{shop},99,99"
    ),
    "totals of one's own words": Case({"totals": ["Sum"]}, row="{day},{shop},{visits},{paid}\n{day},Sum,99,99"),
    "all stores but totals": Case(
        {"store": {"column": "shop", "map": {"North": "north"}, "other": "south"}},
        row="{day},{shop},{visits},{paid}\n{day},合计,99,99",
    ),
    "one store": Case({"store": "north"}),
    "sums and products": Case(
        {"metrics": {"visitors": {"sum": "visits"}, "gmv_paid": {"sum": "visits * paid - visits"}}}
    ),
    "blanks and marks for none": Case(visits=("7", "", "--"), paid=("1", "2", " ")),
    "as people write numbers": Case(visits=("1.2万", '"1,234"', "-5", "（5）"), paid=("￥3", '"MX$2,000.50"', "12%")),
    "percent": Case(
        {"columns": {**COLUMNS, "visits": {"header": "Visits", "as": "percent"}}}, visits=("12.5%", "0.1", "12.5")
    ),
    "seconds and ranges": Case(
        {"columns": {**COLUMNS, "visits": {"header": "Visits", "as": "seconds"},
                     "paid": {"header": "Paid", "range": "middle"}}},
        visits=("3分12秒", "00:01:30"), paid=("100~200", "1万～5万", "3"),
    ),
    "a column that may be missing": Case(
        {"columns": {**COLUMNS, "paid": {"header": "Paid", "missing": "ok"}}}, header="Day,Shop,Visits",
        row="{day},{shop},{visits}",
    ),
    "dates whose order shows": Case(date="{:%-m/%-d/%y}"),
    "dates whose order is said": Case(
        {"columns": {**COLUMNS, "at": {"header": "Day", "order": "dmy"}}}, date="{:%d/%m/%Y}"
    ),
    "seconds since 1970": Case({"clock": {"zone": "America/New_York"}}, date="{:%s}"),
    "conditions": Case(
        {"where": [{"column": "paid", "above": "1"}, {"column": "at", "from": "2026-01-05"}],
         "rows": {"busy": [{"column": "visits", "at_least": "8"}]},
         "metrics": {"visitors": {"sum": "visits"}, "gmv_paid": {"sum": "paid", "of": "busy"}}},
        visits=("12", "7", "?"), paid=("2", "1", "3"),
    ),
    "conditions of a file": Case(
        {"files": [{"path": "*.csv", "where": [{"column": "Note", "is_not": "void"}],
                    "columns": {"note": "Note"}}]},
        header="Day,Shop,Visits,Paid,Note", row="{day},{shop},{visits},{paid},\n{day},{shop},9,9,void",
    ),
    "parts of days": Case(
        {"keys": "plan", "columns": {**COLUMNS, "plan": "Plan"}}, header="Day,Shop,Visits,Paid,Plan",
        row="{day},{shop},{visits},{paid},{order}\n{day},{shop},{visits},{paid},p9",
    ),
    "values not understood": Case(visits=("7", "?", "12"), paid=("1", "1.2.3")),
    "a ragged footer": Case(more="exported by somebody\n"),
    "lines above the header": Case({"header": {"find": ["Day", "Shop"]}}, header="My shop\nDay,Shop,Visits,Paid"),
    "another encoding": Case({"store": {"column": "shop", "map": {"北店": "north", "South": "south"}}},
                             encoding="gb18030"),
    "a day that counts keys": Case(
        {"grain": "days", "columns": {**COLUMNS, "order": "Order"},
         "metrics": {"visitors": {"sum": "visits"}, "orders_paid": {"count_distinct": "order"}}},
        header="Day,Shop,Visits,Paid,Order", row="{day},{shop},{visits},{paid},{order}\n{day},{shop},0,0,{order}",
    ),
    "lines": Case(base=LINES, header="Day,Shop,Order,Buyer,Pieces,Price",
                  row="{day},{shop},{order},{buyer},{pieces},{paid}"),
    "lines without a total": Case(
        base=LINES, header="Day,Shop,Order,Buyer,Pieces,Price",
        row="{day},{shop},{order},{buyer},{pieces},{paid}\n总计,,,,,9",
    ),
    "lines that are exported again": Case(
        {"keys": ["order", "buyer"]}, LINES, "Day,Shop,Order,Buyer,Pieces,Price",
        "{day},{shop},{order},{buyer},{pieces},{paid}",
    ),
    "keys that lost digits": Case(
        base=LINES, header="Day,Shop,Order,Buyer,Pieces,Price", row="{day},{shop},{lost},{buyer},{pieces},{paid}"
    ),
    "lines with amounts apart": Case(
        {"columns": {**LINES["columns"], "less": "Less"},
         "metrics": {"gmv_paid": {"sum": "price - less"}, "orders_paid": {"count_distinct": "order"}}},
        LINES, "Day,Shop,Order,Buyer,Pieces,Price,Less", "{day},{shop},{order},{buyer},{pieces},{paid},{less}",
        paid=("10", "", "?"),
    ),
}  # fmt: skip


def rows(case: Case, dice: Random, days: list[date]) -> Iterator[str]:
    """Rows of most stores on most days, a few of them with something odd."""
    for day in days:
        for shop in ("North", "北店", "South", "Nowhere"):
            odd = dice.random() < 0.05
            values = {
                "day": case.date.format(day), "shop": shop, "order": f"o{dice.randrange(5)}",
                "visits": dice.choice(case.visits if odd else case.visits[:1]),
                "paid": dice.choice(case.paid if odd else case.paid[:1]),
                "buyer": dice.choice(["b1", "b2", ""]), "pieces": dice.choice(["1", "2", "-1", "0"]),
                "lost": "1.23457E+17" if odd else f"o{dice.randrange(5)}",
                "less": dice.choice(["1", ""]),
            }  # fmt: skip
            yield "" if dice.random() < 0.01 else case.row.format(**values) + "\n"


def write(folder: Path, case: Case, seed: int) -> None:
    """One to three files whose days overlap."""
    dice = Random(seed)
    for number in range(dice.randint(1, 3)):
        begin = FIRST + timedelta(days=dice.randrange(30))
        days = [begin + timedelta(days=at) for at in range(dice.randrange(60, 120))]
        text = f"{case.header}\n{''.join(rows(case, dice, days))}{case.more}"
        (folder / f"{number}.csv").write_bytes(text.encode(case.encoding))


@pytest.mark.parametrize("name", CASES)
def test_what_a_mapping_may_say(name: str, tmp_path: Path) -> None:
    case, whole = CASES[name], 0
    for seed in range(3):
        folder = tmp_path / f"{seed}"
        folder.mkdir()
        write(folder, case, seed)
        mapping = source(case.base, money=PAID, currency="CNY", **case.changes)
        whole += agreeing({"shop": mapping}, folder, NEEDED)[1]
        if whole:
            break
    assert whole or name in NEVER_WHOLE


@pytest.mark.parametrize("name", list(CASES)[::4])
def test_days_of_some_metrics_are_those_that_all_have(name: str, tmp_path: Path) -> None:
    write(tmp_path, CASES[name], 1)
    mapping = source(CASES[name].base, money=PAID, currency="CNY", **CASES[name].changes)
    every = read_facts({"shop": mapping}, tmp_path, groups={}, periods=())
    for metric in list(mapping.metrics)[:1]:
        some = read_facts({"shop": mapping}, tmp_path, groups={}, periods=(), metrics={metric})
        assert some.daily == {series: days for series, days in every.daily.items() if series[1] == metric}
        assert loud(some) == loud(every)
    none = read_facts({"shop": mapping}, tmp_path, groups={}, periods=(), metrics=())
    assert (none.daily, loud(none)) == ({}, loud(every))


def loud(facts: Facts) -> list[Trouble]:
    """What was wrong; that values were restated is told of the metrics that are asked for."""
    return [trouble for trouble in facts.troubles if trouble.severity != "info"]


# Nobody can know a single month of these: each has something in doubt in it.
NEVER_WHOLE = frozenset({"keys that lost digits"})


def months(folder: Path, changes: Mapping[str, Any], files: Mapping[str, str]) -> MonthFacts:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return agreeing({"shop": source(DAYS, **changes)}, folder, NEEDED)[0]


HEAD = "Day,Shop,Visits,Paid\n"
JANUARY = [date(2026, 1, 1) + timedelta(days=at) for at in range(31)]
WHOLE = HEAD + "".join(f"{day},North,2,1\n" for day in JANUARY)


def test_the_day_may_stand_in_the_name_of_the_file(tmp_path: Path) -> None:
    files = {f"{day}.csv": "Shop,Visits,Paid\nNorth,2,1\n" for day in JANUARY}
    found = months(tmp_path, {"day": {"file_name": "{day}.csv"}}, files)
    assert found.sums.daily["north", "visitors"] == {MONTHS[0]: 62}


@pytest.mark.parametrize(
    "broken",
    ["Day,Shop\n2026-01-01,North\n", HEAD + '2026-01-01,North,"1\n', "\0\0", HEAD + "2026-01-01,North,1,1,1\n"],
)
@pytest.mark.parametrize("grain", ["days", "lines"])
def test_a_file_that_is_amiss_is_left_out_and_takes_the_zeros_of_lines_with_it(
    tmp_path: Path, broken: str, grain: str
) -> None:
    found = months(tmp_path, {"grain": grain}, {"1.csv": WHOLE, "2.csv": broken})
    assert (("north", "visitors") in found.sums.daily) == (grain == "days")


def test_days_of_another_year_that_are_all_in_doubt_are_not_given(tmp_path: Path) -> None:
    for name, text in {"1.csv": HEAD + "2025-06-01,North,1,?\n2025-07-02,North,1,1\n2025-08-02,North,1,?\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    # On the second of a month the amount is known in July and in doubt in August: only days can tell.
    assert read_months({"shop": source(DAYS)}, tmp_path, needed=NEEDED) is None


def test_lines_of_many_years_are_a_wrong_date(tmp_path: Path) -> None:
    text = HEAD + "1926-01-01,North,1,1\n2026-01-02,North,1,1\n"
    assert not months(tmp_path, {"grain": "lines"}, {"1.csv": text}).sums.daily


def test_channels_stand_beside_the_whole(tmp_path: Path) -> None:
    changes = {"columns": {**COLUMNS, "channel": "Channel"}, "dimension": {"channel": {"column": "channel"}}}
    text = "Day,Shop,Visits,Paid,Channel\n2026-01-02,North,1,1,search\n"
    assert not months(tmp_path, changes, {"1.csv": text}).sums.daily
