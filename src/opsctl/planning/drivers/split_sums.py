"""Sums whose terms have splits by weight of their own: in a child they need not add up any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from opsctl.diagnostics import Problem, message
from opsctl.metrics.algebra import is_ratio
from opsctl.metrics.drivers import terms_of
from opsctl.planning.dividing.division import Division
from opsctl.planning.drivers.contradictions import RULE, gap, shown
from opsctl.planning.drivers.drive import Drive
from opsctl.planning.goals import goals_by_id
from opsctl.quantity import places
from opsctl.workspace import Finding


def sums_of_splits(work: Drive, divisions: Mapping[str, Division]) -> Iterator[Finding]:
    """Name each sum that splits by weight of their own break in some child."""
    sheet = work.workspace.sheet(work.scope, work.year)
    written = goals_by_id(work.workspace, sheet)
    for total in work.graph.values():
        terms = terms_of(total) if total.parts and not is_ratio(total) else {}
        own = [id_ for id_ in terms if id_ in divisions]
        if sheet is None or not own or not all(id_ in work.shares for id_ in terms):
            continue
        if any(divisions[id_].policy != "exact" for id_ in own):
            continue
        children = sorted({child for id_ in terms for child in work.shares[id_]})
        off = {child: sum(sign * work.shares[id_].get(child, 0) for id_, sign in terms.items()) for child in children}
        broken = [child for child in children if off[child]]
        if broken:
            child, digits = broken[0], places(total.unit)
            value, rest = work.shares[total.id].get(child, 0), off[child]
            given, implied = (Fraction(number, 10**digits) for number in (value, value + rest))
            product = "".join(f" {'-' if sign < 0 else '+'} {id_}" for id_, sign in total.parts).removeprefix(" + ")
            said = message(
                "drivers.splits_disagree", scope=child, count=len(broken), metric=total.id, given=shown(given),
                product=product, implied=shown(implied), gap=gap(given, implied),
            )  # fmt: skip
            yield Finding(RULE, Problem(sheet.at("goals", written[own[-1]][0], "split", key=True), said))
