"""Markdown to two parts: the YAML between its `---` lines, and the text below, each with the line it begins on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opsctl.diagnostics import Span, message
from opsctl.loading.flaws import Flaw

_OPEN = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown record in its parts; `offset` lines stand above the YAML, the body begins on `body_line`."""

    yaml: str
    offset: int
    body: str
    body_line: int


def split(text: str) -> Page | Flaw:
    """Part a page's front matter from its text."""
    opening = _OPEN.match(text)
    if opening is None:
        return Flaw(message("load.front.missing"), _first_line(text))
    closing = _CLOSE.search(text, opening.end())
    if closing is None:
        return Flaw(message("load.front.open"), _first_line(text))
    return Page(
        yaml=text[opening.end() : closing.start()],
        offset=1,
        body=text[closing.end() :],
        body_line=text.count("\n", 0, closing.end()) + 1,
    )


def _first_line(text: str) -> Span:
    return Span(1, 1, 1, len(text.partition("\n")[0].rstrip()) + 1)
