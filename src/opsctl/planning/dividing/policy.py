"""What a split asks of its parts: to add up exactly, to at least the whole, to within a tolerance, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from opsctl.planning.dividing.division import Division
from opsctl.planning.drivers.driven import Driven
from opsctl.records.dividing import tolerance
from opsctl.workspace import Workspace

Divisions: TypeAlias = Mapping[tuple[str, str], Division | Driven]

EXACT, AT_LEAST, ALIGNED = "exact", "at_least", "aligned"


def keeps(policy: str, wanted: int, got: int) -> bool:
    """Say whether a number is as the policy asks beside the one that was wanted."""
    if policy == ALIGNED or got == wanted:
        return True
    if policy == AT_LEAST:
        return got > wanted
    share = tolerance(policy)
    return share is not None and abs(got - wanted) <= Fraction(share) * abs(wanted)


def divider(workspace: Workspace, divisions: Divisions, scope: str, metric: str) -> str | None:
    """The nearest scope above whose split hands this one its number."""
    for above in workspace.above(scope):
        division = divisions.get((above, metric))
        if division is not None and scope in division.shares:
            return above
    return None


def divided_through(workspace: Workspace, divisions: Divisions, scope: str, metric: str) -> str | None:
    """The nearest scope above whose split over stores passes this team by; None where none does."""
    stores = {store.id for store in workspace.stores_under(scope)}
    for above in workspace.above(scope):
        division = divisions.get((above, metric))
        if division is not None and (scope in division.shares or not stores.isdisjoint(division.shares)):
            return None if scope in division.shares else above
    return None
