"""Who leads a team or store and who is whose manager: nobody types it, it follows from the roles people hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from opsctl.records.person import Held
from opsctl.workspace import Workspace

Holding = tuple[str, Held]
"""A person and a role that person holds."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """Every role held on one day, by place, by role and by person; people in order of their ids."""

    at: Mapping[str, list[Holding]]
    of: Mapping[str, list[Holding]]
    by: Mapping[str, list[Holding]]


def manager_at(workspace: Workspace, place: str, day: date) -> str | None:
    """The person who answers for a team or store on a day.

    Who leads it: the holder of the highest role there that there is one of, or that other roles there report to. Where
    nobody does, the manager of who works there; where nobody works there, who answers for the team above. Where nobody
    leads up to the top, who holds the highest role there.
    """
    held = holdings(workspace, day)
    highest: str | None = None
    for here in (place, *workspace.above(place)):
        ranked = sorted(held.at.get(here, ()), key=lambda holding: _rank(workspace, holding))
        leader = next((person for person, role in ranked if _leads(workspace, role, ranked)), None)
        if leader is None and ranked:
            leader = manager_of(workspace, ranked[0][0], day)
        if leader is not None:
            return leader
        highest = ranked[0][0] if ranked else highest
    return highest


def manager_of(workspace: Workspace, person: str, day: date) -> str | None:
    """The line manager of a person's main role on a day.

    Who holds the role above here or nearest above, or alone in the whole company; of a role that is vacant here, who
    holds the next one above it.
    """
    held = holdings(workspace, day)
    if person not in held.by:
        return None
    _, main = max(held.by[person], key=lambda holding: holding[1].fte)
    for role in roles_above(workspace, main.role):
        others = {who: other.at for who, other in held.of.get(role, ()) if who != person}
        for place in (main.at, *workspace.above(main.at)):
            here = next((who for who, at in others.items() if at == place), None)
            if here is not None:
                return here
        if len(others) == 1:
            return next(iter(others))
    return None


def only_holder_above(workspace: Workspace, role: str, day: date) -> str | None:
    """The person who alone holds the nearest role above: who may say what a role is."""
    held = holdings(workspace, day)
    for above in roles_above(workspace, role):
        holders = {who for who, _ in held.of.get(above, ())}
        if len(holders) == 1:
            return holders.pop()
    return None


@lru_cache(maxsize=4)
def holdings(workspace: Workspace, day: date) -> Holdings:
    """Who holds which role where on a day."""
    at: dict[str, list[Holding]] = {}
    of: dict[str, list[Holding]] = {}
    by: dict[str, list[Holding]] = {}
    for person in workspace.all("person").values():
        for held in person.data.roles:
            if held.covers(day):
                for index, key in ((at, held.at), (of, held.role), (by, person.id)):
                    index.setdefault(key, []).append((person.id, held))
    return Holdings(at, of, by)


def roles_above(workspace: Workspace, role: str) -> tuple[str, ...]:
    """The chain of roles above a role, nearest first; a circle is walked once."""
    chain: list[str] = []
    current = role
    while (found := workspace.get("role", current)) is not None and found.data.reports_to is not None:
        current = found.data.reports_to
        if current in chain or current == role:
            break
        chain.append(current)
    return tuple(chain)


def _rank(workspace: Workspace, holding: Holding) -> tuple[int, Decimal, str]:
    """The highest role first, then who gives it most time, then by id."""
    person, held = holding
    return len(roles_above(workspace, held.role)), -held.fte, person


def _leads(workspace: Workspace, held: Held, present: Sequence[Holding]) -> bool:
    role = workspace.get("role", held.role)
    single = role is not None and role.data.one_per is not None
    return single or any(held.role in roles_above(workspace, other.role) for _, other in present)
