"""
Organisations of any shape: one to five levels, teams and stores side by side, one child, no child, zero weights, holds
and bounds. Whatever is divided comes together again, in every month, and what was fixed stays.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.worlds import METRICS, World, bounds, built, company, hold, made, sheet, written

from opsctl.period import year as year_period
from opsctl.planning.cascade import Cascade
from opsctl.planning.cells import cell_files
from opsctl.planning.dividing.headcount import headcount
from opsctl.planning.receipt import receipt

DEEPEST = 5
Tree = dict[str, list[str]]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Draw the children of each team; a name with `store` is a store, and a team may have neither."""
    tree: Tree = {}
    waiting = [("company", 1)]
    while waiting:
        team, level = waiting.pop()
        below: list[str] = []
        for _ in range(draw(st.integers(0 if level > 1 else 1, 3))):
            number = sum(len(children) for children in tree.values()) + len(below)
            is_team = level < DEEPEST and number < 14 and draw(st.booleans())
            below.append(f"team-{number}" if is_team else f"store-{number}")
        tree[team] = below
        waiting += [(child, level + 1) for child in below if child.startswith("team")]
    return tree


def stores_below(tree: Tree, scope: str) -> list[str]:
    """The stores under a team at any depth, found by walking the tree."""
    return [
        store
        for child in tree.get(scope, ())
        for store in ([child] if child.startswith("store") else stores_below(tree, child))
    ]


def world_of(tree: Tree) -> World:
    """The records of a tree, without goals."""
    parents = {child: team for team, children in tree.items() for child in children}
    teams = {team: {"name": team} | ({"parent": parents[team]} if team in parents else {}) for team in tree}
    stores = [child for child in parents if child.startswith("store")]
    texts = {store: {"name": store, "platform": "tmall", "team": parents[store]} for store in stores}
    return {"team": teams, "store": texts, "target": {"2026/company": sheet({})}}


@st.composite
def organisations(draw: st.DrawFn) -> tuple[Tree, World]:
    """Draw a tree whose teams divide some of their numbers, over children or over all stores, each by its own split."""
    tree = draw(trees())
    world = world_of(tree)
    for metric in METRICS:
        total = draw(st.integers(0, 10**7))
        for team in tree:
            if team == "company" or draw(st.integers(0, 3)):
                split = _split(draw, tree, team, metric, total)
                goal: dict[str, Any] = {"value": written(total, metric) if team == "company" else "inherited"}
                goals = world["target"].setdefault(f"2026/{team}", sheet({}))["goals"]
                goals[metric] = goal | ({"split": split} if split else {})
    return tree, world


