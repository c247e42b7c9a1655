"""
Dividing a total that its own parts are shares of: paid sales of each store, whose refunds are its own share of them.

With net sales known and refunds a rate of paid sales, neither can be divided first. Refunds are divided by paid sales ×
rate, paid sales are net sales and refunds, and so on until nothing moves; each round brings both closer by about the
rate. Then every store's rate is the same multiple of its own, and both add up to the parent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from opsctl.metrics.algebra import inputs
from opsctl.metrics.drivers import Step, solved_for
from opsctl.metrics.metric import Metric
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.driven import Driven, Shares, Side, by_difference, by_ratio, ratio_limits, within
from opsctl.planning.drivers.ratios import Ratios

ROUNDS = 400
FINE = 6
"""The rounds are counted in millionths of the smallest unit."""


@dataclass(frozen=True, slots=True)
class Complement:
    """A sum to be solved in each child: its anchor, what is known, and the ratios that lead to the other terms."""

    step: Step
    total: Metric
    digits: int
    units: Mapping[str, int]
    known: Mapping[str, Shares]
    ratios: Sequence[tuple[Metric, Ratios]]
    children: tuple[str, ...]


def by_complement(sought: Complement) -> Mapping[str, Driven]:
    """Divide the anchor and every term that is a share of it; `units` are their totals. Raises Infeasible."""
    anchor = sought.step.metric
    found = {anchor: _settled(sought)}
    made: dict[str, Driven] = {}
    for ratio, each in sought.ratios:
        top, bottom = inputs(ratio)
        step = Step(top, "ratio-numerator", ratio.id, ((ratio.id, Fraction(0)), (bottom, Fraction(0))), Fraction(0))
        side = Side(bottom, sought.digits + FINE, found[bottom])
        made[top] = by_ratio(sought.units[top], sought.digits, step, ratio, side, each)
        found[top] = {child: units * 10**FINE for child, units in made[top].shares.items()}
    terms = solved_for(anchor, sought.total)
    shares = {**sought.known, **{top: each.shares for top, each in made.items()}}
    base = {id_: shares[id_] for id_ in terms}
    divided = by_difference(sought.units[anchor], sought.digits, sought.step, terms, base)
    made[anchor] = replace(divided, terms={top: each for top, each in made.items() if top in terms})
    return made


def _settled(sought: Complement) -> Shares:
    """The anchor of each child in fine units, once another round moves nobody."""
    anchor, terms = sought.step.metric, solved_for(sought.step.metric, sought.total)
    known = [
        (sign, {child: units * 10**FINE for child, units in sought.known[id_].items()})
        for id_, sign in terms.items()
        if id_ in sought.known
    ]
    rest = {child: sum(sign * shares.get(child, 0) for sign, shares in known) for child in sought.children}
    scale = max(sum(rest.values()), 1)
    whole = sought.units[anchor] * 10**FINE
    found: Shares = {child: max(0, units) * whole // scale for child, units in rest.items()}
    for _ in range(ROUNDS):
        values = {anchor: found}
        for ratio, each in sought.ratios:
            top, bottom = inputs(ratio)
            values[top] = _round(sought, ratio, each, values[bottom], sought.units[top] * 10**FINE)
        tops = [(sign, values[id_]) for id_, sign in terms.items() if id_ in values]
        after = {child: units + sum(sign * top[child] for sign, top in tops) for child, units in rest.items()}
        if after == found:
            break
        found = {child: max(0, units) for child, units in after.items()}
    return found


def _round(sought: Complement, ratio: Metric, ratios: Ratios, bottom: Shares, total: int) -> dict[str, int]:
    """One numerator over the children by the denominators of the last round."""
    weights = {child: units * int(ratios.relative[child].scaleb(12)) for child, units in bottom.items()}
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(bottom, 0)
    if ratios.fixed or ratios.least or ratios.most:
        side = Side(inputs(ratio)[1], sought.digits + FINE, bottom)
        limits = ratio_limits(sought.digits + FINE, Fraction(ratio.factor), side, ratios, True)
        try:
            return within(weights, total, Limits(limits.held, limits.least, limits.most))
        except Infeasible:
            pass  # Not yet: the first rounds are far off. The last division says it where it stays so.
    return {child: weight * total // whole for child, weight in weights.items()}
