"""What it means to set a finding aside: it does not fail the run, it is counted, and never for some rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opsctl.diagnostics import Diagnostic
from opsctl.rules import exc
from opsctl.workspace import Finding, Workspace

# A half-finished write is no matter of opinion, and a rule about exceptions must not be excepted.
NEVER = frozenset(("unfinished-write", "planted-state", *(rule.NAME for rule in exc.RULES)))


@dataclass(frozen=True, slots=True)
class Aside:
    """Findings that stay, findings set aside, and what is wrong with the exceptions themselves."""

    kept: tuple[Diagnostic, ...]
    away: tuple[Diagnostic, ...] = ()
    findings: tuple[Finding, ...] = ()


def may_be_set_aside(found: Diagnostic) -> bool:
    """Say whether an exception may be made for this finding."""
    return found.name not in NEVER


def addresses(workspace: Workspace) -> Mapping[str, str]:
    """The address of each record by its file: what an exception names it by."""
    return {record.file: f"{record.kind}:{record.id}" for record in workspace.records}
