"""
Numbers that a scope types where its share may differ: what was divided along with the share follows them instead.

A store that is to sell 500,000 net and says 510,000, within the policy of the split, gets the paid sales, refunds,
orders and visitors of 510,000: by its own ratios, or those that its shares came to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from opsctl.planning.dividing.policy import ALIGNED, EXACT, Divisions, divider
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.followers import NOBODY, Followers
from opsctl.planning.goals import GoalUnits
from opsctl.quantity import from_units
from opsctl.records.target import Goal
from opsctl.workspace import Workspace


def followers_of(
    workspace: Workspace,
    divisions: Divisions,
    scope: str,
    written: Mapping[str, tuple[str, Goal]],
    inherited: Mapping[str, int],
) -> Followers:
    """Find what follows the numbers that the scope's sheet types beside its shares; nobody where a share is exact."""
    typed = {id_: goal.value for id_, (_, goal) in written.items() if isinstance(goal.value, Decimal)}
    moved = {
        id_ for id_ in typed.keys() & inherited.keys() if _may_differ(workspace, divisions, (scope, id_), typed[id_])
    }
    if not moved:
        return NOBODY
    driven = dict(_driven(workspace, divisions, scope, inherited))
    found, more = set(moved), moved
    while more:
        more = {id_ for id_, each in driven.items() if id_ not in found and not found.isdisjoint(each.base)}
        found |= more
    metrics = frozenset(found - typed.keys())
    ratios = {driven[id_].step.identity: _reached(driven[id_], scope) for id_ in sorted(metrics) if driven[id_].ratios}
    return Followers(metrics, ratios)


def _may_differ(workspace: Workspace, divisions: Divisions, address: tuple[str, str], value: Decimal) -> bool:
    """Whether a typed number is not the share, and the split lets it be another."""
    scope, metric = address
    above = divider(workspace, divisions, scope, metric)
    if above is None or (division := divisions[above, metric]).policy in (EXACT, ALIGNED):
        return False
    return from_units(division.shares[scope], division.digits) != value


def _driven(
    workspace: Workspace, divisions: Divisions, scope: str, inherited: Mapping[str, int]
) -> Iterator[tuple[str, Driven]]:
    """The inherited metrics that were divided by what they follow from."""
    for metric in inherited:
        above = divider(workspace, divisions, scope, metric)
        division = None if above is None else divisions[above, metric]
        if isinstance(division, Driven):
            yield metric, division


def _reached(driven: Driven, scope: str) -> Fraction:
    """The ratio that the scope's shares came to; without any, what it was scaled from."""
    assert driven.ratios is not None
    (base,) = driven.base.values()
    share = Fraction(driven.shares[scope], 10**driven.digits)
    known = Fraction(base[scope], 10**driven.base_digits)
    top, bottom = (share, known) if driven.step.how == "ratio-numerator" else (known, share)
    if not top or not bottom:
        return Fraction(driven.ratios.relative[scope])
    return top / bottom * driven.factor


def moved_by_followers(
    workspace: Workspace,
    divisions: Divisions,
    goals: Mapping[str, Mapping[str, GoalUnits]],
    scope: str,
    metric: str,
) -> int:
    """By how many smallest units a sum may differ because numbers below follow others of their scope's own."""
    moved = 0
    stores = (store.id for store in workspace.stores_under(scope))
    for below in dict.fromkeys(each for store in stores for each in (store, *workspace.above(store))):
        goal = goals.get(below, {}).get(metric)
        if below == scope or goal is None or goal.how != "followed" or scope not in workspace.above(below):
            continue
        above = divider(workspace, divisions, below, metric)
        moved += goal.units - (divisions[above, metric].shares[below] if above is not None else 0)
    return moved
