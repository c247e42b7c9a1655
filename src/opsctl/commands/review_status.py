"""`opsctl review status`: who owes which review and verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.commands.targets import period_named, scope_named
from opsctl.loading.read import load
from opsctl.reviewing.written.status import ReviewStatus, review_status
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StatusResult:
    """The status, the workspace whose names it speaks of, and how many errors its records have."""

    workspace: Workspace
    status: ReviewStatus
    errors: int


def status(root: Path, period: str | None, scope: str | None, today: date) -> StatusResult:
    """Look who owes what on a day; OpsctlError for a period or scope that is none."""
    loaded = load(root)
    workspace = loaded.workspace
    asked = None if period is None else period_named(workspace, period)
    owner = None if scope is None else scope_named(workspace, scope)
    return StatusResult(workspace, review_status(workspace, asked, today, owner), len(errors_of(loaded)))
