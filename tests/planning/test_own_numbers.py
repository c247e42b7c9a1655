"""A store types its own number beside its share: what was divided with the share follows, and sums hold everywhere."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.driven_worlds import driven_worlds
from tests.planning.test_driving import sums_hold
from tests.planning.worlds import FEW, World, built, changed, company, hold, made, sheet

from opsctl.period import year
from opsctl.planning.cascade import Cascade
from opsctl.planning.receipt import receipt

FOLLOWING = ("gmv_paid", "refund_amount", "buyers_paid", "visitors", "ad_spend")
RATIOS = {"aov_buyer": "200", "cvr": "2%", "ad_cost_ratio": "8%"}


def shop(policy: str, own: dict[str, dict[str, Any]], **goals: Any) -> World:
    """One million net over three stores of unlike refund rates, everything else derived."""
    split = {"over": "stores", "weights": {"a-1": "50", "b-1": "30", "c-1": "20"}, "policy": policy}
    rate = {"value": "12%", "split": {"relative": {"a-1": "10%", "b-1": "14%", "c-1": "12%"}}}
    texts = {"net_sales": {"value": "1000000", "split": split}, "refund_rate": rate, **RATIOS}
    world = company({"a-1": {}, "b-1": {}, "c-1": {}}, texts | dict.fromkeys(FOLLOWING, "derived") | goals)
    for store, text in own.items():
        world["target"][f"2026/{store}"] = sheet(text)
    return world


def units(found: Cascade, scope: str, metric: str) -> int:
    """The year of a cell in smallest units."""
    return found.cells[scope, metric].year


@pytest.mark.parametrize(
    ("policy", "own"),
    [
        ("within 3%", {"a-1": {"net_sales": "510000"}}),
        ("at_least", {"a-1": {"net_sales": "590000"}}),
        ("within 3%", {"a-1": {"net_sales": "510000"}, "b-1": {"net_sales": "295000"}}),
        ("within 3%", {"a-1": {"net_sales": "510000", "refund_rate": "11%"}}),
        ("within 3%", {"a-1": {"net_sales": "510000", "refund_rate": "11%", "gmv_paid": "derived"}}),
    ],
)
def test_what_was_divided_with_the_share_follows_the_stores_own_number(policy: str, own: dict[str, Any]) -> None:
    found = made(shop(policy, own))
    assert found.findings == ()
    assert sums_hold(found)
    for metric in ("net_sales", *FOLLOWING):
        assert units(found, "company", metric) == sum(units(found, store, metric) for store in ("a-1", "b-1", "c-1"))
        for store, text in own.items():
            share = found.divisions["company", metric].shares[store]
            moved = Fraction(text["net_sales"]) * 100 / found.divisions["company", "net_sales"].shares[store]
            assert abs(units(found, store, metric) - share * moved) <= 2


def test_an_exact_policy_names_the_clash() -> None:
    found = made(shop("exact", {"a-1": {"net_sales": "510000"}}))
    assert {finding.rule for finding in found.findings} == {"children-do-not-add-up", "contradicting-goals"}


def test_a_number_outside_the_policy_is_named_once() -> None:
    found = made(shop("within 3%", {"a-1": {"net_sales": "600000"}}))
    assert [finding.rule for finding in found.findings] == ["children-do-not-add-up"]


def test_the_receipt_says_that_the_number_follows_the_stores_own() -> None:
    workspace = built(shop("within 3%", {"a-1": {"net_sales": "510000"}}))
    last = receipt(workspace, "a-1", "gmv_paid", year(2026))[-1]
    assert last.how == "followed"
    assert dict(last.data)["units"] == units(made(workspace), "a-1", "gmv_paid")


@FEW
@given(driven_worlds(), st.sampled_from(("within 3%", "within 40%", "at_least")), st.data())
def test_net_is_paid_less_refunds_whatever_stores_type(world: World, policy: str, data: st.DataObject) -> None:
    for text in world["target"].values():
        for goal in text["goals"].values():
            if isinstance(goal, dict) and goal.get("split", {}).get("weights"):
                goal["split"]["policy"] = policy
    for store in world["store"]:
        if data.draw(st.booleans()):
            text = world["target"].setdefault(f"2026/{store}", sheet({}))
            text["goals"]["net_sales"] = str(data.draw(st.integers(1, 10**7)))
    found = made(world)
    if not any(finding.rule == "contradicting-goals" for finding in found.findings):
        assert sums_hold(found)


@pytest.mark.parametrize("held", [{}, {"net_sales": 8_000_000}, {"net_sales": 10_000_000, "gmv_paid": 13_000_000}])
def test_three_tables_of_fixed_months_agree_to_the_cent(held: dict[str, int]) -> None:
    world = shop("exact", {})
    for metric in ("net_sales", "gmv_paid", "refund_amount"):
        goal = world["target"]["2026/company"]["goals"][metric]
        full = (goal if isinstance(goal, dict) else {"value": goal}) | {"fix": "months"}
        full |= {"hold": {"2026-03": hold(held[metric])}} if metric in held else {}
        world = changed(world, "target", "2026/company", ("goals", metric), full)
    found = made(world)
    assert found.findings == ()
    assert sums_hold(found)


def test_fixed_months_that_cannot_agree_name_the_month() -> None:
    world = shop("exact", {})
    for metric, number in {"net_sales": 10_000_000, "gmv_paid": 13_000_000, "refund_amount": 2_000_000}.items():
        goal = world["target"]["2026/company"]["goals"][metric]
        full = (goal if isinstance(goal, dict) else {"value": goal}) | {"fix": "months"}
        full |= {"hold": {"2026-03": hold(number)}}
        world = changed(world, "target", "2026/company", ("goals", metric), full)
    (finding,) = made(world).findings
    assert dict(finding.problem.message.params) | {"period": "2026-03", "got": "30000.00", "value": "20000.00"} == dict(
        finding.problem.message.params
    )


@pytest.mark.parametrize(
    ("goals", "said"),
    [
        ({"refund_rate": "120%"}, "drivers.follows_below_zero"),
        ({"refund_rate": "-5%"}, "drivers.ratio_below_zero"),
        ({"cvr": "-2%"}, "drivers.ratio_below_zero"),
        ({"refund_rate": "100%"}, "plan.divides_by_zero"),
        ({"cvr": "0%"}, "plan.divides_by_zero"),
        ({"aov_buyer": "0"}, "plan.divides_by_zero"),
    ],
)
def test_impossible_ratios_are_named(goals: dict[str, str], said: str) -> None:
    found = made(shop("exact", {}, **goals)).findings
    assert {finding.problem.message.id for finding in found} == {said}


COSTS = {"refund_rate": "12%", "fee_ratio": "5%", "fulfilment_ratio": "6%"}
PARTS = ("net_sales", "gmv_paid", "refund_amount", "cogs", "fees", "fulfilment", "ad_spend")


@pytest.mark.parametrize(
    ("goods", "refunds", "ads", "said"),
    [
        ("95%", "12%", "30%", {"drivers.follows_below_zero"}),
        ("79%", "0%", "10%", {"drivers.nothing_left"}),
        ("40%", "12%", "10%", {"drivers.no_way_down"}),
    ],
)
def test_a_profit_that_no_sales_reach_is_named(goods: str, refunds: str, ads: str, said: set[str]) -> None:
    costs = COSTS | {"cogs_ratio": goods, "refund_rate": refunds, "ad_cost_ratio": ads}
    profit = {"value": "1000000", "split": {"over": "stores", "weights": {"a-1": "3", "b-1": "2"}}}
    world = company({"a-1": {}, "b-1": {}}, {"contribution": profit} | costs | dict.fromkeys(PARTS, "derived"))
    assert {finding.problem.message.id for finding in made(world).findings} == said
