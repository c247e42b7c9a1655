"""Random draws that are the same on every machine: only `random()`, plain arithmetic and square roots.

The other methods of `random.Random` may change between Python versions, and `exp` and `log` between C libraries.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from random import Random

from .world import SEED


def stream(*name: object, seed: str = SEED) -> Random:
    """A random stream of its own for a named thing."""
    return Random("/".join((seed, *map(str, name))))


def wobble(rng: Random, spread: float) -> float:
    """A factor around one with about the given standard deviation, never beyond three of them."""
    return 1 + spread * (rng.random() + rng.random() + rng.random() - 1.5) * 2


def count(rng: Random, mean: float) -> int:
    """A whole number around the mean, as scattered as independent arrivals are."""
    bell = sum(rng.random() for _ in range(12)) - 6
    return max(0, round(mean + sqrt(max(mean, 0)) * bell))


def pick(rng: Random, size: int, many: int, taken: frozenset[int] = frozenset()) -> list[int]:
    """So many different numbers below size, in the order drawn, none of those taken."""
    chosen: dict[int, None] = {}
    many = min(many, size - len(taken))
    while len(chosen) < many:
        number = int(rng.random() * size)
        if number not in taken:
            chosen[number] = None
    return list(chosen)


def choose(rng: Random, weights: Sequence[int]) -> int:
    """The index of one weight, drawn in proportion."""
    left = rng.random() * sum(weights)
    for index, weight in enumerate(weights):
        left -= weight
        if left < 0:
            return index
    return len(weights) - 1
