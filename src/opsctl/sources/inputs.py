"""The files behind a source as they lie on the disk: their digest, size and number of rows."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from opsctl.records.source import Source
from opsctl.reviewing.actuals.manifest import Input
from opsctl.sources.engine import Engine, Failed, connected
from opsctl.sources.opening.files import DataFile
from opsctl.sources.opening.found import find, matches
from opsctl.sources.opening.opened import WITHIN, again
from opsctl.sources.tables import table


def has_inputs(source: Source, folders: Sequence[Path]) -> bool:
    """Whether any file of the source is here, or of a warehouse the variable that leads to it."""
    if source.connection is not None and not source.files:
        return bool(os.environ.get(source.connection.env))
    try:
        return any(matches(spec.path, folders) for spec in source.files)
    except (OSError, ValueError):
        # What is wrong with the path is said where it is read.
        return True


def inputs(source: Source, folders: Sequence[Path]) -> tuple[Input, ...]:
    """Every file that is read for a source, by name, with its rows; None where they cannot be counted."""
    with TemporaryDirectory(prefix="opsctl-") as scratch:
        files = [one for one in find(source, folders, Path(scratch)) if isinstance(one, DataFile)]
        if not files:
            return ()
        rows: dict[str, int | None] = {}
        paths = [path for one in files for path in (one.path, one.rewritten) if path]
        with connected(paths, Path(scratch) / "spill") as engine:
            for one in files:
                name, count = one.name.partition(WITHIN)[0], _rows(source, one, engine)
                before = rows.get(name, 0)
                rows[name] = None if count is None or before is None else before + count
    return tuple(_input(name, count, folders) for name, count in sorted(rows.items()))


def _rows(source: Source, file: DataFile, engine: Engine) -> int | None:
    try:
        return int(engine.rows(f"SELECT count(*) FROM {table(file, 0, engine).relation}", {"f0": file.path})[0][0])
    except Failed:
        other = again(source, file) if file.rewritten else None
        return _rows(source, other, engine) if isinstance(other, DataFile) else None


def _input(name: str, rows: int | None, folders: Sequence[Path]) -> Input:
    path = next(folder / name for folder in folders if (folder / name).is_file())
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Input(name, digest, path.stat().st_size, rows)
