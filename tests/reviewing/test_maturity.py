"""How late refunds come: curves found again from histories made with known ones, and what was otherwise before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import built, company
from tests.simulator.simulate import LAGS

from opsctl.commands.actual_facts import read_actuals
from opsctl.commands.actuals_load import load_actuals
from opsctl.commands.review import review_of
from opsctl.loading.read import load
from opsctl.period import week
from opsctl.rendering.review_sheet import review_sheet
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.lags import AGES, FEWEST, LagCurve, fitted_daily, fitted_reloads
from opsctl.reviewing.maturity import maturities
from opsctl.workspace import Workspace

FIRST = date(2025, 1, 1)
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
WEEK = week(2026, 23)


def sold(days: int) -> dict[date, Fraction]:
    """Sales with a weekend, a season and a promotion, so that no two lags look alike."""
    return {
        FIRST + timedelta(n): Fraction(1000 + 400 * (n % 7 > 4) + 3 * (n % 97) + 9000 * (n % 113 == 60))
        for n in range(days)
    }


def paid_back(sales: dict[date, Fraction], rate: Fraction, shares: Sequence[Fraction]) -> dict[date, Fraction]:
    """Refunds on the day they are paid back, a bucket's share spread evenly over its days."""
    found = dict.fromkeys(sales, Fraction(0))
    for day, value in sales.items():
        for (first, last), share in zip(((0, 7), (8, 15), (16, 30)), shares, strict=True):
            for lag in range(first, last + 1):
                back = day + timedelta(lag)
                if back in found:
                    found[back] += value * rate * share / (last - first + 1)
    return found


@pytest.mark.parametrize("shares", [("0.5", "0.3", "0.2"), ("1", "0", "0"), ("0.2", "0", "0.8"), ("0", "1", "0")])
def test_the_lags_that_made_the_refunds_are_found(shares: tuple[str, ...]) -> None:
    wanted = [Fraction(share) for share in shares]
    sales = sold(400)
    found = fitted_daily(sales, paid_back(sales, Fraction("0.15"), wanted))
    assert found is not None and found.method == "daily" and found.days == 400 - 30
    assert found.shares == tuple(sum(wanted[: at + 1], Fraction(0)) for at in range(3))
    assert found.rate == Fraction("0.15")


def test_too_short_a_history_says_nothing() -> None:
    sales = sold(FEWEST + 29)
    assert fitted_daily(sales, paid_back(sales, Fraction("0.1"), [Fraction(1), Fraction(0), Fraction(0)])) is None
    assert fitted_daily({}, {}) is None
    assert fitted_daily(sold(300), dict.fromkeys(sold(300), Fraction(0))) is None


def test_days_around_a_hole_are_left_out() -> None:
    sales = sold(400)
    back = paid_back(sales, Fraction("0.15"), [Fraction("0.5"), Fraction("0.3"), Fraction("0.2")])
    del sales[FIRST + timedelta(200)]
    found = fitted_daily(sales, back)
    assert found is not None and found.days == 400 - 30 - 31
    assert found.shares == (Fraction("0.5"), Fraction("0.8"), Fraction(1))


def test_the_example_s_stores_are_near_the_truth_of_the_simulator() -> None:
    workspace = load(EXAMPLE).workspace
    facts = read_actuals(workspace, EXAMPLE, None, ()).facts
    true = [sum(LAGS[:age]) / sum(LAGS) for age in AGES]
    stores = [store.id for store in workspace.stores_under("company")]
    rows = maturities(workspace, facts, "company", stores, week(2026, 46), date(2026, 11, 22), {})
    assert [row.scope for row in rows] == ["company", *stores]
    # The largest store has the most refunds, and so the surest curve; orders differ much in size.
    curves = {row.scope: row.curve for row in rows if row.curve is not None}
    assert [float(share) for share in curves["tmall-flagship"].shares] == pytest.approx(true, abs=0.05)
    assert all(abs(float(curve.shares[1]) - true[1]) < 0.1 for curve in curves.values())


@given(st.integers(-3, 60))
def test_shares_rise_between_the_ages(age: int) -> None:
    curve = LagCurve((Fraction("0.5"), Fraction("0.8"), Fraction("0.9")), 100, "daily")
    assert 0 <= curve.share(age) <= curve.share(age + 1) <= 1
    assert [curve.share(known) for known in (-1, *AGES[:2], 31)] == [0, Fraction("0.5"), Fraction("0.8"), 1]


def test_what_an_earlier_load_lacked_gives_the_curve() -> None:
    asof = date(2026, 3, 31)
    now = {asof - timedelta(n): Fraction(100) for n in range(-60, 200)}
    lacking = {7: Fraction(40), 15: Fraction(70), 30: Fraction(95)}
    before = {
        asof - timedelta(n): next((value for age, value in lacking.items() if n <= age), Fraction(100))
        for n in range(200)
    }
    found = fitted_reloads(before, now, asof)
    assert found is not None and (found.method, found.shares) == (
        "reloads",
        (Fraction("0.4"), Fraction("0.7"), Fraction("0.95")),
    )
    # Loaded again at once nothing is settled yet.
    assert fitted_reloads(before, {day: value for day, value in now.items() if day <= asof}, asof) is None


