"""Years planned anew: the year adds up, closed months are what happened, and nothing before moves."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, changed, company, hold, made, worlds, written

from opsctl.period import month
from opsctl.planning.cells import cell_files
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.planning.replans.as_planned import in_force, original
from opsctl.planning.replans.remake import Left, remade

HOME = {
    "curves": {"home": {"months": {f"{at}": "8%" for at in range(1, 12)} | {"12": "12%"}}},
    "events": [
        {"id": "618", "name": "618", "windows": {"tmall": {"from": "2026-06-01", "until": "2026-06-18", "lift": "2"}}},
        {"id": "11", "name": "11", "windows": {"all": {"from": "2026-11-11", "until": "2026-11-11", "lift": "3"}}},
        {"id": "cny", "name": "x", "windows": {"all": {"from": "2026-12-01", "until": "2026-12-31", "lift": "0.5"}}},
    ],
}


def version(first: int, closed: dict[str, tuple[int, ...]], policy: str = "spread", share: str = "carry") -> Any:
    """Write a re-plan from a month on, with the units of the closed months."""
    months = {
        metric: {f"2026-{at:02d}": written(units, metric) for at, units in enumerate(values, 1)}
        for metric, values in closed.items()
    }
    return {
        "from": f"2026-{first:02d}", "policy": policy, "share": share, "reason": "上半年差一截", "owner": "li-na",
        "on": f"2026-{first:02d}-02", "closed": months,
    }  # fmt: skip


def replanned(world: World, **versions: list[Any]) -> World:
    """Write re-plans into the sheets of scopes, which are made where they are missing."""
    for scope, each in versions.items():
        if f"2026/{scope}" not in world["target"]:
            world = changed(world, "target", f"2026/{scope}", ("owner",), "li-na")
        world = changed(world, "target", f"2026/{scope}", ("replan",), each)
    return world


def two_stores(total: str = "1200", **goal: Any) -> World:
    """Two stores that share a company's visitors evenly, on a curve with two promotions."""
    split = {"weights": {"a": "1", "b": "1"}} | goal
    world = company({"a": {}, "b": {"platform": "jd"}}, {"visitors": {"value": total, "split": split}}, curve="home")
    return world | {"calendar": {"2026": HOME}}


def months(world: World, scope: str, metric: str = "visitors") -> tuple[int, ...]:
    """The months of a scope, which must have no finding."""
    found = made(world)
    assert not found.findings
    return found.cells[scope, metric].months


@pytest.mark.parametrize(
    ("policy", "after"),
    [
        ("spread", (56, 56, 56, 56, 55, 83)),
        ("next", (98, 48, 48, 48, 48, 72)),
        ("events", (48, 48, 48, 48, 98, 72)),
        ("absorb", (48, 48, 48, 48, 48, 72)),
    ],
)
def test_the_gap_of_the_closed_months_goes_where_the_policy_says(policy: str, after: tuple[int, ...]) -> None:
    closed = (40, 40, 40, 40, 40, 38)
    world = replanned(two_stores(), a=[version(7, {"visitors": closed}, policy)])
    assert months(two_stores(), "a") == (48,) * 11 + (72,)
    assert months(world, "a")[:6] == closed
    assert months(world, "a")[6:] == after
    assert months(world, "b") == (48,) * 11 + (72,)
    company_year = sum(months(world, "company"))
    assert company_year == (1200 if policy != "absorb" else 1150)


def test_a_pool_shares_what_one_store_lacks_by_what_each_had_planned() -> None:
    """a lacks 50 and has planned 312 from July on, b lacks nothing and has planned 312."""
    closed = {"a": (40, 40, 40, 40, 40, 38), "b": (48,) * 6}
    each = {scope: [version(7, {"visitors": units}, share="pool")] for scope, units in closed.items()}
    world = replanned(two_stores(), **each)
    assert [sum(months(world, scope)) for scope in ("a", "b", "company")] == [238 + 337, 288 + 337, 1200]
    assert all(months(world, scope)[:6] == units for scope, units in closed.items())


def test_a_store_held_in_the_split_carries_its_own_gap_in_a_pool() -> None:
    closed = {"a": (40, 40, 40, 40, 40, 38), "b": (48,) * 6}
    each = {scope: [version(7, {"visitors": units}, share="pool")] for scope, units in closed.items()}
    world = replanned(two_stores(hold={"a": hold(600, "visitors")}), **each)
    assert [sum(months(world, scope)) for scope in ("a", "b")] == [600, 600]


