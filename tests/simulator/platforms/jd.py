"""JD Shangzhi and Jingzhuntong: 同比 behind every metric, compact dates, hours as ranges."""

from __future__ import annotations

from collections.abc import Sequence

from .export import Export, Truth, cents, truths
from .figures import PAID_CHANNELS, Figures
from .forms import Row, commas, plain, rows, text, thousands, xlsx
from .headers import header

Days = Sequence[Figures]

SHOP = header("jd-shop")
FUNNEL = header("jd-funnel")
SITEWIDE = header("jd-sitewide")
HOURLY = header("jd-hourly")


def shop(days: Days) -> Export:
    """店铺交易概况."""
    cells = [
        {
            "日期": f"{one.day}",
            "成交金额": commas(one.gmv),
            "成交单量": thousands(one.orders),
            "成交客户数": one.buyers,
            "成交商品件数": one.units,
            "店铺访客数": thousands(one.visitors),
            "店铺浏览量": thousands(one.views),
            "客单价": plain(one.gmv // max(1, one.buyers)),
        }
        for one in days
    ]
    found = [
        truth
        for one in days
        for truth in truths(
            one.store,
            one.day,
            {
                "gmv_paid": cents(one.gmv),
                "orders_paid": one.orders,
                "buyers_paid": one.buyers,
                "units_paid": one.units,
                "visitors": one.visitors,
                "page_views": one.views,
            },
        )
    ]
    files = {"交易概况_按天.xlsx": xlsx({"交易概况": rows(SHOP, cells)})}
    return Export("jd-shangzhi-shop", files, tuple(found), {"store": days[0].store})


def product(days: Days) -> Export:
    """全部渠道_商品明细, with 同比 behind every metric."""
    metrics = ("成交金额", "成交单量", "成交客户数", "成交商品件数", "商品访客数", "商品浏览量")
    header = ["日期", "商品编号", "商品名称", *(name for metric in metrics for name in (metric, "同比"))]
    table: list[Row] = [header]
    found: list[Truth] = []
    for one in days:
        for goods in one.goods:
            numbers = (
                commas(goods.cents),
                goods.orders,
                goods.buyers,
                goods.units,
                goods.visitors,
                thousands(goods.views),
            )
            table.append(
                [
                    f"{one.day:%Y%m%d}",
                    f"'{goods.id}",
                    goods.code,
                    *(cell for number in numbers for cell in (number, "12.40%")),
                ]
            )
            values = {
                "gmv_paid": cents(goods.cents),
                "orders_paid": goods.orders,
                "buyers_paid": goods.buyers,
                "units_paid": goods.units,
                "visitors": goods.visitors,
                "page_views": goods.views,
            }
            found += truths(one.store, one.day, values, "product", goods.id)
    files = {"sku_全部渠道_商品明细.csv": text(table, "gb18030")}
    return Export("jd-shangzhi-product", files, tuple(found), {"store": days[0].store})


def funnel(days: Days) -> Export:
    """流量来源 with 同比 behind every metric and rows of whole first-level channels."""
    header = ["日期", "一级渠道", "二级渠道", *(name for metric in FUNNEL for name in (metric, "同比"))]
    names = {"手淘搜索": "搜索", "手淘推荐": "推荐", "购物车": "购物车", "我的淘宝": "我的京东"}
    names |= {"关键词推广": "京东快车", "精准人群推广": "购物触点", "全站推广": "京挑客"}
    members = {"搜索": "search", "推荐": "recommend", "购物车": "cart", "我的京东": "my-jd"}
    members |= {"京东快车": "keyword-ads", "购物触点": "feed-ads", "京挑客": "affiliate"}
    table: list[Row] = [header]
    found: list[Truth] = []
    for one in days:
        table.append([f"{one.day}", "站内付费", "汇总", *(["9,999", "1.00%"] * len(FUNNEL))])
        for channel in one.channels:
            numbers: dict[str, object] = {
                "浏览量(PV)": thousands(channel.visitors * 3),
                "访客数(UV)": thousands(channel.visitors),
                "成交客户数": channel.buyers,
                "成交金额": commas(channel.cents),
            }
            group = "站内付费" if channel.name in PAID_CHANNELS else "站内免费"
            cells = [cell for metric in FUNNEL for cell in (numbers.get(metric, "-"), "-2.15%")]
            table.append([f"{one.day}", group, names[channel.name], *cells])
            values = {
                "visitors": channel.visitors,
                "page_views": channel.visitors * 3,
                "buyers_paid": channel.buyers,
                "gmv_paid": cents(channel.cents),
            }
            found += truths(one.store, one.day, values, "channel", members[names[channel.name]])
    files = {"店铺来源_流量来源_按天.xlsx": xlsx({"流量来源": table})}
    return Export("jd-shangzhi-funnel", files, tuple(found), {"store": days[0].store})


def sitewide(days: Days) -> Export:
    """京准通全站营销: two lines above the header, compact dates."""
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for one in days:
        spend, sales, clicks = one.spend(), one.gmv // 2, one.paid + 31
        cells.append(
            {
                "日期": f"{one.day:%Y%m%d}",
                "花费": plain(spend),
                "全站交易额": plain(sales),
                "全站投产比": f"{sales / max(1, spend):.2f}",
                "全站订单行": one.orders // 2,
                "核心位置展现量": clicks * 50,
                "核心位置点击量": clicks,
            }
        )
        values = {
            "ad_spend": cents(spend),
            "ad_gmv": cents(sales),
            "ad_orders": one.orders // 2,
            "impressions": clicks * 50,
            "clicks": clicks,
        }
        found += truths(one.store, one.day, values)
    table: list[Row] = [["全站营销报表"], [f"时间范围：{days[0].day}~{days[-1].day}"], *rows(SITEWIDE, cells)]
    files = {"全站营销_20261122.csv": text(table, "gb18030")}
    return Export("jd-jzt-sitewide", files, tuple(found), {"store": days[0].store})


def hourly(days: Days) -> Export:
    """京准通自定义报表 by hour: 20260324000000~20260324005959."""
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for one in days:
        for hour in range(24):
            cells.append(
                {
                    "点击时间": f"{one.day:%Y%m%d}{hour:02d}0000~{one.day:%Y%m%d}{hour:02d}5959",
                    "花费": plain(one.spend() // 24 + hour),
                    "总订单金额": plain(one.gmv // 48 + hour),
                    "总订单行": one.orders // 24,
                    "展现数": 900 + hour,
                    "点击数": 30 + hour,
                    "总加购数": 2,
                }
            )
        values = {
            "ad_spend": cents(one.spend() // 24 * 24 + 276),
            "ad_gmv": cents(one.gmv // 48 * 24 + 276),
            "ad_orders": one.orders // 24 * 24,
            "impressions": 900 * 24 + 276,
            "clicks": 30 * 24 + 276,
        }
        found += truths(one.store, one.day, values)
    files = {"自定义报表_分时.csv": text(rows(HOURLY, cells), bom=True)}
    return Export("jd-jzt-hourly", files, tuple(found), {"store": days[0].store})
