"""Parser complaints in our own words, placed where the mistake was made rather than where the parser gave up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from opsctl.diagnostics import Span, message
from opsctl.loading.flaws import Flaw, shown

Spot: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snag:
    """What a parser says, where it gave up (`at`) and where the construct it was in began; both from zero."""

    problem: str
    at: Spot
    since: Spot


# A phrase of libyaml or of ruamel's own parser, our sentence, and whether the beginning of the construct is meant.
_PHRASES: tuple[tuple[str, str, bool], ...] = (
    ("mapping values are not allowed|unexpected ':'", "colon", False),
    ("unexpected end of stream|unexpected document (?:separator|indicator)", "quote_open", True),
    ("escape|hexdecimal|hexadecimal", "escape", False),
    (r"expected ',' or '\]'", "list_open", True),
    (r"expected ',' or '\}'", "map_open", True),
    ("could not find expected ':'", "no_colon", True),
    ("a tab character", "tab", False),
    ("comment or (?:a )?line break|indentation indicator|block scalar", "block_header", False),
    ("cannot start any token", "mark", False),
    ("alphabetic or numeric|alphanumeric", "mark", True),
    ("<document start>", "after_end", False),
    ("node content", "node", False),
    ("tag|expected '>'|expected URI", "tag", True),
    ("expected key|<block end>|'-' indicator|entries are not allowed|keys are not allowed", "indent", False),
)
_WIDE_COLON = re.compile(r"[ ]*(?:- )?[^\s:：#'\"]+：(?!.*: )")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def explain(text: str, snag: Snag) -> Flaw:
    """Turn a parser's complaint into a flaw."""
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return Flaw(message("load.syntax.conflict"), Span(line, 1, line, 8))
    lines = text.split("\n")
    name, where = _judge(lines, snag)
    return Flaw(message(f"load.syntax.{name}", char=shown(_char(lines, where))), _span(lines, where))


def _judge(lines: list[str], snag: Snag) -> tuple[str, Spot]:
    if _char(lines, snag.at) == "\t" or "\t" in _indent(lines, snag.at):
        return "tab", snag.at
    name, from_start = next((row[1:] for row in _PHRASES if re.search(row[0], snag.problem)), ("other", False))
    where = snag.since if from_start else snag.at
    wide = _wide_colon(lines, where) if name in ("colon", "no_colon") else None
    if wide:
        return "wide_colon", wide
    if name == "node" and where[0] >= len(lines) - 1 and not _char(lines, where):
        return "cut", where
    closes = name in ("indent", "node", "after_end") and _char(lines, where) in ("]", "}")
    return "extra" if closes else name, where


def _wide_colon(lines: list[str], where: Spot) -> Spot | None:
    """A full-width colon after what looks like a key, on the line of the complaint or the one above."""
    for row in (where[0], where[0] - 1):
        match = _WIDE_COLON.match(lines[row]) if 0 <= row < len(lines) else None
        if match:
            return row, match.end() - 1
    return None


def _char(lines: list[str], where: Spot) -> str:
    line, column = where
    return lines[line][column : column + 1] if line < len(lines) else ""


def _indent(lines: list[str], where: Spot) -> str:
    line = lines[where[0]] if where[0] < len(lines) else ""
    return line[: len(line) - len(line.lstrip())]


def _span(lines: list[str], where: Spot) -> Span:
    row, column = where
    # A parser gives up below the last line; the excerpt needs one that holds something.
    while row > 0 and (row >= len(lines) or (row == len(lines) - 1 and not lines[row])):
        row -= 1
        column = len(lines[row]) if row < len(lines) else 0
        lines = lines[: row + 1]
    return Span(row + 1, column + 1, row + 1, column + 2)
