"""Holds and bounds: met to the unit, changing nobody else, and named where nothing can meet them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.worlds import (
    FEW,
    World,
    bounds,
    built,
    changed,
    company,
    hold,
    made,
    sheet,
    worlds,
    written,
    year_of,
)  # fmt: skip

from opsctl.planning.cascade import Cascade
from opsctl.planning.cells import cell_files
from opsctl.rules.cal import month_without_days


def with_month(world: World, store: str, part: str, metric: str, label: str, limit: dict[str, str]) -> World:
    """Add a hold or bound of a month to the store's sheet, which may not be there yet."""
    id_ = f"{label[:4]}/{store}"
    old = world["target"].get(id_, sheet({}))
    goal = old["goals"].get(metric, {"value": "inherited"})
    goal = goal | {part: goal.get(part, {}) | {label: limit}}
    return (
        changed(world, "target", id_, ("goals",), old["goals"] | {metric: goal})
        if id_ in world["target"]
        else (world | {"target": world["target"] | {id_: sheet({metric: goal})}})
    )


def drawn_leaf(data: st.DataObject, found: Cascade) -> tuple[str, str]:
    """A scope and metric that lies on its own curve and came down from above."""
    leaves = [
        address for address, cell in found.cells.items()
        if not cell.parts and found.goals[address].how == "inherited" and address[0].startswith("store")
    ]  # fmt: skip
    assume(leaves)
    return data.draw(st.sampled_from(leaves))


@FEW
@given(worlds(), st.data())
def test_holding_a_scope_at_the_number_just_given_changes_nobody_else(world: World, data: st.DataObject) -> None:
    year, workspace = year_of(world), built(world)
    before = made(workspace, year)
    assume(not before.findings and before.divisions)
    scope, metric = data.draw(st.sampled_from(sorted(before.divisions)))
    shares = before.divisions[scope, metric].shares
    assume(shares)
    child = data.draw(st.sampled_from(sorted(shares)))
    path = ("goals", metric, "split", "hold", child)
    held = changed(world, "target", f"{year}/{scope}", path, hold(shares[child], metric))
    again = built(held)
    assert cell_files(again, year) == cell_files(workspace, year)
    assert not made(again, year).findings


@FEW
@given(worlds(), st.data())
def test_holding_a_month_at_the_number_just_given_changes_no_other_month(world: World, data: st.DataObject) -> None:
    year, workspace = year_of(world), built(world)
    before = made(workspace, year)
    assume(not before.findings)
    scope, metric = drawn_leaf(data, before)
    number = data.draw(st.integers(1, 12))
    given_ = hold(before.cells[scope, metric].months[number - 1], metric)
    held = with_month(world, scope, "hold", metric, f"{year}-{number:02d}", given_)
    again = built(held)
    assert cell_files(again, year) == cell_files(workspace, year)
    assert not made(again, year).findings


@FEW
@given(worlds(), st.data())
def test_holding_everybody_at_the_numbers_just_given_changes_nothing(world: World, data: st.DataObject) -> None:
    year, workspace = year_of(world), built(world)
    before = made(workspace, year)
    assume(not before.findings and before.divisions)
    held = world
    for (scope, metric), division in before.divisions.items():
        for child in data.draw(st.sets(st.sampled_from(sorted(division.shares) or [""]))) & division.shares.keys():
            path = ("goals", metric, "split", "hold", child)
            held = changed(held, "target", f"{year}/{scope}", path, hold(division.shares[child], metric))
    assert cell_files(built(held), year) == cell_files(workspace, year)


@given(worlds())
def test_holds_are_met_exactly_and_bounds_respected(world: World) -> None:
    year = year_of(world)
    found = made(world, year)
    for division in found.divisions.values():
        for child, got in division.shares.items():
            cap = division.limits.cap(child)
            assert division.limits.floor(child) <= got and (cap is None or got <= cap)
    for id_, text in world["target"].items():
        for metric, goal in text["goals"].items():
            shares = found.divisions.get((id_[5:], metric))
            for child, held in goal.get("split", {}).get("hold", {}).items():
                if shares is not None and child in shares.shares:
                    assert written(shares.shares[child], metric) == held["value"]
            cell = found.cells.get((id_[5:], metric))
            for label, held in goal.get("hold", {}).items():
                assert cell is None or cell.parts or written(cell.months[int(label[5:]) - 1], metric) == held["value"]
            for label, bound in goal.get("bounds", {}).items():
                if cell is not None and "at_most" in bound:
                    assert cell.months[int(label[5:]) - 1] <= int(bound["at_most"].replace(".", ""))


@FEW
@given(worlds())
def test_whatever_cannot_be_met_is_a_finding_with_a_place(world: World) -> None:
    found = made(world, year_of(world))
    for finding in found.findings:
        assert finding.rule in ("impossible-split", "children-do-not-add-up")
        assert finding.problem.at.file.endswith(".yaml") and finding.problem.message.params


