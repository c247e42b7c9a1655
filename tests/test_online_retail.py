"""
A plan and its weekly reviews over a million real order lines, against plain SQL and an own calculation.

The lines are found through `OPSCTL_TEST_DATA`; the records are those of `examples/online-retail`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests import oracles
from tests.oracles import COMPANY, STORES, Sales

from opsctl.cli.app import run
from opsctl.commands import actual_facts
from opsctl.loading.read import load
from opsctl.period import Period, month, week, week_of, weeks_touching
from opsctl.period import year as year_period
from opsctl.planning.curves.curve import month_units, resolve_curve
from opsctl.planning.periods import day_targets, period_target
from opsctl.records.calendar import Calendar
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.periodic import period_review
from opsctl.reviewing.view import Comparison, MetricRow, PeriodReview, Reading
from opsctl.sources.read import read_facts
from opsctl.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "online-retail"
FIRST_DAY, LAST_DAY = date(2009, 12, 1), date(2011, 12, 9)
WEEKS = tuple(week(2011, number) for number in range(1, 49))
SCOPES = (COMPANY, *STORES)
A_YEAR = timedelta(days=364)
NOTHING = Sales()

ByDay = Mapping[tuple[str, date], Sales]
Plan = Mapping[str, Mapping[tuple[str, date], int]]
Json = Any


@pytest.fixture(scope="module")
def folder(test_data: Path) -> Path:
    """The folder with the order lines, or a skip."""
    found = test_data / "online-retail"
    if not (found / oracles.FIRST).is_file():
        pytest.skip("OPSCTL_TEST_DATA has no online-retail: the real order lines are not here")
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the records, to work in."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "shop"))


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The records as they are."""
    return load(EXAMPLE).workspace


@pytest.fixture(scope="module")
def facts(workspace: Workspace, folder: Path) -> Facts:
    """The lines, read once, with everything that is counted once a week."""
    sources = {id_: source.data for id_, source in workspace.all("source").items()}
    weeks = weeks_touching(Period(FIRST_DAY, LAST_DAY, "year"))
    return read_facts(sources, folder, groups={COMPANY: STORES}, periods=weeks)


@pytest.fixture(scope="module")
def by_day(folder: Path) -> ByDay:
    """The oracle's sales by store and day."""
    return oracles.sales_by_day(folder)


@pytest.fixture(scope="module")
def by_week(folder: Path) -> ByDay:
    """The oracle's sales by scope and Monday."""
    return oracles.sales_by_week(folder)


@pytest.fixture(scope="module")
def plan(by_day: ByDay) -> Plan:
    """The 2011 goals by metric, scope and day in smallest units, from what 2010 sold and the two typed numbers."""
    gmv, orders = sums_of_2010(by_day)
    stores = oracles.percentages([gmv[store] for store in STORES])
    months = oracles.percentages([gmv[str(number)] for number in range(1, 13)])
    by_orders = {store: Fraction(orders[store]) for store in STORES}
    return {
        "gmv_paid": oracles.planned_days(1_085_000_000, dict(zip(STORES, stores, strict=True)), months),
        "orders_paid": oracles.planned_days(22_000, by_orders, months),
    }


