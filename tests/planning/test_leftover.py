"""Paid sales less refunds stay net sales in every month, however the year is planned anew."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.test_replan import replanned, version
from tests.planning.worlds import FEW, World, built, company, made, written

from opsctl.planning.replans.as_planned import original

SUM = ("net_sales", "gmv_paid", "refund_amount")


def driven(total: int) -> World:
    """Two stores whose paid sales and refunds follow from net sales."""
    split = {"weights": {"a": "3", "b": "1"}}
    goals: dict[str, Any] = {
        "net_sales": {"value": written(total, "net_sales"), "split": split},
        "refund_rate": {"value": "12%", "split": {"relative": {"a": "9%", "b": "20%"}}},
        "gmv_paid": "derived",
        "refund_amount": "derived",
    }
    return company({"a": {}, "b": {}}, goals)


@FEW
@given(
    st.integers(10_000, 10**9), st.integers(2, 12), st.sampled_from(("spread", "next", "events", "absorb")),
    st.sampled_from(("carry", "pool")), st.data(),
)  # fmt: skip
def test_sums_hold_in_every_month_left(total: int, first: int, policy: str, share: str, data: st.DataObject) -> None:
    world = driven(total)
    before, versions = made(world), {}
    for store in ("a", "b"):
        paid, net = ([], [])  # type: tuple[list[int], list[int]]
        for number in range(first - 1):
            planned = before.cells[store, "gmv_paid"].months[number]
            paid.append(data.draw(st.integers(planned // 2, planned + planned // 3)))
            net.append(paid[-1] - data.draw(st.integers(0, paid[-1] // 4)))
        refunds = [p - n for p, n in zip(paid, net, strict=True)]
        closed = {"net_sales": tuple(net), "gmv_paid": tuple(paid), "refund_amount": tuple(refunds)}
        versions[store] = [version(first, closed, policy, share)]
    found = made(replanned(world, **versions))
    assume(not found.findings)
    reached = any(each.reached for every in found.versions.values() for each in every)
    assume(not reached)
    for scope in ("a", "b", "company"):
        months = [found.cells[scope, metric].months for metric in SUM]
        for net_, paid_, refund in zip(*months, strict=True):
            assert net_ == paid_ - refund
    if policy != "absorb":
        first_plan = made(original(built(world)))
        for metric in SUM:
            assert found.cells["company", metric].year == first_plan.cells["company", metric].year
