"""Separated text: read by the engine as it is where it is clean, recoded or rewritten once where it is not."""

from __future__ import annotations

import codecs
import csv
import mmap
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from opsctl.diagnostics import message
from opsctl.sources.opening.encodings import encoding, likely, pieces
from opsctl.sources.opening.files import GARBLED, DataFile, Refused
from opsctl.sources.opening.header import ROWS, Header, sought
from opsctl.sources.opening.tables import Row, Watch, begun, checked, missing, written
from opsctl.sources.opening.wanted import Wanted

if TYPE_CHECKING:
    from opsctl.records.source import SourceFile

_DELIMITERS = (",", ";", "\t", "|")
_START = 1 << 18
_LONGEST_LINE = 1 << 24
_GLOB_MARKS = "*?[]{}"
_UNSOUND = ("\0", *GARBLED)


def opened_text(path: Path, name: str, spec: SourceFile, wanted: Wanted, scratch: Path) -> DataFile:
    """
    A text as a table; raises Refused.

    The engine reads a comma-separated UTF-8 file whose first row is the header as it lies there; one in another
    encoding is recoded. Everything else is written anew with the number of each row.
    """
    file = DataFile(name, str(path), "csv", spec, rewritten=f"{scratch}.rows")
    return _decoding(path, wanted, lambda codec, start: _opened(file, path, codec, start, wanted, scratch))


def rewritten(file: DataFile, wanted: Wanted) -> DataFile:
    """A text that the engine could not read as it stands, written anew row by row; raises Refused."""
    path, plain = Path(file.path), replace(wanted, encodings=())
    return _decoding(
        path, plain, lambda codec, start: _rewritten(file, path, codec, _shape(start, codec, wanted), wanted)
    )


def _decoding(path: Path, wanted: Wanted, work: Callable[[str, bytes], DataFile]) -> DataFile:
    """Do it in the encoding that the file's beginning allows; only where that breaks later is all of it looked at."""
    with path.open("rb") as stream:
        start = stream.read(_START)
    codec = likely(start, wanted.encodings)
    try:
        return work(codec, start)
    except UnicodeDecodeError:
        return work(encoding(path, wanted.encodings), start)


def _opened(file: DataFile, path: Path, codec: str, start: bytes, wanted: Wanted, scratch: Path) -> DataFile:
    shape = _shape(start, codec, wanted)
    if shape.header.last == 1 and shape.delimiter == ",":
        checked(shape.header)
        clean = _plain(path, codec, scratch)
        if clean is not None:
            titles = shape.header.titles
            unnamed = (f"#{at + 1}" for at in range(len(titles), shape.width))
            return replace(file, path=clean, header=(*titles, *unnamed), first_row=2)
    return _rewritten(file, path, codec, shape, wanted)


def _rewritten(file: DataFile, path: Path, codec: str, shape: _Shape, wanted: Wanted) -> DataFile:
    to, watch = Path(file.rewritten), Watch()
    rows = _rows(path, codec, shape.delimiter, watch)
    header, first = begun(rows, wanted)
    if header is None:
        raise Refused(missing(first, wanted))
    table = written(header, chain(first, rows), wanted, to, ragged=False, watch=watch)
    return replace(
        file,
        path=str(to),
        header=table.titles,
        first_row=table.first_row,
        numbered=True,
        notes=table.notes,
        left_out=table.left_out,
        rewritten="",
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a text is a table: its delimiter, the header that appears under it, and how many cells that row has."""

    delimiter: str
    header: Header
    width: int


def _shape(start: bytes, codec: str, wanted: Wanted) -> _Shape:
    """The delimiter under which most of the known words appear in one row; raises Refused where none does."""
    text = codecs.getincrementaldecoder(codec)("strict").decode(start)
    best: _Shape | None = None
    fullest: list[Row] = []
    for delimiter in _DELIMITERS:
        rows = _first_rows(text, delimiter, len(start) < _START)
        header = sought([row for _, row in rows], wanted)
        if header is not None and (best is None or header.found > best.header.found):
            best = _Shape(delimiter, header, len(rows[header.last - 1][1]))
        fullest = max(fullest, rows, key=_widest)
    if best is not None:
        return best
    if any(mark in text for mark in GARBLED):
        raise Refused(message("opening.garbled_whole"))
    raise Refused(message("sources.broken_csv", line=1) if not fullest else missing(fullest, wanted))


def _widest(rows: Sequence[Row]) -> int:
    return max((len(row) for _, row in rows), default=-1)


def _first_rows(text: str, delimiter: str, whole: bool) -> list[Row]:
    """The first rows of a text, without one that is cut off."""
    rows: list[Row] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in islice(enumerate(reader, 1), ROWS + 2):
            rows.append(row)
    except csv.Error:
        # Where the header was found before, whoever reads the rest will say where it breaks.
        return rows
    return rows if whole or len(rows) == 1 or len(rows) == ROWS + 2 else rows[:-1]


def _rows(path: Path, codec: str, delimiter: str, watch: Watch) -> Iterator[Row]:
    reader = csv.reader(_lines(path, codec, watch), delimiter=delimiter, strict=True)
    try:
        yield from enumerate(reader, 1)
    except csv.Error:
        raise Refused(message("sources.broken_csv", line=reader.line_num)) from None


def _lines(path: Path, codec: str, watch: Watch) -> Iterator[str]:
    number = 0
    with path.open(encoding=codec, newline="") as stream:
        while line := stream.readline(_LONGEST_LINE):
            number += 1
            if "\0" in line or len(line) == _LONGEST_LINE:
                raise Refused(message("opening.no_text", row=number))
            if "\ufffd" in line or "锟斤拷" in line:
                watch.garbled = True
            yield line


def _plain(path: Path, codec: str, scratch: Path) -> str | None:
    """Where the engine finds the text as UTF-8; None if not all of it is text, so that somebody looks at each row."""
    if codec == "utf-8-sig":
        return plain_name(path, scratch) if _is_sound(path) else None
    with scratch.open("w", encoding="utf-8", newline="") as new:
        for piece in pieces(path, codec):
            if any(mark in piece for mark in _UNSOUND):
                return None
            new.write(piece)
    return str(scratch)


def _is_sound(path: Path) -> bool:
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return not any(whole.find(mark.encode()) >= 0 for mark in _UNSOUND)


def plain_name(path: Path, scratch: Path) -> str:
    """A path that the engine cannot take for a pattern, nor fail to spell: the file's own, or that of a copy."""
    if not any(mark in str(path) for mark in _GLOB_MARKS) and readable(str(path)) == str(path):
        return str(path)
    shutil.copyfile(path, scratch)
    return str(scratch)


def readable(name: str) -> str:
    """A file's name with the bytes in it that are no text spelled out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
