"""Run the world day by day and write down every event."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from .draws import choose, count, pick, stream, wobble
from .ledger import Ledger, Lost, Order, Session, StoreDay, Visits
from .world import (
    EFFECTS,
    INQUIRY_PAYS,
    LAST,
    LIFTS,
    MONTHS,
    PRODUCTS,
    REPLY_NORM,
    REPLY_SLOPE,
    SEED,
    STORES,
    WARM_UP,
    WEEKDAYS,
    Effect,
    Store,
    Year,
    season,
)

BACK_SHARE = 0.15  # of a day's visitors, those who came in the days before
LOYAL_SHARE = 0.06  # of a day's buyers, those who bought in the days before
REMEMBERED = 9  # days a visitor may come back after
WEIGHTS = tuple(product.weight for product in PRODUCTS)
LAGS = (2, 4, 8, 10, 10, 9, 8, 7, 6, 5, 4, 4, 3, 2, 2)  # weights of a refund coming 1…15 days after payment


@dataclass(slots=True)
class Memory:
    """What one store remembers from day to day."""

    next_person: int = 1
    starts: list[int] = field(default_factory=list)
    buyers: list[list[int]] = field(default_factory=list)
    refunds: dict[date, list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Case:
    """Which chances are drawn, and what happens in them."""

    seed: str = SEED
    effects: tuple[Effect, ...] = EFFECTS

    def sizes(self, kind: str, store: str, day: date) -> list[str]:
        """The sizes of the effects of a kind at work in a store on a day."""
        return [effect.size for effect in self.effects if effect.kind == kind and effect.on(store, day)]


@cache
def simulate(case: Case = Case(), first: date = WARM_UP, last: date = LAST) -> Ledger:
    """The whole ledger, warm-up days included."""
    return {(event.store, event.day): event for store in STORES for event in _store(store, case, first, last)}


def _store(store: Store, case: Case, first: date, last: date) -> list[StoreDay]:
    memory = Memory()
    days = (last - first).days + 1
    return [_day(store, first + timedelta(n), memory, case) for n in range(days)]


def _day(store: Store, day: date, memory: Memory, case: Case) -> StoreDay:
    rng = stream(store.id, day, seed=case.seed)
    year = store.years[max(day.year, 2025)]
    traffic, rush = _intensity(store, day, case)
    risen = 1 + sum(float(size) for size in case.sizes("price-rise", store.id, day))
    conversion = year.conversion * rush * wobble(rng, 0.05) / (risen * risen)
    people = year.visitors * traffic * wobble(rng, 0.06)
    visits, lost_paid = _visits(rng, store, day, people, conversion, memory, case)
    sessions, silent, lost_inquirers = _contacts(rng, store, day, visits, conversion, rush, case)
    loyal = visits.back_free[: _loyal(people * conversion, memory)]
    buyers = [*dict.fromkeys(s.person for s in sessions if s.paid), *silent, *loyal]
    orders, lost_orders = _orders(rng, store, day, round(year.price * risen), buyers, case)
    for order in orders:
        _refund(rng, year, day, order, memory)
    # a lost order takes its conversation's payment with it
    paying = {order.buyer for order in orders}
    sessions = [Session(s.person, s.reply_seconds, s.paid and s.person in paying) for s in sessions]
    memory.buyers.append(sorted(paying))
    lost = Lost(len(lost_orders), sum(lost_orders), lost_paid, lost_inquirers)
    clicks = visits.paid + count(rng, visits.paid * 0.15)  # who came by an ad clicked a little more than once
    spend = clicks * round(year.click_cents * wobble(rng, 0.06))
    refunds = tuple(memory.refunds.pop(day, ()))
    return StoreDay(store.id, day, visits, tuple(orders), refunds, clicks, spend, tuple(sessions), lost)


def _intensity(store: Store, day: date, case: Case) -> tuple[float, float]:
    """The day's share of a year's visitors, and how much readier than usual they are to buy."""
    name, year = season(store), max(day.year, 2025)
    month = [date(day.year, day.month, n + 1) for n in range(monthrange(day.year, day.month)[1])]
    factors = WEEKDAYS[name]
    lifts = [LIFTS.get((store.platform, d), 1.0) for d in month]
    visiting = [factors[d.weekday()] * (1 + (lift - 1) * 0.55) for d, lift in zip(month, lifts, strict=True)]
    buying = [factors[d.weekday()] * lift for d, lift in zip(month, lifts, strict=True)]
    here = day.day - 1
    share = MONTHS[(name, year)][day.month - 1] / 100
    form = store.form[day.month - 1] if day.year == 2026 else 1.0
    iso = day.isocalendar()
    mood = wobble(stream(store.id, "week", iso.year, iso.week, seed=case.seed), 0.035)
    visitors = visiting[here] / sum(visiting)
    return share * form * mood * visitors, buying[here] / sum(buying) / visitors


def _visits(
    rng: Random, store: Store, day: date, people: float, conversion: float, memory: Memory, case: Case
) -> tuple[Visits, int]:
    """Who comes, and how many an advertising cut keeps away."""
    paid = count(rng, people * store.paid_share * wobble(rng, 0.08))
    free = count(rng, people * (1 - store.paid_share))
    cut = sum(rng.random() < float(size) for size in case.sizes("ad-cut", store.id, day) for _ in range(paid))
    paid -= cut
    start = memory.next_person
    oldest = memory.starts[-REMEMBERED] if len(memory.starts) >= REMEMBERED else start
    loyal = _comeback(rng, _loyal(people * conversion, memory), memory)
    taken = frozenset(person - oldest for person in loyal if person >= oldest)
    many = count(rng, (paid + free) * BACK_SHARE) - len(loyal)
    others = [oldest + n for n in pick(rng, start - oldest, max(0, many), taken)] if start > oldest else []
    back_paid, back_free = _share(others, store.paid_share)
    new_paid = range(start, start + max(0, paid - len(back_paid)))
    new_free = range(new_paid.stop, new_paid.stop + max(0, free - len(back_free) - len(loyal)))
    memory.starts.append(start)
    memory.next_person = new_free.stop
    both = min(len(new_paid), round(paid * 0.06))
    return Visits(new_paid, new_free, back_paid, (*loyal, *back_free), both), cut


def _share(people: list[int], part: float) -> tuple[tuple[int, ...], tuple[int, ...]]:
    cut = round(len(people) * part)
    return tuple(people[:cut]), tuple(people[cut:])


def _loyal(buyers: float, memory: Memory) -> int:
    """How many of the last week's buyers buy again today; whole and the same each time it is asked on a day."""
    recent = sum(len(day) for day in memory.buyers[-6:])
    return min(round(buyers * LOYAL_SHARE), recent // 4)


def _comeback(rng: Random, many: int, memory: Memory) -> list[int]:
    recent = sorted({person for day in memory.buyers[-6:] for person in day})
    return [recent[n] for n in pick(rng, len(recent), many)]


def _contacts(
    rng: Random, store: Store, day: date, visits: Visits, conversion: float, rush: float, case: Case
) -> tuple[list[Session], list[int], int]:
    """Conversations, people who buy without asking, and inquirers whom a slow desk lost."""
    people = visits.people
    asking = count(rng, people * store.inquiry_share * rush)
    silent = count(rng, people * max(0.0, conversion * (1 - LOYAL_SHARE) - store.inquiry_share * rush * INQUIRY_PAYS))
    new = [*visits.new_paid, *visits.new_free]
    chosen = [new[n] for n in pick(rng, len(new), asking + silent)]
    slow = sum(map(int, case.sizes("slow-reply", store.id, day)))
    usual = store.years[max(day.year, 2025)].reply * (1 + 0.12 * (rush - 1)) * wobble(rng, 0.05)
    sessions: list[Session] = []
    lost = 0
    for person in chosen[:asking]:
        seconds = round(usual * (0.3 + 0.7 * (rng.random() + rng.random())))
        luck = rng.random()
        paid = luck < _pays(seconds + slow)
        lost += not paid and luck < _pays(seconds)
        sessions.append(Session(person, seconds + slow, paid))
        if rng.random() < 0.1:
            sessions.append(Session(person, round(usual * (0.4 + 1.2 * rng.random())) + slow, paid))
    return sessions, chosen[asking:], lost


def _pays(seconds: int) -> float:
    return min(0.9, max(0.05, INQUIRY_PAYS - REPLY_SLOPE * (seconds - REPLY_NORM)))


def _orders(
    rng: Random, store: Store, day: date, price: int, buyers: list[int], case: Case
) -> tuple[list[Order], list[int]]:
    """The paid orders, and the amounts of those lost to an empty shelf."""
    out = case.sizes("stock-out", store.id, day)
    big = LIFTS.get((store.platform, day), 1.0) >= 1.5
    orders, lost = [], []
    for buyer in buyers:
        for _ in range(2 if rng.random() < 0.04 else 1):
            basket = [PRODUCTS[choose(rng, WEIGHTS)] for _ in range(1 + choose(rng, (80, 16, 4)))]
            cents = _price(sum(p.cents for p in basket), price, big)
            if any(p.id in out for p in basket):
                lost.append(cents)
            else:
                orders.append(Order(buyer, cents))
    return orders, lost


def _price(list_cents: int, per_mille: int, big: bool) -> int:
    """What is paid: the store's price level, nine tenths on a burst day, twenty yuan off from 199."""
    cents = (list_cents * per_mille * (90 if big else 100) + 50_000) // 100_000
    return cents - 2_000 if cents >= 19_900 else cents


def _refund(rng: Random, year: Year, day: date, order: Order, memory: Memory) -> None:
    if rng.random() >= year.refund / 0.946:  # nine in a hundred are partial and return two fifths
        return
    cents = order.cents if rng.random() < 0.91 else order.cents * 2 // 5
    memory.refunds[day + timedelta(1 + choose(rng, LAGS))].append(cents)
