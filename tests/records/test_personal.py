"""Columns under which a row is one order, or one case after a sale."""

from __future__ import annotations

import pytest

from opsctl.records.personal import names_orders


@pytest.mark.parametrize(
    "header",
    [
        "订单编号",
        "主订单编号",
        "订单号",
        "退款编号",
        "退款单号",
        "售后编号",
        "Order ID",
        "order-id",
        "amazon-order-id",
        "Refund ID",
    ],
)
def test_a_number_of_an_order_or_a_refund_makes_rows_single(header: str) -> None:
    assert names_orders(header)


@pytest.mark.parametrize("header", ["订单量", "退款金额", "支付订单数", "退款单数", "Orders", "Refunds", "Return rate"])
def test_how_many_there_are_does_not(header: str) -> None:
    assert not names_orders(header)
