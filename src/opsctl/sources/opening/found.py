"""The files behind a source: found inside one folder, each once, and opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.records.source import Source
from opsctl.sources.opening.files import DataFile, Unusable
from opsctl.sources.opening.opened import opened
from opsctl.sources.opening.texts import readable


def find(source: Source, folders: Sequence[Path], scratch: Path) -> Iterator[DataFile | Unusable]:
    """Every table of the source, in the order of its entries and then by name; a file counts once."""
    # Two entries may read two sheets of one workbook.
    seen: set[tuple[Path, str | None]] = set()
    for spec in source.files:
        try:
            found = matches(spec.path, folders)
        except (OSError, ValueError):
            yield Unusable(spec.path, message("sources.bad_path"))
            continue
        if not found:
            yield Unusable(spec.path, message("sources.no_files"))
        for folder, path in found:
            name = readable(path.relative_to(folder).as_posix())
            resolved = path.resolve()
            if not resolved.is_relative_to(folder.resolve()):
                yield Unusable(name, message("sources.outside"))
            elif (resolved, spec.sheet) in seen:
                yield Unusable(name, message("sources.file_twice"))
            else:
                seen.add((resolved, spec.sheet))
                yield from opened(source, spec, resolved, name, scratch / str(len(seen)))


def matches(pattern: str, folders: Sequence[Path]) -> list[tuple[Path, Path]]:
    """The files of the first folder that has any; lock files and hidden ones are no exports."""
    for folder in folders:
        exact = folder / pattern
        found = [exact] if exact.is_file() else sorted(folder.glob(pattern), key=Path.as_posix)
        good = [(folder, path) for path in found if path.is_file() and not path.name.startswith((".", "~$"))]
        if good:
            return good
    return []
