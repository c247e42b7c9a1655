"""Closed months are the sums of the days that a review reads: stores, teams, composed metrics, other money."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from opsctl.commands.actual_facts import facts_of, months_of
from opsctl.loading.read import load
from opsctl.period import year
from opsctl.reviewing.closed import ClosedMonths, Measured, closed_months_of
from opsctl.reviewing.measure import day_values
from opsctl.reviewing.months import days_needed
from opsctl.workspace import Workspace

FILES = {
    "opsctl.yaml": "opsctl: 1\nname: Firm\ntop: firm\n",
    "teams/firm.yaml": "name: Firm\n",
    "teams/idle.yaml": "name: Idle\nparent: firm\n",
    "stores/home.yaml": "name: Home\nplatform: tmall\nteam: firm\nopened: 2026-01-20\n",
    "stores/us.yaml": "name: US\nplatform: shopify\nteam: firm\ncurrency: USD\nclosed: 2026-03-10\n",
    "fx/2026.yaml": 'budget: {USD: "7.15"}\n',
    "sources/daily.yaml": (
        "files: actuals/daily.csv\ngrain: days\ncolumns: {day: day, shop: shop, paid: paid, back: back, seen: seen}\n"
        "store: {column: shop, map: {Home: home, US: us}}\nday: day\nmoney: {basis: paid, tax: included}\n"
        "metrics: {gmv_paid: {sum: paid}, refund_amount: {sum: back}, visitors: {sum: seen}}\n"
    ),
}
MONTHS = year(2026).parts("month")[:4]
METRICS = ("gmv_paid", "refund_amount", "net_sales", "visitors", "orders_paid")
OPEN = {"home": (date(2026, 1, 20), date.max), "us": (date.min, date(2026, 3, 10))}


def row(day: date, shop: str, at: int) -> str:
    return f"{day},{shop},{100 + at * 7 % 90}.{at % 100:02d},{at % 9}.5,{'' if (at, shop) == (70, 'US') else at % 50}\n"


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    days = [date(2025, 12, 25) + timedelta(days=at) for at in range(120)]
    lines = "".join(
        row(day, shop, at) for at, day in enumerate(days) for shop in ("Home", "US") if (at, shop) != (40, "Home")
    )
    for name, text in {**FILES, "actuals/daily.csv": "day,shop,paid,back,seen\n" + lines}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def months(root: Path, workspace: Workspace, scope: str) -> ClosedMonths:
    needed = days_needed(workspace, MONTHS)
    return closed_months_of(
        Measured(workspace, months_of(workspace, root, None, needed), needed), scope, METRICS, MONTHS, {}
    )


@pytest.mark.parametrize("scope", ["home", "us", "firm"])
@pytest.mark.parametrize("twice", [False, True])
def test_they_are_the_sums_of_days(firm: Path, scope: str, twice: bool) -> None:
    if twice:
        # A second source of the same days: only days can tell that the two agree.
        text = FILES["sources/daily.yaml"].replace("gmv_paid: {sum: paid}, ", "")
        (firm / "sources/again.yaml").write_text(text, encoding="utf-8")
    workspace = load(firm).workspace
    facts = facts_of(workspace, firm, None, ())
    found = months(firm, workspace, scope)
    assert (tuple(found.values), found.unmeasured) == (METRICS[:4], ("orders_paid",))
    inside = [OPEN[store] for store in ("home", "us") if scope in (store, "firm")]
    for metric in METRICS[:4]:
        missing: list[date] = []
        for month in MONTHS:
            days = [day for day in month.days if any(first <= day <= last for first, last in inside)]
            right = day_values(workspace, facts, scope, metric, days)
            lacking = [day for day in days if day not in right]
            missing += lacking
            if not lacking:
                exact = sum(right.values(), Fraction(0))
                assert abs(Fraction(found.values[metric][month]) - exact) <= Fraction(1, 200)
        assert found.missing.get(metric, ()) == tuple(missing)
    assert found.missing["visitors"]


def test_every_day_counts_for_a_team_without_stores(firm: Path) -> None:
    assert [bits.bit_count() for bits in days_needed(load(firm).workspace, MONTHS)["idle"].values()] == [31, 28, 31, 30]
