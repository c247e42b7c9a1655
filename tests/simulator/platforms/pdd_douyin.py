"""Pinduoduo and Douyin Compass: UTF-8 with BOM, remarks at the end, and two header dialects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .export import Export, Truth, cents, truths
from .figures import Figures
from .forms import Row, commas, percent, plain, rows, text, thousands, xlsx
from .headers import header

Days = Sequence[Figures]

PDD_SHOP = header("pdd_douyin-pdd-shop")
PDD_ADS = header("pdd_douyin-pdd-ads")
PDD_ADS_OLD = header("pdd_douyin-pdd-ads-old")
COMPASS_SHOP = header("pdd_douyin-compass-shop")
COMPASS_PRODUCT = header("pdd_douyin-compass-product")
NEW_NAMES = {
    "成交金额": "用户支付金额",
    "千次曝光成交金额": "千次曝光用户支付金额",
    "新客成交金额": "新客支付金额",
    "老客成交金额": "老客支付金额",
}


def pdd_shop(days: Days) -> Export:
    """交易数据, with two remarks below the rows."""
    cells = [
        {
            "统计日期": f"{one.day}",
            "成交金额": commas(one.gmv),
            "成交订单数": thousands(one.orders),
            "成交买家数": one.buyers,
            "客单价": plain(one.gmv // max(1, one.buyers)),
            "成交转化率": percent(one.buyers * 10000 // max(1, one.visitors)),
            "成交老买家占比": "12.40%",
            "退款金额": commas(one.refunds),
            "平均访客价值": "3.10",
        }
        for one in days
    ]
    remarks = [["注：成交金额为支付口径"], [f"下载时间：{days[-1].day} 09:12:33"]]
    values = [
        truth
        for one in days
        for truth in truths(
            one.store,
            one.day,
            {
                "gmv_paid": cents(one.gmv),
                "orders_paid": one.orders,
                "buyers_paid": one.buyers,
                "refund_amount": cents(one.refunds),
            },
        )
    ]
    files = {"交易数据.csv": text([*rows(PDD_SHOP, cells), *remarks], bom=True)}
    return Export("pdd-shop", files, tuple(values), {"store": days[0].store})


def pdd_ads(days: Days) -> Export:
    """推广数据; the older half calls the cost 花费(元)."""
    half = len(days) // 2
    files = {
        "推广数据_旧.csv": text(_pdd_ads(PDD_ADS_OLD, days[:half], "花费(元)"), bom=True),
        "推广数据_新.csv": text(_pdd_ads(PDD_ADS, days[half:], "总花费(元)"), bom=True),
    }
    found: list[Truth] = []
    for one in days:
        values = {
            "ad_spend": cents(one.spend()),
            "ad_gmv": cents(one.gmv // 3),
            "ad_orders": one.orders // 3,
            "impressions": one.paid * 44,
            "clicks": one.paid + 7,
        }
        found += truths(one.store, one.day, values)
    return Export("pdd-ads", files, tuple(found), {"store": days[0].store})


def _pdd_ads(header: Sequence[str], days: Days, cost: str) -> list[Row]:
    cells: list[dict[str, object]] = [
        {
            "日期": f"{one.day}",
            cost: plain(one.spend()),
            "交易额(元)": plain(one.gmv // 3),
            "成交笔数": one.orders // 3,
            "曝光量": one.paid * 44,
            "点击量": one.paid + 7,
        }
        for one in days
    ]
    return rows(header, [*cells, {"日期": "总计", cost: plain(sum(one.spend() for one in days))}])


def compass_shop(days: Days) -> Export:
    """罗盘 trade, both header dialects: the first half with the names before mid-2025, the second with those after."""
    half = len(days) // 2
    new = [NEW_NAMES.get(name, name) for name in COMPASS_SHOP]
    files = {
        "罗盘_交易_旧.csv": text(rows(COMPASS_SHOP, [compass_cells(one) for one in days[:half]]), bom=True),
        "罗盘_交易_新.xlsx": xlsx({"交易": rows(new, [newly_named(compass_cells(one)) for one in days[half:]])}),
    }
    found = [
        truth
        for one in days
        for truth in truths(
            one.store,
            one.day,
            {
                "gmv_paid": cents(one.gmv),
                "orders_paid": one.orders,
                "units_paid": one.units,
                "buyers_paid": one.buyers,
                "visitors": one.visitors,
                "product_impressions": one.views * 9,
                "product_clicks": one.views,
                "refund_amount": cents(one.refunds),
            },
        )
    ]
    return Export("douyin-compass-shop", files, tuple(found), {"store": days[0].store})


def compass_cells(one: Figures) -> dict[str, object]:
    """A day of 罗盘 with the names before mid-2025."""
    return {
        "日期": f"{one.day:%Y%m%d}",
        "成交金额": f"¥{commas(one.gmv)}",
        "成交订单数": thousands(one.orders),
        "成交件数": thousands(one.units),
        "成交人数": thousands(one.buyers),
        "商品曝光次数": f"{one.views * 9}",
        "商品点击次数": thousands(one.views),
        "商品点击人数": thousands(one.visitors),
        "退款金额": f"¥{commas(one.refunds)}",
        "退款金额（按支付时间计）": "¥1.00",
    }


def newly_named(cells: dict[str, object]) -> dict[str, object]:
    """The same cells with the names since mid-2025."""
    return {NEW_NAMES.get(name, name): value for name, value in cells.items()}


def compass_product(days: Days) -> Export:
    """罗盘 products: a row per carrier, compact days beside a range, ids as text."""
    found: list[Truth] = []
    lines: list[dict[str, object]] = []
    for one in days:
        for goods in one.goods:
            for carrier, part in (("直播", 0), ("商品卡", 1)):
                lines.append(
                    _carrier(
                        one.day,
                        goods.id,
                        carrier,
                        [
                            _half(number, part)
                            for number in (
                                goods.cents,
                                goods.orders,
                                goods.units,
                                goods.views * 5,
                                goods.views,
                                goods.refunds,
                            )
                        ],
                    )
                )
            values = {
                "gmv_paid": cents(goods.cents),
                "orders_paid": goods.orders,
                "units_paid": goods.units,
                "product_impressions": goods.views * 5,
                "product_clicks": goods.views,
                "refund_amount": cents(goods.refunds),
            }
            found += truths(one.store, one.day, values, "product", goods.id)
    new = [NEW_NAMES.get(name, name) for name in COMPASS_PRODUCT]
    files = {"商品明细.csv": text(rows(new, [newly_named(line) for line in lines], blank="--"), bom=True)}
    return Export("douyin-compass-product", files, tuple(found), {"store": days[0].store})


def _half(number: int, part: int) -> int:
    return number // 2 if part else number - number // 2


def _carrier(day: date, item: str, carrier: str, numbers: Sequence[int]) -> dict[str, object]:
    money, orders, units, shown, clicked, refunds = numbers
    return {
        "统计日期": f"{day:%Y/%m/%d}-{day:%Y/%m/%d}",
        "日期": f"{day:%Y%m%d}",
        "商品ID": f"{item}\t",
        "载体类型": carrier,
        "账号类型": "自营",
        "抖音号": "chenhe001",
        "成交金额": commas(money),
        "成交订单数": orders,
        "成交件数": units,
        "商品曝光次数": shown,
        "商品点击次数": clicked,
        "商品曝光点击率": "20.00%",
        "退款金额": commas(refunds),
    }
