"""Two workspaces compared: records, numbers, whose they are, and which guardrails fired."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opsctl.changes.guards import Limits, guards_of
from opsctl.changes.moves import of_person, target_moves
from opsctl.changes.records import Side, record_changes
from opsctl.changes.stretch import with_stretches
from opsctl.changes.view import Difference, Move
from opsctl.diagnostics import Diagnostic
from opsctl.reviewing.facts import Facts


def difference(
    old: Side,
    new: Side,
    limits: Limits,
    facts: Callable[[], Facts],
    caused: tuple[Diagnostic, ...] = (),
    fixed: tuple[Diagnostic, ...] = (),
) -> Difference:
    """Everything in which the new workspace differs from the old one.

    Actuals tell how far targets stretch; they are asked for only where one moved, for reading them takes longest.
    """
    records = record_changes(old, new)
    moves = target_moves(old.workspace, new.workspace, records)
    # People's numbers are parts of their places', which are guarded themselves; a tier commits nobody.
    guarded = tuple(move for move in moves if move.tier is None and not of_person(old.workspace, new.workspace, move))
    return Difference(
        old=old.workspace,
        new=new.workspace,
        records=records,
        moves=with_stretches(new.workspace, facts(), moves, limits.today) if moves else (),
        owners=_owners(moves),
        guards=guards_of(old.workspace, new.workspace, records, guarded, limits),
        caused=caused,
        fixed=fixed,
    )


def _owners(moves: tuple[Move, ...]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for move in moves:
        if move.owner and (move.scope, move.metric) not in (known := found.setdefault(move.owner, [])):
            known.append((move.scope, move.metric))
    return {owner: tuple(cells) for owner, cells in found.items()}
