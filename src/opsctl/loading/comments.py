"""
Comments in which somebody sets a rule aside: `# opsctl: ignore[GOAL104] reason`.

A `#` inside a quoted or block text is text, so what a comment is follows from where the scalars stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opsctl.diagnostics import Span
from opsctl.loading.texts import Sources

_WORD = "opsctl:"
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*opsctl:[ \t]*ignore\b(?:\[(?P<rules>[^\]\n]*)\])?[ \t]*(?P<reason>.*)")
_CONTENT = re.compile(r"[ \t]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that sets rules aside on a line; no rules where it names none."""

    file: str
    span: Span
    line: int
    rules: tuple[str, ...]
    reason: str


def ignores(sources: Sources) -> Iterator[Ignore]:
    """Find every such comment, file by file."""
    for file in sorted(sources.texts):
        text = sources.texts[file]
        if _WORD in text and file.endswith((".yaml", ".md")):
            yield from _in_file(file, text, sources)


def _in_file(file: str, text: str, sources: Sources) -> Iterator[Ignore]:
    lines = [line.rstrip("\r") for line in text.split("\n")]
    found = [(number, match) for number in sources.yaml_lines(file) if (match := _COMMENT.search(lines[number - 1]))]
    scalars = sources.scalars(file) if found else ()
    for number, match in found:
        begin = (number, match.start() + 1)
        if not any((span.line, span.column) <= begin < (span.end_line, span.end_column) for span in scalars):
            named = tuple(name for part in (match["rules"] or "").split(",") if (name := part.strip()))
            target = number if lines[number - 1][: match.start()].strip() else _next(lines, number)
            yield Ignore(file, Span(*begin, number, match.end() + 1), target, named, match["reason"].strip())


def _next(lines: list[str], number: int) -> int:
    """The line that a comment on a line of its own speaks of: the next one that holds something."""
    for index in range(number, len(lines)):
        if not _CONTENT.fullmatch(lines[index]):
            return index + 1
    return number
