"""Every platform's export of the same weeks of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from ..ledger import Ledger
from . import abroad, alimama, content, jd, pdd_douyin, service, taobao
from .export import Export
from .figures import Figures, of_stores

FIRST = date(2026, 10, 5)
DAYS = 14


def weeks() -> list[date]:
    """Two whole weeks; the days beyond the 12th tell American dates from others."""
    return [FIRST + timedelta(step) for step in range(DAYS)]


def exports(ledger: Ledger) -> Mapping[str, Export]:
    """An export for each adapter, by the adapter's id."""
    tmall, jd_pop, douyin, us = (of(ledger, id_) for id_ in ("tmall-flagship", "jd-pop", "douyin-main", "shopify-us"))
    written = (
        *(write(tmall) for write in (taobao.shop, taobao.product, taobao.traffic, taobao.channels, taobao.cps)),
        *(write(tmall) for write in (alimama.daily, alimama.scenes, alimama.products)),
        *(write(jd_pop) for write in (jd.shop, jd.product, jd.funnel, jd.sitewide, jd.hourly)),
        *(write(douyin) for write in (pdd_douyin.pdd_shop, pdd_douyin.pdd_ads)),
        *(write(douyin) for write in (pdd_douyin.compass_shop, pdd_douyin.compass_product)),
        *(write(tmall) for write in (service.inquiry, service.reception, abroad.stock)),
        *(write(douyin) for write in (service.feige, content.videos, content.notes)),
        *(write(us) for write in (abroad.shopify_sales, abroad.amazon_date, abroad.amazon_asin, abroad.amazon_ads)),
        *(write(us) for write in (abroad.woocommerce, abroad.ga4)),
        abroad.shopify_orders(us, ledger),
    )
    return {export.adapter: export for export in written}


def of(ledger: Ledger, store: str) -> list[Figures]:
    """The figures of a store in those weeks."""
    return of_stores(ledger, store, weeks())
