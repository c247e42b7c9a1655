"""`fix: months` beside what else moves months: derived metrics, re-plans and tiers; sums hold to the unit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.driven_worlds import driven_worlds
from tests.planning.test_driving import sums_hold
from tests.planning.test_fixed_months import JUNE, WINTER, curve, two_curves
from tests.planning.test_replan import replanned, version
from tests.planning.worlds import FEW, World, built, changed, made, sheet

from opsctl.planning.cascade import Cascade
from opsctl.planning.tiers import TIERS, tiers

FIXED = (("net_sales",), ("gmv_paid",), ("refund_amount",), ("net_sales", "visitors"), ("gmv_paid", "refund_amount"))


def derived() -> World:
    """Two curves under fixed months, with paid sales, refunds, buyers and visitors derived."""
    world = two_curves()
    goals: dict[str, Any] = dict.fromkeys(("gmv_paid", "refund_amount", "buyers_paid", "visitors"), "derived")
    goals |= {"refund_rate": "20%", "aov_buyer": "150", "cvr": "3%"}
    world["target"]["2026/company"]["goals"] |= goals
    return world


def fixing(world: World, metrics: tuple[str, ...]) -> World:
    """Fix the months of these goals of the company, and no others."""
    for metric, goal in world["target"]["2026/company"]["goals"].items():
        full = {key: value for key, value in goal.items() if key != "fix"} if isinstance(goal, dict) else goal
        if metric in metrics:
            full = ({"value": full} if isinstance(full, str) else full) | {"fix": "months"}
        world = changed(world, "target", "2026/company", ("goals", metric), full)
    return world


def children_add_up(found: Cascade) -> bool:
    """Every month of every sum is what its parts have."""
    return all(
        cell.months == tuple(map(sum, zip(*(found.cells[part, metric].months for part in cell.parts), strict=True)))
        for (_, metric), cell in found.cells.items()
        if cell.parts
    )


def keeps_the_fixed(found: Cascade, metrics: tuple[str, ...]) -> bool:
    """The company has exactly the months that are fixed."""
    return all(found.cells["company", id_].months == found.fixed["company", id_].above.months for id_ in metrics)


@pytest.mark.parametrize("metrics", FIXED)
def test_net_sales_are_paid_sales_less_refunds_in_every_store_and_month(metrics: tuple[str, ...]) -> None:
    found = made(fixing(derived(), metrics))
    assert found.findings == ()
    assert sums_hold(found) and children_add_up(found) and keeps_the_fixed(found, metrics)
    for scope in ("a", "b", "c", "east", "company"):
        for metric in ("net_sales", "gmv_paid", "refund_amount", "visitors"):
            assert found.cells[scope, metric].year == found.goals[scope, metric].units
    assert all(found.cells["c", metric].months[:2] == (0, 0) for metric in ("gmv_paid", "refund_amount", "visitors"))


@FEW
@given(driven_worlds(), st.sampled_from(FIXED), st.data())
def test_whatever_is_derived_sums_hold_beside_fixed_months(
    world: World, metrics: tuple[str, ...], data: st.DataObject
) -> None:
    world = fixing(world, metrics) | {"calendar": {"2026": {"curves": {"home": curve(JUNE), "winter": curve(WINTER)}}}}
    world["target"]["2026/company"]["curve"] = "home"
    for store in data.draw(st.sets(st.sampled_from(sorted(world["store"])))):
        world["target"].setdefault(f"2026/{store}", sheet({}))["curve"] = "winter"
    found = made(world)
    assert sums_hold(found) and children_add_up(found)
    if not found.findings:
        assert keeps_the_fixed(found, tuple(id_ for id_ in metrics if ("company", id_) in found.fixed))


@pytest.mark.parametrize("share", ["carry", "pool"])
@pytest.mark.parametrize("policy", ["spread", "next", "absorb"])
def test_a_replan_starts_from_the_fixed_months(policy: str, share: str) -> None:
    world, first = two_curves(), made(two_curves())
    closed = {scope: first.cells[scope, "net_sales"].months[:3] for scope in ("a", "b", "c")}
    closed["a"] = tuple(units - 1_000_000 for units in closed["a"])
    again = {scope: [version(4, {"net_sales": units}, policy, share)] for scope, units in closed.items()}
    found = made(replanned(world, **again))
    assert found.findings == () and children_add_up(found)
    for scope, units in closed.items():
        assert found.cells[scope, "net_sales"].months[:3] == units
    lost = 3_000_000 if policy == "absorb" else 0
    assert found.cells["company", "net_sales"].year == first.cells["company", "net_sales"].year - lost
    assert found.cells["c", "net_sales"].months[:2] == (0, 0)


def test_derived_months_are_replanned_with_the_fixed_ones() -> None:
    first = made(derived())
    metrics = ("net_sales", "gmv_paid", "refund_amount")
    closed = {metric: first.cells["a", metric].months[:3] for metric in metrics}
    closed |= {metric: tuple(units - 500_000 for units in closed[metric]) for metric in metrics[:2]}
    found = made(replanned(derived(), a=[version(4, closed)]))
    assert found.findings == () and children_add_up(found) and sums_hold(found)
    assert found.cells["a", "net_sales"].year == first.cells["a", "net_sales"].year


def test_tiers_lie_over_a_fixed_table() -> None:
    goal = derived()["target"]["2026/company"]["goals"]["net_sales"]
    world = changed(
        derived(), "target", "2026/company", ("goals", "net_sales"), goal | {"floor": "1800万", "stretch": "2500万"}
    )
    made_tiers, commit = tiers(built(world), 2026), made(world)
    assert made_tiers.findings == () and commit.findings == ()
    assert [made_tiers.cells["company", "net_sales", tier].year for tier in TIERS] == [1_800_000_000, 2_500_000_000]
    for (_, metric, tier), cell in made_tiers.cells.items():
        if cell.parts:
            parts = (made_tiers.cells[part, metric, tier].months for part in cell.parts)
            assert cell.months == tuple(map(sum, zip(*parts, strict=True)))
    for store in ("a", "b", "c"):
        low, high = (made_tiers.cells[store, "net_sales", tier].months for tier in TIERS)
        assert all(a <= b <= c for a, b, c in zip(low, commit.cells[store, "net_sales"].months, high, strict=True))
