"""What a split lacks: the metrics of the chain that would explain most, where one of them is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal

from opsctl.period import Period
from opsctl.reviewing.attribution.chains import Chain
from opsctl.reviewing.attribution.sides import Covered, Leaf, Sides, Values
from opsctl.reviewing.attribution.view import Lacking

Side = Literal["actual", "baseline"]


def lacking_of(
    sides: Sides,
    leaf: Leaf,
    chains: Sequence[Chain],
    chosen: Chain | None,
    days: Covered,
    both: Callable[[str], tuple[Values, Values]],
) -> tuple[Lacking, ...]:
    """What is missing of the best chain that the owner's sources ever fed; of the first where no chain could be used.

    Nobody misses what has never been counted, as long as something explains the gap.
    """
    fed = next((chain for chain in chains if all(_is_fed(sides, leaf, id_, both) for id_ in chain.totals)), None)
    best = chosen
    if fed is not None and (chosen is None or len(fed.totals) > len(chosen.totals)):
        best = fed
    elif chosen is None and chains:
        best = chains[0]
    if best is None:
        return ()
    ends: list[tuple[Side, int, tuple[int, ...], Period]] = [
        ("actual", 0, days.actual, sides.period),
        ("baseline", 1, days.baseline, sides.before),
    ]
    return tuple(
        each for side, at, wanted, period in ends for each in _on_side(leaf, best, side, wanted, period, at, both)
    )


def _on_side(
    leaf: Leaf,
    chain: Chain,
    side: Side,
    wanted: tuple[int, ...],
    period: Period,
    at: int,
    both: Callable[[str], tuple[Values, Values]],
) -> Iterator[Lacking]:
    grouped: dict[tuple[date, ...], list[str]] = {}
    days = period.days
    for id_ in chain.totals:
        known = both(id_)[at]
        missing = tuple(days[day] for day in wanted if day not in known)
        if missing:
            grouped.setdefault(missing, []).append(id_)
    for missing, metrics in grouped.items():
        yield Lacking(leaf.channel or leaf.scope, tuple(metrics), side, missing)


def _is_fed(sides: Sides, leaf: Leaf, metric: str, both: Callable[[str], tuple[Values, Values]]) -> bool:
    if both(metric)[0]:
        return True
    if leaf.channel:
        return (leaf.scope, "channel", leaf.channel, metric) in sides.facts.members
    return (leaf.scope, metric) in sides.facts.daily
