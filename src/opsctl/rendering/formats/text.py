"""
Diagnostics for people: place first, so that a terminal can link it, then an excerpt with the place underlined.
"""

from __future__ import annotations

import unicodedata

from opsctl.diagnostics import Diagnostic, Severity, Span
from opsctl.locales import say, tell
from opsctl.rendering.clean import clean
from opsctl.rendering.formats.counts import fixable, set_aside, summary
from opsctl.rendering.formats.outcome import Outcome

SHOWN = 200
WIDTH = 100
BEFORE = 40
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def render(outcome: Outcome, lang: str) -> str:
    """Print the first diagnostics in full and a summary."""
    parts = [render_one(diagnostic, outcome, lang) for diagnostic in outcome.diagnostics[:SHOWN]]
    more = len(outcome.diagnostics) - SHOWN
    if more > 0:
        parts.append(say(lang, "rules.more", count=str(more)) + "\n")
    last = [_summary(outcome, lang), *fixable(outcome, lang), *set_aside(outcome, lang)]
    return "\n".join([*parts, *(line + "\n" for line in last)])


def render_one(diagnostic: Diagnostic, outcome: Outcome, lang: str) -> str:
    """Print one diagnostic: its line, its excerpt, and the places that belong to it."""
    lines = [headline(diagnostic, outcome, lang)]
    if not diagnostic.problem.veiled:
        lines += _excerpt(outcome.texts.get(diagnostic.file, ""), diagnostic.span)
    lines += [f"  → {_place(file, span)}: {clean(tell(lang, said))}" for file, span, said in diagnostic.related]
    return "\n".join(lines) + "\n"


def headline(diagnostic: Diagnostic, outcome: Outcome, lang: str) -> str:
    """The line that says all of it: place, severity, rule and message."""
    severity = say(lang, f"rules.severity_{diagnostic.severity}")
    if outcome.coloured:
        severity = f"\x1b[{_COLOURS[diagnostic.severity]}m{severity}\x1b[0m"
    said = clean(tell(lang, diagnostic.problem.message))
    place = _place(diagnostic.file, diagnostic.span)
    return f"{place}: {severity} {diagnostic.code} {diagnostic.name}: {said}"


def _place(file: str, span: Span) -> str:
    return f"{clean(file)}:{span.line}:{span.column}"


def _excerpt(text: str, span: Span) -> list[str]:
    lines = text.split("\n")
    if not text or span.line > len(lines):
        return []
    line = lines[span.line - 1].rstrip("\r")
    begin = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    cut = max(begin - BEFORE, 0) if len(line) > WIDTH else 0
    stop = min(cut + WIDTH, len(line))
    shown = ("…" if cut else "") + clean(line[cut:stop]) + ("…" if stop < len(line) else "")
    gutter = f"{span.line:>5} | "
    indent = cells("…" if cut else "") + cells(clean(line[cut:begin]))
    marks = max(cells(clean(line[begin : min(max(end, begin), stop)])), 1)
    return [gutter + shown, " " * (len(gutter) - 2) + "| " + " " * indent + "^" * marks]


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _summary(outcome: Outcome, lang: str) -> str:
    said = summary(outcome, lang)
    if not outcome.diagnostics:
        return said
    worst = max(outcome.diagnostics, key=lambda diagnostic: diagnostic.severity.rank)
    return say(lang, "report.next", summary=said, code=worst.code)
