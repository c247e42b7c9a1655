"""`opsctl check`: read a workspace and report what is wrong in it."""

from __future__ import annotations

from pathlib import Path

from opsctl.checking.engine import run
from opsctl.diagnostics import Diagnostic, Severity, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import LoadResult, load
from opsctl.rendering.formats import Outcome

STALE = "stale-cells"


def check(root: Path, paths: tuple[Path, ...] = ()) -> Outcome:
    """Check the whole workspace; with paths, report only what stands in those files and folders.

    A path counts from the folder opsctl runs in, or where that leads nowhere in the workspace, from its root. Rules
    always see every record: a change in one file may break another.
    """
    within = tuple(_within(root, path) for path in paths)
    loaded = load(root)
    diagnostics = run(loaded.workspace, loaded.sources.span)
    return outcome(loaded, tuple(found for found in diagnostics if _asked_for(found, within)))


def errors_of(loaded: LoadResult) -> tuple[Diagnostic, ...]:
    """The errors that make numbers wrong or unknown; stale cells are only not written yet."""
    found = run(loaded.workspace, loaded.sources.span)
    return tuple(each for each in found if each.severity is Severity.ERROR and each.name != STALE)


def outcome(loaded: LoadResult, diagnostics: tuple[Diagnostic, ...]) -> Outcome:
    """What a run found, with the texts that the formats quote."""
    return Outcome(
        diagnostics=diagnostics,
        files=len(loaded.sources.texts),
        records=len(loaded.workspace.records),
        texts=loaded.sources.texts,
    )


def _within(root: Path, path: Path) -> str:
    """A path as diagnostics name it; `.` for the whole workspace."""
    top = root.resolve()
    found = [full for start in (Path(), root) if (full := (start / path).resolve()).exists()]
    if not found:
        raise OpsctlError(message("rules.no_such_path", path=str(path)))
    inside = next((full for full in found if full.is_relative_to(top)), None)
    if inside is None:
        raise OpsctlError(message("rules.path_outside", path=str(path), root=str(root)))
    return inside.relative_to(top).as_posix()


def _asked_for(found: Diagnostic, within: tuple[str, ...]) -> bool:
    return not within or any(place in (".", found.file) or found.file.startswith(f"{place}/") for place in within)
