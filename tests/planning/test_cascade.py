"""The laws of the cascade: what adds up, who gains, what order may change, and what comes back as a finding."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import accumulate

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
    shuffled,
    worlds,
    written,
    year_of,
)  # fmt: skip

from opsctl.diagnostics import Place
from opsctl.period import month, parse_period
from opsctl.planning.cascade import Cascade
from opsctl.planning.cells import cell_files
from opsctl.planning.curves.rhythm import scope_curve
from opsctl.planning.periods import day_targets, month_days, period_target
from opsctl.workspace import Finding

MONTHS = range(1, 13)


def cells_of(found: Cascade) -> dict[tuple[str, str], tuple[int, ...]]:
    """The months of every cell."""
    return {address: cell.months for address, cell in found.cells.items()}


def numbers(finding: Finding) -> dict[str, str]:
    """The parameters of a finding's sentence."""
    return dict(finding.problem.message.params)


@given(worlds())
def test_children_add_up_to_their_parent_in_every_month_and_in_the_year(world: World) -> None:
    found = made(world, year_of(world))
    for (_, metric), cell in found.cells.items():
        if cell.parts:
            parts = [found.cells[part, metric] for part in cell.parts]
            assert cell.months == tuple(map(sum, zip(*(part.months for part in parts), strict=True)))
            assert cell.year == sum(part.year for part in parts)


@FEW
@given(worlds())
def test_what_a_goal_says_is_what_its_scope_gets_unless_something_is_reported(world: World) -> None:
    found = made(world, year_of(world))
    for address, goal in found.goals.items():
        if not found.findings:
            assert found.cells[address].year == goal.units
    for (scope, metric), division in found.divisions.items():
        assert sum(division.shares.values()) == division.total == found.goals[scope, metric].units


@FEW
@given(worlds())
def test_a_sum_names_every_child_that_has_the_metric(world: World) -> None:
    workspace = built(world)
    found = made(workspace, year_of(world))
    for (scope, metric), cell in found.cells.items():
        below = tuple(child.id for child in workspace.children(scope) if (child.id, metric) in found.cells)
        assert cell.parts == below


@FEW
@given(st.one_of(worlds(most=60), worlds()), st.one_of(st.integers(1, 3), st.integers(1, 10**6)), st.data())
def test_raising_a_parent_lowers_nobody(world: World, more: int, data: st.DataObject) -> None:
    year = year_of(world)
    before = made(world, year)
    assume(not before.findings)
    metric = data.draw(st.sampled_from(sorted(world["target"][f"{year}/company"]["goals"])))
    total = before.goals["company", metric].units + more
    after = made(changed(world, "target", f"{year}/company", ("goals", metric, "value"), written(total, metric)), year)
    assume(not after.findings)
    assert after.cells["company", metric].year == total
    for address, cell in before.cells.items():
        assert all(low <= high for low, high in zip(cell.months, after.cells[address].months, strict=True))


def test_one_more_visitor_lowers_no_store_where_largest_remainder_would() -> None:
    split = {"weights": {"a": "6", "b": "6", "c": "2"}}
    shares = [
        made(company({"a": {}, "b": {}, "c": {}}, {"visitors": {"value": total, "split": split}})).divisions
        for total in ("10", "11")
    ]
    # Largest remainder gives 4, 4, 2 and then 5, 5, 1.
    given_ = [tuple(found["company", "visitors"].shares.values()) for found in shares]
    assert given_ == [(5, 4, 1), (5, 5, 1)]


def test_one_more_visitor_lowers_no_month_where_largest_remainder_would() -> None:
    months = []
    for total in ("10", "11"):
        world = company({}, {"visitors": total}, curve="home")
        world["calendar"] = {"2026": {"curves": {"home": {"months": {"1": "43%", "2": "43%", "3": "14%"}}}}}
        months.append(made(world).cells["company", "visitors"].months[:3])
    assert months == [(5, 4, 1), (5, 5, 1)]


@given(worlds())
def test_every_day_is_floor_or_ceiling_and_no_running_total_is_off_by_more_than_half_a_unit(world: World) -> None:
    year = year_of(world)
    workspace = built(world)
    found = made(workspace, year)
    for (scope, metric), cell in found.cells.items():
        if cell.parts:
            continue
        for number in MONTHS:
            weights = scope_curve(workspace, scope, year).day_weights[number - 1]
            days, total, whole = (
                month_days(workspace, year, scope, metric, number),
                cell.months[number - 1],
                sum(weights),
            )
            assert sum(days) == total
            if not whole:
                assert total == 0
                continue
            for got, weight in zip(days, weights, strict=True):
                assert total * weight // whole <= got <= -(-total * weight // whole)
            for reached, share in zip(accumulate(days), accumulate(weights), strict=True):
                assert abs(2 * (reached * whole - total * share)) <= whole


