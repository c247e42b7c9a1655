"""
Times the division of 1.0 M cells against what people usually write: largest remainder with Fraction and with Decimal.

The references share the shape of the problem, not the result: largest remainder breaks the laws that the divisor method
keeps. All run in one process, one after the other in each round, so the ratios hold where absolute times do not.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from decimal import ROUND_FLOOR, Decimal, localcontext
from fractions import Fraction
from statistics import median
from time import process_time

from opsctl.planning.curves.spread import spread
from opsctl.planning.dividing.allocate import apportion

CELLS = 1_000_000
ROUNDS = 3
Divide = Callable[[Sequence[int], int], Sequence[int]]


def bounded(weights: Sequence[int], total: int) -> tuple[int, ...]:
    """Divide with a floor under everybody and a hold on the first child."""
    held = total // len(weights)
    return apportion(weights, total, least=[held] + [0] * (len(weights) - 1), most=[held] + [None] * (len(weights) - 1))


def with_fractions(weights: Sequence[int], total: int) -> list[int]:
    """Divide by largest remainder in fractions."""
    whole = sum(weights)
    shares = [Fraction(total * weight, whole) for weight in weights]
    cells = [int(share) for share in shares]
    return hand_out(cells, [share - cell for share, cell in zip(shares, cells, strict=True)], total)


def with_decimals(weights: Sequence[int], total: int) -> list[int]:
    """Divide by largest remainder in decimals of 40 digits."""
    whole, exact_total = Decimal(sum(weights)), Decimal(total)
    shares = [exact_total * weight / whole for weight in weights]
    floors = [share.to_integral_value(ROUND_FLOOR) for share in shares]
    return hand_out([int(cell) for cell in floors], [a - b for a, b in zip(shares, floors, strict=True)], total)


def hand_out(cells: list[int], remainders: Sequence[Fraction | Decimal], total: int) -> list[int]:
    """Give the missing units to the largest remainders."""
    order = sorted(range(len(cells)), key=lambda i: -remainders[i])
    for i in order[: total - sum(cells)]:
        cells[i] += 1
    return cells


CONTENDERS: dict[str, Divide] = {
    "apportion": apportion,
    "apportion, one held": bounded,
    "spread": spread,
    "largest remainder, Fraction": with_fractions,
    "largest remainder, Decimal": with_decimals,
}


def timed(divide: Divide, groups: list[tuple[list[int], int]]) -> float:
    """Divide every group and return the CPU seconds; a wrong sum would make the time worthless."""
    start = process_time()
    results = [divide(weights, total) for weights, total in groups]
    seconds = process_time() - start
    assert all(sum(cells) == total for cells, (_, total) in zip(results, groups, strict=True))
    return seconds


def main() -> None:
    """Print seconds and ratios for groups of 12 months and of 31 days."""
    dice = random.Random(618)
    with localcontext() as context:
        context.prec = 40
        for size in (12, 31):
            groups = [
                ([dice.randint(1, 10**6) for _ in range(size)], dice.randint(0, 10**10)) for _ in range(CELLS // size)
            ]
            times: dict[str, list[float]] = {name: [] for name in CONTENDERS}
            for _ in range(ROUNDS):
                for name, divide in CONTENDERS.items():
                    times[name].append(timed(divide, groups))
            ours = median(times["apportion"])
            print(f"{len(groups) * size:,} cells in groups of {size}")
            for name, seconds in times.items():
                print(f"  {name:30}{median(seconds):8.2f} s  {median(seconds) / ours:6.2f} × apportion")


if __name__ == "__main__":
    main()
