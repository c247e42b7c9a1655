"""
Sums in a year planned anew: refunds stay in every month what paid sales leave of net sales.

Each metric of a sum is planned anew by itself, and its months with it. One whose months were from the first what the
others leave takes what they leave now, in the months left too: wherever that adds up to what is left of it, for the
scope itself or, where several share, for all of them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opsctl.planning.drivers.month_plan import Follow
from opsctl.planning.replans.pooling import Address, Part, Pool


@dataclass(frozen=True, slots=True)
class Remaining:
    """The months left of one metric of a scope as planned anew, and what they add up to."""

    part: Part
    pool: Pool | None
    months: tuple[int, ...]

    @property
    def begin(self) -> int:
        """How many months are closed."""
        return len(self.part.closed)


Terms = tuple[tuple[str, int, tuple[int, ...]], ...]
"""The other terms of a sum with their signs and the months left of each."""


def left_by_others(made: Mapping[Address, Remaining], follows: Mapping[Address, Follow]) -> Mapping[Address, Terms]:
    """The terms of every metric whose months left are what the others leave; those it cannot be so for are left out."""
    groups: dict[object, list[Address]] = {}
    for (scope, metric), remaining in made.items():
        follow = follows.get((scope, metric))
        if follow is not None and follow.how == "difference" and all((scope, id_) in made for id_, _ in follow.terms):
            together = scope if remaining.pool is None else tuple(remaining.pool.shares)
            groups.setdefault((metric, together), []).append((scope, metric))
    found: dict[Address, Terms] = {}
    for group in groups.values():
        terms = {address: tuple(_terms(made, follows[address], address[0])) for address in group}
        sums = {address: sum_of(terms[address]) for address in group}
        whole = sum(sum(sums[address]) for address in group) == sum(sum(made[address].months) for address in group)
        if whole and all(_fits(made[address].part, sums[address]) for address in group):
            found.update(terms)
    # A term that is itself left by others would be of the months before; such sums keep their own.
    return {
        (scope, metric): each
        for (scope, metric), each in found.items()
        if not any((scope, id_) in found for id_, _, _ in each)
    }


def sum_of(terms: Terms) -> tuple[int, ...]:
    """What the terms leave in each month."""
    columns = ([sign * units for units in months] for _, sign, months in terms)
    return tuple(sum(column) for column in zip(*columns, strict=True))


def _terms(made: Mapping[Address, Remaining], follow: Follow, scope: str) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    for id_, sign in follow.terms:
        yield id_, sign, made[scope, id_].months


def _fits(part: Part, months: tuple[int, ...]) -> bool:
    """Whether the months keep the limits of the metric."""
    limits = zip(months, part.left.least, part.left.most, strict=True)
    return all(units >= low and (cap is None or units <= cap) for units, low, cap in limits)
