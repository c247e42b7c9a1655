"""What attribution makes of facts and targets: every level adds up, and what is missing is named, never made up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reviewing.attribution.shops import BEFORE, WEEK, adds_up, company, days, facts

from opsctl.period import month
from opsctl.reviewing.attribution.build import answer, attribution
from opsctl.reviewing.attribution.shapley import shapley
from opsctl.reviewing.attribution.view import METHODS, UNSPLIT, Attribution, Lacking, Method, Question
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Workspace

FULL = {"gmv_paid": "365000", "cvr": "2%", "aov_buyer": "100", "buyers_paid": "derived", "visitors": "derived"}


def explained(workspace: Workspace, found: Facts, scope: str = "firm", **asked: str) -> Attribution:
    """The attribution of paid sales in the week; it has to add up."""
    question = {"metric": "gmv_paid", "against": "previous", "method": "shapley", **asked}
    why = attribution(
        workspace, found, scope, question["metric"], WEEK, question["against"], question["method"]  # type: ignore[arg-type]
    )  # fmt: skip
    assert why is not None
    adds_up(why)
    return why


def effects(why: Attribution) -> dict[str, Decimal]:
    return {each.driver: each.effect for each in why.drivers}


def week_of(store: str, visitors: object, buyers: object, paid: object) -> dict[tuple[str, str], list[object]]:
    """The same three numbers on every day of a week."""
    return {
        (store, "visitors"): [visitors] * 7,
        (store, "buyers_paid"): [buyers] * 7,
        (store, "gmv_paid"): [paid] * 7,
    }


def sold(store: str, paid: object, refunded: object) -> dict[tuple[str, str], list[object]]:
    """A week with refunds."""
    return {**week_of(store, 500, 10, paid), (store, "refund_amount"): [refunded] * 7}


def test_a_store_against_its_targets_is_the_shapley_value_of_its_totals() -> None:
    workspace = company({"a": {}}, {"a": FULL})
    why = explained(workspace, facts(week_of("a", 600, 9, "950.5")), "a", against="target")
    base = [total.baseline for total in why.totals]
    assert [total.actual for total in why.totals] == [4200, 63, Fraction("6653.5")]
    assert abs(base[0] - 3500) <= 7 and abs(base[2] - 7000) <= 7
    ratios = [
        [side[0], side[1] / side[0], side[2] / side[1]]
        for side in (base, [Fraction(4200), Fraction(63), Fraction("6653.5")])
    ]
    expected = shapley(*ratios)
    found = effects(why)
    assert list(found) == ["visitors", "cvr", "aov_buyer"]
    assert all(
        abs(Fraction(one) - other) < Fraction(1, 100) for one, other in zip(found.values(), expected, strict=True)
    )
    assert found["visitors"] > 0 > found["cvr"] and found["aov_buyer"] > 0
    assert why.owners == () and why.missing == ()
    # What the driver was on both sides stands beside what it did.
    assert [each.actual for each in why.drivers] == [4200, Fraction(63, 4200), Fraction("6653.5") / 63]


def test_without_driver_targets_nothing_is_made_up() -> None:
    workspace = company({"a": {}, "b": {}}, {"a": {"gmv_paid": "365000"}, "b": FULL})
    why = explained(workspace, facts(week_of("a", 600, 9, 900) | week_of("b", 500, 10, 1000)), against="target")
    a, b = why.owners
    assert [each.driver for each in a.drivers] == [UNSPLIT] and a.drivers[0].effect == a.effect
    assert UNSPLIT not in [each.driver for each in b.drivers]
    assert why.missing == ("visitors", "buyers_paid")
    assert why.lacking == (Lacking("a", ("visitors", "buyers_paid"), "baseline", WEEK.days),)
    assert (a.volume, b.volume) == (None, None)


def test_a_store_whose_target_is_missing_leaves_the_team_whole() -> None:
    """A team with a target above stores without one: there are no gaps of stores to add up."""
    workspace = company({"a": {}, "b": {}}, {"firm": {"gmv_paid": "730000"}})
    why = explained(workspace, facts(week_of("a", 600, 9, 900) | week_of("b", 500, 10, 1000)), against="target")
    assert why.owners == ()
    assert [(each.owner, each.metrics) for each in why.lacking] == [
        ("a", ("gmv_paid",)),
        ("b", ("gmv_paid",)),
        ("firm", ("visitors", "buyers_paid")),
    ]
    assert effects(why) == {UNSPLIT: why.gap}


def test_days_that_lack_a_driver_are_not_split_and_are_named() -> None:
    now = week_of("a", 600, 9, 900)
    now["a", "visitors"] = [600, 600, None, 600, 600, 600, 600]
    why = explained(company({"a": {}}), facts(now, week_of("a", 500, 10, 1000)), "a")
    assert why.gap == -700 and why.days == 7
    assert effects(why)[UNSPLIT] == -100
    assert why.lacking == (Lacking("a", ("visitors",), "actual", (date(2026, 6, 10),)),)
    # The six days that are known on both sides are split by the drivers.
    assert why.totals[0].actual == 3600 and why.totals[0].baseline == 3000


def test_a_driver_that_is_mostly_missing_is_left_out_and_named() -> None:
    now = week_of("a", 600, 9, 900)
    now["a", "visitors"] = [600, 600, None, None, None, None, None]
    why = explained(company({"a": {}}), facts(now, week_of("a", 500, 10, 1000)), "a")
    assert list(effects(why)) == ["buyers_paid", "aov_buyer"]
    assert why.lacking == (Lacking("a", ("visitors",), "actual", WEEK.days[2:]),)


def test_only_days_known_on_both_sides_are_compared() -> None:
    now, before = week_of("a", 600, 9, 900), week_of("a", 500, 10, 1000)
    now["a", "gmv_paid"] = [900, None, 900, 900, 900, 900, 900]
    before["a", "gmv_paid"] = [None, 1000, 1000, 1000, 1000, 1000, 1000]
    why = explained(company({"a": {}}), facts(now, before), "a")
    assert (why.days, why.total_days, why.gap) == (5, 7, -500)


def test_months_of_different_length_count_whole_where_all_is_known() -> None:
    found = Facts(
        daily={
            ("a", "gmv_paid"): {
                **days([100] * 28, date(2026, 2, 1)),
                **days([100] * 31, date(2026, 3, 1)),
                **days([100] * 10, date(2026, 4, 1)),
            }
        }
    )
    workspace = company({"a": {}})
    march, april = (attribution(workspace, found, "a", "gmv_paid", month(2026, n), "previous") for n in (3, 4))
    assert march is not None and april is not None
    assert (march.gap, march.days) == (300, 31)
    assert (april.gap, april.days, april.total_days) == (0, 10, 30)


def test_nothing_to_compare_is_said_and_not_asked_for_is_silent() -> None:
    workspace = company({"a": {}})
    found = facts(week_of("a", 600, 9, 900))
    why = explained(workspace, found, "a")
    assert (why.days, why.drivers, why.gap) == (0, (), 0)
    assert answer(workspace, found, "a", "gmv_paid", WEEK, Question()) is None
    assert answer(workspace, found, "a", "gmv_paid", WEEK, Question("previous")) == why
    assert attribution(workspace, found, "a", "cvr", WEEK) is None


def test_a_store_that_opened_owes_it_to_who_came() -> None:
    opened = company({"a": {}, "b": {"opened": WEEK.start}})
    now = week_of("a", 500, 10, 1000) | week_of("b", 100, 5, 400)
    for method in METHODS[:3]:
        why = explained(opened, facts(now, week_of("a", 500, 10, 1000)), method=method)
        assert [owner.effect for owner in why.owners] == [0, 2800]
        assert effects(why) == {"visitors": 2800, "cvr": 0, "aov_buyer": 0}


def test_visitors_are_taken_apart_by_ads_and_by_who_came_on_both_ways() -> None:
    extra: dict[tuple[str, str], list[object]] = {("a", "visitors_paid"): [100] * 7, ("a", "visitors_free"): [420] * 7}
    less: dict[tuple[str, str], list[object]] = {("a", "visitors_paid"): [50] * 7, ("a", "visitors_free"): [420] * 7}
    before, now = week_of("a", 500, 10, 1000) | extra, week_of("a", 460, 9, 900) | less
    for method in METHODS[:3]:
        why = explained(company({"a": {}}), facts(now, before), "a", method=method)
        [visitors] = [each for each in why.drivers if each.driver == "visitors"]
        parts = {part.driver: part.effect for part in visitors.parts}
        assert parts["visitors_paid"] < visitors.effect < 0 < parts["both"]
        assert "visitors_free" not in parts


def test_what_one_store_does_not_take_apart_stands_as_not_split() -> None:
    both: dict[tuple[str, str], list[object]] = {("a", "visitors_paid"): [100] * 7, ("a", "visitors_free"): [400] * 7}
    less: dict[tuple[str, str], list[object]] = {("a", "visitors_paid"): [60] * 7, ("a", "visitors_free"): [400] * 7}
    before = week_of("a", 500, 10, 1000) | week_of("b", 500, 10, 1000)
    now = week_of("a", 460, 10, 1000) | week_of("b", 400, 10, 1000)
    why = explained(company({"a": {}, "b": {}}), facts(now | less, before | both))
    a, b = (owner.drivers[0].effect for owner in why.owners)
    assert {part.driver: part.effect for part in why.drivers[0].parts} == {"visitors_paid": a, UNSPLIT: b}


def test_conversion_and_basket_are_taken_apart_without_moving_the_others() -> None:
    deep: dict[tuple[str, str], list[object]] = {("a", "cart_buyers"): [50] * 7, ("a", "units_paid"): [20] * 7}
    deeper: dict[tuple[str, str], list[object]] = {("a", "cart_buyers"): [40] * 7, ("a", "units_paid"): [27] * 7}
    before, now = week_of("a", 500, 10, 1000), week_of("a", 460, 9, 900)
    plain = explained(company({"a": {}}), facts(now, before), "a")
    why = explained(company({"a": {}}), facts(now | deeper, before | deep), "a")
    assert effects(why) == effects(plain)
    assert [[part.driver for part in each.parts] for each in why.drivers] == [
        [],
        ["cart_rate", "cart_paid"],
        ["units_per_buyer", "unit_price_avg"],
    ]


@pytest.mark.parametrize(
    ("platform", "totals", "drivers"),
    [
        ("amazon", {"visits": 10, "units_paid": 4}, ["visits", "unit_session_rate", "unit_price_avg"]),
        ("douyin", {"product_impressions": 99, "product_clicks": 10, "units_paid": 4},
         ["product_impressions", "content_ctr", "click_unit_rate", "unit_price_avg"]),
        ("tmall", {"orders_paid": 4}, ["orders_paid", "aov_order"]),
        ("tmall", {}, [UNSPLIT]),
    ],
)  # fmt: skip
def test_each_platform_has_its_tree(platform: str, totals: dict[str, int], drivers: list[str]) -> None:
    ids = {**totals, "gmv_paid": 1000}
    before: dict[tuple[str, str], list[object]] = {("a", id_): [number] * 7 for id_, number in ids.items()}
    now: dict[tuple[str, str], list[object]] = {("a", id_): [number + 1] * 7 for id_, number in ids.items()}
    why = explained(company({"a": {"platform": platform}}), facts(now, before), "a")
    assert [each.driver for each in why.drivers] == drivers


def test_net_sales_below_zero_have_no_logarithm_and_are_still_split() -> None:
    before = sold("a", 1000, 100) | sold("b", 10, 1)
    now = sold("a", 900, 1500) | sold("b", 10, 1)
    why = explained(company({"a": {}, "b": {}}), facts(now, before), metric="net_sales", method="lmdi")
    assert [(owner.owner, owner.method) for owner in why.owners] == [("a", "shapley"), ("b", "lmdi")]
    assert effects(why)["refund_rate"] < 0


def test_something_of_nothing_takes_a_shorter_chain() -> None:
    before = week_of("a", 500, 0, 1000)
    why = explained(company({"a": {}}), facts(week_of("a", 460, 9, 900), before), "a")
    assert list(effects(why)) == ["visitors", "visitor_value"]


def test_channels_stand_beside_stores_with_what_has_none() -> None:
    before, now = week_of("a", 500, 10, 1000), week_of("a", 460, 9, 900)
    channels: dict[tuple[str, str, str], tuple[list[object], list[object]]] = {
        ("a", "search", "gmv_paid"): ([600] * 7, [300] * 7),
        ("a", "search", "visitors"): ([300] * 7, [150] * 7),
        ("a", "live", "gmv_paid"): ([100] * 7, [400] * 7),
    }
    why = explained(company({"a": {}}), facts(now, before, channels), "a")
    found = {owner.owner: owner for owner in why.channels}
    assert {id_: owner.effect for id_, owner in found.items()} == {"live": 2100, "search": -2100, "": -700}
    assert [each.driver for each in found["search"].drivers] == ["visitors", "visitor_value"]
    assert [each.driver for each in found["live"].drivers] == [UNSPLIT]


def test_channels_against_their_share_of_the_goal() -> None:
    goal = {"gmv_paid": {"value": "365000", "channels": {"search": "60%", "live": "40%"}}}
    channels: dict[tuple[str, str, str], tuple[list[object], list[object]]] = {
        ("a", "search", "gmv_paid"): ([], [300] * 7),
        ("a", "live", "gmv_paid"): ([], [400] * 7),
    }
    why = explained(
        company({"a": {}}, {"a": goal}), facts(week_of("a", 460, 9, 900), None, channels), "a", against="target"
    )
    found = {owner.owner: owner.effect for owner in why.channels}
    assert abs(found["search"] + 2100) < 10 and abs(found["live"]) < 10 and found[""] == 1400


def test_a_team_with_numbers_of_its_own_is_not_the_sum_of_its_stores() -> None:
    before = week_of("a", 500, 10, 1000) | {("firm", "gmv_paid"): [1500] * 7}
    now = week_of("a", 460, 9, 900) | {("firm", "gmv_paid"): [1450] * 7}
    why = explained(company({"a": {}}), facts(now, before))
    assert why.gap == -350 and why.owners == ()


def test_a_ratio_that_a_team_defines_otherwise_is_not_called_by_that_name() -> None:
    from dataclasses import replace

    from opsctl.reviewing.attribution.chains import chains_of

    metrics = dict(company({}).metrics)
    metrics["cvr"] = replace(metrics["cvr"], numerator="orders_paid")
    assert next(chains_of("gmv_paid", "shelf", "shapley", metrics)).drivers == ("visitors", "visitor_value")


NUMBER = st.one_of(st.none(), st.integers(0, 3), st.integers(0, 5000))
COLUMN = st.lists(NUMBER, min_size=7, max_size=7)
METRICS = ("visitors", "buyers_paid", "gmv_paid", "refund_amount", "visitors_paid", "visitors_free", "units_paid")


@settings(max_examples=60)
@given(
    st.lists(st.tuples(*([st.tuples(COLUMN, COLUMN)] * len(METRICS))), min_size=1, max_size=4),
    st.sampled_from(METHODS),
    st.sampled_from(["gmv_paid", "net_sales"]),
)
def test_whatever_the_facts_every_level_adds_up(
    stores: list[tuple[tuple[list[object], list[object]], ...]], method: Method, metric: str
) -> None:
    ids = [f"s{number}" for number in range(len(stores))]
    now = {
        (id_, name): pair[1]
        for id_, row in zip(ids, stores, strict=True)
        for name, pair in zip(METRICS, row, strict=True)
    }
    before = {
        (id_, name): pair[0]
        for id_, row in zip(ids, stores, strict=True)
        for name, pair in zip(METRICS, row, strict=True)
    }
    why = explained(company({id_: {} for id_ in ids}), facts(now, before), metric=metric, method=method)
    assert why.before == BEFORE
    assert why.gap == round(why.actual - why.baseline, 2)
