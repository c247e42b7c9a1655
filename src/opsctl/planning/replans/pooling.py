"""Sharing what is left of several scopes' years, so that one makes up for what another lacks and the sum stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opsctl.diagnostics import Problem, message
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.planning.dividing.division import Division
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.months import Cell
from opsctl.planning.replans.remake import Left, is_reached, pooled, together
from opsctl.quantity import from_units, plain
from opsctl.records.target import Replan
from opsctl.workspace import Finding, Loaded, Workspace

Address = tuple[str, str]
"""A scope and a metric."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What is left of several scopes' years together, by scope: planned, room, and what each one gets of it.

    `reached` says that nothing is left, because the closed months together have used up the years.
    """

    rest: int
    planned: Mapping[str, int]
    rooms: Mapping[str, tuple[int, int | None]]
    shares: Mapping[str, int]
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One scope's metric on its way to a version; `sheet` and `index` say where it is written."""

    cell: Cell
    sheet: Loaded
    index: int
    replan: Replan
    closed: tuple[int, ...]
    left: Left

    @property
    def rest(self) -> int:
        """What the year leaves for the months left."""
        return self.cell.year - sum(self.closed)


def pools(
    workspace: Workspace,
    parts: Mapping[Address, Part],
    divisions: Mapping[Address, Division | Driven],
    findings: list[Finding],
) -> Iterator[tuple[Address, Pool | None]]:
    """What each scope that shares gets of what is left of all; None where there is no room, which is reported."""
    groups: dict[Address, list[Part]] = {}
    for (scope, metric), part in parts.items():
        if part.replan.share == "pool" and part.replan.policy != "absorb":
            groups.setdefault((_root(workspace, scope, metric, divisions), metric), []).append(part)
    for (_, metric), group in groups.items():
        pool = _shared(workspace, metric, group, divisions, findings)
        for part in group:
            yield (part.cell.scope, metric), pool


def _shared(
    workspace: Workspace,
    metric: str,
    group: list[Part],
    divisions: Mapping[Address, Division | Driven],
    findings: list[Finding],
) -> Pool | None:
    rest = sum(part.rest for part in group)
    scopes = [part.cell.scope for part in group]
    planned = {part.cell.scope: part.left.total for part in group}
    rooms = {part.cell.scope: _room(workspace, metric, part, divisions) for part in group}
    if is_reached(sum(planned.values()), rest):
        return Pool(rest, planned, rooms, planned, reached=True)
    try:
        shares = pooled([part.left for part in group], rest, [rooms[scope] for scope in scopes])
    except Infeasible:
        findings.append(refused(group[0], rest, together(list(rooms.values()))))
        return None
    return Pool(rest, planned, rooms, dict(zip(scopes, shares, strict=True)))


def _root(workspace: Workspace, scope: str, metric: str, divisions: Mapping[Address, Division | Driven]) -> str:
    """The scope below which a gap may be shared: the top one, or the nearest whose own year is held by a split."""
    chain = (scope, *workspace.above(scope))
    for at, each in enumerate(chain):
        for above in chain[at + 1 :]:
            division = divisions.get((above, metric))
            if division is not None and each in division.limits.held:
                return each
    return chain[-1]


def _room(
    workspace: Workspace, metric: str, part: Part, divisions: Mapping[Address, Division | Driven]
) -> tuple[int, int | None]:
    """How little and how much a scope can take: by its months, and by the bounds of its year in a split."""
    least, most = part.left.room()
    scope, closed = part.cell.scope, sum(part.closed)
    for above in workspace.above(scope):
        division = divisions.get((above, metric))
        if division is not None and scope in division.shares:
            low, high = division.limits.least.get(scope), division.limits.most.get(scope)
            least = least if low is None else max(least, low - closed)
            most = most if high is None else high - closed if most is None else min(most, high - closed)
    return least, most


def refused(part: Part, rest: int, room: tuple[int, int | None]) -> Finding:
    """The finding for a version that cannot be made, where its way is written."""
    least, most = room
    digits, gap = part.cell.digits, rest - part.left.total
    kind = "replan.no_events" if part.left.policy == "events" and not any(part.left.weights) else "replan.no_room"
    said = message(
        kind,
        scope=part.cell.scope,
        metric=part.cell.metric,
        first=part.replan.from_.label,
        rest=plain(from_units(rest, digits)),
        gap=plain(from_units(gap, digits)),
        least=plain(from_units(least, digits)),
        most="∞" if most is None else plain(from_units(most, digits)),
    )
    return Finding("impossible-split", Problem(part.sheet.at("replan", part.index, "policy"), said))