@pytest.fixture
def review(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run `review weekly` as users do and return what it writes."""

    def run_it(root: Path, *arguments: str) -> str:
        assert run(["--lang", "en", "-C", str(root), "review", "weekly", "--data", str(folder), *arguments]) == 0
        return capsys.readouterr().out

    return run_it


def sums_of_2010(by_day: ByDay) -> tuple[dict[str, Decimal], dict[str, int]]:
    """What 2010 sold: amounts by store and by month's number, orders by store."""
    gmv: dict[str, Decimal] = {}
    orders: dict[str, int] = {}
    for (store, day), sales in by_day.items():
        if day.year == 2010:
            orders[store] = orders.get(store, 0) + sales.orders
            for key in (store, str(day.month)):
                gmv[key] = gmv.get(key, Decimal(0)) + sales.gmv
    return gmv, orders


def row_of(review: PeriodReview, metric: str) -> MetricRow:
    """One row of the review."""
    return next(row for row in review.rows if row.metric == metric)


def values(sales: Sales) -> dict[str, Fraction]:
    """The additive metrics as the oracle has them."""
    return {
        "gmv_paid": Fraction(sales.gmv),
        "refund_amount": Fraction(sales.refunds),
        "net_sales": Fraction(sales.gmv) - Fraction(sales.refunds),
        "orders_paid": Fraction(sales.orders),
        "buyers_paid": Fraction(sales.buyers),
    }


def ratios(sales: Sales) -> dict[str, tuple[Fraction, Fraction]]:
    """The ratios as the oracle's numerator and denominator."""
    gmv, refunds = Fraction(sales.gmv), Fraction(sales.refunds)
    return {
        "aov_order": (gmv, Fraction(sales.orders)),
        "aov_buyer": (gmv, Fraction(sales.buyers)),
        "refund_rate": (refunds, gmv),
    }


def expected_reading(sales: Sales, metric: str) -> Reading:
    """What a whole week of that metric has to read."""
    if metric in values(sales):
        return Reading(values(sales)[metric], 7)
    top, bottom = ratios(sales)[metric]
    return Reading(top / bottom if bottom else None, 7, (), top, bottom)


def test_the_records_are_clean_and_their_cells_fresh(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(root), "check", "--fail-on", "info"]) == 0, capsys.readouterr().out
    assert run(["-C", str(root), "plan", "split", "2011", "--check"]) == 0
    assert {path.stem for path in (root / "targets" / "2011").glob("*.csv")} == {*SCOPES, "shop-owner"}
    sheet = root / "targets" / "2011" / "company.yaml"
    sheet.write_bytes(sheet.read_bytes().replace(b"22_000", b"22_001"))
    assert run(["-C", str(root), "plan", "split", "2011", "--check"]) == 1


def test_what_the_records_say_of_2010_is_what_2010_sold(workspace: Workspace, by_day: ByDay) -> None:
    gmv, orders = sums_of_2010(by_day)
    sheet = workspace.sheet(COMPANY, 2011)
    assert sheet is not None
    goals = sheet.data.goals
    assert goals["gmv_paid"].baseline.value == sum(gmv[store] for store in STORES)
    assert goals["orders_paid"].baseline.value == sum(orders.values())
    stores = oracles.percentages([gmv[store] for store in STORES])
    assert [Fraction(goals["gmv_paid"].split.weights[store]) / 100 for store in STORES] == stores
    assert goals["orders_paid"].split.weights == orders
    curve = workspace.all("calendar")["2011"].data.curves["like-2010"]
    months = oracles.percentages([gmv[str(number)] for number in range(1, 13)])
    assert [Fraction(curve.months[str(number)]) for number in range(1, 13)] == months


def test_every_week_of_2011_is_what_plain_sql_counts(
    workspace: Workspace, facts: Facts, by_week: ByDay, plan: Plan, by_day: ByDay
) -> None:
    for scope in SCOPES:
        for period in WEEKS:
            made = period_review(workspace, facts, scope, period)
            sales = by_week.get((scope, period.start), NOTHING)
            for row in made.rows:
                where = (scope, period.label, row.metric)
                assert row.actual == expected_reading(sales, row.metric), where
                for earlier, steps in ((row.previous, 7), (row.last_year, 364)):
                    assert_compared(by_week, scope, row, earlier, period.start - timedelta(days=steps))
            assert row_of(made, "orders_paid").distinct == sales.orders_once, (scope, period.label)
            assert row_of(made, "buyers_paid").distinct == sales.buyers_once, (scope, period.label)
            assert_planned(made, plan)
            assert_paced(made, plan, by_day)
            assert_stores(made, by_week, plan)


def assert_compared(by_week: ByDay, scope: str, row: MetricRow, earlier: Comparison, monday: date) -> None:
    """An earlier week is what SQL counts for it, and the change follows from both."""
    before = expected_reading(by_week.get((scope, monday), NOTHING), row.metric)
    assert (earlier.period, earlier.reading) == (week_of(monday), before)
    if before.value is None or row.actual.value is None:
        assert earlier.change is None
    elif row.unit == "percent":
        assert earlier.change == row.actual.value - before.value
    else:
        assert earlier.change == (row.actual.value / before.value - 1 if before.value > 0 else None)


