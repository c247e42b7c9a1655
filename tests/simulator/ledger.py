"""The ledger: every event of a store on a day; exports and truths are sums over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Order:
    """One paid order; the amount is in cents and counts on the day it was paid."""

    buyer: int
    cents: int


@dataclass(frozen=True, slots=True)
class Session:
    """One customer's conversation with the service desk."""

    person: int
    reply_seconds: int
    paid: bool


@dataclass(frozen=True, slots=True)
class Visits:
    """Who came. New people have consecutive numbers; `back` came before; `both` of the new came by ad and unpaid."""

    new_paid: range
    new_free: range
    back_paid: tuple[int, ...]
    back_free: tuple[int, ...]
    both: int

    @property
    def people(self) -> int:
        """Distinct people of the day."""
        return self.paid + len(self.new_free) + len(self.back_free)

    @property
    def paid(self) -> int:
        """Distinct people who came by an ad."""
        return len(self.new_paid) + len(self.back_paid)

    @property
    def free(self) -> int:
        """Distinct people who came without an ad."""
        return len(self.new_free) + len(self.back_free) + self.both


@dataclass(frozen=True, slots=True)
class Lost:
    """What an effect took away, known because the same draws were made without it."""

    orders: int = 0
    cents: int = 0
    visitors_paid: int = 0
    inquirers_paid: int = 0


@dataclass(frozen=True, slots=True)
class StoreDay:
    """All events of one store on one day."""

    store: str
    day: date
    visits: Visits
    orders: tuple[Order, ...]
    refunds: tuple[int, ...]  # cents, on the day the money went back
    clicks: int
    ad_cents: int
    sessions: tuple[Session, ...]
    lost: Lost

    @property
    def gmv(self) -> int:
        """Paid amount in cents."""
        return sum(order.cents for order in self.orders)

    @property
    def buyers(self) -> frozenset[int]:
        """People who paid at least one order."""
        return frozenset(order.buyer for order in self.orders)

    @property
    def inquirers(self) -> frozenset[int]:
        """People who asked the service desk."""
        return frozenset(session.person for session in self.sessions)

    @property
    def inquirers_paid(self) -> frozenset[int]:
        """People who asked and paid on the same day."""
        return frozenset(session.person for session in self.sessions if session.paid)


Ledger = Mapping[tuple[str, date], StoreDay]


def distinct_visitors(days: Iterable[StoreDay]) -> int:
    """Distinct people over several consecutive days of one store."""
    listed = list(days)
    new = sum(len(d.visits.new_paid) + len(d.visits.new_free) for d in listed)
    first_new = min(d.visits.new_paid.start for d in listed)
    back = {person for d in listed for person in (*d.visits.back_paid, *d.visits.back_free)}
    return new + sum(person < first_new for person in back)


def distinct_buyers(days: Iterable[StoreDay]) -> int:
    """Distinct paying people over several days of one store."""
    return len({order.buyer for d in days for order in d.orders})
