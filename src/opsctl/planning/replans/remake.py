"""
What is left of one scope's year after some months have closed: how much it is, and how it goes over the months left.

Spread divides all that is left over the remaining months by the curve, so months that came out as planned change
nothing. The other ways keep the months as they were and add the gap to some of them: to the next, or to those with
promotions. Whatever the way, holds and bounds stay, a month without days gets nothing, and no month falls below zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from opsctl.planning.dividing.allocate import apportion

Policy = Literal["spread", "next", "events", "absorb"]


@dataclass(frozen=True, slots=True)
class Left:
    """The months that are left, by position: as planned so far, by what they share, and their floors and caps.

    `weights` are of the curve for spread; for the other ways, of the months that take the gap.
    """

    policy: Policy
    planned: tuple[int, ...]
    weights: tuple[int, ...]
    least: tuple[int, ...]
    most: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """What they add up to as planned so far."""
        return sum(self.planned)

    @property
    def is_free(self) -> bool:
        """Whether nothing limits the months; one that weighs nothing gets nothing anyway."""
        caps = zip(self.most, self.weights, strict=True)
        return not any(self.least) and all(cap is None or not weight for cap, weight in caps)

    def room(self) -> tuple[int, int | None]:
        """The least and the most that these months can hold together, None for no limit."""
        if self.policy == "spread":
            caps = [
                cap if weight else low for low, cap, weight in zip(self.least, self.most, self.weights, strict=True)
            ]
            return sum(self.least), _sum_or_none(caps)
        taking = [at for at, weight in enumerate(self.weights) if weight]
        fall = sum(max(0, self.planned[at] - self.least[at]) for at in taking)
        caps = [cap if (cap := self.most[at]) is None else max(0, cap - self.planned[at]) for at in taking]
        rise = _sum_or_none(caps)
        return self.total - fall, None if rise is None else self.total + rise


def remade(left: Left, rest: int) -> tuple[int, ...]:
    """The months that are left when they are to add up to `rest`; Infeasible where they cannot."""
    if left.policy == "absorb" or rest == left.total:
        return left.planned
    if left.policy == "spread":
        if left.is_free:
            return apportion(left.weights, rest)
        return apportion(left.weights, rest, least=left.least, most=left.most)
    gap = rest - left.total
    if gap > 0:
        room = [None if cap is None else max(0, cap - was) for cap, was in zip(left.most, left.planned, strict=True)]
        more = apportion(left.weights, gap, most=room)
        return tuple(was + part for was, part in zip(left.planned, more, strict=True))
    fall = [max(0, was - low) for low, was in zip(left.least, left.planned, strict=True)]
    less = apportion(left.weights, -gap, most=fall)
    return tuple(was - part for was, part in zip(left.planned, less, strict=True))


def is_reached(planned: int, rest: int) -> bool:
    """Say whether the closed months have used up the whole year, so that nothing is left to plan anew."""
    return rest <= 0 <= planned and rest != planned


def pooled(lefts: Sequence[Left], rest: int, rooms: Sequence[tuple[int, int | None]]) -> tuple[int, ...]:
    """Divide what is left of several scopes together by what each had planned; Infeasible where there is no room.

    `rooms` are the least and the most that each can take.
    """
    return apportion(
        [max(0, left.total) for left in lefts],
        rest,
        least=[least for least, _ in rooms],
        most=[most for _, most in rooms],
    )


def together(rooms: Sequence[tuple[int, int | None]]) -> tuple[int, int | None]:
    """The room of several: their least and their most added, None for no limit."""
    return sum(least for least, _ in rooms), _sum_or_none([most for _, most in rooms])


def _sum_or_none(caps: Sequence[int | None]) -> int | None:
    known = [cap for cap in caps if cap is not None]
    return sum(known) if len(known) == len(caps) else None
