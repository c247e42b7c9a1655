"""Numbers in what people expect and in what they found; what is ambiguous is no number."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from opsctl.reviewing.written.effects import Effect, effect_in


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("转化率 1.41% → 1.52%", Effect("to", D("0.0152"), "rate", "", D("0.0141"))),
        ("cvr from 1.41% to 1.52%", Effect("to", D("0.0152"), "rate", "", D("0.0141"))),
        ("从 27.2 秒到 25 秒", Effect("to", D(25), "count", "秒", D("27.2"))),
        ("断货天数为 0", Effect("to", D(0), "count")),
        ("断货 2 天 → 0 天", Effect("to", D(0), "count", "天", D(2))),
        ("+0.2pp", Effect("by", D("0.002"), "rate", points=True)),
        ("支付金额 +3万", Effect("by", D(30000), "money")),
        ("-5%", Effect("by", D("-0.05"), "rate")),
        ("−5%", Effect("by", D("-0.05"), "rate")),
        ("首次响应不高于 25 秒", Effect("at_most", D(25), "count", "秒")),
        ("费比不超过 8％", Effect("at_most", D("0.08"), "rate")),
        ("at least 1,200 orders", Effect("at_least", D(1200), "count")),
        ("不少于 3万", Effect("at_least", D(30000), "money")),
        ("￥5,000", Effect("to", D(5000), "money")),
    ],
)
def test_a_number_is_read_as_people_mean_it(text: str, effect: Effect) -> None:
    assert effect_in(text) == effect


@pytest.mark.parametrize("text", [None, "", "更好", "3 天内把 5 个页面改完", "1 到 2 到 3", "618 与双 11 各一次"])
def test_what_could_mean_several_things_is_no_number(text: str | None) -> None:
    assert effect_in(text) is None


def test_a_change_needs_a_start() -> None:
    change = effect_in("2 天 → 0 天")
    assert change is not None and change.change == -2
    level = effect_in("不高于 25 秒")
    assert level is not None and level.change is None