def _split(draw: st.DrawFn, tree: Tree, team: str, metric: str, total: int) -> dict[str, Any] | None:
    over = draw(st.sampled_from(("children", "children", "stores")))
    children = tree[team] if over == "children" else stores_below(tree, team)
    if not children:
        return None
    weight = st.sampled_from(("1", "2", "0.5", "33.3", "0"))
    split: dict[str, Any] = {"over": over, "weights": {child: draw(weight) for child in children}}
    small = st.integers(0, total // 50)
    if draw(st.integers(0, 2)) == 2:
        split["hold"] = {draw(st.sampled_from(children)): hold(draw(small), metric)}
    if draw(st.integers(0, 2)) == 2:
        limit = {"at_least": draw(small)} if draw(st.booleans()) else {"at_most": total - draw(small)}
        split["bounds"] = {draw(st.sampled_from(children)): bounds(metric, **limit)}
    return split


def assert_adds_up(tree: Tree, found: Cascade) -> None:
    """Each team with a number has the sum of its children's, month by month and in the year."""
    for team, children in tree.items():
        for metric in METRICS:
            parts = [found.cells[child, metric] for child in children if (child, metric) in found.cells]
            cell = found.cells.get((team, metric))
            if cell is None or not parts:
                continue
            months = [sum(part.months[number] for part in parts) for number in range(12)]
            assert list(cell.months) == months
            assert cell.year == sum(months) == sum(part.year for part in parts)


@given(organisations())
def test_every_team_is_the_sum_of_its_children_in_every_month(drawn: tuple[Tree, World]) -> None:
    tree, world = drawn
    assert_adds_up(tree, made(world))


@given(organisations())
def test_the_company_gets_what_it_asked_for_and_holds_stay(drawn: tuple[Tree, World]) -> None:
    tree, world = drawn
    found = made(world)
    # Zero weights and holds may leave no answer, and a split may pass by one that was made for others.
    assume(not found.findings)
    for id_, text in world["target"].items():
        scope = id_.partition("/")[2]
        for metric, goal in text["goals"].items():
            got = found.cells.get((scope, metric))
            if goal["value"] != "inherited":
                assert got is not None and written(got.year, metric) == goal["value"]
            for child, held in goal.get("split", {}).get("hold", {}).items():
                division = found.divisions.get((scope, metric))
                if division is not None:
                    assert written(division.shares[child], metric) == held["value"]
                    if division is nearest(found, tree, child, metric):
                        assert found.cells[child, metric].year == division.shares[child]


def nearest(found: Cascade, tree: Tree, scope: str, metric: str) -> object:
    """The division nearest above a scope that names it."""
    parents = {child: team for team, children in tree.items() for child in children}
    above = parents.get(scope)
    while above is not None:
        division = found.divisions.get((above, metric))
        if division is not None and scope in division.shares:
            return division
        above = parents.get(above)
    return None


def five_levels() -> World:
    """A company, a region, a district, a group and its stores, with a store beside a team on every level."""
    tree = {
        "company": ["region", "store-1"], "region": ["district", "store-2"],
        "district": ["group", "store-3"], "group": ["store-4", "store-5"],
    }  # fmt: skip
    world = world_of(tree)
    for team, children in tree.items():
        split = {"over": "children", "weights": dict.fromkeys(children, "1")}
        goal = {"value": "1600" if team == "company" else "inherited", "split": split}
        world["target"][f"2026/{team}"] = sheet({"visitors": goal})
    return world


def test_five_levels_in_one_pass() -> None:
    found = made(five_levels())
    years = {scope: cell.year for (scope, _), cell in found.cells.items()}
    assert not found.findings
    assert years == {
        "company": 1600, "store-1": 800, "region": 800, "store-2": 400, "district": 400, "store-3": 200, "group": 200,
        "store-4": 100, "store-5": 100,
    }  # fmt: skip
    steps = receipt(built(five_levels()), "store-5", "visitors", year_period(2026))
    assert [step.how for step in steps] == ["sum", "split", "split", "split", "split", "typed"]


def passed_by(east: dict[str, Any] | None = None, split: dict[str, Any] | None = None) -> World:
    """A company that divides over its three stores; two of them are in a team between."""
    divided = {"weights": {"a": "1", "b": "2", "c": "3"}} | (split or {})
    world = company(
        {"a": {"team": "east"}, "b": {"team": "east"}, "c": {}}, {"visitors": {"value": "600", "split": divided}}
    )
    world["team"]["east"] = {"name": "东区", "parent": "company"}
    if east is not None:
        world["target"]["2026/east"] = sheet({"visitors": east})
    return world


@pytest.mark.parametrize("east", [None, {"value": "inherited"}])
def test_a_team_between_the_split_and_its_stores_has_their_sum(east: dict[str, Any] | None) -> None:
    found = made(passed_by(east))
    assert not found.findings
    assert (found.goals["east", "visitors"].units, found.goals["east", "visitors"].how) == (300, "summed")
    assert found.cells["east", "visitors"].year == 300


def test_a_team_between_may_divide_its_sum_otherwise() -> None:
    found = made(passed_by({"value": "inherited", "split": {"weights": {"a": "1", "b": "1"}}}))
    assert not found.findings
    assert {scope: cell.year for (scope, _), cell in found.cells.items()} == {
        "a": 150, "b": 150, "c": 300, "east": 300, "company": 600,
    }  # fmt: skip


def test_a_month_held_on_a_team_between_is_compared_with_its_stores() -> None:
    found = made(passed_by({"value": "inherited", "hold": {"2026-02": hold(1, "visitors")}}))
    assert [(each.rule, each.problem.message.id) for each in found.findings] == [
        ("impossible-split", "plan.months_are_a_sum")
    ]


@pytest.mark.parametrize(
    ("policy", "typed", "rules"),
    [("exact", "300", []), ("exact", "309", ["children-do-not-add-up"]), ("within 3%", "309", []),
     ("within 3%", "310", ["children-do-not-add-up"]), ("at_least", "290", []),
     ("at_least", "310", ["children-do-not-add-up"]), ("aligned", "999", [])],
)  # fmt: skip
def test_a_number_typed_on_a_team_between_is_judged_by_the_policy_above(
    policy: str, typed: str, rules: list[str]
) -> None:
    found = made(passed_by({"value": typed}, {"policy": policy}))
    assert [each.rule for each in found.findings] == rules


@pytest.mark.parametrize(
    ("policy", "a", "b", "rules"),
    [
        ("within 3%", "103", "200", []),
        ("within 3%", "103", "206", []),
        ("within 3%", "104", "200", ["number-beside-share"]),
        ("within 3%", "104", "196", ["number-beside-share"]),
        ("within 3%", "90", "185", ["children-do-not-add-up"]),
        ("within 0.5%", "101", "200", ["number-beside-share"]),
        ("exact", "110", "190", ["number-beside-share", "number-beside-share"]),
        ("exact", "110", "200", ["children-do-not-add-up"]),
        ("at_least", "90", "220", ["number-beside-share"]),
        ("at_least", "110", "220", []),
        ("aligned", "1", "2", []),
    ],
)
def test_typed_numbers_are_judged_one_by_one_and_by_their_sum(policy: str, a: str, b: str, rules: list[str]) -> None:
    world = passed_by(None, {"policy": policy})
    world["target"] |= {"2026/a": sheet({"visitors": a}), "2026/b": sheet({"visitors": b})}
    found = made(world)
    assert [each.rule for each in found.findings] == rules
    for finding in found.findings:
        numbers = dict(finding.problem.message.params)
        if finding.rule == "number-beside-share":
            assert (numbers["value"], numbers["share"]) in ((a, "100"), (b, "200"))
        else:
            assert (numbers["total"], numbers["parts"]) == ("600", str(int(a) + int(b) + 300))


def test_an_aligned_goal_keeps_its_own_number_in_every_month() -> None:
    world = passed_by(None, {"policy": "aligned"})
    world["target"]["2026/a"] = sheet({"visitors": "5"})
    found = made(world)
    cell = found.cells["company", "visitors"]
    assert (cell.year, cell.parts) == (600, ())
    assert found.cells["east", "visitors"].year == 205


def test_percentages_weigh_like_numbers_and_hold_keeps_the_rest_apart() -> None:
    split = {"weights": {"a": "50%", "b": "30%", "c": "20%"}, "hold": {"c": hold(60, "visitors")}}
    found = made(company({"a": {}, "b": {}, "c": {}}, {"visitors": {"value": "140", "split": split}}))
    assert found.divisions["company", "visitors"].shares == {"a": 50, "b": 30, "c": 60}


@st.composite
def staff(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Draw people who hold roles at the stores and the team for some days, some of them in two places."""
    people = {}
    for number in range(draw(st.integers(0, 5))):
        roles = []
        for _ in range(draw(st.integers(1, 2))):
            first = date(2025, 11, 1) + timedelta(days=draw(st.integers(0, 500)))
            last = first + timedelta(days=draw(st.integers(0, 500)))
            roles.append({
                "role": "seller", "at": draw(st.sampled_from(("a", "b", "c", "east", "company"))),
                "from": first.isoformat(), "fte": draw(st.sampled_from(("100%", "50%", "30%"))),
            } | ({"until": last.isoformat()} if draw(st.booleans()) else {}))  # fmt: skip
        people[f"person-{number}"] = {"name": f"{number}", "roles": roles}
    return people


def counted(people: dict[str, dict[str, Any]], places: set[str]) -> Fraction:
    """The FTE-days of 2026 at these places, day by day."""
    total = Fraction(0)
    for person in people.values():
        for held in person["roles"]:
            for step in range(365):
                day = (date(2026, 1, 1) + timedelta(days=step)).isoformat()
                if held["at"] in places and held["from"] <= day <= held.get("until", "9999"):
                    total += Fraction(int(held["fte"].rstrip("%")), 100)
    return total


@given(staff())
def test_headcount_counts_every_day_that_somebody_gives(people: dict[str, dict[str, Any]]) -> None:
    world = passed_by()
    world |= {"person": people, "role": {"seller": {"name": "销售"}}}
    del world["target"]["2026/company"]["goals"]["visitors"]["split"]["weights"]
    world["target"]["2026/company"]["goals"]["visitors"]["split"] |= {"over": "children", "by": "headcount"}
    workspace = built(world)
    expected = {"c": counted(people, {"c"}), "east": counted(people, {"a", "b", "east"})}
    assert {scope: Fraction(headcount(workspace, scope, 2026)) for scope in expected} == expected
    found = made(workspace)
    if any(expected.values()):
        assert {child: Fraction(w) for child, w in found.divisions["company", "visitors"].weights.items()} == expected
        assert sum(found.divisions["company", "visitors"].shares.values()) == 600
    else:
        assert [each.rule for each in found.findings] == ["unusable-split-key"]


def test_a_split_by_another_goal_follows_it_in_any_order() -> None:
    goals = {
        "clicks": {"value": "90", "split": {"by": "goal visitors"}},
        "net_sales": {"value": "9", "split": {"by": "goal clicks"}},
        "visitors": {"value": "600", "split": {"weights": {"a": "1", "b": "2"}}},
    }
    for order in (sorted(goals), sorted(goals, reverse=True)):
        found = made(company({"a": {}, "b": {}}, {metric: goals[metric] for metric in order}))
        assert not found.findings
        assert found.divisions["company", "clicks"].shares == {"a": 30, "b": 60}
        assert found.divisions["company", "net_sales"].shares == {"a": 300, "b": 600}


def test_a_split_by_another_goal_sees_what_stands_below_a_team() -> None:
    world = passed_by()
    goals = world["target"]["2026/company"]["goals"]
    goals["clicks"] = {"value": "100", "split": {"over": "children", "by": "goal orders_paid"}}
    for store, orders in (("a", "1"), ("b", "2"), ("c", "1")):
        world["target"][f"2026/{store}"] = sheet({"orders_paid": orders})
    found = made(world)
    assert not found.findings
    assert found.divisions["company", "clicks"].weights == {"c": Decimal(1), "east": Decimal(3)}


@pytest.mark.parametrize(("by", "circle"), [("goal visitors", 1), ("goal clicks", 2)])
def test_splits_that_wait_for_each_other_are_findings(by: str, circle: int) -> None:
    goals = {
        "visitors": {"value": "600", "split": {"by": by}},
        "clicks": {"value": "90", "split": {"by": "goal visitors"}},
    }
    found = made(company({"a": {}, "b": {}}, goals))
    said = [each.problem.message.id for each in found.findings if each.rule == "unusable-split-key"]
    assert said.count("people.key_circle") == circle


def test_a_circle_of_teams_is_walked_once() -> None:
    world = passed_by()
    world["team"] |= {"x": {"name": "x", "parent": "y"}, "y": {"name": "y", "parent": "x"}}
    goals = {"visitors": {"value": "1", "split": {"over": "children", "by": "goal clicks"}}}
    world["target"]["2026/x"] = sheet(goals)
    assert cell_files(built(world), 2026)