def test_the_rest_re_spreads_around_held_scopes_and_months() -> None:
    split = {"weights": {"a": "1", "b": "1", "c": "2"}, "hold": {"a": hold(10, "visitors")}}
    world = company({"a": {}, "b": {}, "c": {}}, {"visitors": {"value": "100", "split": split}})
    world = with_month(world, "c", "hold", "visitors", "2026-02", hold(49, "visitors"))
    found = made(world)
    assert found.divisions["company", "visitors"].shares == {"a": 10, "b": 30, "c": 60}
    assert found.cells["c", "visitors"].months == (1, 49, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)


def test_a_hold_finer_than_the_unit_is_named_and_a_floor_rounds_up() -> None:
    split = {
        "weights": {"a": "1", "b": "1"},
        "hold": {"a": hold(10, "visitors") | {"value": "10.5"}},
        "bounds": {"b": bounds("visitors") | {"at_least": "20.5"}},
    }
    found = made(company({"a": {}, "b": {}}, {"visitors": {"value": "100", "split": split}}))
    (finding,) = found.findings
    assert finding.rule == "finer-than-the-unit"
    assert finding.problem.at.path == ("goals", "visitors", "split", "hold", "a", "value")
    assert found.divisions["company", "visitors"].limits.least == {"b": 21}


def test_a_hold_of_a_scope_that_takes_no_part_is_no_part_of_the_division() -> None:
    split = {"weights": {"a": "1"}, "hold": {"gone": hold(10)}}
    found = made(company({"a": {}, "gone": {"closed": "2025-06-30"}}, {"net_sales": {"value": "1", "split": split}}))
    assert found.divisions["company", "net_sales"].limits.held == {}


@pytest.mark.parametrize("part", ["hold", "bounds"])
@pytest.mark.parametrize("period", ["2025-02", "2026-W07", "2026-Q1", "2026"])
def test_only_months_of_the_year_can_be_held_or_bounded(part: str, period: str) -> None:
    limit = hold(100) if part == "hold" else bounds(at_most=100)
    (finding,) = made(company({}, {"net_sales": {"value": "12", part: {period: limit}}})).findings
    assert (finding.rule, finding.problem.message.id) == ("impossible-split", "plan.hold_not_a_month")
    assert finding.problem.at.path == ("goals", "net_sales", part, period)


def test_months_that_cannot_meet_the_year_are_a_finding_with_the_numbers() -> None:
    goal = {"value": "12", "hold": {"2026-02": hold(1000), "2026-03": hold(300)}}
    (finding,) = made(company({}, {"net_sales": goal})).findings
    assert (finding.rule, finding.problem.message.id) == ("impossible-split", "plan.clash_floors")
    assert dict(finding.problem.message.params) | {"total": "12.00", "least": "13.00"} == dict(
        finding.problem.message.params
    )


def test_a_month_held_before_the_store_opens_is_a_finding() -> None:
    world = company({"a": {"opened": "2026-06-01"}}, {"visitors": {"value": "100", "split": {"weights": {"a": "1"}}}})
    found = made(with_month(world, "a", "hold", "visitors", "2026-02", hold(10, "visitors")))
    (finding,) = found.findings
    assert (finding.rule, finding.problem.message.id) == ("impossible-split", "plan.no_open_day")
    assert finding.problem.at.path == ("goals", "visitors", "hold", "2026-02")
    assert dict(finding.problem.message.params) == {"scope": "a", "period": "2026-02", "value": "10"}


def test_a_month_whose_days_all_weigh_nothing_is_a_finding() -> None:
    dead = {"id": "cny", "name": "停发", "windows": {"all": {"from": "2026-02-01", "until": "2026-02-28", "lift": "0"}}}
    world = company({}, {"visitors": "100"}, curve="home")
    world["calendar"] = {"2026": {"curves": {"home": {"months": {"2": "50%", "3": "50%"}}}, "events": [dead]}}
    assert not made(world).findings
    (problem,) = month_without_days.check(built(world))
    assert problem.at.file == "calendar/2026.yaml"


@pytest.mark.parametrize(
    ("limit", "reported"),
    [
        ({"hold": {"2026-01": hold(5, "visitors")}}, True),
        ({"hold": {"2026-01": hold(62, "visitors")}}, False),
        ({"bounds": {"2026-01": bounds("visitors", at_most=61)}}, True),
        ({"bounds": {"2026-01": bounds("visitors", at_least=63)}}, True),
        ({"bounds": {"2026-01": bounds("visitors", at_least=62, at_most=62)}}, False),
    ],
)
def test_a_month_held_above_its_children_is_a_finding_unless_they_meet_it(
    limit: dict[str, object], reported: bool
) -> None:
    goal = {"value": "730", "split": {"weights": {"a": "1", "b": "1"}}} | limit
    found = made(company({"a": {}, "b": {}}, {"visitors": goal}))
    assert [finding.problem.message.id for finding in found.findings] == ["plan.months_are_a_sum"] * reported
    assert found.cells["company", "visitors"].months[0] == 62
