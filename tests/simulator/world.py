"""What is true in the simulated world: stores, products, seasons and the effects planted on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SEED = "chenhe-home-1"
WARM_UP = date(2024, 12, 2)  # refunds and returning visitors of early January need a December before them
FIRST = date(2025, 1, 1)
LAST = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Product:
    """Something a store sells; weights say how often it is picked."""

    id: str
    cents: int
    weight: int


@dataclass(frozen=True, slots=True)
class Year:
    """How a store does in one year, were every month exactly on its season."""

    visitors: int
    conversion: float
    refund: float
    price: int  # per mille of the list price
    click_cents: int
    reply: int  # mean seconds to the first reply


@dataclass(frozen=True, slots=True)
class Store:
    """One shop on one platform, with its two simulated years."""

    id: str
    name: str
    platform: str
    paid_share: float
    inquiry_share: float
    years: Mapping[int, Year]
    form: tuple[float, ...]  # 2026 month by month: how much better or worse than its season


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that happened to one store on known days, with a size the truth file repeats."""

    id: str
    store: str
    first: date
    last: date
    # stock-out: size is the product; ad-cut: share of paid visits lost; slow-reply: seconds added;
    # price-rise: share added to every price, which lowers conversion by twice as much
    kind: str
    size: str

    def on(self, store: str, day: date) -> bool:
        """Whether this effect is at work in the store on the day."""
        return self.store == store and self.first <= day <= self.last


HERO = "linen-set"
PRODUCTS = (
    Product(HERO, 27900, 26),
    Product("cotton-set", 23900, 17),
    Product("fitted-sheet", 12900, 15),
    Product("summer-quilt", 15900, 14),
    Product("pillow", 8900, 12),
    Product("bath-towel", 5900, 9),
    Product("wool-quilt", 39900, 7),
)
REPLY_NORM = 25
REPLY_SLOPE = 0.004  # each second beyond the norm lowers an inquirer's chance to pay by 0.4 points
INQUIRY_PAYS = 0.52

STORES = (
    Store(
        "tmall-flagship",
        "晨禾家居旗舰店",
        "tmall",
        0.17,
        0.0125,
        {
            2025: Year(3_592_000, 0.01510, 0.121, 825, 131, 31),
            2026: Year(3_770_000, 0.01620, 0.115, 837, 135, 26),
        },
        (0.99, 1.03, 0.97, 0.98, 0.96, 1.02, 0.99, 0.98, 1.00, 0.99, 0.95, 1.0),
    ),
    Store(
        "douyin-main",
        "晨禾家居抖音官方店",
        "douyin",
        0.15,
        0.0090,
        {
            2025: Year(2_558_000, 0.01170, 0.180, 652, 100, 38),
            2026: Year(2_990_000, 0.01285, 0.172, 660, 104, 33),
        },
        (0.94, 0.97, 1.02, 1.05, 1.08, 1.06, 1.03, 1.04, 1.09, 1.02, 1.05, 1.0),
    ),
    Store(
        "jd-pop",
        "晨禾家居京东店",
        "jd",
        0.16,
        0.0130,
        {
            2025: Year(763_000, 0.01730, 0.074, 934, 129, 29),
            2026: Year(802_000, 0.01845, 0.069, 948, 133, 26),
        },
        (1.01, 0.98, 0.96, 0.97, 1.00, 1.04, 0.95, 0.96, 0.98, 0.99, 0.97, 1.0),
    ),
    Store(
        "shopify-us",
        "Chenhe Home US",
        "shopify",
        0.22,
        0.0060,
        {
            2025: Year(158_000, 0.01560, 0.062, 1525, 176, 44),
            2026: Year(179_000, 0.01690, 0.060, 1545, 182, 40),
        },
        (1.05, 1.02, 0.98, 1.03, 1.06, 1.01, 0.97, 1.04, 1.02, 1.00, 0.99, 1.0),
    ),
)

