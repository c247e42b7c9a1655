"""The built-in dictionary is whole: every row of the KPI table is there, named twice, and composed of what exists."""

from __future__ import annotations

from collections import Counter

import pytest

from opsctl.metrics import ALIASES, BUILTIN, Metric, additive, is_ratio, needs, resolve
from opsctl.metrics.builtin import TABLES
from opsctl.metrics.dictionary import folded
from opsctl.metrics.metric import AGGREGATIONS, BASES, DIRECTIONS

# fmt: off
KPI_TABLE = (
    "gmv_ordered", "gmv_paid", "refund_amount", "net_sales", "orders_paid",
    "units_paid", "buyers_paid", "aov_buyer", "aov_order", "unit_price_avg",
    "upt", "visitors", "visitors_free", "visitors_paid", "paid_traffic_share",
    "page_views", "bounce_rate", "visitor_value", "cvr", "cart_rate",
    "fav_rate", "order_pay_rate", "ad_spend", "ad_gmv", "ad_roi",
    "ad_cost_ratio", "ad_cost_ratio_net", "acos", "ctr", "cpc",
    "cpm", "ad_cvr", "new_buyer_cost", "new_buyers", "old_gmv_share",
    "repurchase_rate_90d", "member_new", "member_gmv_share", "content_published", "content_views",
    "completion_rate", "engagement_rate", "content_ctr", "content_gmv", "gpm",
    "first_reply_sec", "avg_reply_sec", "reply_3min_rate", "inquiry_cvr", "cs_sales",
    "csat", "fcr", "refund_rate", "return_rate_orders", "refund_close_hours",
    "dispute_rate", "shop_score", "bad_review_rate", "ship_on_time_rate", "sellthrough_sku_rate",
    "stockout_rate", "inventory_days", "gross_margin_rate", "contribution", "sales_per_head",
    "new_product_share",
)
# fmt: on

METRICS = pytest.mark.parametrize("metric", BUILTIN.values(), ids=lambda metric: metric.id)


def test_every_row_of_the_kpi_table_is_there() -> None:
    assert [id for id in KPI_TABLE if id not in BUILTIN] == []


def test_ids_are_unique() -> None:
    counts = Counter(metric.id for table in TABLES for metric in table)
    assert [id for id, count in counts.items() if count > 1] == []


@METRICS
def test_an_entry_says_what_it_is(metric: Metric) -> None:
    assert metric.zh and metric.en and metric.note_zh and metric.note_en
    assert metric.zh != metric.en
    assert metric.aggregation in AGGREGATIONS
    assert metric.direction in DIRECTIONS
    assert metric.unit in ("money", "count", "percent", "x", "score", "seconds", "hours", "days")
    assert metric.basis is None or (metric.basis in BASES and metric.unit == "money")
    assert metric.owners and set(metric.owners) <= set("LSACKPGF")
    assert metric.cadence in ("D", "W", "M", "Q")


@METRICS
def test_an_entry_is_composed_of_entries(metric: Metric) -> None:
    composed = [id for id in (metric.numerator, metric.denominator, metric.weight) if id]
    composed += [id for id, _ in metric.parts]
    assert [id for id in composed if id not in BUILTIN] == []
    assert all(additive(BUILTIN[id]) or BUILTIN[id].aggregation == "stock" for id in composed)
    assert all(sign in (1, -1) for _, sign in metric.parts)
    assert is_ratio(metric) == bool(metric.numerator and metric.denominator)
    assert metric.weight == (metric.denominator if metric.aggregation == "weighted" else None)
    assert bool(metric.formula) == bool(composed)
    assert all(id in BUILTIN and not BUILTIN[id].formula for id in needs(metric.id, BUILTIN))


def test_a_percentage_counts_parts_of_a_whole_in_one_unit() -> None:
    rates = [metric for metric in BUILTIN.values() if metric.unit == "percent"]
    assert all(BUILTIN[str(m.numerator)].unit == BUILTIN[str(m.denominator)].unit for m in rates)
    assert all(metric.factor == 1 for metric in rates)


def test_only_scores_have_a_scale() -> None:
    assert all((metric.scale is not None) == (metric.aggregation == "score") for metric in BUILTIN.values())


def test_every_spelling_means_one_metric() -> None:
    counts = Counter(
        spelling
        for metric in BUILTIN.values()
        for spelling in {metric.id, *map(folded, (metric.zh, metric.en, *metric.aliases))}
    )
    assert [spelling for spelling, count in counts.items() if count > 1] == []
    assert not set(ALIASES) & set(BUILTIN)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("net_sales", "net_sales"),
        ("uv", "visitors"),
        ("UV", "visitors"),
        ("ＵＶ", "visitors"),
        ("访客数", "visitors"),
        ("uv_free", "visitors_free"),
        ("uv_paid", "visitors_paid"),
        ("uv_value", "visitor_value"),
        ("UV 价值", "visitor_value"),
        ("pv", "page_views"),
        ("gsv", "net_sales"),
        ("GMV", "gmv_paid"),
        ("支付金额", "gmv_paid"),
        ("Paid GMV", "gmv_paid"),
        ("roi", "ad_roi"),
        ("ROAS", "ad_roi"),
        ("aov", "aov_order"),
        ("客单价", "aov_buyer"),
        ("tacos", "ad_cost_ratio_net"),
        ("nonsense", None),
        ("", None),
    ],
)
def test_resolve(text: str, id: str | None) -> None:
    assert resolve(text) == id


@pytest.mark.parametrize(
    ("id", "formula"),
    [
        ("cpm", "ad_spend / impressions × 1000"),
        ("cvr", "buyers_paid / visitors"),
        ("net_sales", "gmv_paid − refund_amount"),
        ("visitors", ""),
    ],
)
def test_formula(id: str, formula: str) -> None:
    assert BUILTIN[id].formula == formula


def test_names_and_notes_in_both_languages() -> None:
    cvr = BUILTIN["cvr"]
    assert (cvr.name("zh"), cvr.name("en")) == ("支付转化率", "conversion rate")
    assert (cvr.note("zh"), cvr.note("en")) == ("访客中付款的比例", "share of visitors who paid")
