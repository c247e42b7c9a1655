"""Sycm and Taobao affiliates: workbooks with preambles, totals rows and thousands commas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .export import Export, Truth, cents, truths
from .figures import PAID_CHANNELS, Figures
from .forms import Row, Table, commas, percent, plain, rows, text, thousands, xls, xlsx
from .headers import header

Days = Sequence[Figures]

SHOP = header("taobao-shop")
PRODUCT = header("taobao-product")
TRAFFIC = ("访客数", "下单金额", "下单买家数", "下单转化率", "支付金额", "支付买家数", "支付转化率", "客单价", "UV价值")
CPS = header("taobao-cps")


def shop(days: Days) -> Export:
    """店铺整体日报: header in row 8, newest day first, a totals row below."""
    cells = [_shop(one) for one in reversed(days)]
    total = {
        "统计日期": "汇总",
        "支付金额": commas(sum(one.gmv for one in days)),
        "访客数": thousands(sum(one.visitors for one in days)),
    }
    table = [["店铺整体日报"], ["数据仅供参考"], [], [], [], [], [], *rows(SHOP, [*cells, total])]
    found = [truth for one in days for truth in truths(one.store, one.day, _shop_values(one))]
    name = f"生意参谋店铺整体日报-{days[0].day}_{days[-1].day}.xlsx"
    return Export("tmall-sycm-shop", {name: xlsx({"店铺": table})}, tuple(found), {"store": days[0].store})


def _shop(one: Figures) -> dict[str, object]:
    return {
        "统计日期": f"{one.day}\t",
        "访客数": thousands(one.visitors),
        "浏览量": thousands(one.views),
        "平均停留时长": "21.35",
        "跳失率": percent(one.bounce),
        "加购人数": thousands(one.cart),
        "商品收藏买家数": thousands(one.fav),
        "下单金额": commas(one.ordered),
        "下单买家数": thousands(one.ordering),
        "支付金额": commas(one.gmv),
        "支付买家数": thousands(one.buyers),
        "支付件数": thousands(one.units),
        "支付子订单数": thousands(one.orders),
        "支付转化率": percent(one.buyers * 10000 // max(1, one.visitors)),
        "支付新买家数": thousands(one.new_buyers),
        "老买家支付金额": commas(one.old_gmv),
        "全站推广花费": commas(one.spend("全站推广")),
        "关键词推广花费": commas(one.spend("关键词推广")),
        "成功退款金额": commas(one.refunds),
        "评价数": one.reviews,
        "新增会员数": one.members,
        "会员成交金额": commas(one.member_gmv),
    }


def _shop_values(one: Figures) -> dict[str, object]:
    return {
        "gmv_paid": cents(one.gmv),
        "gmv_ordered": cents(one.ordered),
        "refund_amount": cents(one.refunds),
        "orders_paid": one.orders,
        "units_paid": one.units,
        "buyers_paid": one.buyers,
        "buyers_ordered": one.ordering,
        "visitors": one.visitors,
        "page_views": one.views,
        "one_page_visitors": one.visitors * Decimal(one.bounce) / 10000,
        "cart_buyers": one.cart,
        "fav_buyers": one.fav,
        "new_buyers": one.new_buyers,
        "old_buyer_gmv": cents(one.old_gmv),
        "reviews": one.reviews,
        "member_new": one.members,
        "member_gmv": cents(one.member_gmv),
    }


def product(days: Days) -> Export:
    """商品排行, one xls per day with the header in row 5; the name's second half may be another day."""
    files = {f"【生意参谋平台】商品_全部_{one.day}_{one.day}.xls": xls({"商品": _products(one)}) for one in days}
    found = [
        truth
        for one in days
        for goods in one.goods
        for truth in truths(
            one.store,
            one.day,
            {
                "gmv_paid": cents(goods.cents),
                "refund_amount": cents(goods.refunds),
                "units_paid": goods.units,
                "buyers_paid": goods.buyers,
                "visitors": goods.visitors,
                "page_views": goods.views,
                "cart_buyers": goods.cart,
            },
            "product",
            goods.id,
        )
    ]
    return Export("tmall-sycm-product", files, tuple(found), {"store": days[0].store})


