"""Actual values cut by channels, products and sources: members are parallel, and a source shows what it gave."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.commands.actuals import ShownActuals
from opsctl.period import month, week
from opsctl.records.settings import Settings
from opsctl.records.store import Store
from opsctl.records.team import Team
from opsctl.rendering.actuals_text import actuals_csv, actuals_text
from opsctl.reviewing.actuals.snapshot import (
    facts_from,
    restatements,
    snapshot_text,
    snapshot_values,
    values_by_year,
)
from opsctl.reviewing.actuals.table import ActualTable, actual_table
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Loaded, Workspace

WEEK = week(2026, 23)
DAYS = WEEK.days
TODAY = date(2026, 7, 1)


def workspace() -> Workspace:
    """A team with two stores."""
    team = Team.model_validate({"name": "Firm"})
    stores = [
        Loaded(
            "store",
            id_,
            f"stores/{id_}.yaml",
            Store.model_validate({"name": name, "platform": "tmall", "team": "firm"}),
        )
        for id_, name in (("a", "甲店"), ("b", "乙店"))
    ]
    settings = Settings.model_validate({"opsctl": "1", "name": "Firm", "top": "firm"})
    return Workspace(settings, (*stores, Loaded("team", "firm", "teams/firm.yaml", team)))


def series(*values: int) -> dict[date, Decimal]:
    """Values of the first days of the week."""
    return dict(zip(DAYS, map(Decimal, values), strict=False))


FACTS = Facts(
    daily={("a", "visitors"): series(*[90] * 7), ("b", "visitors"): series(*[50] * 7)},
    distinct={("a", "visitors", WEEK.label): Decimal(400), ("firm", "visitors", WEEK.label): Decimal(700)},
    origin={("a", "visitors"): ("shop", "weekly"), ("b", "visitors"): ("shop",)},
    members={
        ("a", "channel", "search", "visitors"): series(*[60] * 7),
        ("a", "channel", "search", "buyers_paid"): series(*[3] * 7),
        ("a", "channel", "ads", "visitors"): series(30, 30, 30),
        ("b", "channel", "search", "visitors"): series(*[40] * 6),
    },
)


def table(*by: str, metrics: tuple[str, ...] = ("visitors",), scope: str = "firm", facts: Facts = FACTS) -> ActualTable:
    """Cut the facts of the week."""
    return actual_table(workspace(), facts, scope, WEEK, by, metrics, TODAY)


def values(found: ActualTable, *by: str) -> dict[tuple[str, ...], tuple[Fraction | None, int]]:
    """Each number by its place and counting: its value, and how many days are missing."""
    return {
        (*(number.key(each) for each in by), number.counting): (number.reading.value, len(number.reading.missing))
        for number in found.numbers
    }


def test_members_are_added_over_stores_and_a_day_none_has_is_missing() -> None:
    assert values(table("channel", scope="a"), "channel") == {("ads", "days"): (90, 0), ("search", "days"): (420, 0)}
    # The other store has no channel at all on the last day, so nobody knows the firm's.
    assert values(table("channel"), "channel") == {("ads", "days"): (90, 1), ("search", "days"): (600, 1)}
    assert values(table("store", "channel"), "store", "channel")["b", "search", "days"] == (240, 1)


def test_ratios_of_a_member_come_from_its_own_parts() -> None:
    found = table("channel", metrics=("cvr",), scope="a")
    assert values(found, "channel")["search", ""] == (Fraction(3, 60), 0)


def test_both_ways_of_counting_people_stand_side_by_side_and_only_where_known() -> None:
    assert values(table("store"), "store") == {
        ("a", "days"): (630, 0), ("a", "distinct"): (400, 0), ("b", "days"): (350, 0),
    }  # fmt: skip
    assert values(table("metric"), "metric") == {("visitors", "days"): (980, 0), ("visitors", "distinct"): (700, 0)}


def test_weeks_of_a_month_are_cut_at_its_ends() -> None:
    found = actual_table(workspace(), FACTS, "a", month(2026, 6), ("week",), ("visitors",), date(2026, 6, 9))
    assert values(found, "week") == {
        ("2026-W23", "days"): (630, 0), ("2026-W23", "distinct"): (400, 0), ("2026-W24", "days"): (None, 2),
    }  # fmt: skip


def test_a_table_names_the_way_of_counting_and_what_is_missing() -> None:
    shown = ShownActuals(workspace(), table("store", "metric", metrics=("visitors", "cvr")))
    text = actuals_text(shown, "zh", width=120)
    assert "访客数（日累计口径）" in text
    assert "访客数（去重口径）" in text
    assert "—（缺 7 天）" in text
    assert actuals_csv(shown).splitlines()[:2] == ["store,metric,counting,unit,value,days,missing",
                                                   "a,visitors,days,count,630,7,0"]  # fmt: skip


Rows = dict[tuple[str, str, str, str, str], Decimal]
LABELS = ("2026-06-01", "2026-06-02", "2026-W23", "2026-06", "2026-Q2", "2026", "FY2026-P05")
NAMES = st.sampled_from(["a", "b", "一店", 'with "quotes", and commas'])
KEYS = st.tuples(NAMES, st.just(""), st.just(""), st.sampled_from(["gmv_paid", "visitors"]), st.sampled_from(LABELS))
MEMBERS = st.tuples(NAMES, st.just("channel"), NAMES, st.just("visitors"), st.sampled_from(LABELS))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)
SNAPSHOTS = st.dictionaries(st.one_of(KEYS, MEMBERS), NUMBERS, max_size=12)


@given(SNAPSHOTS)
def test_a_snapshot_read_back_is_the_same_to_the_last_digit(
    found: Rows,
) -> None:
    (ordered,) = values_by_year(facts_from(found)).values() or ({},)
    assert dict(ordered) == found
    assert list(ordered) == sorted(found)
    assert snapshot_values(snapshot_text(ordered)) == found
    assert restatements(found, ordered) == ()


@given(SNAPSHOTS, SNAPSHOTS)
def test_what_is_restated_is_what_was_there_and_is_no_longer(was: Rows, now: Rows) -> None:
    told = restatements(was, now)
    assert {one.key for one in told} == {key for key in was if was[key] != now.get(key)}
    assert all((one.was, one.now) == (was[one.key], now.get(one.key)) for one in told)


@pytest.mark.parametrize("row", ["a,,,gmv_paid,2026-02-30,1", "a,,,gmv_paid,2026-06-01,many", "a,,,gmv_paid,2026-06-01",
                                 "a,,,gmv_paid,2026-06-01,NaN"])  # fmt: skip
def test_what_no_load_wrote_is_no_snapshot(row: str) -> None:
    head = snapshot_text({})
    assert snapshot_values(head + "a,,,gmv_paid,2026-06-01,1\n") is not None
    assert snapshot_values(head + row + "\n") is None
    assert snapshot_values(row + "\n") is None


def test_days_of_two_years_are_two_snapshots() -> None:
    days = {date(2025, 12, 31) + timedelta(days=n): Decimal(n) for n in range(2)}
    found = values_by_year(Facts(daily={("a", "gmv_paid"): days}, distinct={("a", "visitors", "2026-W01"): Decimal(5)}))
    assert {year: len(rows) for year, rows in found.items()} == {2025: 1, 2026: 2}
