"""Wanxiang: plan and product reports in GB18030, named after the day they were exported."""

from __future__ import annotations

from collections.abc import Sequence

from .export import Export, Truth, cents, truths
from .figures import Ad, Figures
from .forms import percent, plain, rows, text
from .headers import header

Days = Sequence[Figures]

HEADER = header("alimama-header")
SCENES = {"关键词推广": "keyword-ads", "精准人群推广": "audience-ads", "全站推广": "site-ads"}
PLAN = [name for name in HEADER if not name.startswith("主体")]


def daily(days: Days) -> Export:
    """计划报表 as the whole store's figures."""
    found = [truth for one in days for truth in truths(one.store, one.day, _values(one.ads))]
    return _export("alimama-wanxiang", days, found, PLAN, "计划报表")


def scenes(days: Days) -> Export:
    """计划报表 by scene."""
    found: list[Truth] = []
    for one in days:
        for scene, member in SCENES.items():
            values = _values([ad for ad in one.ads if ad.scene == scene])
            found += truths(one.store, one.day, values, "channel", member)
    return _export("alimama-wanxiang-scenes", days, found, PLAN, "计划报表")


def products(days: Days) -> Export:
    """商品报表 by product; money that promotes the shop itself has no product."""
    found: list[Truth] = []
    for one in days:
        for item in dict.fromkeys(ad.item for ad in one.ads if ad.scene != "全站推广"):
            values = _values([ad for ad in one.ads if ad.item == item and ad.scene != "全站推广"])
            found += truths(one.store, one.day, values, "product", item)
    return _export("alimama-wanxiang-products", days, found, HEADER, "商品报表")


def _export(adapter: str, days: Days, found: Sequence[Truth], header: Sequence[str], kind: str) -> Export:
    cells = [{k: v for k, v in _cells(one, ad).items() if k in header} for one in days for ad in one.ads]
    files = {f"{kind}_20261122_110309.csv": text(rows(header, cells, blank="0"), "gb18030")}
    return Export(adapter, files, tuple(found), {"store": days[0].store})


def _cells(one: Figures, ad: Ad) -> dict[str, object]:
    return {
        "日期": f"{one.day}",
        "场景ID": "371",
        "场景名字": ad.scene,
        "计划ID": f"5512{len(ad.plan)}{ad.plan[0] == '长'}",
        "计划名字": ad.plan,
        "主体ID": ad.item,
        "主体类型": "店铺" if ad.scene == "全站推广" else "商品",
        "主体名称": "晨禾四件套",
        "展现量": ad.impressions,
        "点击量": ad.clicks,
        "花费": plain(ad.spend),
        "点击率": percent(ad.clicks * 10000 // ad.impressions),
        "总成交金额": plain(ad.sales),
        "总成交笔数": ad.orders,
        "投入产出比": f"{ad.sales / max(1, ad.spend):.2f}",
        "收藏宝贝数": "--",
    }


def _values(ads: Sequence[Ad]) -> dict[str, object]:
    return {
        "ad_spend": cents(sum(ad.spend for ad in ads)),
        "ad_gmv": cents(sum(ad.sales for ad in ads)),
        "ad_orders": sum(ad.orders for ad in ads),
        "impressions": sum(ad.impressions for ad in ads),
        "clicks": sum(ad.clicks for ad in ads),
    }
