"""Driver arithmetic: from the metrics that are known, every other one that follows, each with its step.

Three kinds of identity are used. A ratio: numerator × factor = ratio × denominator. A signed sum: the total or any
one part follows from the rest. A complement: several unknowns of a sum are known multiples of one, as refunds are of
paid sales in net = paid − rate × paid. Where that leads nowhere, multiples may pass through other sums too: goods are a
share of net sales, net sales of paid sales, and so a profit leads to the sales it takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from opsctl.metrics.algebra import Number, inputs, is_ratio
from opsctl.metrics.identities import Identities, Same, identities_of
from opsctl.metrics.metric import Metric

How = Literal["ratio-numerator", "ratio-denominator", "sum", "ratio", "complement"]
Multiples = dict[str, tuple[Fraction, tuple[str, ...]]]
"""Metrics as multiples of one of them, each with the ratios on the way."""
HOWS: tuple[How, ...] = ("sum", "ratio-numerator", "ratio-denominator", "complement", "ratio")


@dataclass(frozen=True, slots=True)
class Step:
    """How one value follows: `identity` is the ratio or the total whose equation was solved for `metric`."""

    metric: str
    how: How
    identity: str
    inputs: tuple[tuple[str, Fraction], ...]
    value: Fraction


@dataclass(frozen=True, slots=True)
class Derived:
    """The wanted values that are known or follow, and the steps that lead to them, each after its inputs."""

    values: Mapping[str, Fraction]
    steps: Mapping[str, Step]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A broken ratio or sum: `metric` has one value while the rest of the `identity` implies another.

    `metric` is the ratio or the total itself, but for a denominator of zero, where it is the numerator.
    `steps` led to values that were not given.
    """

    identity: str
    metric: str
    given: Fraction
    implied: Fraction
    steps: tuple[Step, ...]


def derive(known: Mapping[str, Number], wanted: Iterable[str] | None, metrics: Mapping[str, Metric]) -> Derived:
    """What follows for the `wanted` metrics (None: for all); the order of the arguments changes nothing.

    Values arise in rounds of single equations, so the shortest derivation wins; in a round, sums come before ratios and
    ids decide. Complements are solved only where single equations lead no further.
    """
    until = None if wanted is None else set(wanted)
    values, steps = _closure(known, metrics, until)
    asked = sorted(values if until is None else until & values.keys())
    used = _leading_to(asked, steps)
    return Derived(MappingProxyType({id: values[id] for id in asked}), MappingProxyType(used))


def contradictions(known: Mapping[str, Number], metrics: Mapping[str, Metric]) -> tuple[Contradiction, ...]:
    """The identities that the known values break, also through values that follow from them; exact, no tolerance."""
    return _contradictions(known, metrics) if _says_twice(frozenset(known), Same(metrics)) else ()


# A thousand stores set goals on the same few metrics: whether these can say one thing twice is asked once.
@lru_cache(maxsize=1_024)
def _says_twice(known: frozenset[str], same: Same) -> bool:
    """Whether numbers for these metrics can contradict each other: numbers that have nothing in common would."""
    unlike = {id: Fraction(2 * number * number + 1_009, number + 977) for number, id in enumerate(sorted(known))}
    return bool(_contradictions(unlike, same.metrics))


def _contradictions(known: Mapping[str, Number], metrics: Mapping[str, Metric]) -> tuple[Contradiction, ...]:
    values, steps = _closure(known, metrics)
    touching = identities_of(metrics).touching
    near = {metric.id: metric for id in values for metric in touching.get(id, ())}
    found = []
    for metric in sorted(near.values(), key=lambda metric: metric.id):
        below = inputs(metric)
        if metric.id not in values or any(part not in values for part in below):
            continue
        id, implied = _implied(metric, values)
        if implied != values[id]:
            chain = _leading_to((metric.id, *below), steps)
            found.append(Contradiction(metric.id, id, values[id], implied, tuple(chain.values())))
    return tuple(found)


def leading_to(metric: str, steps: Mapping[str, Step]) -> tuple[Step, ...]:
    """The steps among these that lead to a metric, each after its inputs; none for one that is not among them."""
    return tuple(_leading_to((metric,), steps).values())


def terms_of(total: Metric) -> dict[str, int]:
    """A sum as an equation: its terms with these signs add up to zero."""
    return {total.id: -1, **dict(total.parts)}


def solved_for(metric: str, total: Metric) -> dict[str, int]:
    """The signs of the other terms where a sum is solved for one of them, added ones first."""
    terms = terms_of(total)
    signs = {id: -terms[metric] * sign for id, sign in terms.items() if id != metric}
    return dict(sorted(signs.items(), key=lambda term: -term[1]))


def _implied(metric: Metric, values: Mapping[str, Fraction]) -> tuple[str, Fraction]:
    if not is_ratio(metric):
        return metric.id, sum((sign * values[part] for part, sign in metric.parts), Fraction(0))
    top, bottom = inputs(metric)
    if not values[bottom]:
        return top, Fraction(0)
    return metric.id, values[top] / values[bottom] * metric.factor


def _closure(
    known: Mapping[str, Number], metrics: Mapping[str, Metric], until: Set[str] | None = None
) -> tuple[dict[str, Fraction], dict[str, Step]]:
    """All that follows, or enough to have `until`."""
    values, steps = {id: Fraction(number) for id, number in known.items()}, dict[str, Step]()
    identities = identities_of(metrics)
    fresh = set(values)
    while until is None or not until <= values.keys():
        # Only an identity with a value of the last round in it can have become solvable.
        near = {metric.id: metric for id in fresh for metric in identities.touching.get(id, ())}
        found = [step for metric in near.values() if (step := _from_one(metric, values))]
        found = found or _complements(identities, values) or _complements(identities, values, nested=True)
        best = {step.metric: step for step in sorted(found, key=_rank, reverse=True)}
        if not best:
            break
        for id in sorted(best):
            steps[id], values[id] = best[id], best[id].value
        fresh = set(best)
    return values, steps


