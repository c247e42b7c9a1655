"""`plan split`: derive the year's cells and bring the files beside the sheets up to date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.check import errors_of, outcome
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.loading.transaction import write
from opsctl.planning.cells import cell_files, stale_files
from opsctl.rendering.formats import Outcome


@dataclass(frozen=True, slots=True)
class SplitResult:
    """What a split did or would do: stale files (None: to be removed), all files, and what forbade it."""

    year: int
    files: Mapping[str, str]
    stale: Mapping[str, str | None]
    written: bool
    refused: Outcome | None = None


def split(root: Path, year: int, *, dry_run: bool) -> SplitResult:
    """Derive every cell of the year; write those files that differ, unless something in the records forbids it.

    Raises OpsctlError where the year has no sheet at all.
    """
    loaded = load(root)
    workspace = loaded.workspace
    if year not in workspace.years():
        years = Listed(str(known) for known in workspace.years()) or "—"
        raise OpsctlError(message("plan.no_sheets", year=year), message("plan.years_with_sheets", years=years))
    wrong = errors_of(loaded)
    if wrong:
        return SplitResult(year, {}, {}, False, outcome(loaded, wrong))
    stale = stale_files(workspace, year)
    if not dry_run and stale:
        write(root, stale, expected={file: workspace.cells.get(file) for file in stale})
    return SplitResult(year, cell_files(workspace, year), stale, not dry_run)
