"""
Put a whole value into a record as text: a number, a text, or a mapping or list of them, new or in place of another.

Where the same keys stand there already, only their values change and every comment stays. Otherwise the value is
written anew, in brackets where it fits on a line or stands in brackets, else as a block. Each step is read back and
shown to have changed nothing else, as in `edits`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, TypeGuard

from opsctl.loading.edits import data_of
from opsctl.loading.quoting import quoted
from opsctl.loading.splices import Layout, Splice
from opsctl.loading.texts import Sources

Value: TypeAlias = "str | Mapping[str, Value] | tuple[Value, ...]"
Route: TypeAlias = tuple[str | int, ...]

# A year's months with their shares are the longest line that reads well.
_WIDTH = 140
_STEP = 2
_MARKS = re.compile(r"[\w.%-]+")


def put(file: str, text: str, path: Route, value: Value) -> str | None:
    """The text of a record with a value put at a path; None where it has no clear place or would change more."""
    layout = Layout(Sources({file: text}), file)
    wanted = _with(data_of(file, text), path, value)
    if wanted is None:
        return None
    made = _values_only(layout, path, value)
    if made is not None and data_of(file, made) == wanted:
        return made
    cut = _replaced(layout, path, value) if path in layout.table else _added(layout, path, value)
    if cut is None:
        return None
    new = text[: cut.start] + cut.text.replace("\n", layout.ending(1)) + text[cut.end :]
    return new if data_of(file, new) == wanted else None


def block(value: Mapping[str, Value], indent: int = 0) -> str:
    """The lines of a mapping, each ending in a line feed."""
    return "".join(f"{line}\n" for line in _lines(value, indent))


def _values_only(layout: Layout, path: Route, value: Value) -> str | None:
    """The text with the same keys and other values, each changed where it stands; None where the keys are others."""
    cuts = list(_changes(layout, path, value))
    if None in cuts:
        return None
    parts, at = [], 0
    for cut in sorted((cut for cut in cuts if cut is not None), key=lambda cut: cut.start):
        parts += [layout.text[at : cut.start], cut.text]
        at = cut.end
    return "".join((*parts, layout.text[at:]))


def _changes(layout: Layout, path: Route, value: Value) -> Iterator[Splice | None]:
    """Where single values change; None among them where a key is missing or too many."""
    found = layout.table.get(path)
    if found is None or found.value == found.key:
        yield None
    elif isinstance(value, str):
        start = layout.offset(found.value.line, found.value.column)
        yield Splice(start, _end(layout, path), _scalar(value))
    elif {route[-1] for route, _ in layout.neighbours((*path, ""))} != {key for key, _ in _entries(value)}:
        yield None
    else:
        for key, each in _entries(value):
            yield from _changes(layout, (*path, key), each)


def _entries(value: Mapping[str, Value] | tuple[Value, ...]) -> Iterator[tuple[str | int, Value]]:
    yield from enumerate(value) if isinstance(value, tuple) else value.items()


def _replaced(layout: Layout, path: Route, value: Value) -> Splice | None:
    """A value in place of another of any shape, on the line of its key or below it."""
    found = layout.table[path]
    if found.key is None:
        return None
    flow = layout.char(found.value) in ("[", "{")
    start = layout.offset(found.key.end_line, found.key.end_column)
    if found.value == found.key:
        end = start + len(":")
    elif flow or not layout.holds_more(path):
        end = _end(layout, path)
    else:
        last = layout.last_line(path)
        end = layout.starts[last - 1] + len(layout.lines[last - 1].rstrip("\r"))
    rest = layout.text[end:].partition("\n")[0].strip()
    inline = f" {flow_text(value)}"
    if _is_list_of_entries(value) and not rest and not _in_flow(layout, path):
        return Splice(start, end, ":\n" + "\n".join(_items(value, found.key.column - 1 + _STEP)))
    if not isinstance(value, Mapping) or rest or _in_flow(layout, path) or _is_line(found.key.end_column, value):
        return Splice(start, end, f":{inline}")
    return Splice(start, end, ":\n" + block(value, found.key.column - 1 + _STEP).rstrip("\n"))


def _added(layout: Layout, path: Route, value: Value) -> Splice | None:
    """A new entry behind the last one of the mapping it goes into; what is missing above it is made too."""
    *above, step = path
    parent = tuple(above)
    if not isinstance(step, str):
        return None
    if parent not in layout.table or (parent and not layout.holds_more(parent)):
        return _added_or_replaced(layout, parent, {step: value})
    around = layout.table[parent].value
    if layout.char(around) == "{" or _in_flow(layout, path):
        end = _end(layout, parent) - 1
        return Splice(end, end, f", {_scalar(step)}: {flow_text(value)}")
    entries = layout.neighbours(path)
    key = entries[-1][1].key if entries else None
    if key is None:
        return None
    last = layout.last_line(parent)
    at = min(layout.starts[last], len(layout.text))
    lines = block({step: value}, key.column - 1)
    if at and layout.text[at - 1] != "\n":
        return Splice(at, at, "\n" + lines)
    return Splice(at, at, lines)


def _added_or_replaced(layout: Layout, path: Route, value: Value) -> Splice | None:
    return _replaced(layout, path, value) if path in layout.table else _added(layout, path, value)


def _end(layout: Layout, path: Route) -> int:
    span = layout.table[path].value
    return layout.offset(span.end_line, span.end_column)


def _in_flow(layout: Layout, path: Route) -> bool:
    """Say whether any mapping or list around a path is written in brackets."""
    around = (layout.table.get(path[:size]) for size in range(len(path)))
    return any(found is not None and layout.char(found.value) in ("[", "{") for found in around)


def _lines(value: Mapping[str, Value], indent: int) -> Iterator[str]:
    for key, each in value.items():
        line = f"{' ' * indent}{_scalar(key)}: {flow_text(each)}"
        if _is_list_of_entries(each):
            yield f"{' ' * indent}{_scalar(key)}:"
            yield from _items(each, indent + _STEP)
        elif not isinstance(each, Mapping) or _is_line(len(line) - len(flow_text(each)), each):
            yield line
        else:
            yield f"{' ' * indent}{_scalar(key)}:"
            yield from _lines(each, indent + _STEP)


def _is_list_of_entries(value: Value) -> TypeGuard[tuple[Mapping[str, Value], ...]]:
    return isinstance(value, tuple) and any(isinstance(each, Mapping) for each in value)


def _items(value: tuple[Mapping[str, Value], ...], indent: int) -> Iterator[str]:
    return (f"{' ' * indent}- {flow_text(each)}" for each in value)


def _is_line(column: int, value: Mapping[str, Value]) -> bool:
    """Say whether a mapping goes in brackets behind its key: one without mappings in it that is not too long."""
    flat = not any(isinstance(each, Mapping) for each in value.values())
    return flat and column + len(flow_text(value)) <= _WIDTH


def flow_text(value: Value) -> str:
    """A value on one line, mappings and lists in brackets."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return "{" + ", ".join(f"{_scalar(key)}: {flow_text(each)}" for key, each in value.items()) + "}"


def _scalar(text: str) -> str:
    """Numbers, days, shares and ids as they are; a text in quotes wherever a mark in it could mean something."""
    if _MARKS.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False) if set(text) & set(",[]{}") else quoted(text)


def _with(data: Any, path: Route, value: Value) -> Any:
    """The data with the value at the path; None where the path leads through something else than mappings or lists."""
    if not path:
        return _plain(value)
    step, *rest = path
    if data is None and isinstance(step, str):
        data = {}
    if isinstance(data, dict) and isinstance(step, str):
        below = _with(data.get(step), tuple(rest), value)
        return None if below is None else {**data, step: below}
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        below = _with(data[step], tuple(rest), value)
        return None if below is None else [*data[:step], below, *data[step + 1 :]]
    return None


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, str) else {key: _plain(each) for key, each in value.items()}
