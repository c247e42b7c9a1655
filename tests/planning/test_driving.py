"""
What follows from a divided goal: by each child's own ratio, exactly, in every scope, year and month.

The laws are those of ratio KPIs (R1: a parent's ratio is the weighted mean of its children's; R2: sums hold as whole
numbers at every node). The oracle solves the scale of the refund rates by halving, in fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.driven_worlds import driven_worlds
from tests.planning.worlds import FEW, World, built, company, made, sheet

from opsctl.period import year
from opsctl.planning.cascade import Cascade
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.receipt import receipt

SLACK = Fraction(2)
"""How far one cell of a divisor method is off its exact share at most, in smallest units, with room."""


def year_of(found: Cascade, scope: str, metric: str) -> int:
    """A cell's year in smallest units."""
    return found.cells[scope, metric].year


def sums_hold(found: Cascade) -> bool:
    """Net sales are paid sales less refunds, visitors are free and paid ones, in each scope and month that has them."""
    for total, parts in (
        ("net_sales", {"gmv_paid": 1, "refund_amount": -1}),
        ("visitors", {"visitors_free": 1, "visitors_paid": 1}),
    ):
        for scope in {scope for scope, _ in found.cells}:
            cells = [(sign, found.cells.get((scope, part))) for part, sign in parts.items()]
            whole = found.cells.get((scope, total))
            if whole is None or any(cell is None for _, cell in cells):
                continue
            columns = [(sign, cell.months) for sign, cell in cells if cell is not None]
            if tuple(sum(s * months[m] for s, months in columns) for m in range(12)) != whole.months:
                return False
    return True


@given(driven_worlds())
def test_sums_hold_to_the_unit_in_every_scope_year_and_month(world: World) -> None:
    found = made(world)
    assert sums_hold(found)
    if not found.findings:
        assert all(
            (scope, "refund_amount") in found.cells for scope in world["store"] if (scope, "net_sales") in found.cells
        )


@given(driven_worlds())
def test_children_recombine_to_the_parent_and_its_ratio_is_their_weighted_mean(world: World) -> None:
    found = made(world)
    assume(not found.findings)
    for (scope, metric), cell in found.cells.items():
        goal = found.goals.get((scope, metric))
        assert goal is None or goal.units == cell.year
        if cell.parts:
            assert cell.year == sum(year_of(found, part, metric) for part in cell.parts)
    for top, bottom in (("buyers_paid", "visitors"), ("gmv_paid", "buyers_paid"), ("ad_spend", "gmv_paid")):
        whole = found.cells["company", bottom]
        if whole.year and all(year_of(found, part, bottom) for part in whole.parts):
            weighed = [
                (Fraction(year_of(found, p, top), year_of(found, p, bottom)), year_of(found, p, bottom))
                for p in whole.parts
            ]
            assert sum(r * w for r, w in weighed) / whole.year == Fraction(year_of(found, "company", top), whole.year)


@given(driven_worlds())
def test_every_share_by_a_ratio_is_the_parents_scaled_by_one_number(world: World) -> None:
    found = made(world)
    for driven in found.divisions.values():
        if isinstance(driven, Driven) and driven.ratios is not None:
            free = {c: w for c, w in driven.weights.items() if c not in driven.limits.held}
            left = driven.total - sum(driven.limits.held.values())
            for child, weight in free.items():
                assert abs(driven.shares[child] - Fraction(left * weight, sum(free.values()) or 1)) <= SLACK


def weights_of(driven: Driven) -> Mapping[str, Fraction]:
    """What each child's share is in proportion to, worked out again from the step alone."""
    assert driven.ratios is not None
    ((_, base),) = driven.base.items()
    rates = {child: Fraction(number) for child, number in driven.ratios.relative.items()}
    up = driven.step.how == "ratio-numerator"
    return {child: base[child] * rates[child] if up else base[child] / rates[child] for child in base}


@given(driven_worlds())
def test_weights_are_the_other_part_times_or_over_the_childs_own_ratio(world: World) -> None:
    for driven in made(world).divisions.values():
        if isinstance(driven, Driven) and driven.ratios is not None and driven.total:
            exact = weights_of(driven)
            whole, given_ = sum(exact.values()), sum(driven.weights.values())
            assert whole
            for child, weight in exact.items():
                assert abs(Fraction(driven.weights[child], given_) - weight / whole) < Fraction(1, 10**9)