def _products(one: Figures) -> Table:
    cells: list[dict[str, object]] = [
        {
            "统计日期": f"{one.day}",
            "商品ID": goods.id,
            "商品名称": f"晨禾 {goods.code}, 加厚",
            "主商品ID": "-",
            "商品状态": "当前在线",
            "商品访客数": thousands(goods.visitors),
            "商品浏览量": thousands(goods.views),
            "平均停留时长": "18.20",
            "商品加购人数": thousands(goods.cart),
            "支付买家数": goods.buyers,
            "支付件数": goods.units,
            "支付金额": commas(goods.cents),
            "商品支付转化率": "1.52%",
            "成功退款金额": commas(goods.refunds),
        }
        for goods in one.goods
    ]
    return [["商品排行"], [f"统计时间 {one.day}"], [], [], *rows(PRODUCT, cells)]


def traffic(days: Days) -> Export:
    """店铺来源, unpaid and paid."""
    found = [
        truth
        for one in days
        for truth in truths(one.store, one.day, {"visitors_free": one.free, "visitors_paid": one.paid})
    ]
    return Export("tmall-sycm-traffic", _traffic_files(days), tuple(found), {"store": days[0].store})


def channels(days: Days) -> Export:
    """店铺来源, by channel."""
    names = {
        "手淘搜索": "search",
        "手淘推荐": "recommend",
        "购物车": "cart",
        "我的淘宝": "my-taobao",
        "关键词推广": "keyword-ads",
        "精准人群推广": "audience-ads",
        "全站推广": "site-ads",
    }
    found = [
        truth
        for one in days
        for channel in one.channels
        for truth in truths(
            one.store,
            one.day,
            {"visitors": channel.visitors, "buyers_paid": channel.buyers, "gmv_paid": cents(channel.cents)},
            "channel",
            names[channel.name],
        )
    ]
    return Export("tmall-sycm-channels", _traffic_files(days), tuple(found), {"store": days[0].store})


def _traffic_files(days: Days) -> dict[str, bytes]:
    return {
        f"【生意参谋平台】无线店铺流量来源-{one.day}_{one.day}.xls": xls(
            {"无线流量来源": _traffic(one), "PC流量来源": _traffic(one, pc=True)}
        )
        for one in days
    }


def _traffic(one: Figures, *, pc: bool = False) -> Table:
    """Header in row 6, no date, a …变化 column behind each metric; the PC sheet has columns of its own."""
    metrics = (*TRAFFIC, "新访客", "浏览量", "跳失率") if pc else TRAFFIC
    header = ["一级来源", "二级来源", "三级来源", *(name for metric in metrics for name in (metric, f"{metric}变化"))]
    cells: list[dict[str, object]] = []
    for group, visitors, members in (
        ("平台流量", one.free, [c for c in one.channels if c.name not in PAID_CHANNELS]),
        ("广告流量", one.paid, [c for c in one.channels if c.name in PAID_CHANNELS]),
    ):
        cells.append(
            {
                "一级来源": group,
                "二级来源": "汇总",
                "三级来源": "汇总",
                "访客数": thousands(visitors),
                "访客数变化": "-3.10%",
            }
        )
        for channel in members:
            old = {"关键词推广": "关键词推广(原直通车)"}.get(channel.name, channel.name)
            cells.append(
                {
                    "一级来源": group,
                    "二级来源": "淘内" if group == "平台流量" else "付费",
                    "三级来源": old,
                    "访客数": thousands(channel.visitors),
                    "访客数变化": "5.25%",
                    "支付金额": commas(channel.cents),
                    "支付金额变化": "-",
                    "支付买家数": thousands(channel.buyers),
                }
            )
    device = "PC" if pc else "无线"
    return [[f"{device}流量来源"], ["仅统计所选终端"], ["数据来源：生意参谋"], [], [], *rows(header, cells)]


def cps(days: Days) -> Export:
    """淘宝联盟: paid, settled and confirmed side by side."""
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for one in days:
        spend, sales = one.gmv // 90, one.gmv // 9
        cells.append(
            {
                "日期": f"{one.day:%Y/}{one.day.month}/{one.day.day}",
                "数据内容": "全部推广",
                "点击量(即进店量)": one.visitors // 9,
                "付款金额": plain(sales),
                "付款笔数": one.orders // 9,
                "付款支出费用": plain(spend),
                "结算金额": plain(sales * 4 // 5),
                "结算佣金支出": plain(spend * 4 // 5),
            }
        )
        values = {
            "ad_spend": cents(spend),
            "ad_gmv": cents(sales),
            "ad_orders": one.orders // 9,
            "clicks": one.visitors // 9,
        }
        found += truths(one.store, one.day, values, "channel", "affiliate")
    table: list[Row] = [*rows(CPS, cells), ["合计", "", *["0"] * (len(CPS) - 2)]]
    return Export(
        "taobao-cps", {"淘宝联盟推广效果.csv": text(table, "gb18030")}, tuple(found), {"store": days[0].store}
    )
