"""Dividing one goal over child scopes by weights, with holds and bounds, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, lcm
from typing import TypeVar

from opsctl.diagnostics import Message, Problem, message
from opsctl.planning.dividing.allocate import Infeasible, apportion
from opsctl.quantity import from_units, plain, to_units
from opsctl.records.target import Bounds, Hold, Split
from opsctl.workspace import Finding, Loaded, Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """Floors and caps by key in smallest units; a hold is a floor and a cap at one number."""

    held: Mapping[str, int]
    least: Mapping[str, int]
    most: Mapping[str, int]

    def __bool__(self) -> bool:
        """Whether anything is limited at all."""
        return bool(self.held or self.least or self.most)

    def floor(self, key: str) -> int:
        """The least this key may get."""
        return self.held.get(key, self.least.get(key, 0))

    def cap(self, key: str) -> int | None:
        """The most this key may get, None for no limit."""
        return self.held.get(key, self.most.get(key))

    def and_(self, more: Limits) -> Limits:
        """These limits and others, the tighter of two; a hold of these stays."""
        least = {key: max(units, self.least.get(key, units)) for key, units in more.least.items()}
        most = {key: min(units, self.most.get(key, units)) for key, units in more.most.items()}
        return Limits({**more.held, **self.held}, {**self.least, **least}, {**self.most, **most})


@dataclass(frozen=True, slots=True)
class Division:
    """One goal divided: everything the numbers follow from, and the numbers, by child scope in order of id.

    `by` is the key that gave the weights, as written; None where they are written themselves.
    """

    total: int
    digits: int
    policy: str
    weights: Mapping[str, Decimal]
    limits: Limits
    shares: Mapping[str, int]
    by: str | None = None


def children_in(workspace: Workspace, scope: str, split: Split, year: int) -> tuple[str, ...]:
    """The scopes a split is over, by id: stores open at some time in the year, or the teams and stores just below."""
    below = workspace.stores_under(scope) if split.over == "stores" else workspace.children(scope)
    first, last = date(year, 1, 1), date(year, 12, 31)
    return tuple(child.id for child in below if child.kind != "store" or child.data.is_open(first, last))


def divide_goal(
    sheet: Loaded, written: str, split: Split, weights: Mapping[str, Decimal], total: int, digits: int
) -> tuple[Division | None, tuple[Finding, ...]]:
    """Divide a goal over the children by their weights; a division that cannot be made comes back as a finding."""
    children = tuple(weights)
    limits = limits_of(_among(children, split.hold), _among(children, split.bounds), digits)
    findings = list(holds_too_fine(sheet, written, ("split", "hold"), split.hold, digits))
    try:
        shares = apportion(
            whole(weights.values()),
            total,
            least=[limits.floor(child) for child in children] if limits else None,
            most=[limits.cap(child) for child in children] if limits else None,
        )
    except Infeasible as clash:
        said = refusal(clash, digits)
        findings.append(Finding("impossible-split", Problem(sheet.at("goals", written, "split"), said)))
        return None, tuple(findings)
    shared = dict(zip(children, shares, strict=True))
    return Division(total, digits, split.policy, weights, limits, shared, split.by), tuple(findings)


def whole(weights: Iterable[Decimal]) -> list[int]:
    """Weights by their common denominator; a thousand stores have too many to add up fractions."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    scale = lcm(*(below for _, below in ratios))
    return [above * (scale // below) for above, below in ratios]


def _among(children: tuple[str, ...], written: Mapping[str, T]) -> dict[str, T]:
    """What is written of the children, in their order; a hold of somebody else is no part of the division."""
    return {child: written[child] for child in children if child in written}


def limits_of(hold: Mapping[str, Hold], bounds: Mapping[str, Bounds], digits: int) -> Limits:
    """Holds and bounds in smallest units; what is finer than the unit rounds down, only a floor rounds up."""
    scale = 10**digits
    return Limits(
        {key: floor(Fraction(held.value) * scale) for key, held in hold.items()},
        {key: ceil(Fraction(low) * scale) for key, bound in bounds.items() if (low := bound.at_least) is not None},
        {key: floor(Fraction(high) * scale) for key, bound in bounds.items() if (high := bound.at_most) is not None},
    )


def holds_too_fine(
    sheet: Loaded, written: str, path: tuple[str, ...], holds: Mapping[str, Hold], digits: int
) -> Iterator[Finding]:
    """Name each hold that no whole number of smallest units can meet."""
    for key, held in holds.items():
        if to_units(held.value, digits) is None:
            said = message("plan.too_fine", metric=written, value=plain(held.value), digits=digits)
            yield Finding("finer-than-the-unit", Problem(sheet.at("goals", written, *path, key, "value"), said))


def refusal(clash: Infeasible, digits: int) -> Message:
    """The sentence for a division that cannot be made, with the numbers that clash."""
    amounts = {
        "total": plain(from_units(clash.total, digits)),
        "least": plain(from_units(clash.least_sum, digits)),
        "most": "∞" if clash.most_sum is None else plain(from_units(clash.most_sum, digits)),
    }
    return message(f"plan.clash_{clash.reason}", **amounts)