def scaled_refunds(net: Mapping[str, int], rates: Mapping[str, Fraction], refunds: int) -> dict[str, Fraction]:
    """Each child's refunds at one multiple of its own rate, found by halving, so that they add up to the parent's."""

    def at(scale: Fraction) -> dict[str, Fraction]:
        return {child: net[child] * scale * rates[child] / (1 - scale * rates[child]) for child in net}

    low, high = Fraction(0), 1 / max(rates.values())
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if middle * max(rates.values()) < 1 and sum(at(middle).values()) < refunds else (low, middle)
        )
    return at(low)


@FEW
@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.integers(1, 700)), min_size=1, max_size=6),
    st.integers(1, 65),
)
def test_refunds_are_one_multiple_of_each_stores_own_rate(stores: list[tuple[int, int]], whole: int) -> None:
    names = {f"s{n}": pair for n, pair in enumerate(stores)}
    total = sum(weight for weight, _ in stores)
    split = {"weights": {name: str(weight) for name, (weight, _) in names.items()}}
    own = {name: f"{number / 10}%" for name, (_, number) in names.items()}
    goals = {
        "net_sales": {"value": f"{total}", "split": split},
        "refund_rate": {"value": f"{whole}%", "split": {"relative": own}},
        "gmv_paid": "derived", "refund_amount": "derived",
    }  # fmt: skip
    found = made(company({name: {} for name in names}, goals))
    assert not found.findings
    net = {name: year_of(found, name, "net_sales") for name in names}
    refunds = year_of(found, "company", "refund_amount")
    expected = scaled_refunds(net, {name: Fraction(number, 1000) for name, (_, number) in names.items()}, refunds)
    for name, amount in expected.items():
        # Near a rate of one a unit of refunds moves the rate by less than halving can tell.
        assert abs(year_of(found, name, "refund_amount") - amount) <= SLACK + amount / 10**9
        assert year_of(found, name, "gmv_paid") - year_of(found, name, "refund_amount") == net[name]


GOALS: dict[str, Any] = {
    "net_sales": {"value": "2000万", "split": {"weights": {"a": "3", "b": "1"}}},
    "refund_rate": "12%", "gmv_paid": "derived", "refund_amount": "derived", "cvr": "1.5%", "aov_buyer": "198",
    "visitors": "derived", "ad_cost_ratio": "8%", "ad_spend": "derived",
}  # fmt: skip


def pair(
    goals: dict[str, Any], a: dict[str, Any] | None = None, b: dict[str, Any] | None = None, platform: str = "tmall"
) -> World:
    """A company of two stores with sheets of their own."""
    world = company({"a": {}, "b": {"platform": platform}}, GOALS | goals)
    for name, own in (("a", a), ("b", b)):
        if own:
            world["target"][f"2026/{name}"] = sheet(own)
    return world


def ratio(found: Cascade, scope: str, top: str, bottom: str) -> float:
    """A ratio of two cells of the same scale."""
    return year_of(found, scope, top) / year_of(found, scope, bottom)


def test_twenty_million_net_need_more_visitors_than_twenty_million_paid() -> None:
    found = made(pair({}))
    assert not found.findings
    assert year_of(found, "company", "visitors") == 7_652_280
    assert year_of(found, "company", "gmv_paid") == 2_272_727_273


def test_a_stores_baseline_says_how_unlike_the_others_it_is() -> None:
    own = {"cvr": {"value": "inherited", "baseline": {"period": "2025", "value": "3%"}}}
    found = made(pair({"cvr": {"value": "1.5%", "baseline": {"period": "2025", "value": "1.5%"}}}, a=own))
    assert ratio(found, "a", "buyers_paid", "visitors") / ratio(found, "b", "buyers_paid", "visitors") == pytest.approx(
        2
    )
    driven = found.divisions["company", "visitors"]
    assert isinstance(driven, Driven) and driven.ratios is not None
    assert driven.ratios.sources == {"a": "baseline", "b": "whole"}
    assert year_of(found, "company", "visitors") == 7_652_280


