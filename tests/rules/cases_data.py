"""Cases of the rules about sources."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

P, C, M, R = "personal-data-column", "column-measured-twice", "metric-from-two-sources", "ratio-from-a-source"
S, G, N, B = "store-without-source", "goal-never-measured", "store-name-twice", "basis-differs"
U, F = "source-in-another-currency", "freshness-reversed"
A = "stores/a.yaml  {name: A, platform: tmall, team: company}\n"
TWO = A + "stores/b.yaml  {name: B, platform: jd, team: company}\n"
CHANNELS = "dimension: {channel: {column: n, map: {直通车: search-ads}}}, "
STANDARD = "opsctl.yaml  {opsctl: 1, name: A, rigor: standard}\n"


def source(
    metrics: str = "gmv_paid: {sum: gmv}",
    more: str = "",
    columns: str = "gmv: 支付金额, n: 订单号",
    store: str = "other: a",
    id_: str = "s",
    files: str = "s.csv",
    time: str = "day: d",
) -> str:
    """Write a source of daily facts for store a, with an alias `d` for the date."""
    named = f"columns: {{d: 日期, shop: 店铺, {columns}}}"
    return (
        f"sources/{id_}.yaml  {{files: {files}, {named}, store: {{{store}}}, {time}, {more}metrics: {{{metrics}}}}}\n"
    )


def headed(header: str) -> str:
    """Write a source that maps one more column."""
    return A + source(columns=f'gmv: 支付金额, x: "{header}"')


def sheet(scope: str, goals: str) -> str:
    """Write a target sheet."""
    return f"targets/2026/{scope}.yaml  {{owner: li-na, goals: {{{goals}}}}}\n"


PERSONAL = (
    "买家昵称", "买家会员名", "旺旺号", "收货人", "收件人姓名", "手机号码", "联系手机", "联系电话", "详细地址", "电子邮箱", "支付宝账号",
    "商家备注", "买家留言", "支付宝交易号", "支付流水号", "物流单号", "快递单号", "运单号", "买家退款说明", "售后描述", "操作人", "操作员", "电话", "地址", "收件人", "手机号",
    "Tracking number",
    "Billing Name", "customer_name", "Email", "E-Mail Address", "Phone", "Shipping Address1", "Address Line 2", "Notes",
)  # fmt: skip
HARMLESS = (
    "手机端访客数", "手机淘宝支付金额", "确认收货人数", "收货人数", "电话咨询量", "达人昵称", "主播昵称", "页面地址", "商品链接地址", "商品名称", "店铺名称",
    "备注条数", "买家编号", "订单编号", "退款编号", "交易金额", "操作人数", "物流评分", "退款说明率", "Tracking clicks", "Customer ID", "Name", "Lineitem name", "Email sessions", "Mobile visitors", "快递费", "物流费用", "手机端转化率", "支付宝手续费", "退款率", "售后率", "客服操作时长", "联系人数占比", "包裹数", "Refund rate", "Shipping cost", "Phone sessions", "Phone cases sold", "Campaign name",
    "Landing page + query string",
)  # fmt: skip

CASES = (
    *(Case(P, f"personal-{header}", headed(header), (f"sources/s.yaml: \"{header}\"",)) for header in PERSONAL),
    Case(P, "in-one-file", A + source(files="[{path: s.csv, columns: {who: 收货人}}]"), ("sources/s.yaml: 收货人",)),
    Case(P, "in-a-condition", A + source(more="where: [{column: 日期, is_not: 合计}], ", files="[{path: s.csv, columns: {x: 手机号}, where: [{column: 手机号, is_not: 无}]}]"),
         ("sources/s.yaml: 手机号", "sources/s.yaml: 手机号")),
    *(Case(P, f"harmless-{header}", headed(header)) for header in HARMLESS),
    Case(P, "the-alias-alone", A + source(columns="gmv: 支付金额, phone: 订单量")),
    Case(P, "none", A),
    Case(C, "same-alias", A + source("gmv_paid: {sum: gmv}, net_sales: {sum: gmv}"), ("sources/s.yaml: net_sales",)),
    Case(C, "two-aliases-of-one-column", A + source("gmv_paid: {sum: gmv}, net_sales: {sum: x}", columns="gmv: 支付金额, x: 支付金额"), ("sources/s.yaml: net_sales",)),
    Case(C, "product-turned-round", A + source("gmv_paid: {sum: gmv * n}, net_sales: {sum: n * gmv}"), ("sources/s.yaml: net_sales",)),
    Case(C, "two-columns", A + source("gmv_paid: {sum: gmv}, net_sales: {sum: n}")),
    Case(C, "other-rows", A + source("gmv_paid: {sum: gmv}, refund_amount: {sum: gmv, of: back}", "rows: {back: [{column: n, starts: C}]}, ")),
    Case(C, "negated", A + source("gmv_paid: {sum: gmv}, refund_amount: {sum: -gmv}")),
    Case(C, "counted-and-summed", A + source("units_paid: {sum: n}, orders_paid: {count_distinct: n}")),
    Case(M, "both", A + source() + source(id_="t", files="t.csv"), ("sources/t.yaml: gmv_paid",)),
    Case(M, "by-alias", A + source() + source("gmv: {sum: gmv}", id_="t", files="t.csv"), ("sources/t.yaml: gmv",)),
    Case(M, "other-metric", A + source() + source("orders_paid: {sum: n}", id_="t")),
    Case(M, "other-store", TWO + source() + source(store="other: b", id_="t")),
    Case(M, "days-and-weeks", A + source() + source(id_="t", time="period: d")),
    Case(M, "cut-by-date", A + source() + source(more="where: [{column: d, before: 2025-01-01}], ", id_="t")),
    Case(M, "files-cut-by-date", A + source() + source(files="[{path: s.csv, where: [{column: d, before: 2025-01-01}]}]", id_="t")),
    Case(M, "whole-and-channels", A + source() + source(more=CHANNELS, id_="t")),
    Case(M, "the-same-channel-twice", A + source(more=CHANNELS) + source(more=CHANNELS, id_="t"), ("sources/t.yaml: gmv_paid",)),
    Case(M, "different-channels", A + source(more=CHANNELS) + source(more=CHANNELS.replace("search-ads", "feed-ads"), id_="t")),
    Case(M, "channels-and-products", A + source(more=CHANNELS) + source(more=CHANNELS.replace("channel", "product"), id_="t")),
    Case(M, "both-add", A + source("ad_spend: {sum: gmv, adds: true}") + source("ad_spend: {sum: gmv, adds: true}", id_="t")),
    Case(M, "one-adds-to-the-whole", A + source("ad_spend: {sum: gmv, adds: true}") + source("ad_spend: {sum: gmv}", id_="t"), ("sources/t.yaml: ad_spend",)),
    Case(M, "two-wholes-of-three", A + source("ad_spend: {sum: gmv}") + source("ad_spend: {sum: gmv}", id_="t") + source("ad_spend: {sum: gmv, adds: true}", id_="u"),
         ("sources/t.yaml: ad_spend", "sources/u.yaml: ad_spend")),
    Case(R, "ratio", A + source("cvr: {sum: n}"), ("sources/s.yaml: cvr",)),
    Case(R, "weighted-by-alias", A + source("转化率: {sum: n}"), ("sources/s.yaml: 转化率",)),
    Case(R, "parts", A + source("buyers_paid: {sum: n}, visitors: {sum: gmv}")),
    Case(R, "score", A + source("shop_score: {sum: n}")),
    Case(R, "unknown", A + source("happiness: {sum: n}")),
    Case(S, "one-of-two", STANDARD + TWO + source(), ("stores/b.yaml: {name: B, platform:…",)),
    Case(S, "closed-in-the-year", STANDARD + TWO.replace("jd,", "jd, closed: 2026-01-01,") + source() + sheet("company", "gmv_paid: 1"), ("stores/b.yaml: {name: B, platform:…",)),
    Case(S, "channels-only", STANDARD + TWO + source() + source(store="other: b", more=CHANNELS, id_="t"), ("stores/b.yaml: {name: B, platform:…",)),
    Case(S, "both", STANDARD + TWO + source(store="column: shop, map: {A: a, B: b}")),
    Case(S, "no-sources", STANDARD + TWO),
    Case(S, "closed", STANDARD + TWO.replace("jd,", "jd, closed: 2025-12-31,") + source() + sheet("company", "gmv_paid: 1")),
    Case(S, "a-source-is-unreadable", STANDARD + TWO + source() + "sources/t.yaml  {files: t.csv}"),
    Case(S, "at-the-start", TWO + source()),
    Case(G, "store", STANDARD + A + source() + sheet("a", "visitors: 1"), ("targets/2026/a.yaml: visitors",)),
    Case(G, "team", STANDARD + A + source() + sheet("company", "cvr: 1%"), ("targets/2026/company.yaml: cvr",)),
    Case(G, "half-of-a-ratio", STANDARD + A + source() + sheet("a", "aov_buyer: 1"), ("targets/2026/a.yaml: aov_buyer",)),
    Case(G, "channels-only", STANDARD + A + source() + source("visitors: {sum: n}", more=CHANNELS, id_="t") + sheet("a", "visitors: 1"),
         ("targets/2026/a.yaml: visitors",)),
    Case(G, "added-up", STANDARD + A + source("visitors: {sum: n, adds: true}") + sheet("a", "visitors: 1")),
    Case(G, "measured", STANDARD + A + source() + sheet("a", "gmv_paid: 1")),
    Case(G, "from-parts", STANDARD + A + source("gmv_paid: {sum: gmv}, orders_paid: {sum: n}") + sheet("company", "aov_order: 1")),
    Case(G, "composed", STANDARD + A + source("gmv_paid: {sum: gmv}, refund_amount: {sum: n}") + sheet("a", "net_sales: 1")),
    Case(G, "no-source-at-all", STANDARD + A + sheet("a", "visitors: 1")),
    Case(G, "store-without-source", STANDARD + TWO + source() + sheet("b", "visitors: 1")),
    Case(G, "person", STANDARD + A + source() + sheet("li-na", "content_published: 1")),
    Case(G, "a-source-is-unreadable", STANDARD + A + source() + sheet("a", "visitors: 1") + "sources/t.yaml  {files: t.csv}"),
    Case(N, "case-and-space", TWO + source(store='column: shop, map: {"My Shop": a, myshop: b}'), ("sources/s.yaml: myshop",)),
    Case(N, "full-width", TWO + source(store='column: shop, map: {店1: a, 店１: b}'), ("sources/s.yaml: 店１",)),
    Case(N, "same-store", TWO + source(store='column: shop, map: {"My Shop": a, myshop: a}')),
    Case(N, "different", TWO + source(store="column: shop, map: {店一: a, 店二: b}")),
    Case(N, "two-sources", TWO + source(store='column: shop, map: {"My Shop": a}') + source(store="column: shop, map: {myshop: b}", id_="t")),
    Case(B, "ordered-as-paid", A + source(more="money: {basis: ordered, tax: included}, "), ("sources/s.yaml: gmv_paid",)),
    Case(B, "paid-as-ordered", A + source("gmv_ordered: {sum: gmv}", "money: {basis: paid, tax: included}, "), ("sources/s.yaml: gmv_ordered",)),
    Case(B, "same", A + source(more="money: {basis: paid, tax: included}, ")),
    Case(B, "refunds", A + source("refund_amount: {sum: gmv}", "money: {basis: paid, tax: included}, ")),
    Case(B, "counts", A + source("orders_paid: {sum: n}", "money: {basis: ordered, tax: included}, ")),
    Case(B, "unsaid", A + source()),
    Case(U, "dollars", A + source(more="currency: USD, "), ("sources/s.yaml: USD",)),
    Case(U, "yuan-in-a-store-of-dollars", A.replace("tmall,", "tmall, currency: USD,") + source(more="currency: CNY, "), ("sources/s.yaml: CNY",)),
    Case(U, "same", A + source(more="currency: CNY, ")),
    Case(U, "dollars-in-a-store-of-dollars", A.replace("tmall,", "tmall, currency: USD,") + source(more="currency: USD, ")),
    Case(U, "unsaid", A + source()),
    Case(F, "reversed", A + source(more="freshness: {warn_after: 7d, error_after: 2d}, "), ("sources/s.yaml: 7d",)),
    Case(F, "in-order", A + source(more="freshness: {warn_after: 2d, error_after: 7d}, ")),
    Case(F, "equal", A + source(more="freshness: {warn_after: 2d, error_after: 2d}, ")),
    Case(F, "one-only", A + source(more="freshness: {warn_after: 9d}, ")),
)  # fmt: skip
