"""Sentences about profit goals: what they leave room for, and sales that earned less."""

SENTENCES: dict[str, tuple[str, str]] = {
    "profit.title": ("由利润倒推", "What the profit goal allows"),
    "profit.store": ("店铺", "store"),
    "profit.contribution": ("贡献利润", "contribution"),
    "profit.least": ("至少要留", "must remain"),
    "profit.sales": ("支付金额", "paid sales"),
    "profit.mix": ("占比", "mix"),
    "profit.ad_ratio": ("推广费比", "ad ratio"),
    "profit.highest_ad_ratio": ("最高可到", "at most"),
    "profit.refund_rate": ("退款率", "refund rate"),
    "profit.refund_ceiling": ("最高可到", "at most"),
    "profit.note": (
        "其他数都按计划，推广费比或退款率升到“最高可到”，贡献利润就只剩“至少要留”（写了 floor 按 floor，否则按目标）。",
        "With everything else as planned, an ad ratio or refund rate at its most leaves just what must remain: the "
        "goal's floor where it has one, else the goal.",
    ),
    "profit.sold_more": (
        "卖得多，赚得少：{sales}超出目标 {over}，贡献利润却少了 {short}；少在 {where}。",
        "Sold more, earned less: {sales} is {over} over its target and contribution {short} short of it; {where}.",
    ),
    "profit.sold_more_alone": (
        "卖得多，赚得少：{sales}超出目标 {over}，贡献利润却少了 {short}。",
        "Sold more, earned less: {sales} is {over} over its target and contribution {short} short of it.",
    ),
    "profit.more": ("{metric}多 {amount}", "{amount} more {metric}"),
}
