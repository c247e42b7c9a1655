"""Sums of months straight from the lines are what the facts of days come to, whatever the lines look like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.sources.reading import A_DAY, DAYS, DAYS_HEADER, LINES, LINES_HEADER, source
from tests.sources.same_months import agreeing

from opsctl.period import year
from opsctl.records.source import Source
from opsctl.reviewing.months import MonthFacts, Needed, bits_between, days_of
from opsctl.sources.months import read_months

MONTHS = [month.start for month in year(2026).parts("month")[:4]]
FIRST = date(2026, 1, 1)
Rows = Callable[[Random, date], Iterator[str]]
SHOPS = ("North", "South", "Souths", "Nowhere")
TWO_NAMES = {"column": "shop", "map": {"North": "north", "South": "south", "Souths": "south"}}
OTHER = {"column": "shop", "map": {"North": "north"}, "other": "south"}
NEEDED: Needed = {
    "north": {month: bits_between(month, date.min, date.max) for month in MONTHS},
    "south": {month: bits_between(month, date(2026, 1, 20), date(2026, 3, 9)) for month in MONTHS},
}


def lines(dice: Random, day: date) -> Iterator[str]:
    """Some order lines of a day; now and then a value is blank or cannot be read."""
    for _ in range(dice.randrange(3)):
        odd, shop, buyer = dice.random(), dice.choice(SHOPS), dice.choice(["b1", "b2", ""])
        pieces = "" if odd < 0.02 else dice.choice(["1", "2", "-1", "0"])
        price = "?" if odd > 0.99 else dice.choice(["10.25", "3", "1,000.5"])
        yield f'{day},{shop},o{dice.randrange(4)},{buyer},{pieces},"{price}"\n'


def facts(dice: Random, day: date) -> Iterator[str]:
    """The facts of a day of most stores, rarely twice; now and then a value is blank or cannot be read."""
    for shop in SHOPS:
        odd, visits, paid = dice.random(), dice.randrange(50), f"{dice.randrange(9_999) / 100:.2f}"
        row = f"{day},{shop},{'' if 0.99 > odd > 0.985 else visits},{'?' if odd > 0.995 else paid}\n"
        yield "" if odd < 0.005 else row * 2 if odd < 0.01 else row


def days_from(dice: Random, count: int) -> list[date]:
    begin = FIRST + timedelta(days=dice.randrange(-40, 60))
    return [begin + timedelta(days=at) for at in range(count)]


def compared(folder: Path, mappings: Mapping[str, Source]) -> tuple[MonthFacts, int]:
    """Both ways to the months, which must agree; how many of them are known to the last day."""
    return agreeing(mappings, folder, NEEDED)


def written(folder: Path, seed: int, days: int, rows: Rows) -> None:
    dice = Random(seed)
    folder.mkdir()
    for number in range(dice.randint(1, 3)):
        found = [row for day in days_from(dice, days) for row in rows(dice, day)]
        header = LINES_HEADER if rows is lines else DAYS_HEADER
        (folder / f"{number}.csv").write_text(header + "".join(found), encoding="utf-8")


@pytest.mark.parametrize("store", [DAYS["store"], TWO_NAMES, OTHER])
def test_facts_of_days(tmp_path: Path, store: dict[str, Any]) -> None:
    money = {"basis": "paid", "tax": "included"}
    whole = 0
    for seed in range(2):
        written(tmp_path / f"{seed}", seed, 110, facts)
        whole += compared(tmp_path / f"{seed}", {"shop": source(DAYS, store=store, money=money, currency="CNY")})[1]
    assert whole > 2


@pytest.mark.parametrize("store", [LINES["store"], TWO_NAMES, OTHER])
def test_order_lines(tmp_path: Path, store: dict[str, Any]) -> None:
    whole = 0
    for seed in range(2):
        written(tmp_path / f"{seed}", seed, 80, lines)
        whole += compared(tmp_path / f"{seed}", {"shop": source(LINES, store=store)})[1]
    assert whole > 2


def test_a_later_file_replaces_a_day_and_not_its_month(tmp_path: Path) -> None:
    days = [FIRST + timedelta(days=at) for at in range(31)]
    (tmp_path / "1.csv").write_text(DAYS_HEADER + "".join(f"{day},North,1,1\n" for day in days), encoding="utf-8")
    (tmp_path / "2.csv").write_text(DAYS_HEADER + f"{days[-1]},North,100,1\n{days[0]},South,,\n", encoding="utf-8")
    found, _ = compared(tmp_path, {"shop": source(DAYS)})
    assert found.month(("north", "visitors"), FIRST, NEEDED["north"][FIRST]) == (130, (1 << 31) - 1)
    assert ("south", "visitors") not in found.sums.daily


def test_days_that_nobody_asked_for_are_in_no_sum_but_show_that_a_series_is_given(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_text(DAYS_HEADER + "2025-06-01,North,5,5\n2026-01-02,South,7,7\n", encoding="utf-8")
    found, _ = compared(tmp_path, {"shop": source(DAYS)})
    assert found.sums.daily["north", "visitors"] == {date(2025, 12, 31): 0}
    assert found.sums.daily["south", "visitors"] == {date(2026, 12, 31): 0}


def test_values_of_periods_are_no_months_but_say_first_how_money_is_counted(tmp_path: Path) -> None:
    folders = {"a": ("2026-W01,North,5,5\n", {"period": "at", "day": None}), "b": (A_DAY, {})}
    mappings = {}
    for (name, (rows, changes)), basis in zip(folders.items(), ("ordered", "paid"), strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.csv").write_text(DAYS_HEADER + rows.replace("06-01", "01-01"), encoding="utf-8")
        money = {"basis": basis, "tax": "included"}
        mappings[name] = source(DAYS, files=f"{name}/*.csv", money=money, **changes)
    found, _ = compared(tmp_path, mappings)
    assert not found.sums.daily
    found, _ = compared(tmp_path, {"b": mappings["b"]})
    assert found.sums.daily["north", "gmv_paid"] == {FIRST: 10.25}


def test_only_days_can_tell_where_two_sources_give_a_series(tmp_path: Path) -> None:
    mappings = {name: source(DAYS, files=f"{name}/*.csv") for name in ("a", "b")}
    for name in mappings:
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.csv").write_text(DAYS_HEADER + A_DAY, encoding="utf-8")
    assert read_months(mappings, tmp_path, needed=NEEDED) is None


def test_bits_are_days() -> None:
    assert days_of(date(2026, 2, 1), bits_between(date(2026, 2, 1), date(2026, 2, 27), date.max)) == (
        date(2026, 2, 27), date(2026, 2, 28),
    )  # fmt: skip
    assert bits_between(date(2026, 2, 1), date.min, date.max) == (1 << 28) - 1
    assert bits_between(date(2026, 2, 1), date(2026, 3, 1), date.max) == 0
    assert bits_between(date(2026, 2, 1), date.min, date(2026, 1, 31)) == 0