def test_a_bound_on_a_stores_year_limits_what_a_pool_gives_it() -> None:
    limit = {"at_most": "610", "reason": "产能", "owner": "li-na"}
    closed = {"a": (40, 40, 40, 40, 40, 38), "b": (48,) * 6}
    each = {scope: [version(7, {"visitors": units}, share="pool")] for scope, units in closed.items()}
    world = replanned(two_stores(bounds={"b": limit}), **each)
    assert [sum(months(world, scope)) for scope in ("a", "b")] == [590, 610]


def test_holds_and_bounds_of_the_months_left_stay() -> None:
    world = replanned(two_stores(), a=[version(7, {"visitors": (40, 40, 40, 40, 40, 38)})])
    world = changed(world, "target", "2026/a", ("goals", "visitors"), {"value": "inherited"})
    world = changed(world, "target", "2026/a", ("goals", "visitors", "hold"), {"2026-08": hold(10, "visitors")})
    found = months(world, "a")
    assert (found[7], sum(found)) == (10, 600)
    # A hold of a month that has closed is history: what happened stands.
    world = changed(world, "target", "2026/a", ("goals", "visitors", "hold"), {"2026-02": hold(10, "visitors")})
    assert months(world, "a")[1] == 40


@pytest.mark.parametrize(
    ("policy", "limit", "said"),
    [
        ("next", {"hold": {"2026-07": hold(48, "visitors")}}, "replan.no_room"),
        ("events", {"hold": {"2026-11": hold(48, "visitors")}}, "replan.no_room"),
        ("spread", {"bounds": {"2026-12": {"at_most": "90", "reason": "r", "owner": "li-na"}}}, ""),
    ],
)
def test_what_has_no_room_is_said_and_changes_nothing(policy: str, limit: Any, said: str) -> None:
    world = replanned(two_stores(), a=[version(7, {"visitors": (40, 40, 40, 40, 40, 38)}, policy)])
    world = changed(world, "target", "2026/a", ("goals", "visitors"), {"value": "inherited"} | limit)
    found = made(world)
    assert [finding.problem.message.id for finding in found.findings] == ([said] if said else [])
    for finding in found.findings:
        assert (finding.rule, finding.problem.at.path) == ("impossible-split", ("replan", 0, "policy"))
        assert found.cells["a", "visitors"].months[:6] == (48,) * 6


def test_events_need_a_month_with_a_promotion_and_a_dead_week_is_none() -> None:
    world = replanned(two_stores(), a=[version(12, {"visitors": (40,) * 11}, "events")])
    (finding,) = made(world).findings
    assert finding.problem.message.id == "replan.no_events"
    assert dict(finding.problem.message.params)["gap"] == "88"


def test_a_year_that_is_reached_keeps_its_plan_and_grows() -> None:
    world = replanned(two_stores(), a=[version(7, {"visitors": (100,) * 6})])
    assert months(world, "a") == (100,) * 6 + (48,) * 5 + (72,)
    (made_anew,) = made(world).versions["a", "visitors"]
    assert made_anew.reached and made_anew.gap == -312


def test_a_store_that_had_nothing_planned_and_sold_all_the_same_is_reached_too() -> None:
    split = {"weights": {"a": "1"}}
    world = company({"a": {}, "b": {}}, {"visitors": {"value": "1200", "split": split}}, curve="home")
    world = replanned(world | {"calendar": {"2026": HOME}}, b=[version(3, {"visitors": (5, 0)}, share="pool")])
    assert months(world, "b") == (5,) + (0,) * 11


def test_a_second_version_starts_from_the_first() -> None:
    first = (40, 40, 40, 40, 40, 38)
    one, two = version(7, {"visitors": first}), version(8, {"visitors": (*first, 30)}, "next")
    world = replanned(two_stores(), a=[one, two])
    july = months(replanned(two_stores(), a=[one]), "a")
    assert months(world, "a") == (*first, 30, july[7] + july[6] - 30, *july[8:])
    assert months(replanned(two_stores(), a=[two]), "a")[:7] == (*first, 30)


