"""What the platforms would count on a day beyond the ledger's events: views, clicks, products, channels, works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..draws import choose, stream
from ..ledger import StoreDay
from ..world import PRODUCTS

FREE_CHANNELS = ("手淘搜索", "手淘推荐", "购物车", "我的淘宝")
PAID_CHANNELS = ("关键词推广", "精准人群推广", "全站推广")
WEIGHTS = tuple(product.weight for product in PRODUCTS)


@dataclass(frozen=True, slots=True)
class Goods:
    """One product on one day; money in cents."""

    id: str
    code: str
    orders: int
    buyers: int
    units: int
    cents: int
    refunds: int
    visitors: int
    views: int
    cart: int
    on_hand: int
    cost: int


@dataclass(frozen=True, slots=True)
class Ad:
    """One scene, plan and product that money was spent on; money in cents."""

    scene: str
    plan: str
    item: str
    spend: int
    sales: int
    orders: int
    impressions: int
    clicks: int


@dataclass(frozen=True, slots=True)
class Channel:
    """People who came one way, and what they paid in cents."""

    name: str
    visitors: int
    buyers: int
    cents: int


@dataclass(frozen=True, slots=True)
class Work:
    """A video or note published on the day, with its totals since."""

    title: str
    plays: int
    completion: int  # hundredths of a percent
    likes: int
    comments: int
    shares: int
    saves: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a platform counts for a store on a day; money in cents."""

    store: str
    day: date
    visitors: int
    free: int
    paid: int
    views: int
    bounce: int  # hundredths of a percent
    cart: int
    fav: int
    ordered: int
    ordering: int
    gmv: int
    orders: int
    buyers: int
    units: int
    new_buyers: int
    old_gmv: int
    refunds: int
    reviews: int
    members: int
    member_gmv: int
    talks: int
    first_reply: int  # seconds, the mean of the day rounded
    mean_reply: int
    in_time: int  # hundredths of a percent
    rated: int
    satisfied: int
    inquirers: int
    inquirers_paid: int
    service_sales: int
    goods: tuple[Goods, ...]
    ads: tuple[Ad, ...]
    channels: tuple[Channel, ...]
    works: tuple[Work, ...]

    def spend(self, scene: str = "") -> int:
        """Advertising cost of one scene, or of all."""
        return sum(ad.spend for ad in self.ads if scene in ("", ad.scene))


def figures(event: StoreDay) -> Figures:
    """The figures of a day, the same each time they are asked for."""
    goods = _goods(event)
    ads = _ads(event)
    unpaid = len(event.orders) // 7
    first = round(sum(s.reply_seconds for s in event.sessions) / max(1, len(event.sessions)))
    service = {s.person for s in event.sessions if s.paid}
    old = [order.cents for order in event.orders if order.buyer < event.visits.new_paid.start]
    return Figures(
        store=event.store,
        day=event.day,
        visitors=event.visits.people,
        free=event.visits.free,
        paid=event.visits.paid,
        views=event.visits.people * 3 + len(event.orders) * 7,
        bounce=6000 + event.day.toordinal() % 700,
        cart=event.visits.people // 14,
        fav=event.visits.people // 37,
        ordered=event.gmv + unpaid * 9900,
        ordering=len(event.buyers) + unpaid,
        gmv=event.gmv,
        orders=len(event.orders),
        buyers=len(event.buyers),
        units=sum(one.units for one in goods),
        new_buyers=len(event.buyers) - len({o.buyer for o in event.orders if o.buyer < event.visits.new_paid.start}),
        old_gmv=sum(old),
        refunds=sum(event.refunds),
        reviews=len(event.orders) // 5,
        members=len(event.buyers) // 4,
        member_gmv=event.gmv // 3,
        talks=len(event.sessions),
        first_reply=first,
        mean_reply=first + 11,
        in_time=9000 + event.day.toordinal() % 990,
        rated=len(event.sessions) // 3,
        satisfied=len(event.sessions) // 3 - len(event.sessions) // 20,
        inquirers=len(event.inquirers),
        inquirers_paid=len(event.inquirers_paid),
        service_sales=sum(order.cents for order in event.orders if order.buyer in service),
        goods=goods,
        ads=ads,
        channels=_channels(event),
        works=_works(event),
    )


def _goods(event: StoreDay) -> tuple[Goods, ...]:
    rng = stream(event.store, event.day, "goods")
    picked = [choose(rng, WEIGHTS) for _ in event.orders]
    back = [choose(rng, WEIGHTS) for _ in event.refunds]
    rows = []
    for at, product in enumerate(PRODUCTS):
        orders = [order for order, chosen in zip(event.orders, picked, strict=True) if chosen == at]
        visitors = event.visits.people * product.weight // 130
        rows.append(
            Goods(
                id=f"6100784{at}{len(event.store):02d}97",
                code=product.id,
                orders=len(orders),
                buyers=len({order.buyer for order in orders}),
                units=len(orders) + len(orders) // 3,
                cents=sum(order.cents for order in orders),
                refunds=sum(cents for cents, chosen in zip(event.refunds, back, strict=True) if chosen == at),
                visitors=visitors,
                views=visitors * 2 + len(orders),
                cart=visitors // 12,
                on_hand=400 + (event.day.toordinal() * (at + 3)) % 977,
                cost=product.cents * 35 // 100,
            )
        )
    return tuple(rows)


def _ads(event: StoreDay) -> tuple[Ad, ...]:
    shares = shared(event.ad_cents, (5, 2, 2, 1))
    places = (
        ("关键词推广", "主推词", 0),
        ("关键词推广", "长尾词", 1),
        ("精准人群推广", "老客召回", 0),
        ("全站推广", "全店", 2),
    )
    rows = []
    for (scene, plan, at), spend in zip(places, shares, strict=True):
        clicks = spend // 131 + 3
        rows.append(
            Ad(
                scene,
                plan,
                f"6100784{at}{len(event.store):02d}97",
                spend,
                spend * 3 + clicks,
                clicks // 19,
                clicks * 41,
                clicks,
            )
        )
    return tuple(rows)


def _channels(event: StoreDay) -> tuple[Channel, ...]:
    free = shared(event.visits.free, (6, 4, 2, 1))
    paid = shared(event.visits.paid, (5, 3, 2))
    people = dict(zip((*FREE_CHANNELS, *PAID_CHANNELS), (*free, *paid), strict=True))
    cents = shared(event.gmv, list(people.values()))
    return tuple(
        Channel(name, visitors, visitors // 67, money)
        for (name, visitors), money in zip(people.items(), cents, strict=True)
    )


def _works(event: StoreDay) -> tuple[Work, ...]:
    rows = []
    for number in range(1 + event.day.toordinal() % 3):
        plays = 900 + event.visits.people * (number + 1) // 7
        title = f"{event.day:%m月%d日}铺床第{number + 1}集"
        rows.append(Work(title, plays, 1830 + plays % 900, plays // 31, plays // 203, plays // 311, plays // 97))
    return tuple(rows)


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """A whole number divided by weights, what is left over going to the first."""
    parts = [total * weight // max(1, sum(weights)) for weight in weights]
    parts[0] += total - sum(parts)
    return parts


def of_stores(events: Mapping[tuple[str, date], StoreDay], store: str, days: Sequence[date]) -> list[Figures]:
    """The figures of a store on some days."""
    return [figures(events[(store, day)]) for day in days]
