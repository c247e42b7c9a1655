"""`opsctl diff`: what a change does to records, targets and findings, for whoever reviews it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.changes.difference import difference
from opsctl.changes.guards import AMOUNT, PERCENT, REMOVED, Limits
from opsctl.changes.records import Side
from opsctl.changes.view import Difference
from opsctl.checking.gate import judge
from opsctl.checking.since import apart
from opsctl.commands.actual_facts import facts_of
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.git import merge_base
from opsctl.loading.read import LoadResult, load
from opsctl.loading.revision import load_revision
from opsctl.reviewing.facts import Facts
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """Which revisions to compare (without a head the working tree), on which day, and where the actuals lie."""

    base: str
    head: str | None
    today: date
    data: Path | None = None


def diff(root: Path, asked: Asked) -> Difference:
    """Compare the workspace with what it was where the change left the base.

    Raises OpsctlError where git or a revision does not answer.
    """
    if asked.data is not None and not asked.data.is_dir():
        raise OpsctlError(message("cli.no_such_data", folder=str(asked.data)))
    base = merge_base(root, asked.base, asked.head or "HEAD")
    new = load(root) if asked.head is None else load_revision(root, asked.head)
    old = load_revision(root, base, new)
    now, before = (judge(side, asked.today).diagnostics for side in (new, old))
    return difference(
        _side(old),
        _side(new),
        _limits(new.workspace, asked.today),
        lambda: _facts(new.workspace, root, asked.data),
        caused=apart(now, before),
        fixed=apart(before, now),
    )


def _side(loaded: LoadResult) -> Side:
    pages = ((file, loaded.sources.page(file)) for file in loaded.sources.texts)
    return Side(loaded.workspace, {file: page.body for file, page in pages if page is not None})


def _limits(workspace: Workspace, today: date) -> Limits:
    amount, share, removed = (threshold(workspace, name) for name in (AMOUNT, PERCENT, REMOVED))
    return Limits(amount, share, removed, today)


def _facts(workspace: Workspace, root: Path, data: Path | None) -> Facts:
    """What happened, where it can be read; a comparison of records does not fail for want of it."""
    if not workspace.all("source"):
        return Facts()
    try:
        return facts_of(workspace, root, data, ())
    except OpsctlError:
        return Facts()
