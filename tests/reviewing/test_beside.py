"""Channels, products, people and tiers beside each other, against sums made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import built, company, sheet

from opsctl.period import month, week
from opsctl.planning.periods import day_targets
from opsctl.planning.shown.views import view_units
from opsctl.planning.tier_targets import tier_by_day
from opsctl.reviewing.ahead import goal_days
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.members import member_table
from opsctl.reviewing.persons import person_rows
from opsctl.reviewing.tiered import tier_row
from opsctl.reviewing.view import MemberTable
from opsctl.workspace import Workspace

WEEK = week(2026, 23)
SALES = ("net_sales",)
GOALS = {"net_sales": {"value": "1000000", "split": {"weights": {"a": "3", "b": "1"}}}}


def world(shares: Mapping[str, str] | None = None, **more: Any) -> Workspace:
    made = company({"a": {}, "b": {}}, GOALS)
    if shares:
        made["target"]["2026/a"] = sheet({"net_sales": {"value": "inherited", "channels": dict(shares)}})
    return built(made | more)


def facts(members: Mapping[tuple[str, str], str], whole: Mapping[str, str], without: date | None = None) -> Facts:
    """Net sales a day by store, and by store and channel, over the week and the one before."""
    days = [day for day in (*WEEK.previous().days, *WEEK.days) if day != without]
    return Facts(
        daily={(store, "net_sales"): dict.fromkeys(days, Decimal(value)) for store, value in whole.items()},
        members={
            (store, "channel", member, "net_sales"): dict.fromkeys(days, Decimal(value))
            for (store, member), value in members.items()
        },
    )


def table(workspace: Workspace, given_: Facts, scope: str = "a") -> MemberTable:
    found = member_table(workspace, given_, scope, SALES, "channel", WEEK)
    assert found is not None
    return found


def test_what_members_without_a_target_sold_stands_together() -> None:
    shares = {"search": "60%", "live": "40%"}
    sold = {("a", "search"): "500", ("a", "live"): "300", ("a", "new"): "70", ("a", "other"): "30"}
    found = table(world(shares), facts(sold, {"a": "1000"}))
    rows = {(row.member, row.whose): row.actual.value for row in found.rows}
    assert rows == {
        ("live", "planned"): 2100,
        ("search", "planned"): 3500,
        ("", "unplanned"): 700,
        ("", "unassigned"): 700,
    }
    assert sum(value for value in rows.values() if value is not None) == 7 * 1000
    assert sum(row.share or 0 for row in found.rows) == 1


def test_targets_are_those_of_the_plan() -> None:
    shares = {"search": "60%", "live": "40%"}
    made = world(shares)
    found = table(made, facts({("a", "search"): "500"}, {"a": "1000"}))
    units = view_units(made, "a", "net_sales", "channel", WEEK)
    told = {row.member: row for row in found.rows}
    assert {member: told[member].target for member in shares} == {
        member: Fraction(units[member], 100) for member in shares
    }
    search, live = told["search"], told["live"]
    assert search.target is not None and search.attainment == 3500 / search.target
    assert search.gap == search.target - 3500
    # No source has ever named it: perhaps it is called otherwise there, so nothing is said.
    assert (live.actual.value, live.gap, live.attainment) == (None, None, None)


def test_a_missing_day_leaves_no_verdict() -> None:
    gone = facts({("a", "search"): "500"}, {"a": "1000"}, WEEK.days[2])
    (search,) = (row for row in table(world({"search": "100%"}), gone).rows if row.member)
    assert (search.actual.days, search.actual.missing) == (6, (WEEK.days[2],))
    assert (search.attainment, search.gap, search.share, search.previous) == (None, None, None, None)


def test_without_targets_members_are_named_one_by_one() -> None:
    sold = {("a", f"c{number:02d}"): f"{number + 1}" for number in range(15)}
    found = table(world(), facts(sold, {"a": "120"}))
    assert [row.whose for row in found.rows] == ["unplanned"] * 13
    assert [row.member for row in found.rows][:3] == ["c03", "c04", "c05"]
    assert found.rows[-1].actual.value == 7 * (1 + 2 + 3)


def test_targets_without_data_say_so() -> None:
    found = table(world({"search": "100%"}), Facts())
    assert (found.measured, [row.member for row in found.rows]) == (False, ["search"])
    assert member_table(world(), Facts(), "a", SALES, "channel", WEEK) is None


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.integers(0, 10**6), st.booleans())
def test_rows_add_up_to_the_team_to_the_cent(cents: list[int], rest: int, planned: bool) -> None:
    sold = {("ab"[number % 2], f"c{number}"): f"{Decimal(value) / 100}" for number, value in enumerate(cents)}
    whole = {store: sum(v for n, v in enumerate(cents) if n % 2 == at) + rest for at, store in enumerate("ab")}
    made = world({"c0": "100%"} if planned else None)
    found = table(made, facts(sold, {store: f"{Decimal(value) / 100}" for store, value in whole.items()}), "company")
    total = sum((row.actual.value for row in found.rows if row.actual.value is not None), Fraction(0))
    assert total == 7 * Fraction(sum(whole.values()), 100)


def test_a_person_alone_in_a_role_is_measured_by_the_place() -> None:
    people: dict[str, Any] = {
        "role": {"manager": {"name": "店长", "owns": ["net_sales"]}},
        "person": {
            "li-na": {"name": "李娜", "roles": [{"role": "manager", "at": "a", "from": "2026-01-01"}]},
            "bo": {"name": "Bo", "roles": [{"role": "manager", "at": "b", "from": "2026-01-01"}]},
            "xu": {"name": "Xu", "roles": [{"role": "manager", "at": "b", "from": "2026-01-01"}]},
        },
    }
    made, given_ = world(**people), facts({}, {"a": "1000", "b": "300"})
    (alone,) = person_rows(made, given_, "a", WEEK)
    days = day_targets(made, "a", "net_sales", WEEK)
    assert (alone.person, alone.role, alone.actual.value) == ("li-na", "manager", 7000)
    assert alone.target == sum(days.values()) and alone.gap == alone.target - 7000
    shared = person_rows(made, given_, "b", WEEK)
    assert [(row.person, row.actual.value, row.attainment) for row in shared] == [
        ("bo", None, None),
        ("xu", None, None),
    ]
    assert sum(row.target or 0 for row in shared) == sum(day_targets(made, "b", "net_sales", WEEK).values())
    # What a source says of a person needs no guess.
    own = Facts(daily={**given_.daily, ("bo", "net_sales"): dict.fromkeys(WEEK.days, Decimal(100))})
    assert [row.actual.value for row in person_rows(made, own, "b", WEEK)] == [700, None]


def test_tiers_are_over_the_days_that_are_known() -> None:
    goals = {"net_sales": {**GOALS["net_sales"], "floor": "900000", "stretch": "1100000"}}
    made = built(company({"a": {}, "b": {}}, goals))
    june, until = month(2026, 6), date(2026, 6, 10)
    plan = {day: Fraction(value) for day, value in day_targets(made, "company", "net_sales", june).items()}
    for factor, word in (("0.8", "below"), ("0.95", "floor"), ("1.05", "commit"), ("1.2", "stretch")):
        daily = {
            (store, "net_sales"): {
                day: value * Decimal(factor)
                for day, value in day_targets(made, store, "net_sales", june).items()
                if day <= until and day.day != 4
            }
            for store in "ab"
        }
        goal = goal_days(made, Facts(daily=daily), "company", "net_sales", june, until)
        assert goal is not None
        row = tier_row(made, "company", goal)
        assert row is not None and (row.reached, row.days) == (word, 9)
        known = [day for day in plan if day <= until and day.day != 4]
        assert row.commit == sum(plan[day] for day in known)
        for tier, due in (("floor", row.floor), ("stretch", row.stretch)):
            laid = tier_by_day(made, "company", "net_sales", tier, june)  # type: ignore[arg-type]
            assert due == Fraction(sum(laid[day] for day in known), 100)


def test_a_goal_without_tiers_has_none() -> None:
    goal = goal_days(world(), facts({}, {"a": "1", "b": "1"}), "company", "net_sales", WEEK, WEEK.last)
    assert goal is not None and tier_row(world(), "company", goal) is None
