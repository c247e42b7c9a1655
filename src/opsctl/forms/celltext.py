"""What of a text a cell of a workbook holds, so that what comes back untouched is seen to be untouched."""

from __future__ import annotations

import re
import unicodedata

# Excel takes 32,767 characters; a little less leaves room for what it writes for signs it cannot hold.
_MOST = 32_000
_BREAKS = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"
# How workbooks write signs that they cannot hold: a text that looks like it could come back as another one.
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")


def as_cell(text: str) -> str:
    """The text as a cell holds it: lines ended by line feeds, without blanks around them and what cannot be seen."""
    lines = _BREAKS.sub("\n", text).replace("\t", " ").split("\n")
    seen = ("".join(filter(_is_seen, line)).strip() for line in lines)
    return "\n".join(seen).strip()[:_MOST].strip()


def fits(text: str) -> bool:
    """Say whether a cell gives just this text back."""
    return as_cell(text) == text and not _ESCAPE.search(text)


def _is_seen(char: str) -> bool:
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs"