@FEW
@given(worlds())
def test_a_month_of_a_team_is_day_by_day_the_sum_of_its_children(world: World) -> None:
    year = year_of(world)
    workspace = built(world)
    found = made(workspace, year)
    for (scope, metric), cell in found.cells.items():
        for number in (2, 6) if cell.parts else ():
            parts = [month_days(workspace, year, part, metric, number) for part in cell.parts]
            assert month_days(workspace, year, scope, metric, number) == tuple(map(sum, zip(*parts, strict=True)))


@FEW
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_keys_changes_nothing(world: World, chance: random.Random) -> None:
    year = year_of(world)
    first, second = built(world), built(shuffled(world, chance))
    assert cell_files(first, year) == cell_files(second, year)
    assert set(made(first, year).findings) == set(made(second, year).findings)


@FEW
@given(worlds())
def test_a_store_gets_nothing_while_it_is_closed(world: World) -> None:
    year = year_of(world)
    workspace = built(world)
    found = made(workspace, year)
    for (scope, metric), cell in found.cells.items():
        store = workspace.get("store", scope)
        if store is None:
            continue
        assert not cell.year or store.data.is_open(month(year, 1).start, month(year, 12).last)
        for number in MONTHS:
            days = month_days(workspace, year, scope, metric, number)
            closed = [not store.data.is_open(day, day) for day in month(year, number).days]
            assert not any(units for units, shut in zip(days, closed, strict=True) if shut)


@FEW
@given(worlds(most=10**20))
def test_numbers_of_any_size_stay_exact(world: World) -> None:
    year = year_of(world)
    workspace = built(world)
    found = made(workspace, year)
    for (scope, metric), cell in found.cells.items():
        target = period_target(workspace, scope, metric, parse_period(f"{year}") or month(year, 1))
        assert target is not None and target.whole
        assert Fraction(target.value) * 10**cell.digits == cell.year


def test_a_store_that_opens_inside_the_year_shares_it_over_the_days_it_is_open() -> None:
    goals = {"visitors": {"value": "73000", "split": {"weights": {"new": "1", "old": "1"}}}}
    world = company({"new": {"opened": "2026-06-16"}, "old": {"closed": "2026-03-31"}}, goals)
    found, workspace = made(world), built(world)
    assert found.cells["new", "visitors"].months[:5] == (0,) * 5
    assert found.cells["old", "visitors"].months[3:] == (0,) * 9
    assert found.cells["new", "visitors"].year == found.cells["old", "visitors"].year == 36500
    june = day_targets(workspace, "new", "visitors", month(2026, 6))
    assert [day.day for day, value in june.items() if value] == list(range(16, 31))


def test_a_store_that_is_not_open_in_the_year_takes_no_part() -> None:
    goals = {"visitors": {"value": "100", "split": {"weights": {"a": "1", "b": "1"}}}}
    found = made(company({"a": {}, "b": {"closed": "2025-12-31"}}, goals))
    assert found.divisions["company", "visitors"].shares == {"a": 100}
    assert ("b", "visitors") not in found.cells


def test_one_child_gets_everything_and_no_child_is_a_finding() -> None:
    goals = {"net_sales": {"value": "10.01", "split": {"weights": {"a": "3"}}}}
    assert made(company({"a": {}}, goals)).cells["a", "net_sales"].year == 1001
    found = made(company({}, goals))
    assert [(finding.rule, finding.problem.message.id) for finding in found.findings] == [
        ("impossible-split", "plan.clash_weights")
    ]
    assert made(company({}, {"net_sales": "10.01"})).cells["company", "net_sales"].year == 1001