def test_a_month_in_which_the_curve_has_no_day_still_shows_what_happened() -> None:
    world = two_stores()
    world = changed(world, "store", "a", ("opened",), "2026-03-01")
    world = replanned(world, a=[version(7, {"visitors": (7, 0, 40, 40, 40, 40)})])
    assert months(world, "a")[:3] == (7, 0, 40)
    from opsctl.planning.periods import month_days

    assert sum(month_days(built(world), 2026, "a", "visitors", 1)) == 7


def test_the_plan_in_force_is_the_one_before_what_came_later() -> None:
    first = (40, 40, 40, 40, 40, 38)
    plain = replanned(two_stores(), a=[])
    one = replanned(two_stores(), a=[version(7, {"visitors": first})])
    both = built(replanned(two_stores(), a=[version(7, {"visitors": first}), version(9, {"visitors": (*first, 1, 1)})]))
    assert made(original(both)).cells == made(plain).cells
    assert made(in_force(both, month(2026, 8).start)).cells == made(one).cells
    assert in_force(both, month(2026, 9).start) is both
    assert original(built(plain)) is not None and original(unplanned := built(two_stores())) is unplanned


@st.composite
def replans(draw: st.DrawFn, share: str | None = None) -> tuple[World, int, dict[str, tuple[int, ...]]]:
    """Draw a world, a month to re-plan from, and versions for all its stores with what happened until then."""
    world = draw(worlds(most=10**6, year=2026))
    first = draw(st.integers(2, 12))
    policy = draw(st.sampled_from(("spread", "next", "events")))
    way = draw(st.sampled_from(("carry", "pool"))) if share is None else share
    found = made(world)
    happened: dict[str, Any] = {}
    for store in world["store"]:
        closed = {}
        for metric in ("net_sales", "visitors"):
            cell = found.cells.get((store, metric))
            if cell is not None:
                near = [draw(st.integers(max(0, units // 2), units + units // 3 + 5)) for units in cell.months]
                closed[metric] = tuple(near[: first - 1])
        happened[store] = closed
    each = {store: [version(first, closed, policy, way)] for store, closed in happened.items()}
    return replanned(world, **each), first, happened


@FEW
@given(replans())
def test_the_year_adds_up_and_closed_months_are_what_happened(drawn: Any) -> None:
    world, first, happened = drawn
    found, before = made(world), made(original(built(world)))
    assume(not found.findings and found.versions)
    reached = any(each.reached for versions in found.versions.values() for each in versions)
    for (scope, metric), cell in found.cells.items():
        was = before.cells[scope, metric]
        if cell.parts:
            assert cell.months == tuple(
                sum(column) for column in zip(*(found.cells[part, metric].months for part in cell.parts), strict=True)
            )
        elif scope in happened:
            assert cell.months[: first - 1] == happened[scope][metric]
            assert min(cell.months[first - 1 :]) >= 0
        if scope == "company" and not reached:
            assert cell.year == was.year
    for (scope, metric), (version_,) in found.versions.items():
        # F6: what is left adds up to the year less what happened.
        assert sum(version_.months[first - 1 :]) == version_.rest
        if version_.pool is None and not version_.reached:
            assert found.cells[scope, metric].year == before.cells[scope, metric].year
            assert version_.rest == before.cells[scope, metric].year - sum(version_.closed)


@FEW
@given(worlds(most=10**6, year=2026), st.integers(2, 12), st.sampled_from(("carry", "pool")), st.data())
def test_what_came_out_as_planned_changes_no_cell(world: World, first: int, share: str, data: st.DataObject) -> None:
    before = made(world)
    assume(not before.findings)
    policy = data.draw(st.sampled_from(("spread", "next", "events", "absorb")))
    each = {}
    for store in world["store"]:
        own = {metric: cell.months[: first - 1] for (scope, metric), cell in before.cells.items() if scope == store}
        each[store] = [version(first, own, policy, share)]
    again = replanned(world, **each)
    assert not made(again).findings
    assert cell_files(built(again), 2026) == cell_files(built(world), 2026)


def test_resplit_with_caps_is_the_published_one() -> None:
    planned, caps = (100,) * 6 + (150, 150), (106,) * 6 + (150, 150)
    left = Left("spread", planned, planned, (0,) * 8, caps)
    assert remade(left, 930) == (105,) * 6 + (150, 150)
    tight = Left("spread", planned, planned, (0,) * 8, planned)
    with pytest.raises(Infeasible) as clash:
        remade(tight, 930)
    assert (clash.value.most_sum, clash.value.total) == (900, 930)
