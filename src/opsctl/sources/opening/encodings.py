"""
How the bytes of a text are read: by its mark, as strict UTF-8, else as strict GB18030, never by a guess.

A file that is one of them except for a broken byte is refused with the place, because the next encoding on the ladder
would accept many such files and show other characters.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

from opsctl.diagnostics import Listed, Message, message
from opsctl.sources.opening.files import Refused

PIECE = 1 << 20
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe\x00\x00": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SPELLED = {"utf-8": "utf-8-sig", "gbk": "gb18030", "gb2312": "gb18030"}
# So many characters in a row are not GB18030 that happens to look like UTF-8 (a single one often is).
_SURELY = 8
_MOST_SHOWN = 30


def encoding(path: Path, candidates: Sequence[str]) -> str:
    """
    The codec that reads the whole file without an error; raises Refused, naming row and column of the broken byte.

    `candidates` take the place of the ladder, except where the file has a mark of its own.
    """
    with path.open("rb") as stream:
        start = stream.read(4)
    failed: list[tuple[int, str]] = []
    for codec in _ladder(start, candidates):
        at, characters = _broken(path, codec)
        if at < 0:
            return codec
        failed.append((at, codec))
        if _is_surely(codec, characters, candidates):
            break
    at, codec = max(failed, key=lambda one: one[0])
    raise Refused(_said(path, codec, at, [codec for _, codec in failed]))


def likely(start: bytes, candidates: Sequence[str]) -> str:
    """The first codec of the ladder, or of the candidates, that a file's beginning allows."""
    ladder = _ladder(start, candidates)
    for codec in ladder:
        broken, wide = _read(start, codec)
        if not broken or _is_surely(codec, wide, candidates):
            return codec
    return ladder[-1]


def _is_surely(codec: str, wide: int, candidates: Sequence[str]) -> bool:
    return codec == "utf-8-sig" and wide >= _SURELY and not candidates


def _ladder(start: bytes, candidates: Sequence[str]) -> list[str]:
    marked = next((codec for mark, codec in _MARKS.items() if start.startswith(mark)), None)
    if marked:
        return [marked]
    named = [_SPELLED.get(name.lower(), name.lower()) for name in candidates]
    return named or ["utf-8-sig", "gb18030"]


def _read(start: bytes, codec: str) -> tuple[bool, int]:
    """Whether a file's beginning is broken in that codec, and how many non-ASCII characters it held before."""
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(start)
    except UnicodeDecodeError as error:
        return True, _wide(start[: error.start].decode(codec, "ignore"))
    return False, 0


def pieces(path: Path, codec: str) -> Iterator[str]:
    """The text of a file, piece by piece; raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            yield decoder.decode(piece)
    yield decoder.decode(b"", True)


def _broken(path: Path, codec: str) -> tuple[int, int]:
    """Where the first byte stands that the codec cannot read (-1: nowhere), and the non-ASCII characters before it."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    read = wide = 0
    with path.open("rb") as stream:
        while True:
            piece = stream.read(PIECE)
            kept = len(decoder.getstate()[0])
            try:
                text = decoder.decode(piece, not piece)
            except UnicodeDecodeError as error:
                good = error.object[: error.start].decode(codec, "ignore")
                return read - kept + error.start, wide + _wide(good)
            read += len(piece)
            wide += 0 if text.isascii() else _wide(text)
            if not piece:
                return -1, wide


def _wide(text: str) -> int:
    return sum(not letter.isascii() for letter in text)


def _said(path: Path, codec: str, at: int, tried: Sequence[str]) -> Message:
    """What to say of a broken byte: its row and column, what stands before it, and what was tried."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    row, line = 1, ""
    with path.open("rb") as stream:
        while (left := at - stream.tell()) > 0:
            text = decoder.decode(stream.read(min(left, PIECE)))
            row += text.count("\n")
            line = (line + text).rpartition("\n")[2][-PIECE:]
        byte = stream.read(1)
    return message(
        "opening.broken_byte",
        row=row,
        column=line.count(",") + line.count("\t") + 1,
        byte=f"0x{byte.hex().upper()}" if byte else "0x00",
        encoding=_named(codec),
        tried=Listed(map(_named, tried)),
        near="".join(letter for letter in line[-_MOST_SHOWN:] if letter.isprintable()),
    )


def _named(codec: str) -> str:
    return {"utf-8-sig": "UTF-8"}.get(codec, codec.upper())
