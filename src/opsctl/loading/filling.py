"""
Values that people filled in, put into records as text: single keys, lists of texts, and new entries of a list.

A file is changed key by key, each shown to have changed nothing else; where one has no clear place it is left out and
told, so that whoever filled it in can write it by hand. No comment is ever lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsctl.diagnostics import Edit, Place
from opsctl.loading.edits import data_of, edited
from opsctl.loading.placing import Route, Value, flow_text, put
from opsctl.loading.splices import Layout
from opsctl.loading.texts import Sources

Wanted = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """
    Values for the keys of an entry at a route, by key in the order of a new entry; an empty one takes the key away.

    `entry`: the route is that of a list, to which a new entry is added; `numbered` names its key that gets the next
    number of the list after this letter.
    """

    route: Route
    values: Mapping[str, Wanted]
    entry: bool = False
    numbered: str = ""
    letter: str = ""


def filled(file: str, text: str, fills: Sequence[Fill]) -> tuple[str, tuple[tuple[Fill, str], ...], dict[int, Route]]:
    """The text after as many values as can be put in, those that cannot, and where each fill's entry stands."""
    refused: list[tuple[Fill, str]] = []
    routes: dict[int, Route] = {}
    for number, fill in enumerate(fills):
        if fill.entry:
            after = _entry(file, text, fill)
            if after is None:
                refused += [(fill, key) for key in fill.values]
            else:
                text, routes[number] = after
            continue
        routes[number] = fill.route
        for key, value in fill.values.items():
            new = _value(file, text, (*fill.route, key), value)
            if new is None:
                refused.append((fill, key))
            else:
                text = new
    return text, tuple(refused), routes


def _value(file: str, text: str, path: Route, value: Wanted) -> str | None:
    if not value:
        return _edit(file, text, Edit(Place(file, path), action="remove"))
    new = put(file, text, path, value)
    if new is None and isinstance(value, str):
        new = _edit(file, text, Edit(Place(file, path), value, quote=True))
    return new if new is not None and _comments(new) == _comments(text) else None


def _edit(file: str, text: str, edit: Edit) -> str | None:
    return edited(Sources({file: text}), (edit,)).texts.get(file)


def _comments(text: str) -> list[str]:
    """What could be a comment; a text with a mark in it counts too, and may at worst be refused."""
    return sorted(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))


def _entry(file: str, text: str, fill: Fill) -> tuple[str, Route] | None:
    """The text with one more entry in the list, in brackets on a line of its own."""
    data = data_of(file, text)
    *above, key = fill.route
    there = data.get(key) if isinstance(data, dict) and not above else None
    if not isinstance(data, dict) or above or not isinstance(there, list | None):
        return None
    value: Mapping[str, Value] = _numbered(fill, there or [])
    at: Route = (*fill.route, len(there or ()))
    if not there:
        new = put(file, text, fill.route, (value,))
        return (new, at) if new is not None and _comments(new) == _comments(text) else None
    new = _edit(file, text, Edit(Place(file, at), flow_text(value), action="insert"))
    return _in_brackets(file, text, fill.route, value, at) if new is None else (new, at)


def _in_brackets(file: str, text: str, route: Route, value: Mapping[str, Value], at: Route) -> tuple[str, Route] | None:
    """The list itself stands in brackets: the entry comes before the last one."""
    layout = Layout(Sources({file: text}), file)
    span = layout.table[route].value
    end = layout.offset(span.end_line, span.end_column) - 1
    if layout.char(span) != "[" or text[end] != "]":
        return None
    new = f"{text[:end]}, {flow_text(value)}{text[end:]}"
    before, after = data_of(file, text), data_of(file, new)
    wanted = {key: [*each, after[key][-1]] if (key,) == route else each for key, each in before.items()} if after else 0
    return (new, at) if repr(after) == repr(wanted) else None


def _numbered(fill: Fill, there: Sequence[object]) -> dict[str, Value]:
    if not fill.numbered:
        return dict(fill.values)
    ids = [str(each.get(fill.numbered, "")) for each in there if isinstance(each, dict)]
    numbers = [int(id_[1:]) for id_ in ids if id_[:1] == fill.letter and id_[1:].isdigit()]
    return {fill.numbered: f"{fill.letter}{max(numbers, default=0) + 1}", **fill.values}
