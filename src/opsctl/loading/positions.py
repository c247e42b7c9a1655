"""
From a route of keys to the stretch of text where it stands.

The table is made in a second pass over a parser's events, only for files with something to report. Where a key stands
twice, its first place is kept, with the value that was read last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from opsctl.diagnostics import Span
from opsctl.loading.flaws import START, moved

Route: TypeAlias = tuple[str | int, ...]
_STARTS = ("MappingStartEvent", "SequenceStartEvent")
_ENDS = ("MappingEndEvent", "SequenceEndEvent")
_LEAVES = ("ScalarEvent", "AliasEvent")


@dataclass(frozen=True, slots=True)
class Spans:
    """Where a value stands, and its key unless it is a list item or the whole document."""

    key: Span | None
    value: Span


Table: TypeAlias = dict[Route, Spans]


@dataclass(slots=True)
class _Open:
    """A mapping or list being read, and in a mapping the key whose value comes next."""

    path: Route
    mapping: bool
    flow: bool
    key: str | None = None
    key_at: Span | None = None
    count: int = 0

    def take(self) -> tuple[Route, Span | None]:
        """The route of the next value, and where its key stands."""
        if self.mapping:
            path, at = (*self.path, self.key or ""), self.key_at
            self.key = self.key_at = None
            return path, at
        self.count += 1
        return (*self.path, self.count - 1), None


def place_span(table: Table, path: Route, on: Literal["key", "value"]) -> Span:
    """Find a place, or for a key that is missing the nearest enclosing one that is there."""
    found = table.get(path)
    if found is not None:
        return found.key if on == "key" and found.key else found.value
    for size in range(len(path) - 1, -1, -1):
        around = table.get(path[:size])
        if around is not None:
            return around.key or around.value
    return START


def shifted(table: Table, lines: int) -> Table:
    """The same places, that many lines further down."""
    if not lines:
        return table
    return {
        route: Spans(None if found.key is None else moved(found.key, lines), moved(found.value, lines))
        for route, found in table.items()
    }


def chart(events: Iterable[Any], lines: list[str]) -> Table:
    """Place everything in the first document, as far as its events go."""
    table: Table = {}
    opened: list[_Open] = []
    for event in events:
        kind = event.__class__.__name__
        if kind == "DocumentStartEvent" and table:
            break
        if kind in _ENDS:
            _close(opened.pop(), event, table)
        elif kind in _LEAVES or kind in _STARTS:
            _enter(event, kind, opened, lines, table)
    return table


def event_span(event: Any) -> Span:
    """The stretch of text that an event covers."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _enter(event: Any, kind: str, opened: list[_Open], lines: list[str], table: Table) -> None:
    around = opened[-1] if opened else None
    if around and around.mapping and around.key is None:
        around.key = event.value if kind == "ScalarEvent" else "?"
        around.key_at = event_span(event)
        path: Route = (*around.path, "?")
    else:
        path, key_at = around.take() if around else ((), None)
        earlier = table.get(path)
        table[path] = Spans(earlier.key if earlier and earlier.key else key_at, _extent(event, kind, lines, key_at))
    if kind in _STARTS:
        opened.append(_Open(path, kind == "MappingStartEvent", bool(event.flow_style)))


def _close(done: _Open, event: Any, table: Table) -> None:
    begun = table.get(done.path)
    if done.flow and begun is not None:
        end = event_span(event)
        table[done.path] = Spans(begun.key, Span(begun.value.line, begun.value.column, end.end_line, end.end_column))


def _extent(event: Any, kind: str, lines: list[str], key_at: Span | None) -> Span:
    """A value's stretch; of blocks, which may run over pages, the first line; of an empty value, its key."""
    whole = event_span(event)
    if kind in _LEAVES and getattr(event, "style", None) not in ("|", ">"):
        empty = (whole.line, whole.column) == (whole.end_line, whole.end_column)
        return key_at if empty and key_at else whole
    line = lines[whole.line - 1] if whole.line <= len(lines) else ""
    return Span(whole.line, whole.column, whole.line, max(len(line.rstrip()) + 1, whole.column))