def test_a_typed_ratio_wins_for_its_store_and_the_others_make_room() -> None:
    found = made(pair({}, a={"cvr": "1.6%", "refund_rate": "14%"}))
    assert not found.findings
    assert ratio(found, "a", "buyers_paid", "visitors") == pytest.approx(0.016, abs=1e-7)
    assert ratio(found, "a", "refund_amount", "gmv_paid") == pytest.approx(0.14, abs=1e-8)
    assert ratio(found, "b", "refund_amount", "gmv_paid") < 0.12
    assert year_of(found, "company", "refund_amount") == 272_727_273


def test_a_cap_of_a_ratio_is_a_bound_of_the_child() -> None:
    cap = {"at_most": "6%", "reason": "上限", "owner": "li-na"}
    split = {"relative": {"a": "9%", "b": "20%"}, "bounds": {"a": cap}}
    found = made(pair({"refund_rate": {"value": "12%", "split": split}}))
    assert not found.findings
    assert ratio(found, "a", "refund_amount", "gmv_paid") == pytest.approx(0.06, abs=1e-8)
    assert ratio(found, "company", "refund_amount", "gmv_paid") == pytest.approx(0.12, abs=1e-8)


def test_ratios_that_leave_no_room_are_a_finding_with_the_numbers() -> None:
    found = made(pair({}, a={"cvr": "1%"}, b={"cvr": "1%"}))
    (finding,) = found.findings
    assert (finding.rule, finding.problem.at.path) == ("impossible-split", ("goals", "cvr", "value"))
    assert dict(finding.problem.message.params)["total"] == "7,652,280"


def test_a_held_month_moves_everything_that_follows_in_that_month() -> None:
    held = {"value": "42万", "reason": "停发", "owner": "li-na", "until": "2026-12-31"}
    found = made(pair({}, a={"net_sales": {"value": "inherited", "hold": {"2026-02": held}}}))
    comes_from = {"gmv_paid": "net_sales", "refund_amount": "net_sales", "buyers_paid": "gmv_paid",
                  "visitors": "buyers_paid", "ad_spend": "gmv_paid"}  # fmt: skip
    for metric, source in comes_from.items():
        months, along = found.cells["a", metric].months, found.cells["a", source].months
        assert months[1] < min(months[0], months[2]) / 2
        for number in range(12):
            assert abs(months[number] - Fraction(sum(months) * along[number], sum(along))) <= SLACK


@pytest.mark.parametrize("metric", ["gmv_paid", "refund_amount"])
def test_a_held_month_of_what_follows_wins_and_the_sum_still_holds(metric: str) -> None:
    held = {"value": "150万", "reason": "定", "owner": "li-na", "until": "2026-12-31"}
    found = made(pair({}, a={metric: {"value": "inherited", "hold": {"2026-06": held}}}))
    assert not found.findings
    assert found.cells["a", metric].months[5] == 150_000_000
    assert sums_hold(found)


def test_three_held_months_that_do_not_add_up_are_a_finding() -> None:
    def held(value: str) -> dict[str, Any]:
        return {
            "value": "inherited",
            "hold": {"2026-06": {"value": value, "reason": "定", "owner": "l", "until": "2026-12-31"}},
        }

    found = made(pair({}, a={"net_sales": held("100万"), "gmv_paid": held("120万"), "refund_amount": held("30万")}))
    assert {finding.problem.message.id for finding in found.findings} == {"drivers.holds_clash"}


def test_a_split_by_weights_still_counts_and_the_rest_follows_from_it() -> None:
    found = made(pair({"gmv_paid": {"value": "derived", "split": {"weights": {"a": "1", "b": "1"}}}}))
    (finding,) = found.findings  # b's net sales are 5 million, so half of the paid sales are far too much, but no error
    assert finding.problem.message.id == "drivers.below_zero"


