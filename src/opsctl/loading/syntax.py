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
    ("mapping values are not allowed", "colon", False),
    ("unexpected end of stream|unexpected document (?:separator|indicator)", "quote_open", True),
    ("escape|hexdecimal|hexadecimal", "escape", False),
    (r"expected ',' or '\]'", "list_open", True),
    (r"expected ',' or '\}'", "map_open", True),
    ("could not find expected ':'", "no_colon", True),
    ("a tab character", "tab", False),
    ("comment or (?:a )?line break|indentation indicator|block scalar", "block_header", False),
    ("cannot start any token|alphabetic or numeric|alphanumeric", "mark", False),
    ("<document start>", "after_end", False),
    ("tag", "tag", True),
    ("expected key|<block end>|'-' indicator|entries are not allowed|keys are not allowed", "indent", False),
)
_WIDE_COLON = "："
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
    for phrase, name, from_start in _PHRASES:
        if re.search(phrase, snag.problem):
            where = snag.since if from_start else snag.at
            wide = name == "no_colon" and _WIDE_COLON in lines[where[0]]
            return "wide_colon" if wide else name, where
    return "other", snag.at


def _char(lines: list[str], where: Spot) -> str:
    line, column = where
    return lines[line][column : column + 1] if line < len(lines) else ""


def _indent(lines: list[str], where: Spot) -> str:
    line = lines[where[0]] if where[0] < len(lines) else ""
    return line[: len(line) - len(line.lstrip())]


def _span(lines: list[str], where: Spot) -> Span:
    # A parser may give up one line below the last one; the excerpt needs a line that exists.
    row = min(where[0], len(lines) - 1)
    column = where[1] if row == where[0] else len(lines[row])
    return Span(row + 1, column + 1, row + 1, column + 2)
