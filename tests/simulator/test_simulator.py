"""The committed actuals are what the ledger gives, and the ledger is what the truth file says it is."""

from __future__ import annotations

import ast
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.simulator.__main__ import ACTUALS, HERE, stale, texts
from tests.simulator.exports import FIRST_WEEK, days, weeks
from tests.simulator.ledger import Ledger, StoreDay, distinct_buyers, distinct_visitors
from tests.simulator.simulate import simulate
from tests.simulator.world import EFFECTS, GAPS, STORES

MOST_BYTES = 2_000_000
BY_NAME = {store.name: store.id for store in STORES}
MISSING = {(store, day) for _, store, day in GAPS}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return simulate()


def rows(export: str) -> Iterator[dict[str, str]]:
    for file in sorted((ACTUALS / export).glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            yield from csv.DictReader(stream)


def test_the_committed_files_are_regenerated_byte_by_byte(ledger: Ledger) -> None:
    assert stale(texts(ledger)) == []


def test_the_actuals_stay_small_enough_to_commit() -> None:
    assert 0 < sum(file.stat().st_size for file in ACTUALS.rglob("*")) < MOST_BYTES


def test_every_row_of_the_shop_export_is_a_sum_over_the_ledger(ledger: Ledger) -> None:
    seen = set()
    for row in rows("shop-daily"):
        key = (BY_NAME[row["店铺名称"]], date.fromisoformat(row["日期"]))
        seen.add(key)
        event = ledger[key]
        assert Decimal(row["支付金额"]) * 100 == sum(order.cents for order in event.orders)
        assert Decimal(row["成功退款金额"]) * 100 == sum(event.refunds)
        assert Decimal(row["推广花费"]) * 100 == event.ad_cents
        assert int(row["推广点击数"]) == event.clicks >= event.visits.paid
        assert int(row["支付订单数"]) == len(event.orders)
        assert int(row["支付买家数"]) == len({order.buyer for order in event.orders})
        assert int(row["访客数"]) == len(people(event))
    assert seen == {(store.id, day) for store in STORES for day in days()} - MISSING


def people(event: StoreDay) -> set[int]:
    visits = event.visits
    return {*visits.new_paid, *visits.new_free, *visits.back_paid, *visits.back_free}


def test_buyers_and_inquirers_are_visitors_of_the_day(ledger: Ledger) -> None:
    for event in ledger.values():
        assert event.buyers | event.inquirers <= people(event)
        assert event.inquirers_paid <= event.buyers


def test_distinct_people_of_a_week_are_fewer_than_the_sum_of_its_days(ledger: Ledger) -> None:
    exported = {(BY_NAME[row["店铺名称"]], row["周"]): row for row in rows("shop-weekly")}
    assert min(week[0] for week in weeks()) == FIRST_WEEK
    for store in STORES:
        for week in weeks():
            events = [ledger[(store.id, day)] for day in week]
            row = exported.pop((store.id, "{}-W{:02d}".format(*week[0].isocalendar()[:2])))
            assert int(row["访客数"]) == distinct_visitors(events) == len(set[int]().union(*map(people, events)))
            assert int(row["支付买家数"]) == distinct_buyers(events) <= sum(len(event.buyers) for event in events)
            assert int(row["访客数"]) < sum(event.visits.people for event in events)
    assert not exported


def test_the_truth_file_agrees_with_the_exports_month_by_month(ledger: Ledger) -> None:
    exported: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in rows("shop-daily"):
        exported[row["日期"][:7], BY_NAME[row["店铺名称"]]] += Decimal(row["支付金额"])
    for store, day in MISSING:
        exported[str(day)[:7], store] += Decimal(ledger[(store, day)].gmv) / 100
    months = (HERE / "truth.yaml").read_text(encoding="utf-8").split("\nmonths:\n")[1]
    truths: dict[tuple[str, str], Decimal] = {}
    for block in re.finditer(r'  "(\d{4}-\d{2})":\n((?:    .*\n)+)', months):
        for store, amount in re.findall(r"    ([a-z-]+): {gmv_paid: ([0-9.]+)", block[2]):
            truths[block[1], store] = Decimal(amount)
    assert truths == exported


def test_planted_effects_are_felt(ledger: Ledger) -> None:
    for effect in EFFECTS:
        during = [ledger[(effect.store, day)] for day in days(effect.first, effect.last)]
        lost = [event.lost for event in during]
        felt = {
            "stock-out": all(loss.orders > 10 and loss.cents > 0 for loss in lost),
            "ad-cut": sum(e.visits.paid for e in during) < 1.1 * sum(loss.visitors_paid for loss in lost),
            "slow-reply": sum(loss.inquirers_paid for loss in lost) > 100,
        }
        assert felt[effect.kind], effect.id


def test_the_simulator_stands_on_the_standard_library_alone() -> None:
    for file in sorted(Path(HERE).glob("[!t]*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names.append(node.module or "")
            assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names, file.name
