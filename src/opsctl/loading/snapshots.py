"""Snapshots of actual values as they lie in the workspace: found, read, and compared with what they were made of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.loading.files import read_bytes
from opsctl.loading.flaws import START
from opsctl.loading.tree import FILE, FOLDER, Disk
from opsctl.reviewing.actuals.manifest import Manifest, manifest_from
from opsctl.reviewing.actuals.snapshot import Values, snapshot_values
from opsctl.workspace import Finding

FOLDER_NAME = "actuals/snapshots"
# A year of ten thousand stores with ten metrics.
_LARGEST = 2 << 30
_LARGEST_MANIFEST = 16 << 20
# Files up to this size are hashed by every check, larger ones compared by size alone.
_HASHED = 4 << 20
# What lies elsewhere may be anybody's, and a check must not depend on it.
_COMPARED = "actuals/"
EDITED, STALE = "snapshot-edited", "snapshot-stale"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot holds: its values, and what it was made of."""

    values: Values
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """One source's year: where its rows and its manifest stand, relative to the workspace."""

    source: str
    year: int

    @property
    def values(self) -> str:
        """The CSV with the rows."""
        return f"{FOLDER_NAME}/{self.source}/{self.year}.csv"

    @property
    def manifest(self) -> str:
        """The manifest beside it."""
        return f"{FOLDER_NAME}/{self.source}/{self.year}.json"


def snapshot_files(root: Path) -> tuple[SnapshotFile, ...]:
    """Every snapshot of a workspace that has both its files, by source and year."""
    tree = Disk(str(root))
    if tree.what("actuals") != FOLDER or tree.what(FOLDER_NAME) != FOLDER:
        return ()
    return tuple(
        SnapshotFile(source, int(name.removesuffix(".csv")))
        for source, what in _entries(tree, FOLDER_NAME)
        if what == FOLDER
        for name, kind in _entries(tree, f"{FOLDER_NAME}/{source}")
        if kind == FILE and name.endswith(".csv") and name.removesuffix(".csv").isdecimal()
    )


def _entries(tree: Disk, folder: str) -> list[tuple[str, str]]:
    found = tree.entries(folder)
    return [] if isinstance(found, Message) else [(name, what) for name, what in found if isinstance(what, str)]


def opened_snapshot(root: Path, each: SnapshotFile) -> Snapshot | None:
    """A snapshot's values and manifest; None where one of its files cannot be read or the two do not fit together."""
    data = read_bytes(str(root / each.values), _LARGEST)
    manifest = manifest_of(root, each)
    if manifest is None or isinstance(data, Message) or hashlib.sha256(data).hexdigest() != manifest.sha256:
        return None
    values = snapshot_values(data.decode("utf-8", "replace"))
    return None if values is None else Snapshot(values, manifest)


def present_text(root: Path, name: str) -> str | None:
    """The text of one file of a snapshot as it is now; None where there is none."""
    data = read_bytes(str(root / name), _LARGEST)
    return None if isinstance(data, Message) else data.decode("utf-8", "surrogateescape")


def snapshot_findings(root: Path, digests: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is wrong with snapshots: changed by hand, or older than the record and the files they came from.

    `digests` has what each source's record says by now.
    """
    for each in snapshot_files(root):
        manifest = manifest_of(root, each)
        if manifest is None or _digest(root / each.values) != manifest.sha256:
            yield Finding(EDITED, Problem(Place(each.values), message("rules.snapshot_edited"), span=START))
            continue
        if digests.get(each.source, manifest.record) != manifest.record:
            said = message("rules.snapshot_stale_record", source=each.source, year=each.year)
            yield Finding(STALE, Problem(Place(each.values), said, span=START))
            continue
        changed = [
            one.path
            for one in manifest.inputs
            if one.path.startswith(_COMPARED) and _has_changed(root / one.path, one.size, one.sha256)
        ]
        if changed:
            said = message(
                "rules.snapshot_stale_file", file=changed[0], count=len(changed), year=each.year, source=each.source
            )
            yield Finding(STALE, Problem(Place(each.values), said, span=START))


def manifest_of(root: Path, each: SnapshotFile) -> Manifest | None:
    """What a snapshot was made of; None where that cannot be read or is of another one."""
    data = read_bytes(str(root / each.manifest), _LARGEST_MANIFEST)
    manifest = None if isinstance(data, Message) else manifest_from(data.decode("utf-8", "replace"))
    return manifest if manifest and (manifest.source, manifest.year) == (each.source, each.year) else None


def _has_changed(path: Path, size: int, digest: str) -> bool:
    """Whether an input is here and is another one; one that is not here says nothing."""
    try:
        state = os.stat(path, follow_symlinks=False)
    except (OSError, ValueError):
        return False
    return state.st_size != size or (size <= _HASHED and _digest(path) != digest)


def _digest(path: Path) -> str | None:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