def world() -> Workspace:
    return built(company({"a": {}, "b": {}}, {"net_sales": {"value": "1000000"}}))


def facts(basis: str, days: int, rate: str = "0.15") -> Facts:
    sales = sold(days)
    back = paid_back(sales, Fraction(rate), [Fraction("0.5"), Fraction("0.5"), Fraction(0)])
    daily = {}
    for store in "ab":
        daily[store, "gmv_paid"] = {day: Decimal(int(value)) for day, value in sales.items()}
        daily[store, "refund_amount"] = {day: Decimal(str(float(value))) for day, value in back.items()}
    return Facts(daily=daily, basis={(store, "refund_amount"): basis for store in "ab"})


def test_net_sales_ripen_by_the_store_s_own_curve() -> None:
    until = FIRST + timedelta(420)
    period = week(2026, 8)
    found = maturities(world(), facts("paid", 421), "company", ("a", "b"), period, until, {})
    assert [row.scope for row in found] == ["company", "a", "b"]
    one = found[1]
    # All is in after 15 days; the week ends on 2026-02-22, and data reaches to 2026-02-25.
    assert (one.ripe, one.mature) == (date(2026, 3, 9), False)
    sales = sum(sold(421)[day] for day in period.days)
    assert one.sales == sales and one.arrived is not None and 0 < one.arrived < Fraction("0.6")
    assert one.net is not None and abs(one.net / (sales * Fraction("0.85")) - 1) < Fraction("0.001")
    whole = found[0]
    assert whole.arrived == one.arrived and whole.sales == 2 * sales
    later = maturities(world(), facts("paid", 460), "company", ("a", "b"), period, FIRST + timedelta(459), {})
    assert all(row.mature and row.arrived == 1 for row in later)


def test_refunds_booked_on_the_sale_need_earlier_loads() -> None:
    until, period = FIRST + timedelta(420), week(2026, 8)
    alone = maturities(world(), facts("net_pay_date", 421), "a", ("a",), period, until, {})
    assert [(row.curve, row.arrived) for row in alone] == [(None, None)]
    assert alone[0].ripe == period.last + timedelta(15)


@pytest.mark.parametrize("until", [None, date(2024, 1, 1)])
def test_without_data_there_is_nothing_to_ripen(until: date | None) -> None:
    assert maturities(world(), facts("paid", 421), "a", ("a",), WEEK, until, {}) == ()
    assert maturities(world(), Facts(), "a", ("a",), WEEK, FIRST, {}) == ()


SHOP = """
```yaml stores/tmall.yaml
name: 旗舰店
platform: tmall
team: company
```
```yaml sources/shop.yaml
files: actuals/shop/*.csv
grain: days
columns: {day: 日期, gmv: 支付金额, back: 成功退款金额}
store: tmall
day: day
currency: CNY
money: {basis: paid, tax: included}
metrics: {gmv_paid: {sum: gmv}, refund_amount: {sum: back}}
```
"""


def export(back: dict[int, int]) -> str:
    rows = [f"2026-06-{day:02d},1000,{back.get(day, 0)}" for day in range(1, 15)]
    return "日期,支付金额,成功退款金额\n" + "\n".join(rows) + "\n"


def test_a_later_run_says_what_was_restated_and_why(folder_from: Callable[[str], Path]) -> None:
    root = folder_from(SHOP)
    file = root / "actuals/shop/june.csv"
    file.parent.mkdir(parents=True)
    file.write_text(export({2: 50}), "utf-8")
    load_actuals(root, None, (), None, dry_run=False)
    assert review_of(root, "weekly", "2026-W23", None, None, None).review.restated == ()
    file.write_text(export({2: 80, 3: 20}), "utf-8")
    result = review_of(root, "weekly", "2026-W23", None, None, None)
    (row,) = result.review.restated
    assert (row.scope, row.metric, row.was, row.now) == ("tmall", "refund_amount", 50, 100)
    assert row.days == (date(2026, 6, 2), date(2026, 6, 3))
    assert (row.before, row.files) == ("actuals/snapshots/shop/2026.csv", ("actuals/shop/june.csv",))
    blocks = {block.name: block for block in review_sheet(result.review, result.workspace, "zh").blocks}
    assert blocks["restated"].lines == (
        "旗舰店 成功退款金额 2026-06-02 至 2026-06-03 有 2 天：原来 ￥50，现在 ￥100；退款晚到，"
        "来自 actuals/shop/june.csv（原来见 actuals/snapshots/shop/2026.csv）",
    )
    # Another week was not touched.
    assert review_of(root, "weekly", "2026-W24", None, None, None).review.restated == ()


def test_a_later_export_of_the_same_days_is_restated_too(folder_from: Callable[[str], Path]) -> None:
    root = folder_from(SHOP)
    folder = root / "actuals/shop"
    folder.mkdir(parents=True)
    (folder / "2026-06-10.csv").write_text(export({2: 50}), "utf-8")
    (folder / "2026-06-20.csv").write_text(export({2: 70}), "utf-8")
    (row,) = review_of(root, "weekly", "2026-W23", None, None, None).review.restated
    assert (row.was, row.now, row.files) == (50, 70, ("actuals/shop/2026-06-20.csv",))
    assert row.before == "actuals/shop/2026-06-10.csv"
