"""What is wrong with a text before it is a record, and how its values are quoted in messages."""

from __future__ import annotations

from dataclasses import dataclass

from opsctl.diagnostics import Message, Span

START = Span(1, 1, 1, 1)
# Nobody reads more about one file, and a hostile one could hold ten thousand.
MOST_FLAWS = 100
_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Flaw:
    """A message about a stretch of text; `first` is the route to the earlier of two equal keys."""

    message: Message
    span: Span
    first: tuple[str | int, ...] | None = None


def shown(value: str) -> str:
    """Quote a value from a user's file for a message: cut short, everything unprintable escaped."""
    cut = value if len(value) <= _WIDTH else value[: _WIDTH - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(char if char.isprintable() or char == "\u3000" else _escape(char) for char in cut)


def moved(span: Span, lines: int) -> Span:
    """The same stretch, that many lines further down."""
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