def _rank(step: Step) -> tuple[int, str]:
    return HOWS.index(step.how), step.identity


def _from_one(metric: Metric, values: Mapping[str, Fraction]) -> Step | None:
    return _from_ratio(metric, values) if is_ratio(metric) else _from_sum(metric, values)


def _complements(identities: Identities, values: Mapping[str, Fraction], *, nested: bool = False) -> list[Step]:
    """A step for every sum whose unknowns are multiples of one of them; `nested`: also through other sums."""
    ratios = [metric for metric in identities.ratios if metric.id in values]
    anchors = sorted({inputs(ratio)[1] for ratio in ratios} - values.keys())
    totals = [total for total in identities.sums if anchors and _is_begun(total, values)]
    multiples = {anchor: _multiples(anchor, ratios, (), values) for anchor in anchors if totals and not nested}
    found = []
    for total in totals:
        if nested:
            through = [other for other in identities.sums if other is not total]
            multiples = {anchor: _multiples(anchor, ratios, through, values) for anchor in anchors}
        found.append(_from_complement(total, multiples, values))
    return [step for step in found if step is not None]


def _is_begun(total: Metric, values: Mapping[str, Fraction]) -> bool:
    """Whether some of a sum is known and some is not."""
    known = (total.id in values) + sum(part in values for part, _ in total.parts)
    return 0 < known <= len(total.parts)


def _from_ratio(metric: Metric, values: Mapping[str, Fraction]) -> Step | None:
    top_id, bottom_id = inputs(metric)
    ratio, top, bottom = values.get(metric.id), values.get(top_id), values.get(bottom_id)
    if ratio is None and top is not None and bottom:
        found = ((top_id, top), (bottom_id, bottom))
        return Step(metric.id, "ratio", metric.id, found, top / bottom * metric.factor)
    if top is None and ratio is not None and bottom is not None:
        found = ((metric.id, ratio), (bottom_id, bottom))
        return Step(top_id, "ratio-numerator", metric.id, found, ratio * bottom / metric.factor)
    if bottom is None and top is not None and ratio:
        found = ((top_id, top), (metric.id, ratio))
        return Step(bottom_id, "ratio-denominator", metric.id, found, top * metric.factor / ratio)
    return None


def _from_sum(total: Metric, values: Mapping[str, Fraction]) -> Step | None:
    terms = terms_of(total)
    missing = [id for id in terms if id not in values]
    if len(missing) != 1 or not terms[missing[0]]:
        return None
    rest = tuple((id, values[id]) for id in terms if id in values)
    moved = -sum((terms[id] * number for id, number in rest), Fraction(0))
    return Step(missing[0], "sum", total.id, rest, moved / terms[missing[0]])


def _from_complement(total: Metric, multiples: Mapping[str, Multiples], values: Mapping[str, Fraction]) -> Step | None:
    terms = terms_of(total)
    missing = [id for id in terms if id not in values]
    rest = tuple((id, values[id]) for id in terms if id in values)
    found = []
    for anchor, shares in multiples.items():
        if not all(id in shares for id in missing):
            continue
        share = sum((terms[id] * shares[id][0] for id in missing), Fraction(0))
        if share:
            moved = -sum((terms[id] * number for id, number in rest), Fraction(0))
            used = dict.fromkeys(ratio for id in missing for ratio in shares[id][1])
            given = rest + tuple((id, values[id]) for id in used)
            found.append(Step(anchor, "complement", total.id, given, moved / share))
    return min(found, key=lambda step: (len(step.inputs), step.metric), default=None)


def _multiples(
    anchor: str, ratios: Sequence[Metric], sums: Sequence[Metric], values: Mapping[str, Fraction]
) -> Multiples:
    """Each unknown that is a multiple of the anchor, with the multiple and the known ratios on the way to it."""
    shares: Multiples = {anchor: (Fraction(1), ())}
    waiting = [anchor]
    while waiting:
        bottom = waiting.pop(0)
        for ratio in ratios:
            top, below = inputs(ratio)
            if below == bottom and top not in shares and top not in values:
                share, way = shares[bottom]
                shares[top] = (share * values[ratio.id] / ratio.factor, (*way, ratio.id))
                waiting.append(top)
        if not waiting:
            waiting = [id for total in sums if (id := _through_sum(total, shares, values)) is not None]
    return shares


def _through_sum(total: Metric, shares: Multiples, values: Mapping[str, Fraction]) -> str | None:
    """The one term of a sum that is a multiple because all its other terms are; it joins the shares."""
    terms = terms_of(total)
    missing = [id for id in terms if id not in shares]
    if len(missing) != 1 or missing[0] in values:
        return None
    rest = {id: shares[id] for id in terms if id in shares}
    share = -sum((terms[id] * multiple for id, (multiple, _) in rest.items()), Fraction(0)) / terms[missing[0]]
    shares[missing[0]] = share, tuple(dict.fromkeys(ratio for _, way in rest.values() for ratio in way))
    return missing[0]


def _leading_to(wanted: Iterable[str], steps: Mapping[str, Step]) -> dict[str, Step]:
    needed: set[str] = set()
    waiting = [id for id in wanted if id in steps]
    while waiting:
        id = waiting.pop()
        if id not in needed:
            needed.add(id)
            waiting.extend(given for given, _ in steps[id].inputs if given in steps)
    return {id: step for id, step in steps.items() if id in needed}
