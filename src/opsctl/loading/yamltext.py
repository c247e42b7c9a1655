"""
A strict subset of YAML 1.2, read in one pass over parser events; the only home of ruamel.yaml.

One document of mappings, lists and text: no anchors, aliases, merge keys, tags or directives, bounded in depth and
size. Every scalar stays the text that was written; only an unquoted empty value, `~` or `null` is None. Events come
from libyaml (0.1 ms a file) or, where it is absent, from ruamel's own parser: slow, stricter about tabs, and with equal
data for whatever both accept. Positions are looked up in a second pass, `locate`, for files with something to report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NoReturn, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from opsctl.diagnostics import Span, message
from opsctl.loading.flaws import START, Flaw, shown
from opsctl.loading.positions import Table, chart, event_span
from opsctl.loading.syntax import Snag, explain
from opsctl.loading.textguard import unsafe_value

try:
    from _ruamel_yaml import CParser
except ImportError:  # no binary for this platform
    CParser = None

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Event: TypeAlias = Any  # libyaml's events carry no types

MAX_DEPTH = 32
MAX_NODES = 20_000
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_ODD_KEYS = frozenset(("", "<<"))
# Directives stand before the first content; turned into comments, they let the rest of the file be read.
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds. Unless it is `sound`, the data misses parts and must not be judged."""

    data: Data
    problems: tuple[Flaw, ...]
    sound: bool


class _Stop(Exception):
    """Reading ends here; the flaw that ends it is already noted."""


def parse(text: str, *, pure: bool = False) -> Parsed:
    """Read a text; `pure` asks for the parser written in Python, which is slow and gives the same."""
    flaws: list[Flaw] = []
    top: list[Data] = []
    sound = True
    try:
        with _events(_without_directives(text, flaws), pure) as get:
            sound = _build(get, top, flaws)
    except _Stop:
        sound = False
    except Exception as error:  # whatever the bytes, no parser error may reach the user
        flaws.append(_syntax_flaw(error, text))
        sound = False
    return Parsed(top[0] if top else None, tuple(flaws), sound)


def locate(text: str, *, pure: bool = False) -> Table:
    """Find where every key and value stands, as far as the text can be read."""
    return chart(_as_far_as_readable(text, pure), text.split("\n"))


def scalars(text: str) -> tuple[Span, ...]:
    """The whole stretch of every key and single value, block texts too, as far as the text can be read."""
    return tuple(event_span(event) for event in _as_far_as_readable(text, False) if isinstance(event, ScalarEvent))


def _as_far_as_readable(text: str, pure: bool) -> list[Event]:
    events: list[Event] = []
    depth = 0
    # Where the text breaks, `parse` reports it; what stands above is still found.
    with suppress(Exception), _events(_without_directives(text, []), pure) as get:
        while depth <= MAX_DEPTH and not (events and isinstance(events[-1], StreamEndEvent)):
            events.append(get())
            depth += isinstance(events[-1], CollectionStartEvent) - isinstance(events[-1], CollectionEndEvent)
    return events


def _build(get: Callable[[], Event], top: list[Data], flaws: list[Flaw]) -> bool:
    """Turn events into data; one long loop, because a call for each event would double its time."""
    stack: list[tuple[Any, str | None]] = []
    holder: Any = top
    key: str | None = None
    nodes, sound = 0, True
    while (kind := (event := get()).__class__) is not StreamEndEvent:
        if kind is ScalarEvent:
            value: Any = event.value
            if event.style == '"' and (said := unsafe_value(value)):
                flaws.append(Flaw(said, event_span(event)))
        elif kind is MappingStartEvent:
            value = {}
        elif kind is SequenceStartEvent:
            value = []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            holder, key = stack.pop()
            continue
        elif kind is AliasEvent:
            value, sound = None, False
        else:
            if kind is DocumentStartEvent and top:
                _stop(flaws, event, "load.yaml.second_document")
            continue
        nodes += 1
        if nodes > MAX_NODES or len(stack) >= MAX_DEPTH:
            _stop(flaws, event, "load.yaml.too_deep" if nodes <= MAX_NODES else "load.yaml.too_many")
        if event.anchor is not None or event.ctag is not None:
            _note_marks(event, flaws)
        inside = kind is MappingStartEvent or kind is SequenceStartEvent
        if key is None and holder.__class__ is dict:
            if kind is not ScalarEvent or value in holder or value in _ODD_KEYS:
                sound = _note_key(event, [*stack, (holder, None)], flaws) and sound
            key = value if kind is ScalarEvent else "?"
            if inside:
                stack.append((holder, key))
                holder, key = value, None
            continue
        if kind is ScalarEvent and value in _NULLS and not event.style:
            value = None
        if key is None:
            holder.append(value)
        else:
            holder[key] = value
            key = None
        if inside:
            stack.append((holder, None))
            holder = value
    return sound


