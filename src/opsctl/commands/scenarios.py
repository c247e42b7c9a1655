"""Working under a scenario: the records as they would be, read like any others, with nothing written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import LoadResult, load

BASE = "base"
"""The name of the records as they are, beside those of scenarios."""


def load_under(root: Path, scenario: str | None) -> LoadResult:
    """Read a workspace as it would be under a scenario; as it is for `base` and for none."""
    return under(load(root), scenario)


def under(loaded: LoadResult, scenario: str | None) -> LoadResult:
    """The workspace under a scenario; OpsctlError where there is no such one, or it has a fault."""
    workspace = loaded.workspace
    if scenario is None or scenario == BASE:
        return loaded
    if scenario in workspace.overlays:
        return replace(loaded, workspace=workspace.under(scenario))
    if workspace.exists("scenario", scenario):
        file = workspace.file_of("scenario", scenario)
        raise OpsctlError(message("scenario.broken", id=scenario), message("scenario.check_it", file=file))
    known = Listed(workspace.overlays)
    hint = message("scenario.known", ids=known) if known else message("scenario.make_one", id=scenario)
    raise OpsctlError(message("scenario.unknown", id=scenario), hint)
