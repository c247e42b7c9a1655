"""A sum whose terms all have fixed months: the months of one of them are what the others leave, to the unit."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from opsctl.metrics import Metric
from opsctl.metrics.algebra import is_ratio
from opsctl.metrics.drivers import terms_of
from opsctl.records.target import Goal


def left_by_others(
    written: Mapping[str, tuple[str, Goal]], fixed: Collection[str], graph: Mapping[str, Metric]
) -> frozenset[str]:
    """Choose the goals of a sheet that need no table of their own; `fixed` are those fixed here or above.

    Tables round each for itself, so three of them would break their sum by some units. Of those in the sheet the last
    without holds and bounds is left to the others; where all have some, the last, whose holds the sum then has to meet.
    """
    found: set[str] = set()
    for total in graph.values():
        terms = terms_of(total) if total.parts and not is_ratio(total) else {}
        own = [id_ for id_ in terms if id_ in written and written[id_][1].fix is not None]
        if not own or not found.isdisjoint(terms) or not all(id_ in fixed for id_ in terms):
            continue
        free = [id_ for id_ in own if not (written[id_][1].hold or written[id_][1].bounds)]
        found.add((free or own)[-1])
    return frozenset(found)