def assert_planned(made: PeriodReview, plan: Plan) -> None:
    """The week's targets are the own calculation's, and the attainment follows from them."""
    for metric, places in (("gmv_paid", 2), ("orders_paid", 0)):
        row = row_of(made, metric)
        units = sum(plan[metric].get((made.scope, day), 0) for day in made.period.days)
        assert row.target == Fraction(units, 10**places), (made.scope, made.period.label, metric)
        assert row.target_days == 7
        assert row.actual.value is not None and row.attainment == row.actual.value / row.target
        assert row.gap == row.target - row.actual.value
    assert {row.metric for row in made.rows if row.target is not None} == {"gmv_paid", "orders_paid", "aov_order"}
    target = row_of(made, "aov_order").target
    assert target == row_of(made, "gmv_paid").target / row_of(made, "orders_paid").target  # type: ignore[operator]


def assert_paced(made: PeriodReview, plan: Plan, by_day: ByDay) -> None:
    """What was due by the week's last day, and what was reached, in its month and in its year."""
    last = made.period.last
    stores = STORES if made.scope == COMPANY else (made.scope,)
    assert [(row.metric, row.period.kind) for row in made.pace] == [
        ("gmv_paid", kind) for kind in ("month", "quarter", "year")
    ]
    for row in made.pace:
        targets = {day: units for (scope, day), units in plan["gmv_paid"].items() if scope == made.scope}
        whole = sum(units for day, units in targets.items() if row.period.contains(day))
        due = sum(units for day, units in targets.items() if row.period.contains(day) and day <= last)
        days = [day for day in row.period.days if day <= last]
        sold = sum((by_day.get((store, day), NOTHING).gmv for store in stores for day in days), Decimal(0))
        assert (row.until, row.actual) == (last, Reading(Fraction(sold), len(days)))
        assert (row.target, row.due) == (Fraction(whole, 100), Fraction(due, whole))
        assert row.attainment == Fraction(sold) * 100 / whole
        assert row.pace == row.attainment - row.due


def assert_stores(made: PeriodReview, by_week: ByDay, plan: Plan) -> None:
    """The stores side by side are what each of them is alone."""
    assert [row.scope for row in made.stores] == (list(STORES) if made.scope == COMPANY else [])
    for store in made.stores:
        sales = by_week.get((store.scope, made.period.start), NOTHING)
        assert store.headline.actual == expected_reading(sales, "gmv_paid")
        units = sum(plan["gmv_paid"].get((store.scope, day), 0) for day in made.period.days)
        assert store.headline.target == Fraction(units, 100)
        for row in store.others:
            assert row.actual == expected_reading(sales, row.metric)


@pytest.mark.parametrize("label", ["2010-W51", "2010-W52", "2011-W01", "2011-W22", "2011-W48"])
def test_the_command_says_so_too(
    root: Path, review: Callable[..., str], by_week: ByDay, by_day: ByDay, plan: Plan, label: str
) -> None:
    period = week(int(label[:4]), int(label[6:]))
    data = json.loads(review(root, label, "--format", "json"))["data"]
    sales = by_week.get((COMPANY, period.start), NOTHING)
    assert data["period"] == {"label": label, "first": f"{period.start}", "last": f"{period.last}"}
    rows = {row["metric"]: row for row in data["metrics"]}
    for metric, value in values(sales).items():
        assert rows[metric]["actual"] == {"value": plain(value), "days": 7, "missing": []}, metric
    for metric, (top, bottom) in ratios(sales).items():
        rate = f"{float(top / bottom):.6f}" if bottom else None
        parts = {"value": rate, "numerator": plain(top), "denominator": plain(bottom)}
        assert rows[metric]["actual"] == {**parts, "days": 7, "missing": []}, metric
    assert rows["buyers_paid"]["distinct"] == f"{sales.buyers_once}"
    earlier = by_week.get((COMPANY, period.start - A_YEAR), NOTHING)
    assert rows["gmv_paid"]["last_year"]["actual"]["value"] == plain(Fraction(earlier.gmv))
    for day in data["days"]:
        on = date.fromisoformat(day["day"])
        units = plan["gmv_paid"].get((COMPANY, on))
        assert day["target"] == (None if units is None else plain(Fraction(units, 100)))
        sold = sum((by_day.get((store, on), NOTHING).gmv for store in STORES), Decimal(0))
        assert day["actual"] == plain(Fraction(sold))
    assert [store["scope"] for store in data["stores"]] == list(STORES)


