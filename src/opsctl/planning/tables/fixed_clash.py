"""The sentence for fixed months that cannot be met: years, months, holds and bounds that clash, and their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsctl.diagnostics import Listed, Message, Place, message
from opsctl.period import month
from opsctl.planning.months import goal_place
from opsctl.planning.tables.clash import Clash, Part
from opsctl.quantity import from_units, plain
from opsctl.records.target import Goal
from opsctl.workspace import Workspace

Written = Mapping[str, tuple[str, Goal]]
"""The goals of a scope's sheet by metric, each with its key."""
_LISTED = 12
_SIGNS = {"row": "=", "column": "=", "hold": "=", "floor": "≥", "cap": "≤", "zero": "="}


@dataclass(frozen=True, slots=True)
class Axes:
    """What the rows and columns of a table are: the leaf scopes, and the months of the scope above."""

    workspace: Workspace
    year: int
    scope: str
    written: tuple[str, Goal]
    leaves: tuple[str, ...]
    own: Mapping[str, tuple[str, Goal] | None]
    digits: int


def clash_said(clash: Clash, axes: Axes) -> tuple[Message, tuple[tuple[Place, Message], ...]]:
    """Name what asks for units, what leaves too little place for them, and by how much; and where each is written."""
    asks = [part for part in clash.parts if part.asks]
    leaves = [part for part in clash.parts if not part.asks]
    said = message(
        "fixed.clash",
        asking=_listed(asks, axes) or "0",
        leaving=_listed(leaves, axes) or "0",
        need=_plain(clash.need, axes),
        place=_plain(clash.place, axes),
        gap=_plain(clash.need - clash.place, axes),
    )
    listed = (*asks[:_LISTED], *leaves[:_LISTED])
    return said, tuple((_place(part, axes), _sentence(part, axes)) for part in listed)


def _listed(parts: Sequence[Part], axes: Axes) -> str:
    """The first of them by address, as many as stand beside the sentence with their places; and how many more."""
    further = (f"… +{len(parts) - _LISTED}",) if len(parts) > _LISTED else ()
    return Listed((*(_short(part, axes) for part in parts[:_LISTED]), *further), "; ")


def _short(part: Part, axes: Axes) -> str:
    """A part as it would be addressed: scope/period and its number."""
    return f"{_scope(part, axes)}/{_period(part, axes)} {_SIGNS[part.kind]} {_plain(part.units, axes)}"


def _sentence(part: Part, axes: Axes) -> Message:
    value = _plain(part.units, axes)
    return message(f"fixed.part_{part.kind}", scope=_scope(part, axes), period=_period(part, axes), value=value)


def _place(part: Part, axes: Axes) -> Place:
    scope = _scope(part, axes)
    written = axes.written if part.row is None else axes.own[scope]
    period = None if part.column is None else month(axes.year, part.column + 1)
    return goal_place(axes.workspace, scope, axes.year, written, period)


def _scope(part: Part, axes: Axes) -> str:
    return axes.scope if part.row is None else axes.leaves[part.row]


def _period(part: Part, axes: Axes) -> str:
    return f"{axes.year}" if part.column is None else f"{axes.year}-{part.column + 1:02d}"


def _plain(units: int, axes: Axes) -> str:
    return plain(from_units(units, axes.digits))
