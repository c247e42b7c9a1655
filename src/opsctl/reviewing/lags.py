"""
How late a store's refunds arrive: which share of them is in after 7, 15 and 30 days, from its own history.

Two histories say so. Where days were loaded before and again later, refunds that the earlier load had are compared with
what they are by now, by their age then. Where refunds are booked on the day they are paid back, a day's refunds are a
sum over the sales of the thirty days before, by three unknown rates; these are found by least squares, none below zero.
They are estimates: floats inside, whole percentages outside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Literal

AGES = (7, 15, 30)
# Below that many days a fit says more about chance than about the store.
FEWEST = 90
_FEWEST_RELOADED = 7
_ALMOST_NOTHING = 1e-9
_BUCKETS = ((0, 7), (8, 15), (16, 30))

Days = Mapping[date, Fraction]


@dataclass(frozen=True, slots=True)
class LagCurve:
    """
    The shares of refunds that are in by the ages of `AGES`, drawn from so many days, and of what history.

    `rate` is how much of the sales comes back in all, where the history tells.
    """

    shares: tuple[Fraction, ...]
    days: int
    method: Literal["reloads", "daily"]
    rate: Fraction | None = None

    def share(self, age: int) -> Fraction:
        """The share that is in at an age in days: straight lines between the ages that are known."""
        before, had = -1, Fraction(0)
        for known, share in zip(AGES, self.shares, strict=True):
            if age <= known:
                return had + (share - had) * Fraction(max(age, before) - before, known - before)
            before, had = known, share
        return had if age < AGES[-1] else Fraction(1)

    def ripe_after(self, enough: Fraction) -> int:
        """The first of the ages at which enough is in."""
        return next((age for age, share in zip(AGES, self.shares, strict=True) if share >= enough), AGES[-1])


def fitted_daily(sales: Days, refunds: Days) -> LagCurve | None:
    """The curve by which refunds, booked when they are paid back, follow the sales before them; None where unknown."""
    running = _running(sales)
    rows = [(row, float(value)) for day, value in sorted(refunds.items()) if (row := _sold_before(running, day))]
    if len(rows) < FEWEST:
        return None
    rates = _not_below_zero(rows)
    parts = [rate * (last - first + 1) for rate, (first, last) in zip(rates, _BUCKETS, strict=True)]
    return _curve(parts, len(rows), "daily")


def fitted_reloads(before: Days, now: Days, asof: date) -> LagCurve | None:
    """The curve by what an earlier load, which reached to `asof`, had of refunds that are all in by now."""
    seen: dict[int, list[tuple[Fraction, Fraction]]] = {age: [] for age in AGES}
    settled = max(now, default=asof) - timedelta(AGES[-1])
    for day, was in before.items():
        bucket = next((age for age in AGES if (asof - day).days <= age), None)
        if bucket is not None and day <= settled and day in now:
            seen[bucket].append((was, now[day]))
    count = sum(map(len, seen.values()))
    if count < _FEWEST_RELOADED or any(sum(is_ for _, is_ in pairs) <= 0 for pairs in seen.values()):
        return None
    shares = [sum(was for was, _ in pairs) / sum(is_ for _, is_ in pairs) for pairs in seen.values()]
    # What is paid back is not taken back: later shares are never below earlier ones.
    rising = [max(shares[: number + 1]) for number in range(len(shares))]
    return LagCurve(tuple(_whole_percent(float(share)) for share in rising), count, "reloads")


def _curve(parts: Sequence[float], days: int, method: Literal["reloads", "daily"]) -> LagCurve | None:
    total = sum(parts)
    if total <= 0:
        return None
    running = [sum(parts[: number + 1]) / total for number in range(len(parts))]
    return LagCurve(
        tuple(_whole_percent(share) for share in running), days, method, Fraction(round(total * 1000), 1000)
    )


def _whole_percent(share: float) -> Fraction:
    return Fraction(min(max(round(share * 100), 0), 100), 100)


def _running(sales: Days) -> Mapping[int, tuple[float, int]]:
    """What was sold up to the eve of each day, and on how many known days, by the day's number."""
    found: dict[int, tuple[float, int]] = {}
    if sales:
        first, last = min(sales).toordinal(), max(sales).toordinal()
        total, count = 0.0, 0
        for number in range(first, last + 2):
            found[number] = (total, count)
            value = sales.get(date.fromordinal(min(number, last)))
            total, count = (total + float(value), count + 1) if value is not None else (total, count)
    return found


def _sold_before(running: Mapping[int, tuple[float, int]], day: date) -> tuple[float, ...] | None:
    """What was sold in each bucket of days before a day; None where one of those days is not known."""
    at = day.toordinal()
    edges = [at + 1, *(at - last for _, last in _BUCKETS)]
    if any(edge not in running for edge in edges) or running[edges[0]][1] - running[edges[-1]][1] != AGES[-1] + 1:
        return None
    return tuple(running[late][0] - running[early][0] for late, early in pairwise(edges))


def _not_below_zero(rows: Sequence[tuple[tuple[float, ...], float]]) -> list[float]:
    """The rates with the least squared error among those that are zero or above: the best of all choices of columns."""
    size = len(_BUCKETS)
    gram = [[sum(row[i] * row[j] for row, _ in rows) for j in range(size)] for i in range(size)]
    with_seen = [sum(row[i] * value for row, value in rows) for i in range(size)]
    best, least = [0.0] * size, 0.0
    for count in range(1, size + 1):
        for chosen in combinations(range(size), count):
            solved = _solved([[gram[i][j] for j in chosen] for i in chosen], [with_seen[i] for i in chosen])
            if solved is None or min(solved) < 0:
                continue
            # Of the solution of the normal equations, the squared error is that of nothing at all less this.
            gained = sum(rate * with_seen[at] for at, rate in zip(chosen, solved, strict=True))
            if -gained < least:
                best, least = [0.0] * size, -gained
                for at, rate in zip(chosen, solved, strict=True):
                    best[at] = rate
    return best


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float] | None:
    """Solve equations by elimination; None where they hang together."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda number: abs(table[number][at]))
        table[at], table[pivot] = table[pivot], table[at]
        if abs(table[at][at]) < _ALMOST_NOTHING:
            return None
        for other in range(size):
            if other != at:
                times = table[other][at] / table[at][at]
                table[other] = [x - times * y for x, y in zip(table[other], table[at], strict=True)]
    return [table[at][size] / table[at][at] for at in range(size)]
