"""
Times tables of stores by months with both margins fixed, and a clash, in exact whole numbers.

The reference is plain proportional fitting in floats, run until columns are within half a cent: what people usually
write. It meets neither margin in whole units and knows no bounds, so it shares the size of the problem, not the result.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time

from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.tables.clash import Clash
from opsctl.planning.tables.table import fill

MONTHS = (64, 41, 76, 72, 89, 113, 71, 78, 86, 94, 132, 84)
TOTAL = 10**11
SIZES = (50, 200, 1_000)
ROUNDS = 5
SWEEPS = 1_000
Weights = list[list[int]]


def problem(stores: int, alike: bool) -> tuple[Weights, Sequence[int], Sequence[int]]:
    """Stores of very unlike size, each month of each up to a third off the company's curve, or all on it and equal."""
    dice = random.Random(618)
    years = apportion([1 if alike else 1 + dice.randint(0, 100) ** 2 for _ in range(stores)], TOTAL)
    weights = [[share * (100 if alike else dice.randint(70, 140)) for share in MONTHS] for _ in years]
    return weights, years, apportion(MONTHS, TOTAL)


def held(weights: Weights, years: Sequence[int], months: Sequence[int]) -> object:
    """Fill with a hold at half its share and a cap at its share in every tenth store."""
    least = [[0] * len(months) for _ in years]
    most: list[list[int | None]] = [[None] * len(months) for _ in years]
    for store in range(0, len(years), 10):
        share = years[store] * MONTHS[5] // sum(MONTHS)
        least[store][5] = most[store][5] = share // 2
        most[store][10] = years[store] * MONTHS[10] // sum(MONTHS)
    return fill(weights, years, months, least=least, most=most)


def clashing(weights: Weights, years: Sequence[int], months: Sequence[int]) -> object:
    """Cap every store's November a little too low, so that all caps and the month clash."""
    most: list[list[int | None]] = [[None] * len(months) for _ in years]
    for store, year in enumerate(years):
        most[store][10] = year * MONTHS[10] // sum(MONTHS) * 99 // 100
    try:
        return fill(weights, years, months, most=most)
    except Clash as clash:
        assert len(clash.parts) == len(years) + 1
        return clash


def fitted(weights: Weights, years: Sequence[int], months: Sequence[int]) -> list[list[float]]:
    """Scale rows and columns in turn, in floats."""
    cells = [[float(weight) for weight in line] for line in weights]
    for _ in range(SWEEPS):
        for row, line in enumerate(cells):
            factor = years[row] / sum(line)
            cells[row] = [cell * factor for cell in line]
        sums = [sum(column) for column in zip(*cells, strict=True)]
        if max(abs(got - month) for got, month in zip(sums, months, strict=True)) < 0.5:
            break
        factors = [month / got for month, got in zip(months, sums, strict=True)]
        cells = [[cell * factor for cell, factor in zip(line, factors, strict=True)] for line in cells]
    return cells


def timed(call: Callable[[Weights, Sequence[int], Sequence[int]], object], stores: int, alike: bool = False) -> float:
    """The median CPU seconds of one table."""
    weights, years, months = problem(stores, alike)
    seconds = []
    for _ in range(ROUNDS):
        start = process_time()
        call(weights, years, months)
        seconds.append(process_time() - start)
    return median(seconds)


def main() -> None:
    """Print seconds by number of stores."""
    for stores in SIZES:
        print(f"{stores:,} stores × {len(MONTHS)} months")
        for name, seconds in (
            ("stores of all sizes", timed(fill, stores)),
            ("equal stores on one curve", timed(fill, stores, alike=True)),
            ("with holds and caps", timed(held, stores)),
            ("a clash of every store", timed(clashing, stores)),
            ("reference: floats, rows and columns in turn", timed(fitted, stores)),
        ):
            print(f"  {name:46}{seconds:8.3f} s")


if __name__ == "__main__":
    main()
