"""Effects of known size planted in simulated shops, and what attribution names: the ground of a study and a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

from tests.simulator.ledger import Ledger
from tests.simulator.simulate import Case, simulate
from tests.simulator.world import STORES, Effect

from opsctl.period import Period, week
from opsctl.reviewing.attribution.build import attribution
from opsctl.reviewing.attribution.view import Attribution, DriverEffect, Method
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Workspace

WEEK = week(2026, 12)
BEFORE = WEEK.previous()
WARM_UP = BEFORE.start - timedelta(days=21)
PLAN = tuple(f"plan-{number:02}" for number in range(1, 21))

SIZES: Mapping[str, tuple[str, ...]] = {
    "stock-out": ("wool-quilt", "summer-quilt", "cotton-set", "linen-set"),
    "ad-cut": ("0.25", "0.5", "0.75", "1"),
    "price-rise": ("0.05", "0.1", "0.2", "0.3"),
}
RIGHT = {"stock-out": "cvr", "ad-cut": "visitors", "price-rise": "cvr"}

Values = dict[tuple[str, str], dict[date, Decimal]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted effect and what was named: `took` is its cost on the shop's own sales, `part` on all."""

    kind: str
    size: str
    store: str
    took: Fraction
    part: Fraction
    against: str
    store_named: bool
    driver_named: bool
    part_named: bool | None


def sums(ledger: Ledger, period: Period) -> Values:
    """A week's exports as daily values by store and metric."""
    found: Values = {}
    for store in STORES:
        for day in period.days:
            each = ledger[store.id, day]
            numbers: Mapping[str, Decimal | int] = {
                "visitors": each.visits.people,
                "visitors_paid": each.visits.paid,
                "visitors_free": each.visits.free,
                "buyers_paid": len(each.buyers),
                "gmv_paid": Decimal(each.gmv) / 100,
            }
            for metric, value in numbers.items():
                found.setdefault((store.id, metric), {})[day] = Decimal(value)
    return found


@cache
def simulated(seed: str, effect: Effect | None) -> Ledger:
    """A few weeks up to the one looked at; the effect is the only one there is."""
    return simulate(Case(seed, (effect,) if effect else ()), WARM_UP, WEEK.last)


@cache
def plan() -> Values:
    """What the week comes to on average, as if the week before had been so."""
    back = WEEK.start - BEFORE.start
    weeks = [sums(simulated(seed, None), WEEK) for seed in PLAN]
    return {
        series: {day - back: sum((each[series][day] for each in weeks), Decimal(0)) / len(weeks) for day in days}
        for series, days in weeks[0].items()
    }


def trials(workspace: Workspace, seed: str, number: int, method: Method) -> list[Trial]:
    """Every kind and size of effect in the store whose turn it is."""
    store = STORES[number % len(STORES)].id
    found = []
    for kind, sizes in SIZES.items():
        for size in sizes:
            effect = Effect("planted", store, WEEK.start, WEEK.last, kind, size)
            now = sums(simulated(seed, effect), WEEK)
            took = taken(simulated(seed, effect), effect)
            part = took * sold(now, [store]) / sold(now, [each.id for each in STORES])
            for against, before in (("week before", sums(simulated(seed, None), BEFORE)), ("plan", plan())):
                why = explained(workspace, before, now, method)
                found.append(Trial(kind, size, store, took, part, against, *named(why, store, kind)))
    return found


def taken(ledger: Ledger, effect: Effect) -> Fraction:
    """The share of the shop's sales that the effect cost, as the simulator knows it."""
    if effect.kind == "price-rise":
        risen = 1 + Fraction(effect.size)
        return 1 - 1 / risen
    days = [ledger[effect.store, day] for day in WEEK.days]
    if effect.kind == "ad-cut":
        lost, left = sum(day.lost.visitors_paid for day in days), sum(day.visits.people for day in days)
    else:
        lost, left = sum(day.lost.cents for day in days), sum(day.gmv for day in days)
    return Fraction(lost, lost + left)


def sold(values: Values, stores: Sequence[str]) -> Fraction:
    """The paid sales of some stores."""
    return sum((Fraction(value) for store in stores for value in values[store, "gmv_paid"].values()), Fraction(0))


def explained(workspace: Workspace, before: Values, now: Values, method: Method) -> Attribution:
    """The attribution of the company's paid sales."""
    facts = Facts(daily={series: {**before[series], **days} for series, days in now.items()})
    why = attribution(workspace, facts, "company", "gmv_paid", WEEK, "previous", method)
    assert why is not None and sum(each.effect for each in why.drivers) == why.gap
    return why


def named(why: Attribution, store: str, kind: str) -> tuple[bool, bool, bool | None]:
    """Whether store, driver and, for advertising, the paid visitors are what did most."""
    down = why.gap < 0
    first = max(why.owners, key=lambda owner: -owner.effect if down else owner.effect)
    [own] = [owner for owner in why.owners if owner.owner == store]
    most = _most_harmful(own.drivers)
    driver = most.driver == RIGHT[kind]
    if kind == "price-rise":
        driver = driver and max(own.drivers, key=lambda each: each.effect).driver == "aov_buyer"
    part = _most_harmful(most.parts).driver == "visitors_paid" if driver and most.parts else False
    return down and first.owner == store, driver, part if kind == "ad-cut" else None


def _most_harmful(effects: Sequence[DriverEffect]) -> DriverEffect:
    return min(effects, key=lambda each: each.effect)
