"""Closed months are the sums of the days that a review reads: stores, teams, composed metrics, other money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from tests.sources.same_months import agreed

from opsctl.commands.actual_facts import facts_of, months_of
from opsctl.commands.actuals_load import load_actuals
from opsctl.loading.read import load
from opsctl.period import year
from opsctl.quantity import from_units, places, round_units
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


def twice(root: Path) -> None:
    """A second source of the same days: only days can tell that the two agree."""
    text = FILES["sources/daily.yaml"].replace("gmv_paid: {sum: paid}, ", "")
    (root / "sources/again.yaml").write_text(text, encoding="utf-8")


def loaded(root: Path) -> None:
    """The days are in a snapshot of the year, and the export is gone."""
    load_actuals(root, "2026", (), None, dry_run=False)
    (root / "actuals/daily.csv").unlink()


def archived(root: Path) -> None:
    """The year before is in its snapshot only, and with it all days of one store."""
    (root / "fx/2025.yaml").write_text(FILES["fx/2026.yaml"], encoding="utf-8")
    load_actuals(root, "2025", (), None, dry_run=False)
    lines = (root / "actuals/daily.csv").read_text("utf-8").splitlines(True)
    (root / "actuals/2026.csv").write_text("".join(x for x in lines if x[:4] != "2025" and "US" not in x), "utf-8")
    (root / "actuals/daily.csv").unlink()
    source = root / "sources/daily.yaml"
    source.write_text(source.read_text("utf-8").replace("actuals/daily.csv", "actuals/2*.csv"), "utf-8")


def mixed(root: Path) -> None:
    """The two stores count money on different rungs of the ladder."""
    text = FILES["sources/daily.yaml"]
    (root / "sources/daily.yaml").write_text(text.replace(", US: us", ""), encoding="utf-8")
    other = text.replace("Home: home, ", "").replace("basis: paid", "basis: ordered")
    (root / "sources/other.yaml").write_text(other, encoding="utf-8")


def as_it_is(root: Path) -> None:
    """One export of all days."""


@pytest.mark.parametrize("scope", ["home", "us", "firm"])
@pytest.mark.parametrize("changed", [as_it_is, twice, loaded, archived, mixed])
def test_they_are_the_sums_of_days(firm: Path, scope: str, changed: Callable[[Path], None]) -> None:
    changed(firm)
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
                digits = places(workspace.metrics[metric].unit)
                exact = sum(right.values(), Fraction(0))
                assert found.values[metric][month] == from_units(round_units(exact, digits), digits)
        assert found.missing.get(metric, ()) == tuple(missing)
    assert found.missing["visitors"]


def test_every_day_counts_for_a_team_without_stores(firm: Path) -> None:
    assert [bits.bit_count() for bits in days_needed(load(firm).workspace, MONTHS)["idle"].values()] == [31, 28, 31, 30]


def test_of_the_example_they_are_the_sums_of_days() -> None:
    root = Path(__file__).parents[2] / "examples/chenhe-home"
    workspace = load(root).workspace
    needed = days_needed(workspace, [month for each in (2025, 2026) for month in year(each).parts("month")])
    facts = facts_of(workspace, root, None, ())
    assert agreed(months_of(workspace, root, None, needed), facts, needed)
