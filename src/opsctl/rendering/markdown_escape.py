"""Words out of people's files, made safe inside Markdown as GitHub reads it."""

from __future__ import annotations

import re
from html import escape

from opsctl.rendering.harmless import harmless

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_INLINE = re.compile(r"[\\`*\[\]|~&<>$]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
# What would begin a heading, a list or a rule of its own where a line or a list item begins with it.
_AT_THE_START = re.compile(r"#|[-+](?=\s|$|--)|[0-9]{1,9}(?=[.)](?:\s|$))")
# `@name` calls people, `#12` and `GH-12` link issues, `www.` and `//` pages; a word joiner leaves each a mere text.
_CALLS = re.compile(r"@(?=\w)|#(?=[0-9])|(?<=www)\.|(?<=:)//|(?<=GH)-(?=[0-9])", re.IGNORECASE)
_JOINER = "&#8288;"


class Code(str):
    """A text that shall stand in code quotes."""

    __slots__ = ()


def markdown(value: object) -> str:
    """Any value as one line of Markdown that shows exactly this text."""
    if isinstance(value, Code):
        return _code(value)
    text = _INLINE.sub(_escaped, harmless(str(value)).strip())
    text = _CALLS.sub(lambda found: found[0] + _JOINER, text)
    start = _AT_THE_START.match(text)
    if start is None:
        return text
    return f"{start[0]}\\{text[start.end() :]}" if start[0].isdigit() else f"\\{text}"


def in_html(value: object) -> str:
    """Any value inside an element of HTML that stands in Markdown, where no backslash helps."""
    text = escape(harmless(str(value)).strip(), quote=True)
    return _CALLS.sub(lambda found: found[0] + _JOINER, text)


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], "\\" + found[0])


def _code(text: str) -> str:
    """In code quotes one backtick longer than any run inside."""
    shown = harmless(text)
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    space = " " if longest else ""
    return f"{'`' * (longest + 1)}{space}{shown}{space}{'`' * (longest + 1)}"