def _note_marks(event: Event, flaws: list[Flaw]) -> None:
    if event.__class__ is AliasEvent:
        flaws.append(Flaw(message("load.yaml.alias", name=shown(event.anchor)), event_span(event)))
        return
    if event.anchor is not None:
        flaws.append(Flaw(message("load.yaml.anchor", name=shown(event.anchor)), _first_char(event)))
    if event.ctag is not None:
        flaws.append(Flaw(message("load.yaml.tag", tag=shown(str(event.ctag))), _first_char(event)))


def _note_key(event: Event, stack: list[tuple[Any, str | None]], flaws: list[Flaw]) -> bool:
    """Report a key that cannot be one; say whether the rest of the mapping still makes sense."""
    if event.__class__ is not ScalarEvent:
        flaws.append(Flaw(message("load.yaml.key_not_text"), _first_char(event)))
        return False
    value = event.value
    if value in stack[-1][0]:
        first = (*_route([holder for holder, _ in stack[1:]]), value)
        flaws.append(Flaw(message("load.yaml.duplicate_key", key=shown(value)), event_span(event), first))
        return True
    if value == "<<" and event.style:
        return True
    name = "load.yaml.merge" if value == "<<" else "load.yaml.key_empty"
    flaws.append(Flaw(message(name), _first_char(event)))
    return False


def _route(holders: list[Any]) -> tuple[str | int, ...]:
    """The keys and list positions that lead from the first of nested holders to the last."""
    return tuple(_step(outer, inner) for outer, inner in pairwise(holders))


def _step(outer: Any, inner: Any) -> str | int:
    if outer.__class__ is list:
        return len(outer) - 1
    return next((key for key, value in outer.items() if value is inner), "?")


def _stop(flaws: list[Flaw], event: Event, name: str) -> NoReturn:
    limit = MAX_DEPTH if name.endswith("deep") else MAX_NODES
    flaws.append(Flaw(message(name, limit=limit), _first_char(event)))
    raise _Stop


@contextmanager
def _events(text: str, pure: bool) -> Iterator[Callable[[], Event]]:
    """Open a parser; the C one holds memory that has to be handed back."""
    if pure or CParser is None:
        yield YAML(typ="safe", pure=True).parse(text).__next__
        return
    parser = CParser(text)
    try:
        yield parser.get_event
    finally:
        parser.dispose()


def _without_directives(text: str, flaws: list[Flaw]) -> str:
    head = _HEAD.match(text)
    if head is None or "%" not in head.group():
        return text
    lines = head.group().split("\n")
    for row, line in enumerate(lines):
        if line.startswith("%"):
            flaws.append(Flaw(message("load.yaml.directive"), Span(row + 1, 1, row + 1, len(line.rstrip()) + 1)))
            lines[row] = "#" + line[1:]
    return "\n".join(lines) + text[head.end() :]


def _syntax_flaw(error: Exception, text: str) -> Flaw:
    if not isinstance(error, MarkedYAMLError) or not (error.problem_mark or error.context_mark):
        return Flaw(message("load.syntax.other"), START)
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    return explain(text, Snag(str(error.problem), (at.line, at.column), (since.line, since.column)))


def _first_char(event: Event) -> Span:
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
