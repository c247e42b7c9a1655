"""Shopify, Amazon, WooCommerce, GA4, and the generic stock table."""

from __future__ import annotations

from collections.abc import Sequence

from ..ledger import Ledger
from .export import Export, Truth, cents, truths
from .figures import Figures, shared
from .forms import Row, commas, money, percent, plain, rows, text, thousands
from .headers import header

Days = Sequence[Figures]

SALES = header("abroad-sales")
ORDERS = header("abroad-orders")
BY_DATE = header("abroad-by-date")
BY_ASIN = header("abroad-by-asin")
ADS_OLD = ["Date", "Campaign Name", "Impressions", "Clicks", "Spend", "7 Day Total Orders (#)", "7 Day Total Sales "]
ADS_NEW = header("abroad-ads-new")
WOO = header("abroad-woo")
GA4 = ("Session primary channel group (Default Channel Group)", "Sessions", "Key events")
STOCK = ("日期", "店铺", "SKU", "库存件数", "单位成本", "仓库")


def shopify_sales(days: Days) -> Export:
    """Sales over time: discounts and returns are negative."""
    cells: list[dict[str, object]] = [
        {
            "Day": f"{one.day}",
            "Orders": one.orders,
            "Gross sales": plain(one.gmv + one.gmv // 20),
            "Discounts": plain(-(one.gmv // 20)),
            "Returns": plain(-one.refunds),
            "Net sales": plain(one.gmv - one.refunds),
            "Taxes": plain(one.gmv // 12),
            "Total sales": plain(one.gmv - one.refunds + one.gmv // 12),
        }
        for one in days
    ]
    files = {"sales_2026.csv": text(rows(SALES, cells, blank="0"), end="\n")}
    return Export("shopify-sales", files, _sold(days), {"store": days[0].store, "currency": "USD"})


def _sold(days: Days) -> tuple[Truth, ...]:
    return tuple(
        truth
        for one in days
        for truth in truths(
            one.store,
            one.day,
            {"gmv_paid": cents(one.gmv), "refund_amount": cents(one.refunds), "orders_paid": one.orders},
        )
    )


def shopify_orders(days: Days, ledger: Ledger) -> Export:
    """Orders with names and phones; an order's own columns stand in the first of its rows only."""
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    number = 1001
    for one in days:
        for order in ledger[(one.store, one.day)].orders:
            paid = f"{one.day} 2{number % 4}:10:07 -0500"
            head = {
                "Email": f"a{number}@example.com",
                "Financial Status": "paid",
                "Paid at": paid,
                "Subtotal": plain(order.cents),
            }
            head |= {"Billing Name": "Jane Roe", "Phone": "+1 555 0100", "Currency": "USD"}
            for line in range(1 + number % 2):
                first: dict[str, object] = dict(head) if line == 0 else {}
                cells.append({"Name": f"#{number}", **first, "Lineitem quantity": 1, "Lineitem sku": "linen-set"})
            number += 1
        pending = {
            "Name": f"#{number}",
            "Financial Status": "pending",
            "Paid at": "",
            "Subtotal": "99.00",
            "Phone": "+1 555 0101",
        }
        cells.append({**pending, "Email": "b@example.com"})
        number += 1
        found += truths(one.store, one.day, {"gmv_paid": cents(one.gmv), "orders_paid": one.orders})
    files = {"orders_export.csv": text(rows(ORDERS, cells, blank=""), end="\n")}
    return Export("shopify-orders", files, tuple(found), {"store": days[0].store, "currency": "USD"})


def amazon_date(days: Days) -> Export:
    """By date: US days without a leading zero, $ and commas, B2B columns beside each."""
    cells: list[dict[str, object]] = [
        {
            "Date": f"{one.day.month}/{one.day.day}/{one.day:%y}",
            "Ordered Product Sales": money("$", one.ordered),
            "Ordered Product Sales - B2B": "$0.00",
            "Units Ordered": thousands(one.units),
            "Total Order Items": one.orders,
            "Page Views - Total": thousands(one.views),
            "Sessions - Total": thousands(one.visitors),
            "Unit Session Percentage": percent(one.units * 10000 // max(1, one.visitors)),
        }
        for one in days
    ]
    found = [truth for one in days for truth in truths(one.store, one.day, _amazon(one))]
    files = {"BusinessReport-11-22-26.csv": text(rows(BY_DATE, cells, blank="0"), bom=True, end="\n")}
    return Export("amazon-business-date", files, tuple(found), {"store": days[0].store, "currency": "USD"})


def _amazon(one: Figures) -> dict[str, object]:
    return {
        "gmv_ordered": cents(one.ordered),
        "units_paid": one.units,
        "orders_paid": one.orders,
        "visits": one.visitors,
        "page_views": one.views,
    }


def amazon_asin(days: Days) -> Export:
    """By child ASIN: totals of a month without a date; one child stands under two parents."""
    month = f"{days[0].day:%Y-%m}"
    header = [name.replace("Sessions - Total", "Sessions – Total") for name in BY_ASIN]
    cells: list[dict[str, object]] = []
    totals = [0] * 5
    for at in range(len(days[0].goods)):
        goods = [one.goods[at] for one in days]
        sums = [
            sum(number)
            for number in zip(*((g.cents, g.units, g.orders, g.visitors, g.views) for g in goods), strict=True)
        ]
        totals = [total + number for total, number in zip(totals, sums, strict=True)]
        parts = list(zip(*(shared(number, (2, 1)) for number in sums), strict=True)) if at == 0 else [tuple(sums)]
        for parent, (sales, units, items, visits, views) in enumerate(parts):
            cells.append(
                {
                    "(Parent) ASIN": f"B0PARENT{parent}{at}",
                    "(Child) ASIN": f"B0CHILD00{at}",
                    "Title": "Linen set, king",
                    "Sessions – Total": thousands(visits),
                    "Page Views - Total": thousands(views),
                    "Units Ordered": units,
                    "Unit Session Percentage": "1.20%",
                    "Ordered Product Sales": money("$", sales),
                    "Total Order Items": items,
                }
            )
    names = ("gmv_ordered", "units_paid", "orders_paid", "visits", "page_views")
    found = tuple(
        Truth(days[0].store, name, month, cents(total) if name == "gmv_ordered" else cents(total * 100))
        for name, total in zip(names, totals, strict=True)
    )
    files = {f"{month}.csv": text(rows(header, cells, blank="0"), bom=True, end="\n")}
    return Export("amazon-business-asin", files, found, {"store": days[0].store, "currency": "USD"})


def amazon_ads(days: Days) -> Export:
    """Campaigns by day, both header dialects; an old name ends in a blank."""
    half = len(days) // 2
    old: list[dict[str, object]] = []
    new: list[dict[str, object]] = []
    found: list[Truth] = []
    for at, one in enumerate(days):
        for ad in one.ads:
            spend, sales = money("$", ad.spend), money("$", ad.sales)
            shown: dict[str, object] = {
                "Date": f"{one.day.month}/{one.day.day}/{one.day:%y}",
                "Impressions": thousands(ad.impressions),
                "Clicks": ad.clicks,
            }
            name = f"{ad.scene} {ad.plan}"
            if at < half:
                sold = {"Spend": spend, "7 Day Total Orders (#)": ad.orders, "7 Day Total Sales ": sales}
                old.append({**shown, "Campaign Name": name, **sold})
            else:
                sold = {"Total cost": spend, "Purchases": ad.orders, "Sales": sales, "CTR": "2.4%"}
                new.append({**shown, "Campaign name": name, **sold})
        values = {
            "ad_spend": cents(one.spend()),
            "ad_gmv": cents(sum(ad.sales for ad in one.ads)),
            "ad_orders": sum(ad.orders for ad in one.ads),
            "impressions": sum(ad.impressions for ad in one.ads),
            "clicks": sum(ad.clicks for ad in one.ads),
        }
        found += truths(one.store, one.day, values)
    files = {
        "campaigns-old.csv": text(rows(ADS_OLD, old), end="\n"),
        "campaigns-new.csv": text(rows(ADS_NEW, new), bom=True, end="\n"),
    }
    # A week of days below the 13th does not tell American dates from others.
    day = {"header": "Date", "order": "mdy"}
    mapping = {"store": days[0].store, "currency": "USD", "columns": {"day": day}}
    return Export("amazon-ads", files, tuple(found), mapping)


def woocommerce(days: Days) -> Export:
    """Revenue: returns and coupons are positive, and times stand behind the days."""
    cells: list[dict[str, object]] = [
        {
            "Date": f"{one.day} 00:00:00",
            "Orders": one.orders,
            "Gross sales": plain(one.gmv + one.gmv // 25),
            "Returns": plain(one.refunds),
            "Coupons": plain(one.gmv // 25),
            "Net sales": plain(one.gmv - one.refunds),
            "Taxes": plain(one.gmv // 12),
            "Total sales": plain(one.gmv - one.refunds + one.gmv // 12),
        }
        for one in days
    ]
    files = {"revenue.csv": text(rows(WOO, cells, blank="0"), end="\n")}
    return Export("woocommerce-revenue", files, _sold(days), {"store": days[0].store, "currency": "USD"})


def ga4(days: Days) -> Export:
    """Traffic acquisition, a file a day: comments first, no date in the rows, a grand total below the header."""
    files: dict[str, bytes] = {}
    found: list[Truth] = []
    for one in days:
        shares = dict(zip(("Organic Search", "Paid Search", "Direct"), shared(one.visitors, (5, 3, 2)), strict=True))
        members = {"Organic Search": "search", "Paid Search": "keyword-ads", "Direct": "direct"}
        table: list[Row] = [
            ["# ----------------------------------------"],
            ["# Traffic acquisition"],
            [f"# Start date: {one.day:%Y%m%d}"],
            [f"# End date: {one.day:%Y%m%d}"],
            ["# ----------------------------------------"],
            [],
            *rows(GA4, [{GA4[0]: name, "Sessions": number, "Key events": 3} for name, number in shares.items()]),
        ]
        files[f"ga4-{one.day}.csv"] = text(table, end="\n")
        for name, number in shares.items():
            found += truths(one.store, one.day, {"visits": number}, "channel", members[name])
    return Export("ga4-channels", files, tuple(found), {"store": days[0].store})


def stock(days: Days) -> Export:
    """Stock and cost of two stores side by side, written like 1,234 and ￥97.65."""
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for one in days:
        for name, extra in (("晨禾家居旗舰店", 0), ("晨禾家居京东店", 17)):
            for goods in one.goods:
                cells.append(
                    {
                        "日期": f"{one.day:%Y.%m.%d}",
                        "店铺": name,
                        "SKU": goods.code,
                        "库存件数": thousands(goods.on_hand + extra),
                        "单位成本": f"￥{commas(goods.cost)}",
                    }
                )
            store = "jd-pop" if extra else one.store
            values = {
                "stock_units": sum(goods.on_hand + extra for goods in one.goods),
                "stock_value": cents(sum((goods.on_hand + extra) * goods.cost for goods in one.goods)),
            }
            found += truths(store, one.day, values)
    stores = {"map": {"晨禾家居旗舰店": days[0].store, "晨禾家居京东店": "jd-pop"}}
    files = {"库存.csv": text(rows(STOCK, cells), "gb18030")}
    return Export("stock-cost", files, tuple(found), {"store": stores})
