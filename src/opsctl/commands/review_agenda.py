"""`opsctl review agenda`: the one page for the meeting about a written review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.targets import period_named, scope_named
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.reviewing.written.agenda import Agenda
from opsctl.reviewing.written.agenda import agenda as made
from opsctl.reviewing.written.records import written_reviews
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AgendaResult:
    """The page and the workspace whose names it speaks of."""

    workspace: Workspace
    agenda: Agenda


def agenda(root: Path, period: str, scope: str | None) -> AgendaResult:
    """Make the page; OpsctlError where there is no such review yet."""
    workspace = load(root).workspace
    asked, owner = period_named(workspace, period), scope_named(workspace, scope)
    review = next((each for each in written_reviews(workspace) if (each.period, each.scope) == (asked, owner)), None)
    if review is None:
        words = {"scope": owner, "period": asked.label}
        raise OpsctlError(message("review_agenda.no_review", **words), message("review_agenda.no_review_hint", **words))
    return AgendaResult(workspace, made(workspace, review))