def plain(value: Fraction) -> str:
    """An exact number without an exponent or zeros at its end."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def test_the_plan_is_an_own_calculation_s_to_the_penny(workspace: Workspace, plan: Plan) -> None:
    year = year_period(2011)
    for metric, places in (("gmv_paid", 2), ("orders_paid", 0)):
        for scope in SCOPES:
            own = {
                day: Decimal(units).scaleb(-places) for (owner, day), units in plan[metric].items() if owner == scope
            }
            assert day_targets(workspace, scope, metric, year) == own, (scope, metric)
            assert not any(value for day, value in own.items() if day.isoweekday() == 6)


def test_weeks_cut_at_the_year_s_ends_add_up_to_the_year(workspace: Workspace) -> None:
    weeks = weeks_touching(year_period(2011))
    assert (weeks[0].label, weeks[-1].label, len(weeks)) == ("2010-W52", "2011-W52", 53)
    for metric, whole in (("gmv_paid", 10_850_000), ("orders_paid", 22_000)):
        found = [period_target(workspace, COMPANY, metric, one) for one in weeks]
        assert [target.days for target in found if target is not None] == [2, *[7] * 51, 6]
        assert sum(target.value for target in found if target is not None) == whole


@pytest.mark.parametrize(
    ("shares", "mean", "most"), [("2010", "9.07", "28.85"), ("even", "26.52", "59.60")], ids=["last year's", "even"]
)
def test_last_year_s_months_foretell_this_year_s(by_day: ByDay, shares: str, mean: str, most: str) -> None:
    sold = {year: [gmv_of(by_day, month(year, number)) for number in range(1, 12)] for year in (2010, 2011)}
    months = sold[2010] if shares == "2010" else [Decimal(1)] * 11
    written = {str(number): f"{share / sum(months):.20f}" for number, share in enumerate(months, 1)}
    calendar = Calendar.model_validate({"curves": {"shape": {"months": written}}})
    curve = resolve_curve(calendar, "shape", None, 2011)
    total = sum(sold[2011], Decimal(0))
    planned = month_units(curve, int(total * 1000), {}, {}, {})
    assert Decimal(sum(planned)) == total * 1000 and planned[11] == 0
    misses = [abs(Decimal(plan) / 1000 / real - 1) * 100 for plan, real in zip(planned[:11], sold[2011], strict=True)]
    assert (f"{sum(misses) / 11:.2f}", f"{max(misses):.2f}") == (mean, most)


def gmv_of(by_day: ByDay, period: Period) -> Decimal:
    """What all stores sold in a period."""
    return sum((sales.gmv for (_, day), sales in by_day.items() if period.contains(day)), Decimal(0))


def test_what_no_source_gives_is_missing_and_not_zero(root: Path, review: Callable[..., str]) -> None:
    data = json.loads(review(root, "2011-W40", "--format", "json"))["data"]
    week_40 = {"first": "2011-10-03", "last": "2011-10-09", "last_known": None}
    assert data["missing"] == [{"scope": COMPANY, "metrics": ["visitors", "ad_spend"], **week_40}]
    assert not {"visitors", "ad_spend", "cvr", "ad_cost_ratio"} & {row["metric"] for row in data["metrics"]}
    said = "Gift shop lacks visitors, ad spend: 2011-10-03 to 2011-10-09; there was never any data before"
    assert said in " ".join(review(root, "2011-W40").split())


def test_a_goal_on_what_no_source_gives_has_no_actual(root: Path, review: Callable[..., str]) -> None:
    sheet = root / "targets" / "2011" / "company.yaml"
    sheet.write_bytes(sheet.read_bytes() + b"  visitors: 900_000\n  ad_spend: 120_000\n")
    data = json.loads(review(root, "2011-W40", "--format", "json"))["data"]
    rows = {row["metric"]: row for row in data["metrics"]}
    nothing = {"value": None, "days": 0, "missing": [f"{day}" for day in week(2011, 40).days]}
    for metric in ("visitors", "ad_spend"):
        row = rows[metric]
        assert row["actual"] == nothing
        assert row["previous"]["actual"]["value"] is row["last_year"]["actual"]["value"] is None
        assert (row["attainment"], row["gap"], row["previous"]["change"]) == (None, None, None)
    shown = review(root, "2011-W40").splitlines()
    line = next(line for line in shown if line.startswith("visitors "))
    assert "—" in line and "0.00" not in line and " 0 " not in line


def test_a_day_without_lines_is_a_real_zero(root: Path, review: Callable[..., str]) -> None:
    data = json.loads(review(root, "2011-W40", "--format", "json"))["data"]
    saturday = next(day for day in data["days"] if day["day"] == "2011-10-08")
    assert saturday == {"day": "2011-10-08", "actual": "0", "target": "0"}
    assert not any(row["actual"]["missing"] for row in data["metrics"])
    # Over Christmas the shop is closed for a whole week: nothing sold, nothing missing, and no rate of nothing.
    christmas = json.loads(review(root, "2010-W52", "--format", "json"))["data"]
    rows = {row["metric"]: row for row in christmas["metrics"]}
    assert rows["gmv_paid"]["actual"] == {"value": "0", "days": 7, "missing": []}
    assert rows["refund_rate"]["actual"]["value"] is None
    assert rows["gmv_paid"]["target_days"] == 2


def test_the_week_is_the_last_one_that_is_complete(
    root: Path, review: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []

    def counting(*arguments: Any, **options: Any) -> Facts:
        reads.append(1)
        return read_facts(*arguments, **options)

    monkeypatch.setattr(actual_facts, "read_facts", counting)
    chosen = json.loads(review(root, "--format", "json"))["data"]
    assert len(reads) == 1, "the lines are read once, though only they can tell which week it is"
    assert (chosen["period"]["label"], chosen["newer"]["label"]) == ("2011-W48", "2011-W49")
    named = json.loads(review(root, "2011-W48", "--format", "json"))["data"]
    assert chosen == {**named, "newer": chosen["newer"]}
    text = " ".join(review(root).split())
    assert "2011-W49 is newer, but its data is not complete yet, so this week is shown." in text


@pytest.mark.parametrize(
    ("today", "label"),
    [("2011-12-05", "2011-W48"), ("2011-12-04", "2011-W47"), ("2011-12-12", "2011-W48"), ("2011-01-10", "2011-W01")],
)
def test_a_week_that_is_not_over_is_not_complete(
    root: Path, review: Callable[..., str], today: str, label: str
) -> None:
    assert json.loads(review(root, "--today", today, "--format", "json"))["data"]["period"]["label"] == label


def test_a_week_whose_end_is_not_known_compares_like_with_like(
    root: Path, review: Callable[..., str], by_week: ByDay, plan: Plan
) -> None:
    data = json.loads(review(root, "2011-W49", "--format", "json"))["data"]
    gmv = next(row for row in data["metrics"] if row["metric"] == "gmv_paid")
    sold = Fraction(by_week[COMPANY, date(2011, 12, 5)].gmv)
    known = week(2011, 49).days[:5]
    assert gmv["actual"] == {"value": plain(sold), "days": 5, "missing": ["2011-12-10", "2011-12-11"]}
    target = Fraction(sum(plan["gmv_paid"][COMPANY, day] for day in known), 100)
    assert (gmv["target"], gmv["target_days"]) == (plain(target), 5)
    assert gmv["attainment"] == f"{float(sold / target):.6f}"
    assert (gmv["previous"]["change"], gmv["last_year"]["change"]) == (None, None)
    refund_rate = next(row for row in data["metrics"] if row["metric"] == "refund_rate")
    assert refund_rate["actual"]["value"] is None
    assert [(run["scope"], run["first"], run["last"], run["last_known"]) for run in data["missing"][1:]] == [
        (store, "2011-12-10", "2011-12-11", "2011-12-09") for store in STORES
    ]
    assert [day["actual"] for day in data["days"][5:]] == [None, None]
    assert {row["until"] for row in data["pace"]} == {"2011-12-09"}
