"""`opsctl refs`: who points to a record, to whom it points, and what a change of it would touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.records import find
from opsctl.diagnostics import Span
from opsctl.loading.read import LoadResult, load
from opsctl.planning.shown.touched import Touched, touched
from opsctl.rules.pointers import Pointer, pointers
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Arrow:
    """One end of a reference: the record at the other end, and where the reference is written."""

    kind: str
    id: str
    file: str
    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class Refs:
    """A record among the others; a metric may stand in the built-in dictionary only and have no file."""

    workspace: Workspace
    kind: str
    id: str
    file: str | None
    incoming: tuple[Arrow, ...]
    outgoing: tuple[Arrow, ...]
    touched: Touched


def refs(root: Path, address: str) -> Refs:
    """Find everything around the record that an id or `kind:id` means; OpsctlError where there is none."""
    loaded = load(root)
    workspace = loaded.workspace
    found = find(workspace, address)
    kind, id_ = found.kind, found.id
    record = workspace.get(kind, id_)
    every = tuple(pointers(workspace))
    return Refs(
        workspace,
        kind,
        id_,
        record.file if record else None,
        _arrows(loaded, ((each, each.kind, each.id) for each in every if (each.to_kind, each.to) == (kind, id_))),
        _arrows(loaded, ((each, each.to_kind, each.to) for each in every if (each.kind, each.id) == (kind, id_))),
        touched(workspace, kind, id_),
    )


def _arrows(loaded: LoadResult, ends: Iterable[tuple[Pointer, str, str]]) -> tuple[Arrow, ...]:
    """Ends of pointers by kind, then as they stand in the files."""
    arrows = (
        Arrow(kind, id_, each.at.file, loaded.sources.span(each.at), _route(each.at.path)) for each, kind, id_ in ends
    )
    return tuple(sorted(arrows, key=lambda arrow: (arrow.kind, arrow.file, arrow.span, arrow.id)))


def _route(path: tuple[str | int, ...]) -> str:
    """A route of keys as people write it, `tasks[0].owner`; empty for what only the file's name says."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
