"""
Where an edit cuts into a text and what it puts there: keys and values by their characters, entries by whole lines.

An entry that is new stands below the last of its neighbours, indented like them; one that goes takes along the comment
lines right above it. What has no clear place (a block text, an entry without neighbours, a list over several lines in
brackets) has no splice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from opsctl.diagnostics import Edit, Span
from opsctl.loading.positions import Route, Spans, Table
from opsctl.loading.quoting import quoted
from opsctl.loading.texts import Sources

_COMMENT = re.compile(r"(?:^|\s)#")
_BLOCK = ("|", ">")
_FLOW = ("[", "{")


@dataclass(frozen=True, slots=True)
class Splice:
    """The characters of a text from `start` to `end`, and those that come instead."""

    start: int
    end: int
    text: str


class Layout:
    """One file's text with where its lines begin and where its keys and values stand."""

    def __init__(self, sources: Sources, file: str) -> None:
        self.sources, self.file = sources, file
        self.text = sources.texts.get(file, "")
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    @property
    def table(self) -> Table:
        """Where everything stands; lines count from the top of the file."""
        return self.sources.table(self.file)

    def offset(self, line: int, column: int) -> int:
        """The number of characters before a place."""
        return self.starts[line - 1] + column - 1

    def char(self, span: Span) -> str:
        """The first character of a stretch."""
        return self.text[self.offset(span.line, span.column) :][:1]

    def holds_more(self, path: Route) -> bool:
        """Say whether a value is a mapping or list, whose stretch is not known, with something in it."""
        return any(len(route) > len(path) and route[: len(path)] == path for route in self.table)

    def neighbours(self, path: Route) -> list[tuple[Route, Spans]]:
        """The entries of the mapping or list that an entry stands in, as they stand."""
        return [each for each in self.table.items() if each[0] and each[0][:-1] == path[:-1]]

    def last_line(self, path: Route) -> int:
        """The number of the last line that belongs to an entry; blank lines and comments below it do not."""
        ends = [self._end(found) for route, found in self.table.items() if route[: len(path)] == path]
        last = max(ends)
        while last > 1 and not self.lines[last - 1].strip():
            last -= 1
        return last

    def _end(self, found: Spans) -> int:
        value = found.value
        if self.char(value) not in _BLOCK:
            return max(value.end_line, found.key.end_line if found.key else 0)
        start = (value.line, value.column)
        whole = next((each for each in self.sources.scalars(self.file) if (each.line, each.column) == start), value)
        return whole.end_line - (whole.end_column == 1)

    def ending(self, line: int) -> str:
        """How a line ends; the last one may have no ending and is taken to end like the first."""
        return "\r\n" if self.lines[line - 1 if line < len(self.lines) else 0].endswith("\r") else "\n"


def splice(layout: Layout, edit: Edit) -> Splice | None:
    """What an edit does to a text; None where its place is not clear."""
    if edit.action == "insert":
        return _inserted(layout, edit)
    if edit.action == "remove":
        return _removed(layout, edit.place.path)
    return _replaced(layout, edit)


def _replaced(layout: Layout, edit: Edit) -> Splice | None:
    span = layout.sources.span(edit.place)
    start, end = layout.offset(span.line, span.column), layout.offset(span.end_line, span.end_column)
    old, new = layout.text[start:end], written(edit)
    if edit.place.part is not None:
        return None if set(new) & set("'\"\\\n") else Splice(start, end, new)
    if not old or old[0] in "|>[{&*!" or edit.place.path not in layout.table:
        return None
    if edit.place.on == "value" and layout.holds_more(edit.place.path):
        return None
    quote = old[0] if old[0] in "'\"" and len(old) > 1 and old[-1] == old[0] else ""
    if quote and not set(edit.text) & set("'\"\\\n"):
        return Splice(start + 1, end - 1, edit.text)
    return None if _is_open(new) else Splice(start, end, new)


def _is_open(new: str) -> bool:
    """Say whether a text, not in quotes, is more than one value on one line: spaces around it, a comment."""
    return new != new.strip() or (new[:1] not in ("'", '"') and ("\n" in new or _COMMENT.search(new) is not None))


def written(edit: Edit) -> str:
    """The text of an edit as it is put into a file."""
    return quoted(edit.text) if edit.quote else edit.text


def _inserted(layout: Layout, edit: Edit) -> Splice | None:
    *above, step = edit.place.path
    entries, around = layout.neighbours(edit.place.path), layout.table.get(tuple(above))
    if not entries or around is None or layout.char(around.value) in _FLOW or _is_open(written(edit)):
        return None
    indent = _indent(layout, entries)
    if indent is None:
        return None
    last = layout.last_line(tuple(above))
    head = f"{quoted(step)}:" if isinstance(step, str) else "-"
    line, ending = f"{indent}{head} {written(edit)}", layout.ending(last)
    at = layout.starts[last]
    if at > len(layout.text):
        return Splice(len(layout.text), len(layout.text), ending + line)
    return Splice(at, at, line + ending)


def _indent(layout: Layout, entries: list[tuple[Route, Spans]]) -> str | None:
    """What stands before the entries of a block; None where they do not begin lines of their own."""
    span = entries[-1][1].key or entries[-1][1].value
    if entries[-1][1].key is not None:
        return " " * (span.column - 1)
    before = layout.lines[span.line - 1][: span.column - 1]
    return before.partition("-")[0] if before.strip() == "-" else None


def _removed(layout: Layout, path: Route) -> Splice | None:
    entries, around = layout.neighbours(path), layout.table.get(path[:-1])
    routes = [route for route, _ in entries]
    if not path or path not in routes or around is None or len(entries) < 2:
        return None
    at = routes.index(path)
    if layout.char(around.value) in _FLOW:
        return _from_flow(layout, [_whole(spans) for _, spans in entries], at)
    span = entries[at][1].key or entries[at][1].value
    before = layout.lines[span.line - 1][: span.column - 1].strip()
    if before != ("" if isinstance(path[-1], str) else "-"):
        return None
    first = span.line
    while at and layout.lines[first - 2].strip().startswith("#"):
        first -= 1
    return Splice(layout.starts[first - 1], min(layout.starts[layout.last_line(path)], len(layout.text)), "")


def _from_flow(layout: Layout, spans: list[Span], at: int) -> Splice | None:
    """An entry between brackets goes with the comma before it, the first one with the comma after it."""
    if at:
        begin, end = spans[at - 1], spans[at]
        start, stop = layout.offset(begin.end_line, begin.end_column), layout.offset(end.end_line, end.end_column)
    else:
        start, stop = (layout.offset(span.line, span.column) for span in spans[:2])
    return None if set(layout.text[start:stop]) & set("\n#") else Splice(start, stop, "")


def _whole(spans: Spans) -> Span:
    begin = spans.key or spans.value
    return Span(begin.line, begin.column, spans.value.end_line, spans.value.end_column)
