"""Who holds which role where and when: the people's records seen from the roles and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from opsctl.diagnostics import Place
from opsctl.workspace import Loaded, Workspace


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's time in a role at a place; `last` is included, and date.max where the end is open."""

    holder: Loaded
    index: int
    role: str
    place: str
    first: date
    last: date

    @property
    def person(self) -> str:
        """The id of the person."""
        return self.holder.id

    @property
    def at(self) -> Place:
        """Where the stay is written."""
        return self.key()

    def key(self, *keys: str) -> Place:
        """Where a part of the stay is written."""
        return self.holder.at("roles", self.index, *keys)

    def meets(self, other: Stay) -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


Stays = Mapping[tuple[str, str], Sequence[Stay]]
"""Stays by role and place, the earliest first."""


# A dozen rules walk the same stays.
@lru_cache(maxsize=2)
def every_stay(workspace: Workspace) -> Sequence[Stay]:
    """List every stay that has a day at all; one that ends before it begins is reported elsewhere."""
    return tuple(
        Stay(person, index, held.role, held.at, held.from_, last)
        for person in workspace.all("person").values()
        for index, held in enumerate(person.data.roles)
        if held.from_ <= (last := held.until or date.max)
    )


@lru_cache(maxsize=2)
def stays(workspace: Workspace) -> Stays:
    """Gather the stays of each role and place."""
    found: dict[tuple[str, str], list[Stay]] = {}
    for stay in every_stay(workspace):
        found.setdefault((stay.role, stay.place), []).append(stay)
    return {key: sorted(each, key=lambda stay: (stay.first, stay.person)) for key, each in found.items()}


def superiors(workspace: Workspace, stay: Stay, held: Stays) -> Sequence[Stay]:
    """Who holds the role that this one reports to, at the same place or else at the nearest one above it."""
    role = workspace.get("role", stay.role)
    if role is None or role.data.reports_to is None:
        return ()
    for place in (stay.place, *workspace.above(stay.place)):
        found = [other for other in held.get((role.data.reports_to, place), ()) if other.meets(stay)]
        if found:
            return found
    return ()
