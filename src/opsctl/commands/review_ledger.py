"""`opsctl review actions`: the ledger of actions, with what was measured where the actuals can be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.actual_facts import facts_of, refuse_no_folder
from opsctl.commands.targets import scope_named
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.written.ledger import Entry, ledger
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LedgerResult:
    """The entries, the workspace whose names they speak of, and whether the actuals could be read."""

    workspace: Workspace
    entries: tuple[Entry, ...]
    measured: bool


def actions(root: Path, year: int | None, scope: str | None, data: Path | None) -> LedgerResult:
    """List the actions of a year; those of all years without one."""
    refuse_no_folder(data)
    workspace = load(root).workspace
    owner = None if scope is None else scope_named(workspace, scope)
    facts = _facts(workspace, root, data)
    return LedgerResult(workspace, ledger(workspace, facts or Facts(), year, owner), facts is not None)


def _facts(workspace: Workspace, root: Path, data: Path | None) -> Facts | None:
    """What happened, where it can be read; what people wrote is worth reading without it."""
    if not workspace.all("source") or not workspace.all("review"):
        return None
    try:
        return facts_of(workspace, root, data, ())
    except OpsctlError:
        return None
