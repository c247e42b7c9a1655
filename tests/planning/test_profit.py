"""From a profit goal back to the sales it takes and to the limits that just meet it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, company, made, sheet

from opsctl.metrics import BUILTIN
from opsctl.metrics.drivers import derive
from opsctl.period import month
from opsctl.period import year as year_period
from opsctl.planning.drivers.profit import PARTS, ProfitRoom, profit_rooms

RATIOS = {"refund_rate": 12, "cogs_ratio": 45, "fee_ratio": 5, "fulfilment_ratio": 6, "ad_cost_ratio": 8}


def firm(profit: str, floor: str | None = None, **ratios: int) -> World:
    """A company with one profit goal and two stores that back their sales out of it; `a` has the ratios given."""
    goal: dict[str, Any] = {"value": profit, "split": {"weights": {"a": "3", "b": "1"}}} | (
        {"floor": floor} if floor else {}
    )
    world = company({"a": {}, "b": {}}, {"contribution": goal})
    for store, own in (("a", RATIOS | ratios), ("b", RATIOS)):
        goals = {"contribution": "inherited"} | {id_: f"{value}%" for id_, value in own.items()}
        world["target"][f"2026/{store}"] = sheet(goals | dict.fromkeys(PARTS, "derived"))
    return world


def room(world: World, store: str = "a") -> ProfitRoom:
    """The room of one store in the year."""
    return next(each for each in profit_rooms(built(world), "company", year_period(2026)) if each.scope == store)


def test_a_profit_leads_to_the_sales_it_takes() -> None:
    # 88 % stays after refunds, 55 % of that after goods; fees, fulfilment and ads take 19 % of paid sales.
    wanted = Fraction(3_000_000) / (Fraction("0.88") * Fraction("0.55") - Fraction("0.19"))
    known = {"contribution": 3_000_000} | {id_: Fraction(value, 100) for id_, value in RATIOS.items()}
    assert derive(known, {"gmv_paid"}, BUILTIN).values["gmv_paid"] == wanted
    cells = made(firm("4000000")).cells
    assert cells["a", "gmv_paid"].year == round(wanted * 100)
    assert cells["company", "contribution"].year == 400_000_000


def test_a_content_store_backs_its_sales_out_like_any_other() -> None:
    world, content = firm("4000000"), firm("4000000")
    content["store"]["a"] |= {"platform": "douyin", "drivers": "content"}
    assert made(content).findings == made(world).findings == ()
    assert made(content).cells["a", "gmv_paid"] == made(world).cells["a", "gmv_paid"]


@FEW
@given(st.integers(1, 60), st.integers(1, 40), st.integers(0, 8), st.integers(0, 8), st.integers(0, 10))
def test_what_is_backed_out_adds_up_to_the_profit_in_every_month(
    cogs: int, refund: int, fee: int, fulfilment: int, ads: int
) -> None:
    assume((100 - refund) * (100 - cogs) > 100 * (fee + fulfilment + ads) + 500)
    world = firm(
        "4000000", refund_rate=refund, cogs_ratio=cogs, fee_ratio=fee, fulfilment_ratio=fulfilment, ad_cost_ratio=ads
    )
    cells = made(world).cells
    for scope in ("a", "b", "company"):
        months = {id_: cells[scope, id_].months for id_ in ("contribution", *PARTS)}
        for number in range(12):
            paid, refunds, net, *costs = (months[id_][number] for id_ in PARTS)
            assert net == paid - refunds
            assert months["contribution"][number] == net - sum(costs)


def test_the_limits_just_leave_what_must_remain() -> None:
    found = room(firm("4000000", "3600000"))
    assert (found.contribution, found.least) == (3_000_000, 2_700_000)
    assert found.highest_ad_ratio is not None and found.refund_ceiling is not None
    sales = found.sales
    # Recomputed forwards, with one number at its limit at a time.
    ads = sales * (Fraction("0.88") * Fraction("0.55") - Fraction("0.11") - found.highest_ad_ratio)
    refunds = sales * ((1 - found.refund_ceiling) * Fraction("0.55") - Fraction("0.19"))
    assert abs(ads - 2_700_000) < Fraction(1, 20)
    assert abs(refunds - 2_700_000) < Fraction(1, 20)


def test_without_a_floor_there_is_no_room_and_stores_are_a_mix() -> None:
    world = firm("4000000", refund_rate=20)
    a, b = room(world), room(world, "b")
    assert a.highest_ad_ratio == a.ad_ratio
    assert a.mix is not None and b.mix is not None and a.mix + b.mix == 1
    assert a.mix > Fraction(3, 4)  # More refunds take more sales for the same profit.


def test_a_store_that_lacks_a_cost_has_no_room() -> None:
    world = firm("4000000")
    del world["target"]["2026/b"]["goals"]["cogs"]
    assert [each.scope for each in profit_rooms(built(world), "company", month(2026, 6))] == ["a"]
