"""The gap of one store or channel split over its drivers, exactly, at the grain at which it is computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.reviewing.attribution.chains import Chain, Drill, chains_of
from opsctl.reviewing.attribution.effects import effects_of, factors, unit_of
from opsctl.reviewing.attribution.lacking import lacking_of
from opsctl.reviewing.attribution.sides import Covered, Leaf, Sides, Values, covered, sums
from opsctl.reviewing.attribution.view import Lacking, Method

Both = tuple[Values, Values]
Read = Callable[[str], Both]
Totals = tuple[Fraction, ...]
Parts = Mapping[str, tuple[tuple[str, Fraction], ...]]


@dataclass(frozen=True, slots=True)
class Split:
    """A leaf's gap: the effects of its chain's drivers, and by driver the parts these are taken apart into.

    `totals` are the chain's on both sides over the days that could be split; `unit` is what one unit of the first
    driver is worth.
    """

    leaf: Leaf
    baseline: Fraction
    actual: Fraction
    method: Method
    chain: Chain | None
    totals: tuple[Totals, Totals]
    effects: tuple[Fraction, ...]
    parts: Parts
    unit: Fraction
    lacking: tuple[Lacking, ...]

    @property
    def unsplit(self) -> Fraction:
        """What no driver explains."""
        return self.actual - self.baseline - sum(self.effects, Fraction(0))


def split_leaf(sides: Sides, leaf: Leaf, metric: str, days: Covered, method: Method) -> Split:
    """Split a leaf's gap over the chain that explains most and is known on half of the days at least.

    Where there is none, over the one that covers most of them.
    """

    def both(id_: str) -> Both:
        return sides.actual(leaf, id_), sides.baseline(leaf, id_)

    store = sides.workspace.get("store", leaf.scope)
    chains = list(chains_of(metric, "shelf" if store is None else store.data.tree, method, sides.workspace.metrics))
    fitting = [(chain, _common([both(id_) for id_ in chain.totals], days)) for chain in chains]
    baseline, actual = sums(both(metric), covered(days, *both(metric)))
    found = None
    for chain, inside in sorted(fitting, key=lambda each: _rank(each[1], days)):
        found = found or _by_chain(chain, inside, both, method)
    used, chosen, totals, effects, parts, unit = found or (method, None, ((), ()), (), {}, Fraction(0))
    lacking = lacking_of(sides, leaf, chains, chosen, days, both)
    return Split(leaf, baseline, actual, used, chosen, totals, effects, parts, unit, lacking)


def _rank(inside: Covered, days: Covered) -> tuple[bool, int]:
    """Chains known on half of the days first, as they come; then by how many days they cover."""
    most = 2 * len(inside.actual) >= len(days.actual)
    return (not most, 0 if most else -len(inside.actual))


def _common(series: Sequence[Both], days: Covered) -> Covered:
    """The days on which all of a chain is known."""
    actual, baseline = (set.intersection(*(set(values[side]) for values in series)) for side in (0, 1))
    return covered(days, actual, baseline)


_Found = tuple[Method, Chain, tuple[Totals, Totals], tuple[Fraction, ...], Parts, Fraction]


def _by_chain(chain: Chain, days: Covered, both: Read, method: Method) -> _Found | None:
    """The split by a chain; None where no day can be split, or something would be a share of nothing."""
    base, now = _totals(chain.totals, days, both)
    found = factors(base, now) if days.actual else None
    if found is None:
        return None
    used, grouped = effects_of(method, *([[factor] for factor in side] for side in found))
    effects = tuple(group[0] for group in grouped)
    unit = unit_of(used, *found, effects[0])
    parts = {drill.driver: each for drill in chain.drills if (each := _drilled(chain, drill, days, both, used, unit))}
    return used, chain, (base, now), effects, parts, unit


def _totals(ids: Sequence[str], days: Covered, both: Read) -> tuple[Totals, Totals]:
    pairs = [sums(both(id_), days) for id_ in ids]
    return tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)


def _drilled(
    chain: Chain, drill: Drill, days: Covered, both: Read, method: Method, unit: Fraction
) -> tuple[tuple[str, Fraction], ...]:
    """The parts of a driver's effect; none where one of them is not known on all the days."""
    if _common([both(id_) for id_ in drill.totals], days) != days:
        return ()
    at = chain.drivers.index(drill.driver)
    if not at:
        whole, *parts = (
            new - old for old, new in zip(*_totals((chain.totals[0], *drill.totals), days, both), strict=True)
        )
        changes = (*parts, whole - sum(parts, Fraction(0)))
        return tuple((part, unit * change) for part, change in zip(drill.parts, changes, strict=True))
    longer = factors(*_totals((*chain.totals[:at], *drill.totals, *chain.totals[at:]), days, both))
    if longer is None:
        return ()
    many = len(drill.parts)
    groups = [
        [[side[n]] for n in range(at)] + [side[at : at + many]] + [[each] for each in side[at + many :]]
        for side in longer
    ]
    return tuple(zip(drill.parts, effects_of(method, *groups)[1][at], strict=True))
