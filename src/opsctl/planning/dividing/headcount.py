"""How much work stands behind a scope: the days that people hold roles there, by how much of their time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from opsctl.workspace import Workspace

_NOTHING = Decimal(0)


def headcount(workspace: Workspace, scope: str, year: int) -> Decimal:
    """The FTE-days of a year at a scope and everything below it: each day somebody holds a role, by its share of time.

    Whoever holds two roles on one day counts with both shares.
    """
    return _headcounts(workspace, year).get(scope, _NOTHING)


@lru_cache(maxsize=8)
def _headcounts(workspace: Workspace, year: int) -> Mapping[str, Decimal]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    found: dict[str, Decimal] = {}
    for person in workspace.all("person").values():
        for held in person.data.roles:
            worked = held.fte * held.days_in(first, last)
            for scope in (held.at, *workspace.above(held.at)) if worked else ():
                found[scope] = found.get(scope, _NOTHING) + worked
    return found
