"""Zip files with exports inside: unpacked one by one under limits, into names of our own."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.sources.opening.files import Refused

_MOST_FILES = 1_000
_MOST_BYTES = 4 << 30
_RATIO = 250
_SMALL = 1 << 24
_PIECE = 1 << 20
_ENCRYPTED, _UTF8 = 0x1, 0x800


def unpacked(path: Path, scratch: Path) -> Iterator[tuple[str, Path]]:
    """
    Each file of the archive with its name and where it was unpacked; raises Refused.

    Names of the archive are only shown, never used as paths. The second of two files may use the place of the first,
    so each is to be read before the next is asked for.
    """
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(archive)
            for at, info in enumerate(members):
                to = Path(f"{scratch}.{at}.part")
                left -= _unpack(archive, info, to, min(left, max(_SMALL, _RATIO * info.compress_size)))
                yield _named(info), to
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError) as error:
        raise Refused(message("opening.broken_zip")) from error


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = []
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] in ("", "~") or ":" in parts[0]:
            raise Refused(message("opening.zip_path"))
        if info.flag_bits & _ENCRYPTED:
            raise Refused(message("opening.password"))
        if not info.is_dir() and parts[0] != "__MACOSX" and not parts[-1].startswith((".", "~$")):
            found.append(info)
    if len(found) > _MOST_FILES:
        raise Refused(message("opening.bomb"))
    if not found:
        raise Refused(message("opening.empty_zip"))
    return found


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, to: Path, most: int) -> int:
    """Write the file and return its size, which is counted and not believed."""
    size = 0
    with archive.open(info) as packed, to.open("wb") as plain:
        while piece := packed.read(_PIECE):
            size += len(piece)
            if size > most:
                raise Refused(message("opening.bomb"))
            plain.write(piece)
    return size


def _named(info: zipfile.ZipInfo) -> str:
    """The file's name; Chinese Windows writes GB18030 and does not say so."""
    if info.flag_bits & _UTF8:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return info.filename
