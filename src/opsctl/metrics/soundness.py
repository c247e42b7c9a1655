"""
Formulas that can be computed: none leads to a metric that is not there, back to itself, or through hundreds of others.

A team may write any formula. One that cannot be computed is reported by a rule and taken away here, once, so that no
computation has to look out for circles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from opsctl.metrics.algebra import inputs
from opsctl.metrics.metric import Metric

# A formula is computed by following it down; parts of parts of parts may double it at every step.
MOST_METRICS = 200

Flaws = Mapping[str, str]
Inputs = Mapping[str, Collection[str]]


def flaws(metrics: Mapping[str, Metric]) -> Flaws:
    """What is wrong with the formulas that cannot be computed, by metric: `unknown`, `circle` or `large`."""
    below = {id: inputs(metric) for id, metric in metrics.items()}
    found = {id: "unknown" for id, parts in below.items() if not all(part in metrics for part in parts)}
    sound = {id: () if id in found else parts for id, parts in below.items()}
    found.update(dict.fromkeys(_circular(sound), "circle"))
    sizes: dict[str, int] = {}
    for id in _upwards({id: () if id in found else parts for id, parts in below.items()}):
        sizes[id] = 1 + (0 if id in found else sum(sizes[part] for part in below[id]))
        if sizes[id] > MOST_METRICS:
            found[id], sizes[id] = "large", 1
    return MappingProxyType(found)


def without(metrics: Mapping[str, Metric], found: Flaws) -> Mapping[str, Metric]:
    """The same dictionary, in which those metrics have no formula and can only be measured."""
    bare = {id: replace(metrics[id], numerator=None, denominator=None, parts=()) for id in found}
    return MappingProxyType({**metrics, **bare}) if bare else metrics


def _circular(below: Inputs) -> Collection[str]:
    """The metrics on a circle, or on the way from one circle to another."""
    rest = below.keys() - set(_upwards(below))
    above: dict[str, set[str]] = defaultdict(set)
    for id in rest:
        for part in below[id]:
            if part in rest:
                above[part].add(id)
    return rest - set(_upwards({id: above[id] for id in rest}))


def _upwards(below: Inputs) -> Iterator[str]:
    """Every metric after all that it is computed from; those that have a circle under them never come."""
    waits = {id: len(set(parts)) for id, parts in below.items()}
    above: dict[str, list[str]] = defaultdict(list)
    for id, parts in below.items():
        for part in set(parts):
            above[part].append(id)
    ready = [id for id, count in waits.items() if not count]
    while ready:
        id = ready.pop()
        yield id
        for higher in above[id]:
            waits[higher] -= 1
            if not waits[higher]:
                ready.append(higher)
