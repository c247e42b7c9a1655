"""Derivation steps as the equations a person would write."""

from __future__ import annotations

from fractions import Fraction

import pytest

from opsctl.metrics import BUILTIN, derive
from opsctl.metrics.equations import equation


@pytest.mark.parametrize(
    ("known", "wanted", "written"),
    [
        ({"net_sales": 20, "refund_rate": "0.12"}, "gmv_paid", "gmv_paid = net_sales ÷ (1 - refund_rate)"),
        ({"gmv_paid": 20, "aov_buyer": 2}, "buyers_paid", "buyers_paid = gmv_paid ÷ aov_buyer"),
        ({"visitors": 20, "cvr": "0.5"}, "buyers_paid", "buyers_paid = cvr × visitors"),
        ({"visitors": 20, "buyers_paid": 2}, "cvr", "cvr = buyers_paid ÷ visitors"),
        ({"gmv_paid": 20, "refund_amount": 2}, "net_sales", "net_sales = gmv_paid - refund_amount"),
        ({"net_sales": 18, "refund_amount": 2}, "gmv_paid", "gmv_paid = net_sales + refund_amount"),
        ({"net_sales": 18, "gmv_paid": 20}, "refund_amount", "refund_amount = - net_sales + gmv_paid"),
        ({"cpm": 30, "impressions": 1000}, "ad_spend", "ad_spend = cpm × impressions ÷ 1000"),
        ({"cpm": 30, "ad_spend": 60}, "impressions", "impressions = ad_spend ÷ cpm × 1000"),
    ],
)
def test_a_step_reads_as_its_equation(known: dict[str, int | str], wanted: str, written: str) -> None:

    steps = derive({id_: Fraction(value) for id_, value in known.items()}, {wanted}, BUILTIN).steps
    assert equation(steps[wanted], BUILTIN) == written
    assert written.encode("gbk")