EFFECTS = (
    Effect("tmall-stock-out-2025", "tmall-flagship", date(2025, 9, 12), date(2025, 9, 13), "stock-out", HERO),
    Effect("tmall-stock-out-may", "tmall-flagship", date(2026, 5, 23), date(2026, 5, 24), "stock-out", HERO),
    Effect("jd-ad-cut-september", "jd-pop", date(2026, 9, 1), date(2026, 9, 30), "ad-cut", "0.5"),
    Effect("douyin-slow-reply-october", "douyin-main", date(2026, 10, 1), date(2026, 10, 31), "slow-reply", "18"),
    Effect("tmall-stock-out-november", "tmall-flagship", date(2026, 11, 12), date(2026, 11, 13), "stock-out", HERO),
)
GAPS = (("shop-daily", "shopify-us", date(2026, 11, 19)),)  # the export of this day was never fetched

MONTHS: Mapping[tuple[str, int], tuple[float, ...]] = {
    ("home", 2025): (5.1, 5.4, 7.6, 7.2, 8.9, 11.3, 7.1, 7.8, 8.6, 9.4, 13.2, 8.4),
    ("home", 2026): (6.4, 4.1, 7.6, 7.2, 8.9, 11.3, 7.1, 7.8, 8.6, 9.4, 13.2, 8.4),
    ("us", 2025): (6.8, 6.4, 7.0, 7.1, 7.6, 7.4, 8.3, 7.8, 7.7, 8.4, 14.6, 10.9),
    ("us", 2026): (6.8, 6.4, 7.0, 7.1, 7.6, 7.4, 8.3, 7.8, 7.7, 8.4, 14.6, 10.9),
}
WEEKDAYS: Mapping[str, tuple[float, ...]] = {
    "home": (1.0, 0.99, 1.0, 1.01, 1.05, 1.14, 1.19),
    "us": (1.08, 1.05, 1.02, 1.0, 0.97, 0.95, 1.03),
}


def season(store: Store) -> str:
    """The name of the season a store follows."""
    return "us" if store.platform == "shopify" else "home"


def _window(platforms: str, first: str, last: str, lift: float) -> dict[tuple[str, date], float]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    return {(platform, day): lift for platform in platforms.split() for day in days}


# Later lines win, so a burst day stands after the window it lies in.
LIFTS: Mapping[tuple[str, date], float] = {
    **_window("tmall jd douyin", "2025-01-23", "2025-02-04", 0.36),
    **_window("douyin", "2025-05-13", "2025-06-18", 1.45),
    **_window("tmall", "2025-05-30", "2025-05-31", 2.3),
    **_window("tmall jd", "2025-06-17", "2025-06-17", 2.3),
    **_window("tmall jd", "2025-06-18", "2025-06-18", 3.1),
    **_window("tmall jd douyin shopify", "2025-09-08", "2025-09-10", 1.25),
    **_window("douyin", "2025-10-16", "2025-11-11", 1.35),
    **_window("tmall jd", "2025-10-20", "2025-10-20", 2.2),
    **_window("tmall jd", "2025-11-10", "2025-11-10", 1.6),
    **_window("tmall jd", "2025-11-11", "2025-11-11", 3.6),
    **_window("shopify", "2025-11-28", "2025-12-01", 2.9),
    **_window("tmall jd douyin", "2026-02-11", "2026-02-23", 0.36),
    **_window("douyin", "2026-05-15", "2026-06-18", 1.5),
    **_window("tmall", "2026-05-31", "2026-05-31", 2.8),
    **_window("tmall", "2026-06-01", "2026-06-01", 2.1),
    **_window("tmall", "2026-06-16", "2026-06-16", 1.8),
    **_window("tmall jd", "2026-06-17", "2026-06-17", 2.5),
    **_window("tmall jd", "2026-06-18", "2026-06-18", 3.3),
    **_window("tmall jd douyin shopify", "2026-09-08", "2026-09-10", 1.3),
    **_window("douyin", "2026-10-16", "2026-11-11", 1.42),
    **_window("tmall", "2026-10-20", "2026-10-20", 2.5),
    **_window("tmall", "2026-10-21", "2026-10-21", 1.7),
    **_window("jd", "2026-10-23", "2026-10-23", 1.8),
    **_window("tmall jd", "2026-11-10", "2026-11-10", 1.7),
    **_window("tmall jd", "2026-11-11", "2026-11-11", 3.6),
    **_window("tmall", "2026-11-12", "2026-11-12", 1.6),
    **_window("tmall", "2026-11-13", "2026-11-13", 1.3),
    **_window("shopify", "2026-11-27", "2026-11-30", 2.9),
}
