"""
Where a part of a text stands: a rule's expression may run over several lines, in quotes or in a block.

YAML joins lines by one space or keeps one line break, so a text's characters can be counted off in the file. Where it
does more than that (escapes, blank lines in a folded text) only the whole value is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Span

Line = tuple[int, int, str]
"""A line's number, the column at which its share of the text begins, and that share."""


def part_span(lines: list[str], whole: Span, part: tuple[int, int]) -> Span | None:
    """Find a part of the text that stands in that stretch; None where its characters cannot be counted off."""
    shares = _shares(lines, whole)
    if shares is None:
        return None
    begin, end = _place(shares, part[0]), _place(shares, max(part[1] - 1, part[0]))
    if begin is None or end is None:
        return None
    return Span(*begin, end[0], end[1] + (part[1] > part[0]))


def _place(shares: list[Line], offset: int) -> tuple[int, int] | None:
    for number, column, text in shares:
        # The place after the last character still belongs to the line.
        if offset <= len(text):
            return number, column + offset
        offset -= len(text) + 1
    return None


def _shares(lines: list[str], whole: Span) -> list[Line] | None:
    mark = lines[whole.line - 1][whole.column - 1 : whole.column]
    if mark in ("|", ">"):
        return _block(lines, whole, folded=mark == ">")
    shares = list(_flow(lines, whole))
    if mark in ('"', "'"):
        number, column, text = shares[0]
        shares[0] = number, column + 1, text[1:]
        number, column, text = shares[-1]
        shares[-1] = number, column, text[:-1]
    doubtful = {'"': "\\", "'": "'"}.get(mark)
    if any(not text or (doubtful and doubtful in text) for _, _, text in shares):
        return None
    return shares


def _flow(lines: list[str], whole: Span) -> Iterator[Line]:
    for number in range(whole.line, whole.end_line + 1):
        line = lines[number - 1].rstrip()
        start = whole.column - 1 if number == whole.line else len(line) - len(line.lstrip())
        stop = whole.end_column - 1 if number == whole.end_line else len(line)
        yield number, start + 1, line[start:stop]


def _block(lines: list[str], whole: Span, *, folded: bool) -> list[Line] | None:
    numbers = range(whole.line + 1, min(whole.end_line, len(lines)) + 1)
    indent = next((len(lines[at - 1]) - len(lines[at - 1].lstrip()) for at in numbers if lines[at - 1].strip()), 0)
    shares = [(at, indent + 1, lines[at - 1][indent:].rstrip("\r")) for at in numbers]
    while shares and not shares[-1][2].strip():
        shares.pop()
    if folded and any(not text or text[0] in " \t" for _, _, text in shares):
        return None
    return shares or None
