"""One metric's targets down the organisation: what `plan show --tree` draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from opsctl.metrics import value
from opsctl.metrics.algebra import additive, inputs
from opsctl.period import Period
from opsctl.planning.periods import targeted_metrics, units_by_day
from opsctl.planning.tier_targets import tier_by_day
from opsctl.planning.tiers import Tier
from opsctl.quantity import places
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Branch:
    """A scope with its target over a period and the scopes below that have one; a ratio's are never added up."""

    scope: str
    value: Fraction | None
    below: tuple[Branch, ...] = ()


def branch(workspace: Workspace, scope: str, metric: str, period: Period, tier: Tier | None = None) -> Branch:
    """The scope and everything below it that has a target of the metric; `value` is None where it has none itself.

    Of a tier, only what has one is shown: tiers come down from where they are typed and are never added up, and those
    of a ratio's parts need not belong together.
    """
    found = (branch(workspace, child.id, metric, period, tier) for child in workspace.children(scope))
    below = tuple(child for child in found if child.value is not None or child.below)
    return Branch(scope, _target(workspace, scope, metric, period, tier), below)


def walk(top: Branch, trail: tuple[bool, ...] = ()) -> Iterator[tuple[tuple[bool, ...], Branch]]:
    """Every branch, those above first, each with its trail: whether it and each of those above is the last child."""
    yield trail, top
    for number, child in enumerate(top.below, 1):
        yield from walk(child, (*trail, number == len(top.below)))


def _target(workspace: Workspace, scope: str, metric: str, period: Period, tier: Tier | None) -> Fraction | None:
    if tier is not None:
        return _tier(workspace, scope, metric, period, tier)
    targeted = targeted_metrics(workspace, scope, period)
    if additive(workspace.metrics[metric]):
        return _total(workspace, scope, metric, period) if metric in targeted else None
    parts = inputs(workspace.metrics[metric])
    if not parts or not all(part in targeted for part in parts):
        return None
    return value(metric, {part: _total(workspace, scope, part, period) for part in parts}, workspace.metrics)


def _tier(workspace: Workspace, scope: str, metric: str, period: Period, tier: Tier) -> Fraction | None:
    days = tier_by_day(workspace, scope, metric, tier, period) if additive(workspace.metrics[metric]) else {}
    return Fraction(sum(days.values()), 10 ** places(workspace.metrics[metric].unit)) if days else None


def _total(workspace: Workspace, scope: str, metric: str, period: Period) -> Fraction:
    units = sum(units_by_day(workspace, scope, metric, period).values())
    return Fraction(units, 10 ** places(workspace.metrics[metric].unit))
