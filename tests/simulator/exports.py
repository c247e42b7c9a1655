"""Write the ledger as the files a shop would export, and the truths that go with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from .ledger import Ledger, StoreDay, distinct_buyers, distinct_visitors
from .world import FIRST, GAPS, LAST, STORES, Store

SHOP_DAILY = (
    "日期,店铺名称,支付金额,支付订单数,支付买家数,访客数,免费访客数,付费访客数,推广点击数,推广花费,成功退款金额"
)
SHOP_WEEKLY = "周,店铺名称,访客数,支付买家数"
SERVICE_DAILY = "日期,店铺名称,接待会话数,首次响应总秒数,询单人数,询单支付人数"
FIRST_WEEK = date(2025, 1, 6)  # 2025-W01 begins before the exports do


def yuan(cents: int) -> str:
    """An amount with two decimals, without a float on the way."""
    return f"{cents // 100}.{cents % 100:02d}"


def exports(ledger: Ledger) -> Mapping[str, str]:
    """Every export file by its path below `actuals/`."""
    files = {}
    for store in STORES:
        for year in (2025, 2026):
            files[f"shop-daily/{store.id}-{year}.csv"] = _daily(ledger, store, year, "shop-daily", SHOP_DAILY, _shop)
            files[f"service-daily/{store.id}-{year}.csv"] = _daily(
                ledger, store, year, "service-daily", SERVICE_DAILY, _service
            )
        files[f"shop-weekly/{store.id}.csv"] = _weekly(ledger, store)
    return files


def days(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    return (first + timedelta(n) for n in range((last - first).days + 1))


def weeks() -> Iterator[tuple[date, ...]]:
    """Every week that lies wholly inside the exports."""
    return (tuple(days(day, day + timedelta(6))) for day in days(FIRST_WEEK) if day.weekday() == 0)


def _daily(
    ledger: Ledger, store: Store, year: int, export: str, header: str, row: Callable[[Store, StoreDay], list[object]]
) -> str:
    listed = [day for day in days() if day.year == year and (export, store.id, day) not in GAPS]
    return _csv(header, (row(store, ledger[(store.id, day)]) for day in listed))


def _shop(store: Store, d: StoreDay) -> list[object]:
    return [
        d.day,
        store.name,
        yuan(d.gmv),
        len(d.orders),
        len(d.buyers),
        d.visits.people,
        d.visits.free,
        d.visits.paid,
        d.clicks,
        yuan(d.ad_cents),
        yuan(sum(d.refunds)),
    ]


def _service(store: Store, d: StoreDay) -> list[object]:
    seconds = sum(session.reply_seconds for session in d.sessions)
    return [d.day, store.name, len(d.sessions), seconds, len(d.inquirers), len(d.inquirers_paid)]


def _weekly(ledger: Ledger, store: Store) -> str:
    rows = []
    for week in weeks():
        events = [ledger[(store.id, day)] for day in week]
        iso = week[0].isocalendar()
        rows.append([f"{iso.year}-W{iso.week:02d}", store.name, distinct_visitors(events), distinct_buyers(events)])
    return _csv(SHOP_WEEKLY, iter(rows))


def _csv(header: str, rows: Iterator[list[object]]) -> str:
    return "\n".join([header, *(",".join(map(str, row)) for row in rows)]) + "\n"
