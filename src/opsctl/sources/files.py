"""
The files behind a source: found inside one folder, opened once to read the header, never guessed at.

A file is recoded or renamed in a scratch folder only where the engine could not read it as it is.
"""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from opsctl.diagnostics import Message, message
from opsctl.records.source import Source, SourceFile

KINDS = {".csv": "csv", ".parquet": "parquet"}
_GLOB_MARKS = "*?[]{}"
# A header row that is longer than this is not a header row.
_HEADER_CHARACTERS = 1 << 18
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to read: its name for people, its path for the engine, and for CSV the header's names in order."""

    name: str
    path: str
    kind: str
    spec: SourceFile
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file, or a pattern that found none, with the reason why nothing can be read from it."""

    name: str
    message: Message


def find(source: Source, folders: Sequence[Path], scratch: Path) -> Iterator[DataFile | Unusable]:
    """Every file of the source, in the order of its entries and then by name; a file counts once."""
    seen: set[Path] = set()
    for spec in source.files:
        try:
            found = _matches(spec.path, folders)
        except (OSError, ValueError):
            yield Unusable(spec.path, message("sources.bad_path"))
            continue
        if not found:
            yield Unusable(spec.path, message("sources.no_files"))
        for folder, path in found:
            name = _readable(path.relative_to(folder).as_posix())
            resolved = path.resolve()
            if not resolved.is_relative_to(folder.resolve()):
                yield Unusable(name, message("sources.outside"))
            elif resolved in seen:
                yield Unusable(name, message("sources.file_twice"))
            else:
                seen.add(resolved)
                yield _prepared(
                    name, resolved, spec, (*source.encoding, "utf-8")[0], scratch / f"{len(seen)}{path.suffix.lower()}"
                )


def _matches(pattern: str, folders: Sequence[Path]) -> list[tuple[Path, Path]]:
    """The files of the first folder that has any; lock files and hidden ones are no exports."""
    for folder in folders:
        exact = folder / pattern
        found = [exact] if exact.is_file() else sorted(folder.glob(pattern), key=Path.as_posix)
        good = [(folder, path) for path in found if path.is_file() and not path.name.startswith((".", "~$"))]
        if good:
            return good
    return []


def _prepared(name: str, path: Path, spec: SourceFile, encoding: str, scratch: Path) -> DataFile | Unusable:
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        return Unusable(name, message("sources.format", kinds=", ".join(KINDS)))
    try:
        if kind == "csv":
            return _csv(name, path, spec, encoding, scratch)
        with path.open("rb"):
            return DataFile(name, _plain_name(path, scratch), kind, spec)
    except PermissionError:
        return Unusable(name, message("sources.locked"))
    except OSError as error:
        return Unusable(name, message("sources.unreadable", reason=error.strerror or type(error).__name__))


def _csv(name: str, path: Path, spec: SourceFile, encoding: str, scratch: Path) -> DataFile | Unusable:
    try:
        header = _header(path, encoding)
        if encoding != "utf-8":
            _recode(path, encoding, scratch)
    except UnicodeDecodeError:
        return Unusable(name, message("sources.encoding", encoding=encoding))
    except csv.Error:
        return Unusable(name, message("sources.broken_csv", line=1))
    twice = sorted(title for title, count in Counter(header).items() if title and count > 1)
    if twice:
        return Unusable(name, message("sources.header_twice", columns=", ".join(twice)))
    if not any(header):
        return Unusable(name, message("sources.empty"))
    where = str(scratch) if encoding != "utf-8" else _plain_name(path, scratch)
    return DataFile(name, where, "csv", spec, header)


def _header(path: Path, encoding: str) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as stream:
        start = stream.read(_HEADER_CHARACTERS)
    return tuple(
        title.strip().removeprefix("\ufeff") for title in next(csv.reader(start.splitlines(True), strict=True), ())
    )


def _recode(path: Path, encoding: str, to: Path) -> None:
    """Write the file as UTF-8; the engine knows no other encoding."""
    with path.open(encoding=encoding) as old, to.open("w", encoding="utf-8", newline="\n") as new:
        shutil.copyfileobj(old, new, _PIECE)


def _plain_name(path: Path, scratch: Path) -> str:
    """A path that the engine cannot take for a pattern, nor fail to spell: the file's own, or that of a copy."""
    if not any(mark in str(path) for mark in _GLOB_MARKS) and _readable(str(path)) == str(path):
        return str(path)
    shutil.copyfile(path, scratch)
    return str(scratch)


def _readable(name: str) -> str:
    """A file's name with the bytes in it that are no text spelled out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