def test_the_nearest_split_above_counts() -> None:
    world = company(
        {"a": {}, "b": {"team": "east"}}, {"visitors": {"value": "100", "split": {"weights": {"a": "1", "b": "1"}}}}
    )
    world["team"]["east"] = {"name": "东区", "parent": "company"}
    world["target"]["2026/east"] = sheet({"visitors": {"value": "60", "split": {"weights": {"b": "1"}}}})
    found = made(world)
    assert {address: cell.year for address, cell in found.cells.items()} == {
        ("a", "visitors"): 50, ("b", "visitors"): 60, ("east", "visitors"): 60, ("company", "visitors"): 110,
    }  # fmt: skip
    assert [finding.rule for finding in found.findings] == ["children-do-not-add-up"]


def test_children_that_do_not_add_up_are_named_with_the_gap() -> None:
    world = company({"a": {}, "b": {}}, {"net_sales": "100"})
    for store, value in (("a", "70"), ("b", "29.99")):
        world["target"][f"2026/{store}"] = sheet({"net_sales": value})
    (finding,) = made(world).findings
    assert finding.rule == "children-do-not-add-up"
    assert finding.problem.at == Place("targets/2026/company.yaml", ("goals", "net_sales", "value"))
    assert numbers(finding) | {"gap": "-0.01"} == numbers(finding)
    assert (numbers(finding)["total"], numbers(finding)["parts"]) == ("100.00", "99.99")
    assert [place.file for place, _ in finding.problem.related] == ["targets/2026/a.yaml", "targets/2026/b.yaml"]


@pytest.mark.parametrize(
    ("policy", "typed", "reported"),
    [("exact", "60", True), ("exact", "50", False), ("at_least", "60", False), ("at_least", "40", True),
     ("aligned", "60", False), ("aligned", "40", False)],
)  # fmt: skip
def test_a_number_typed_beside_a_split_is_judged_by_its_policy(policy: str, typed: str, reported: bool) -> None:
    split = {"weights": {"a": "1", "b": "1"}, "policy": policy}
    world = company({"a": {}, "b": {}}, {"visitors": {"value": "100", "split": split}})
    world["target"]["2026/a"] = sheet({"visitors": typed})
    found = made(world)
    assert [finding.rule for finding in found.findings] == ["children-do-not-add-up"] * reported
    # What is only linked is never summed: the company keeps its own number.
    assert found.cells["company", "visitors"].year == (100 if policy == "aligned" else int(typed) + 50)


def test_a_goal_lost_below_is_reported_once_and_not_again_as_a_gap() -> None:
    split = {"weights": {"a": "1", "b": "1"}}
    world = company({"a": {}, "b": {}}, {"visitors": {"value": "100", "split": split}})
    world["target"]["2026/a"] = sheet({"visitors": {"value": "inherited", "hold": {"2026-02": hold(51, "visitors")}}})
    found = made(world)
    assert [finding.rule for finding in found.findings] == ["impossible-split"]
    assert set(found.cells) == {("b", "visitors")}


@pytest.mark.parametrize(
    ("more", "clash", "said"),
    [
        ({"hold": {"a": hold(6000), "b": hold(5000)}}, "floors", {"total": "100.00", "least": "110.00"}),
        ({"bounds": {"a": bounds(at_most=3000), "b": bounds(at_most=2000)}}, "caps", {"most": "50.00"}),
        ({"bounds": {"a": bounds(at_least=3000, at_most=2000)}}, "crossed", {"total": "100.00"}),
        ({"weights": {"a": "0", "b": "0"}}, "weights", {"total": "100.00", "most": "0.00"}),
        ({"weights": {"a": "0", "b": "1"}, "bounds": {"b": bounds(at_most=2500)}}, "weights", {"most": "25.00"}),
    ],
)
def test_a_split_that_cannot_be_made_is_a_finding_with_the_numbers(
    more: dict[str, object], clash: str, said: dict[str, str]
) -> None:
    split = {"weights": {"a": "1", "b": "1"}} | more
    (finding,) = made(company({"a": {}, "b": {}}, {"net_sales": {"value": "100", "split": split}})).findings
    assert (finding.rule, finding.problem.message.id) == ("impossible-split", f"plan.clash_{clash}")
    assert numbers(finding) | said == numbers(finding)
    assert finding.problem.at.path == ("goals", "net_sales", "split")


def test_no_unit_is_lost_on_a_goal_below_zero() -> None:
    split = {"weights": {"a": "1", "b": "2"}}
    found = made(company({"a": {}, "b": {}}, {"net_sales": {"value": "-0.10", "split": split}}))
    assert not found.findings
    assert {scope: cell.year for (scope, _), cell in found.cells.items()} == {"a": -3, "b": -7, "company": -10}