def test_content_and_amazon_traffic_goes_to_such_stores_only() -> None:
    traffic = {"unit_price_avg": "68", "click_unit_rate": "4%", "content_ctr": "5%", "product_impressions": "derived"}
    found = made(pair(traffic, platform="douyin"))
    assert not found.findings
    clicks = found.cells["b", "product_clicks"].year
    assert abs(clicks - Fraction(year_of(found, "b", "units_paid") * 100, 4)) <= 1
    assert abs(year_of(found, "b", "product_impressions") - clicks * 20) <= 10
    assert ("a", "product_impressions") not in found.cells
    assert year_of(found, "company", "product_clicks") == clicks
    # The content store is driven by its own tree now, so visitors are those of the other store.
    assert ("b", "visitors") not in found.cells
    assert year_of(found, "company", "visitors") == year_of(found, "a", "visitors")


def test_a_live_store_is_driven_by_sales_per_mille() -> None:
    world = company({"b": {"platform": "douyin"}}, {"net_sales": {"value": "88", "split": {"weights": {"b": "1"}}}})
    world["target"]["2026/b"] = sheet(
        {"net_sales": "inherited", "refund_rate": "12%", "gpm": "25", "content_impressions": "derived"}
    )
    found = made(world)
    assert not found.findings
    assert found.cells["b", "content_impressions"].year == 4000


def test_an_amazon_store_is_driven_by_sessions() -> None:
    world = company({"b": {"platform": "amazon"}}, {"gmv_paid": {"value": "1000", "split": {"weights": {"b": "1"}}}})
    world["target"]["2026/b"] = sheet({"unit_price_avg": "20", "unit_session_rate": "10%", "visits": "derived"})
    assert made(world).cells["b", "visits"].year == 500


def test_free_and_paid_visitors_are_all_visitors() -> None:
    found = made(pair({"paid_traffic_share": "16%", "visitors_paid": "derived", "visitors_free": "derived"}))
    assert not found.findings and sums_hold(found)
    assert year_of(found, "company", "visitors_paid") == 1_224_365


def test_the_same_files_in_any_order_give_the_same_cells() -> None:
    one, two = made(pair({})), made(pair(dict(reversed(GOALS.items()))))
    assert {at: cell.months for at, cell in one.cells.items()} == {at: cell.months for at, cell in two.cells.items()}


METRICS = (
    "net_sales", "gmv_paid", "refund_amount", "buyers_paid", "visitors", "visitors_free", "visitors_paid", "ad_spend",
    "clicks", "contribution", "cogs", "units_paid", "product_clicks", "content_impressions",
)  # fmt: skip
RATIOS = ("refund_rate", "cvr", "aov_buyer", "ad_cost_ratio", "cpc", "paid_traffic_share", "gpm", "unit_price_avg")
NUMBERS = ("0", "1", "-3", "100", "99999.99", "2000万")


@st.composite
def sheets(draw: st.DrawFn, children: tuple[str, ...]) -> dict[str, Any]:
    """Draw any goals at all, sensible or not."""
    goals: dict[str, Any] = {}
    for metric in draw(st.sets(st.sampled_from(METRICS), max_size=7)):
        value = draw(st.sampled_from((*NUMBERS, "derived", "derived", "derived", "inherited")))
        value = value.replace(".99", "") if metric.startswith(("visit", "buyers", "clicks", "units")) else value
        goals[metric] = {"value": value}
        if draw(st.booleans()) and children:
            weights = {child: draw(st.sampled_from(("0", "1", "7"))) for child in children}
            goals[metric]["split"] = {"weights": weights}
    for metric in draw(st.sets(st.sampled_from(RATIOS), max_size=6)):
        goals[metric] = {"value": draw(st.sampled_from(("0", "1%", "12%", "100%", "150%", "3", "derived")))}
        if draw(st.booleans()) and children:
            known = {child: draw(st.sampled_from(("0", "1%", "40%", "5"))) for child in children}
            goals[metric]["split"] = {"relative": known}
    return goals


@given(st.data())
def test_whatever_sheets_say_is_a_number_or_a_finding(data: st.DataObject) -> None:
    platforms = ("tmall", "douyin", "amazon")
    stores = {f"s{n}": {"platform": data.draw(st.sampled_from(platforms))} for n in range(data.draw(st.integers(0, 3)))}
    world = company(stores, data.draw(sheets(tuple(stores))))
    for store in stores:
        world["target"][f"2026/{store}"] = sheet(data.draw(sheets(())))
    found = made(world)
    assert sums_hold(found) or found.findings
    for scope, metric in found.cells:
        receipt(built(world), scope, metric, year(2026))
