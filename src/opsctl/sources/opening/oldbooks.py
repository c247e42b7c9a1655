"""
Old workbooks (XLS) looked over before anything reads them: cells in error, and passwords.

A reader gives a blank for an error. The container is Microsoft's compound file (MS-CFB), the stream in it a row of
records (MS-XLS): kind, length, content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import error as StructError
from struct import iter_unpack, unpack_from

from opsctl.diagnostics import message
from opsctl.sources.opening.files import Refused

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 1 << 29
_NO_SECTOR = 0xFFFFFFFA
_BOF, _BOUNDSHEET, _FILEPASS, _BOOLERR, _FORMULA = 0x0809, 0x0085, 0x002F, 0x0205, 0x0006
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Place = tuple[int, int]


def is_old(path: Path) -> bool:
    """Say whether it is a compound file."""
    with path.open("rb") as stream:
        return stream.read(8) == _MARK


def errors(path: Path) -> dict[str, dict[Place, str]]:
    """By sheet, the cells (row and column from 0) in error, with what they say; raises Refused."""
    if path.stat().st_size > _LARGEST:
        raise Refused(message("opening.too_much"))
    try:
        return _errors(_stream(_Compound(path.read_bytes())))
    except (StructError, IndexError, ValueError):
        raise Refused(message("opening.broken_book")) from None


@dataclass(frozen=True, slots=True)
class _Compound:
    """A compound file: its bytes, read by chains of sectors."""

    data: bytes

    @property
    def size(self) -> int:
        """Bytes of a sector."""
        shift: int = unpack_from("<H", self.data, 30)[0]
        if shift not in (9, 12):
            raise ValueError(shift)
        return 1 << shift

    def sector(self, number: int) -> bytes:
        """One sector."""
        at = (number + 1) * self.size
        return self.data[at : at + self.size]

    def table(self) -> list[int]:
        """For every sector the next one of its chain."""
        parts: list[int] = list(unpack_from("<109I", self.data, 76))
        more, left = unpack_from("<2I", self.data, 68)
        while more < _NO_SECTOR and left:
            numbers = [one for (one,) in iter_unpack("<I", self.sector(more))]
            parts += numbers[:-1]
            more, left = numbers[-1], left - 1
        return [one for part in parts if part < _NO_SECTOR for (one,) in iter_unpack("<I", self.sector(part))]


def _chain(table: list[int], first: int) -> Iterator[int]:
    """The sectors of a chain; a chain that comes back to itself ends with an error."""
    for _ in range(len(table) + 1):
        if first >= _NO_SECTOR:
            return
        yield first
        first = table[first]
    raise ValueError("circle")


def _stream(file: _Compound) -> bytes:
    """The workbook's stream."""
    table = file.table()
    folder = b"".join(map(file.sector, _chain(table, unpack_from("<I", file.data, 48)[0])))
    entries = [folder[at : at + 128] for at in range(0, len(folder) - 127, 128)]
    entry = next((one for name in ("Workbook", "Book") for one in entries if _called(one) == name), None)
    if entry is None:
        raise Refused(message("opening.no_book"))
    first, size = unpack_from("<2I", entry, 116)
    if size >= unpack_from("<I", file.data, 56)[0]:
        return b"".join(map(file.sector, _chain(table, first)))[:size]
    small = b"".join(map(file.sector, _chain(table, unpack_from("<I", entries[0], 116)[0])))
    start = unpack_from("<I", file.data, 60)[0]
    small_table = [one for sector in _chain(table, start) for (one,) in iter_unpack("<I", file.sector(sector))]
    return b"".join(small[at * 64 : at * 64 + 64] for at in _chain(small_table, first))[:size]


def _called(entry: bytes) -> str:
    return entry[: max(0, unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")


def _errors(stream: bytes) -> dict[str, dict[Place, str]]:
    found: dict[str, dict[Place, str]] = {}
    names: dict[int, str] = {}
    here: dict[Place, str] = {}
    for at, kind, content in _records(stream):
        if kind == _FILEPASS:
            raise Refused(message("opening.password"))
        if kind == _BOUNDSHEET:
            names[unpack_from("<I", content)[0]] = _name(content)
        elif kind == _BOF:
            here = found.setdefault(names[at], {}) if at in names else {}
        elif kind == _BOOLERR and content[7]:
            here[unpack_from("<2H", content)] = _ERRORS.get(content[6], "#ERROR")
        elif kind == _FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
            here[unpack_from("<2H", content)] = _ERRORS.get(content[8], "#ERROR")
    return found


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<2H", stream, at)
        if kind in (_BOF, _BOUNDSHEET, _FILEPASS, _BOOLERR, _FORMULA):
            yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _name(content: bytes) -> str:
    return content[8:].decode("utf-16-le" if content[7] & 1 else "latin-1", "replace")[: content[6]]
