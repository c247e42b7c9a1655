"""Rules about the numbers that goals are written with (GOAL166 and on)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # GOAL106
    "rules.finer_than_the_unit_closed": (
        "{metric} 在 {month} 的实际值 {value} 比最小单位更细，会被悄悄取整；应至多 {digits} 位小数",
        "{metric} came to {value} in {month}, finer than its smallest unit, and would be rounded unseen; at most "
        "{digits} decimal places are expected",
    ),
    # GOAL166
    "rules.percent_for_an_amount": (
        "{value} 不是 {metric} 的数值；应写数值本身，如 120 或 1.2万",
        "{value} is no amount of {metric}; the number itself is expected, such as 120 or 1.2万",
    ),
    "rules.percent_for_an_amount_of": (
        "{value} 不是 {metric} 的数值；应写数值本身：本目标的 {value} 是 {amount}",
        "{value} is no amount of {metric}; the number itself is expected: {value} of this goal is {amount}",
    ),
    # GOAL167
    "rules.ratio_below_zero": (
        "{metric} 是 {value}，而它不会小于零；应写比率本身，不写升降多少",
        "{metric} is {value} and cannot be below zero; the rate itself is expected, not by how much it changes",
    ),
}

PAGES: dict[str, str] = {
    "GOAL166": """
该写数值的地方写成了百分比。

10% 就是 0.1：把店铺锁定在 `10%`，等于锁定在一角钱，而且谁也看不出来。目标、保底和冲刺、基线、锁定
和上下限，都写指标自己的数。某个下级占总数的一成，写成权重（`weights: {north: 10%}`）。

怎么改：写数值本身，如 200万。
""",
    "GOAL167": """
不可能小于零的比率写成了负数。

退款、订单、访客都不会少于零，它们的比率也不会。多半是想写“比去年少”，这里要写的是比率本身。毛利率可以是负的，
团队自己的指标也可以。

怎么改：写上要做到的比率。
""",
}
