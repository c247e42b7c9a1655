"""The same gap by channel, where facts carry them: a view beside the stores, with what belongs to no channel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from opsctl.planning.shown.views import view_units
from opsctl.quantity import from_units, places
from opsctl.reviewing.attribution.sides import Covered, Leaf, Sides
from opsctl.reviewing.attribution.split import Split, split_leaf
from opsctl.reviewing.attribution.view import Method


def channel_splits(sides: Sides, splits: Sequence[Split], metric: str, days: Covered, method: Method) -> list[Split]:
    """Each store's gap by channel, the rest of it under no channel; empty where no channel can be compared.

    Against a target a channel has its share of the store's goal, for whole periods only, and no drivers.
    """
    found: list[Split] = []
    for split in splits:
        scope = split.leaf.scope
        names = sorted(
            {place[2] for place in sides.facts.members if place[:2] == (scope, "channel") and place[3] == metric}
        )
        parts = [each for name in names for each in _channel(sides, Leaf(scope, name), metric, days, method)]
        left = [sum((getattr(each, side) for each in parts), Fraction(0)) for side in ("baseline", "actual")]
        rest = _plain(Leaf(scope), split.baseline - left[0], split.actual - left[1], method)
        found += [*parts, *([rest] if not parts or rest.baseline or rest.actual else [])]
    return found if any(each.leaf.channel for each in found) else []


def _channel(sides: Sides, leaf: Leaf, metric: str, days: Covered, method: Method) -> Iterator[Split]:
    if sides.against != "target":
        split = split_leaf(sides, leaf, metric, days, method)
        if split.baseline or split.actual:
            yield split
        return
    known = sides.actual(leaf, metric)
    units = view_units(sides.workspace, leaf.scope, metric, "channel", sides.period).get(leaf.channel)
    if units is not None and all(day in known for day in range(len(sides.period.days))):
        target = Fraction(from_units(units, places(sides.workspace.metrics[metric].unit)))
        yield _plain(leaf, target, sum(known.values(), Fraction(0)), method)


def _plain(leaf: Leaf, baseline: Fraction, actual: Fraction, method: Method) -> Split:
    return Split(leaf, baseline, actual, method, None, ((), ()), (), {}, Fraction(0), ())
