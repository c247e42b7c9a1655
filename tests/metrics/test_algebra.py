"""Ratios are recomputed from parts, and missing is not zero."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from opsctl.metrics import BUILTIN, Metric, additive, attainment, is_ratio, merged, needs, value


@pytest.mark.parametrize(
    ("id", "known", "expected"),
    [
        ("gmv_paid", {"gmv_paid": Decimal("10.50")}, Fraction(21, 2)),
        ("gmv_paid", {}, None),
        ("cvr", {"buyers_paid": 3, "visitors": 200}, Fraction(3, 200)),
        ("cvr", {"buyers_paid": 3}, None),
        ("cvr", {"buyers_paid": 0, "visitors": 0}, None),
        ("cvr", {"buyers_paid": 0, "visitors": 5}, Fraction(0)),
        ("cpm", {"ad_spend": Decimal("4.2"), "impressions": 100}, Fraction(42)),
        ("first_reply_sec", {"reply_seconds": 75, "sessions": 3}, Fraction(25)),
        ("net_sales", {"gmv_paid": 100, "refund_amount": Decimal("12.5")}, Fraction(175, 2)),
        ("net_sales", {"gmv_paid": 100}, None),
        ("net_sales", {"net_sales": 7, "gmv_paid": 100, "refund_amount": 1}, Fraction(7)),
        ("gross_margin_rate", {"gmv_paid": 100, "refund_amount": 20, "cogs": 40}, Fraction(1, 2)),
        ("cvr", {"cvr": Decimal("0.5"), "buyers_paid": 3, "visitors": 200}, Fraction(3, 200)),
        ("cvr", {"cvr": Decimal("0.5"), "buyers_paid": 3, "visitors": 0}, None),
        ("cvr", {"cvr": Decimal("0.5"), "buyers_paid": 3}, Fraction(1, 2)),
        ("shop_score", {"shop_score": Decimal("4.8")}, Fraction(24, 5)),
        ("nobody_knows", {}, None),
    ],
)
def test_value(id: str, known: dict[str, Decimal | Fraction | int], expected: Fraction | None) -> None:
    assert value(id, known, BUILTIN) == expected


@pytest.mark.parametrize(
    ("id", "leaves"),
    [
        ("visitors", {"visitors"}),
        ("cvr", {"buyers_paid", "visitors"}),
        ("net_sales", {"gmv_paid", "refund_amount"}),
        ("ad_cost_ratio_net", {"ad_spend", "gmv_paid", "refund_amount"}),
        ("gross_margin_rate", {"cogs", "gmv_paid", "refund_amount"}),
        ("engagement_rate", {"likes", "comments", "shares", "saves", "content_views"}),
        ("nobody_knows", {"nobody_knows"}),
    ],
)
def test_needs(id: str, leaves: set[str]) -> None:
    assert needs(id, BUILTIN) == leaves


def test_a_circle_of_own_metrics_ends() -> None:
    own: dict[str, dict[str, object]] = {"a": {"parts": {"b": 1}}, "b": {"parts": {"a": 1, "clicks": 1}}}
    metrics = merged(BUILTIN, own)
    assert needs("a", metrics) == {"clicks"}
    assert value("a", {"clicks": 1}, metrics) is None


@pytest.mark.parametrize(
    ("aggregation", "adds", "recomputed"),
    [
        ("sum", True, False),
        ("distinct", True, False),
        ("ratio", False, True),
        ("weighted", False, True),
        ("stock", False, False),
        ("score", False, False),
    ],
)
def test_kinds(aggregation: str, adds: bool, recomputed: bool) -> None:
    metric = Metric(id="m", zh="m", en="m", unit="count", aggregation=aggregation, direction="up")
    assert (additive(metric), is_ratio(metric)) == (adds, recomputed)
    assert value("m", {}, {"m": metric}) is None


@pytest.mark.parametrize(
    ("direction", "actual", "target", "expected"),
    [
        ("up", 90, 100, Fraction(9, 10)),
        ("up", -10, 100, Fraction(-1, 10)),
        ("up", 5, 0, None),
        ("up", -5, -10, None),
        ("down", 30, 25, Fraction(5, 6)),
        ("down", 20, 25, Fraction(5, 4)),
        ("down", 20, 0, Fraction(0)),
        ("down", 0, 25, None),
        ("band", 90, 100, None),
    ],
)
def test_attainment(direction: str, actual: int, target: int, expected: Fraction | None) -> None:
    assert attainment(direction, Fraction(actual), Fraction(target)) == expected
