"""
Bytes to text: strict UTF-8 without characters that hide or steer what a reader sees.

Control characters, direction marks, zero-width characters and noncharacters are refused wherever they stand, also
when a YAML escape brings them in. Joiners and variation selectors stay: emoji and rare Chinese characters need them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from opsctl.diagnostics import Message, Span, message
from opsctl.loading.flaws import Flaw

_MOST = 10
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_HIDDEN = (
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_NOBODY = "\ufdd0-\ufdef\ud800-\udfff" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
# Compiled when a text that is not plainly printable is met.
_BAD = f"(?P<control>[{_CONTROL}])|(?P<hidden>[{_HIDDEN}])|(?P<nobody>[{_NOBODY}])|(?P<cr>\r(?!\n))"
_CHINESE = "[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True)
class Guarded:
    """Text that may be read on, or what is wrong with it."""

    text: str
    problems: tuple[Flaw, ...] = ()


def guard(data: bytes) -> Guarded:
    """Decode a file; one byte order mark at the start is tolerated and dropped."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Guarded("", (_undecodable(data, error.start, error.reason == "unexpected end of data"),))
    text = text.removeprefix("\ufeff")
    if text.replace("\n", "").isprintable():
        return Guarded(text)
    if _looks_like_utf16(data):
        return Guarded("", (Flaw(message("load.text.utf16"), Span(1, 1, 1, 2)),))
    return Guarded(text, unsafe(text))


def unsafe(text: str) -> tuple[Flaw, ...]:
    """Name the first few characters that may not stand in a record."""
    flaws = []
    for match in re.finditer(_BAD, text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        flaws.append(Flaw(_refusal(match), Span(line, column, line, column + 1)))
        if len(flaws) == _MOST:
            break
    return tuple(flaws)


def unsafe_value(value: str) -> Message | None:
    """Say which refused character a decoded value holds, such as one written as an escape."""
    if value.isprintable():
        return None
    match = re.search(_BAD, value)
    return _refusal(match) if match else None


def _refusal(match: re.Match[str]) -> Message:
    return message(f"load.text.{match.lastgroup}", code=f"U+{ord(match.group()):04X}")


def _undecodable(data: bytes, at: int, cut: bool) -> Flaw:
    before = data[:at].decode("utf-8").removeprefix("\ufeff")
    line, column = before.count("\n") + 1, at and len(before) - before.rfind("\n")
    span = Span(line, max(column, 1), line, max(column, 1) + 1)
    if _looks_like_utf16(data):
        return Flaw(message("load.text.utf16"), span)
    # Text that was UTF-8 so far, or a character cut short, is damage and no other encoding.
    hint = "load.text.gbk" if before.isascii() and not cut and _looks_like_gbk(data) else "load.text.not_utf8"
    return Flaw(message(hint, byte=f"0x{data[at]:02X}"), span)


def _looks_like_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * 3 > len(data)


def _looks_like_gbk(data: bytes) -> bool:
    try:
        return bool(re.search(_CHINESE, data.decode("gb18030")))
    except UnicodeDecodeError:
        return False
