"""Dividing one goal over child scopes by weights, with holds and bounds, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.diagnostics import message
from opsctl.diagnostics import Message
from opsctl.diagnostics import Problem
from opsctl.planning.allocate import apportion
from opsctl.planning.allocate import Infeasible
from opsctl.quantity import from_units
from opsctl.quantity import plain
from opsctl.quantity import to_units
from opsctl.records.target import Bounds
from opsctl.records.target import Hold
from opsctl.records.target import Split
from opsctl.workspace import Finding
from opsctl.workspace import Loaded
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Limits:
    """Floors and caps by key in smallest units; a hold is a floor and a cap at one number."""

    held: Mapping[str, int]
    least: Mapping[str, int]
    most: Mapping[str, int]

    def floor(self, key: str) -> int:
        """The least this key may get."""
        return self.held.get(key, self.least.get(key, 0))

    def cap(self, key: str) -> int | None:
        """The most this key may get, None for no limit."""
        return self.held.get(key, self.most.get(key))


@dataclass(frozen=True, slots=True)
class Division:
    """One goal divided: everything the numbers follow from, and the numbers, by child scope in order of id."""

    total: int
    digits: int
    policy: str
    weights: Mapping[str, Fraction]
    limits: Limits
    shares: Mapping[str, int]


def children_in(workspace: Workspace, scope: str, split: Split, year: int) -> tuple[str, ...]:
    """The scopes a split is over, by id: stores open at some time in the year, or the teams and stores just below."""
    below = workspace.stores_under(scope) if split.over == "stores" else workspace.children(scope)
    first, last = date(year, 1, 1), date(year, 12, 31)
    return tuple(child.id for child in below if child.kind != "store" or child.data.is_open(first, last))


def divide_goal(
    sheet: Loaded, written: str, split: Split, children: tuple[str, ...], total: int, digits: int
) -> tuple[Division | None, tuple[Finding, ...]]:
    """Divide a goal over the children; a division that cannot be made comes back as a finding."""
    weights = {child: Fraction(split.weights.get(child, 0)) for child in children}
    limits = limits_of(split.hold, split.bounds, digits)
    try:
        shares = apportion(
            list(weights.values()),
            total,
            least=[limits.floor(child) for child in children],
            most=[limits.cap(child) for child in children],
        )
    except Infeasible as clash:
        said = refusal(clash, digits)
        return None, (Finding("impossible-split", Problem(sheet.at("goals", written, "split"), said)),)
    shared = dict(zip(children, shares, strict=True))
    return Division(total, digits, split.policy, weights, limits, shared), ()


def limits_of(hold: Mapping[str, Hold], bounds: Mapping[str, Bounds], digits: int) -> Limits:
    """Holds and bounds in smallest units; amounts finer than the unit round down, so that nothing is promised twice."""

    def units(amount: object) -> int:
        exact = Fraction(str(amount))
        whole = to_units(exact, digits)
        return whole if whole is not None else int(exact * 10**digits)

    return Limits(
        {key: units(held.value) for key, held in hold.items()},
        {key: units(bound.at_least) for key, bound in bounds.items() if bound.at_least is not None},
        {key: units(bound.at_most) for key, bound in bounds.items() if bound.at_most is not None},
    )


def refusal(clash: Infeasible, digits: int) -> Message:
    """The sentence for a division that cannot be made, with the numbers that clash."""
    amounts = {
        "total": plain(from_units(clash.total, digits)),
        "least": plain(from_units(clash.least_sum, digits)),
        "most": "∞" if clash.most_sum is None else plain(from_units(clash.most_sum, digits)),
    }
    return message(f"plan.clash_{clash.reason}", **amounts)
