"""
Does attribution name what really happened? Effects of known size, planted in simulated shops by chance and by seed.

Usage: `PYTHONPATH=src:. python benchmarks/attribution_study.py [SEED…]`; without seeds the twenty of the study, which
were used for nothing else. In one week of March, without any event, one of four shops has a stock-out, an
advertising cut or a price rise. Its week is compared with the week before, as the shops export it, and with a plan that
is right but for chance: the mean of the same week over other seeds. A hit is what the review's first sentence would
say: the right store as the one that did most, and in that store the right driver.

A stock-out and a price rise lower conversion; an advertising cut lowers visitors, and among those the paid ones. The
simulator imports nothing of opsctl and knows what each effect took, because the same chances are drawn without it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from tests.simulator.ledger import Ledger
from tests.simulator.simulate import Case, simulate
from tests.simulator.world import STORES, Effect

from opsctl.loading.read import load
from opsctl.period import Period, week
from opsctl.reviewing.attribution.build import attribution
from opsctl.reviewing.attribution.view import Attribution, DriverEffect, Method
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
WEEK = week(2026, 12)
BEFORE = WEEK.previous()
WARM_UP = BEFORE.start - timedelta(days=21)
STUDY = tuple(f"study-{number:02}" for number in range(1, 21))
PLAN = tuple(f"plan-{number:02}" for number in range(1, 21))

SIZES: Mapping[str, tuple[str, ...]] = {
    "stock-out": ("wool-quilt", "summer-quilt", "cotton-set", "linen-set"),
    "ad-cut": ("0.25", "0.5", "0.75", "1"),
    "price-rise": ("0.05", "0.1", "0.2", "0.3"),
}
RIGHT = {"stock-out": "cvr", "ad-cut": "visitors", "price-rise": "cvr"}
BANDS = (
    (Fraction(0), "below 5 %"),
    (Fraction(5, 100), "5 to 10 %"),
    (Fraction(1, 10), "10 to 20 %"),
    (Fraction(1, 5), "20 % and more"),
)

PARTS = (
    (Fraction(0), "below 1 %"),
    (Fraction(1, 100), "1 to 3 %"),
    (Fraction(3, 100), "3 to 6 %"),
    (Fraction(6, 100), "6 % and more"),
)

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


def chance(seeds: Sequence[str], before: Mapping[str, Values]) -> str:
    """How far the company's week is off where nothing was planted, on average."""
    off = []
    for seed in seeds:
        now, then = sums(simulated(seed, None), WEEK), before[seed]
        stores = [each.id for each in STORES]
        off.append(abs(sold(now, stores) / sold(then, stores) - 1))
    return f"{100 * float(sum(off, Fraction(0)) / len(off)):.1f} %"


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


def table(title: str, groups: Mapping[str, Sequence[Trial]]) -> None:
    """One line a group: how many, and how many of them were named."""
    print(f"\n{title:34} {'trials':>6} {'store':>7} {'driver':>7} {'both':>7} {'paid part':>9}")
    for name, group in groups.items():
        if group:
            parts = [trial for trial in group if trial.part_named is not None]
            shown = [
                _rate([trial.store_named for trial in group]),
                _rate([trial.driver_named for trial in group]),
                _rate([trial.store_named and trial.driver_named for trial in group]),
                _rate([bool(trial.part_named) for trial in parts]) if parts else "",
            ]
            print(f"{name:34} {len(group):6} {shown[0]:>7} {shown[1]:>7} {shown[2]:>7} {shown[3]:>9}")


def _rate(hits: Sequence[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.0f} %"


def band(share: Fraction, bands: Sequence[tuple[Fraction, str]]) -> str:
    """The band that a share of sales lies in."""
    return [name for least, name in bands if share >= least][-1]


def main(seeds: Sequence[str]) -> int:
    """Run the study and print its tables."""
    workspace = load(ROOT / "examples" / "chenhe-home").workspace
    method: Method = "shapley"
    found = [trial for number, seed in enumerate(seeds) for trial in trials(workspace, seed, number, method)]
    print(f"{len(seeds)} seeds, {method}, {WEEK.label}; took: share of the shop's own paid sales of the week")
    compared = {
        "plan": {seed: plan() for seed in seeds},
        "week before": {seed: sums(simulated(seed, None), BEFORE) for seed in seeds},
    }
    for against, before in compared.items():
        here = [trial for trial in found if trial.against == against]
        both = _rate([trial.store_named and trial.driver_named for trial in here])
        print(f"\n== against the {against}: {len(here)} trials, both right in {both}")
        print(f"with nothing planted the company is off by {chance(seeds, before)} on average")
        table("by what it took of the shop", {n: [t for t in here if band(t.took, BANDS) == n] for _, n in BANDS})
        table("by what it took of the company", {n: [t for t in here if band(t.part, PARTS) == n] for _, n in PARTS})
        table("by kind and size", {
            f"{kind} {size} ({_mean([t.took for t in here if (t.kind, t.size) == (kind, size)])})":
                [t for t in here if (t.kind, t.size) == (kind, size)] for kind, sizes in SIZES.items() for size in sizes
        })  # fmt: skip
        table("by kind and what it took", {
            f"{kind}, {name}": [t for t in here if t.kind == kind and band(t.took, BANDS) == name]
            for kind in SIZES for _, name in BANDS
        })  # fmt: skip
        table("by store", {store.id: [t for t in here if t.store == store.id] for store in STORES})
    return 0


def _mean(shares: Sequence[Fraction]) -> str:
    return f"took {100 * float(sum(shares, Fraction(0)) / len(shares)):.1f} %"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or STUDY))
