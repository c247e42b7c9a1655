"""The files behind a source as they lie on the disk: their digest, size and number of rows."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from opsctl.records.source import Source
from opsctl.reviewing.actuals.manifest import Input
from opsctl.sources.engine import Engine, Failed, connected
from opsctl.sources.opening.files import DataFile
from opsctl.sources.opening.found import find
from opsctl.sources.tables import table

# What stands between a file's name and the part of it that was read.
_PART = " › "


def has_inputs(source: Source, folders: Sequence[Path]) -> bool:
    """Whether any file of the source is here, or of a warehouse the variable that leads to it."""
    if source.connection is not None and not source.files:
        return bool(os.environ.get(source.connection.env))
    return any(path.is_file() for spec in source.files for folder in folders for path in _matching(folder, spec.path))


def inputs(source: Source, folders: Sequence[Path]) -> tuple[Input, ...]:
    """Every file that is read for a source, by name, with its rows; None where they cannot be counted."""
    with TemporaryDirectory(prefix="opsctl-") as scratch:
        files = [one for one in find(source, folders, Path(scratch)) if isinstance(one, DataFile)]
        if not files:
            return ()
        rows: dict[str, int | None] = {}
        with connected([one.path for one in files], Path(scratch) / "spill") as engine:
            for at, one in enumerate(files):
                name, count = one.name.partition(_PART)[0], _rows(one, at, engine)
                before = rows.get(name, 0)
                rows[name] = None if count is None or before is None else before + count
    return tuple(_input(name, count, folders) for name, count in sorted(rows.items()))


def _rows(file: DataFile, at: int, engine: Engine) -> int | None:
    try:
        found = table(file, at, engine)
        return int(engine.rows(f"SELECT count(*) FROM {found.relation}", {f"f{at}": file.path})[0][0])
    except Failed:
        return None


def _input(name: str, rows: int | None, folders: Sequence[Path]) -> Input:
    path = next(folder / name for folder in folders if (folder / name).is_file())
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Input(name, digest, path.stat().st_size, rows)


def _matching(folder: Path, pattern: str) -> Iterator[Path]:
    try:
        yield from (path for path in folder.glob(pattern) if not path.name.startswith((".", "~$")))
    except (OSError, ValueError):
        return
