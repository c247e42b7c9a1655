"""How far ad spend goes beside the visitors needed, unlike visitors, and the receipt of a ratio."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.planning.worlds import built, company, sheet

from opsctl.period import month, year
from opsctl.planning.drivers.ratio_receipt import ratio_receipt, ratio_value
from opsctl.planning.drivers.remarks import paid_traffic, unlike_traffic
from opsctl.planning.periods import period_value
from opsctl.workspace import Workspace

GOALS: dict[str, Any] = {
    "net_sales": {"value": "2000万", "split": {"weights": {"a": "3", "b": "1"}}},
    "refund_rate": "12%", "gmv_paid": "derived", "cvr": "1.5%", "aov_buyer": "198", "visitors": "derived",
    "ad_cost_ratio": "8%", "ad_spend": "derived",
}  # fmt: skip


def two(goals: dict[str, Any], platform: str = "tmall", b: dict[str, Any] | None = None) -> Workspace:
    """A company of two stores, the second on a platform of choice and with a sheet of its own."""
    world = company({"a": {}, "b": {"platform": platform}}, GOALS | goals)
    if b:
        world["target"]["2026/b"] = sheet(b)
    return built(world)


def test_eight_percent_of_paid_sales_buy_a_sixth_of_the_visitors() -> None:
    found = paid_traffic(two({"cpc": "1.5"}), "company", year(2026))
    assert found is not None and found.share is not None
    assert (round(found.clicks), found.visitors) == (1_212_121, 7_652_280)
    assert round(found.reach, 4) == Fraction(1584, 10_000)
    assert round(found.share, 6) == Fraction(8, 100)


@pytest.mark.parametrize(
    ("goals", "own", "cpc"),
    [
        ({"cpc": {"value": "1.5"}}, {}, "1.5"),
        ({"cpc": {"value": "1.5"}}, {"cpc": "2"}, "2"),
        ({"cpc": {"value": "derived", "baseline": {"period": "2025", "value": "1.4"}}, "clicks": "100万"}, {}, "1.4"),
    ],
    ids=["above", "own", "baseline"],
)
def test_the_cost_of_a_click_is_the_nearest_goal_or_its_baseline(goals: Any, own: Any, cpc: str) -> None:
    found = paid_traffic(two(goals, b=own), "b", month(2026, 6))
    assert found is not None and found.cpc == Decimal(cpc)
    assert found.spend == period_value(two(goals, b=own), "b", "ad_spend", month(2026, 6))


def test_without_the_cost_of_a_click_or_visitors_nothing_is_said() -> None:
    assert paid_traffic(two({}), "company", year(2026)) is None
    assert paid_traffic(built(company({}, {"ad_spend": "100", "cpc": "1"})), "company", year(2026)) is None


def test_visitors_of_one_kind_need_no_label_and_those_of_two_have_one() -> None:
    assert unlike_traffic(two({}), "company", year(2026)) == ()
    workspace = two({}, "xiaohongshu")
    (found,) = unlike_traffic(workspace, "company", year(2026))
    assert (found.metric, [(part.tree, part.scopes) for part in found.parts]) == (
        "visitors", [("content", ("b",)), ("shelf", ("a",))],
    )  # fmt: skip
    assert sum(part.value for part in found.parts) == 7_652_280
    assert unlike_traffic(workspace, "b", year(2026)) == ()


def test_what_a_store_says_of_itself_beats_its_platform() -> None:
    world = company({"a": {}, "b": {"platform": "douyin", "drivers": "shelf"}}, GOALS)
    assert unlike_traffic(built(world), "company", year(2026)) == ()


def test_a_ratio_is_the_quotient_of_its_parts_and_names_their_cells() -> None:
    workspace = two({"cvr": {"value": "1.5%", "split": {"relative": {"a": "1%", "b": "3%"}}}}, b={"aov_buyer": "180"})
    steps = ratio_receipt(workspace, "b", "cvr", month(2026, 6))
    assert [step.how for step in steps] == ["ratio", "ratio-goal", "parts"]
    data: Any = steps[0].data
    top, bottom = (Decimal(data[part]["value"]) for part in ("numerator", "denominator"))
    assert top == period_value(workspace, "b", "buyers_paid", month(2026, 6))
    assert bottom == period_value(workspace, "b", "visitors", month(2026, 6))
    assert Fraction(data["value"]) == Fraction(top) / Fraction(bottom)
    assert Fraction(data["value"]) == ratio_value(workspace, "b", "cvr", month(2026, 6))
    assert steps[1].data == {"scope": "company", "metric": "cvr", "value": "0.015"}
    assert steps[2].data == {"cells": ["buyers_paid/b/2026-06", "visitors/b/2026-06"]}


def test_a_ratio_without_targets_of_its_parts_has_no_receipt() -> None:
    assert ratio_receipt(two({}), "b", "ad_roi", year(2026)) == ()
    assert ratio_value(two({}), "b", "reply_3min_rate", year(2026)) is None
