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
from fractions import Fraction
from pathlib import Path

from tests.planted import BEFORE, SIZES, WEEK, Trial, Values, plan, simulated, sold, sums, trials
from tests.simulator.world import STORES

from opsctl.loading.read import load
from opsctl.reviewing.attribution.view import Method

ROOT = Path(__file__).resolve().parents[1]
STUDY = tuple(f"study-{number:02}" for number in range(1, 21))

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


def chance(seeds: Sequence[str], before: Mapping[str, Values]) -> str:
    """How far the company's week is off where nothing was planted, on average."""
    off = []
    for seed in seeds:
        now, then = sums(simulated(seed, None), WEEK), before[seed]
        stores = [each.id for each in STORES]
        off.append(abs(sold(now, stores) / sold(then, stores) - 1))
    return f"{100 * float(sum(off, Fraction(0)) / len(off)):.1f} %"


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
