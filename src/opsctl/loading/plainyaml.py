"""
A fast reader for plain YAML, three times as fast as any parser's events; whatever is unusual is left to `yamltext`.

Nearly every record is block mappings and lists of single-line texts, with flow collections that end on their line. For
those, a line is one match of one pattern. Everything else (block texts, escapes, anchors, values over several lines,
tabs, doubtful colons, and every mistake) gives None, and the full reader, which also knows what to say, decides. Where
this reader answers, it answers what the full one would; a test compares them on mutated records.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

_Open: TypeAlias = tuple[int, Any]
_Gap: TypeAlias = "tuple[Any, Any, int] | None"

_MAX_DEPTH = 30
_MAX_NODES = 15_000
# Parsers look no further than a thousand characters for the colon; a key of a record is a word.
_LONGEST_KEY = 100
# Longer lines are seldom met twice, and take room to remember.
_SHORT = 100
_NULLS = frozenset(("~", "null", "Null", "NULL"))
_ODD_KEYS = frozenset(("", "<<"))
# A key of one word that begins with nothing YAML gives a meaning to.
_KEY = r"[^\W_][^\s:#,\[\]{}'\"&*!|>%@`?]{0,100}+"
# How a text without quotes may begin, and where one ends: at `: `, at ` #`, and in a collection at its marks too. The
# possessive repeats keep a line that does not fit from being tried in every other way.
_BEGIN = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[^\s,\[\]{}?]))"
_PLAIN = rf"{_BEGIN}(?:[^\s:#]++|:(?=[^\s])|(?<=[^\s])\#| ++(?=[^\s:#]))*+"
_IN_FLOW = rf"{_BEGIN}(?:[^\s:#,\[\]{{}}?]++| ++(?=[^\s:#,\[\]{{}}?]))*+"
_LINE = re.compile(
    rf"( *+)((?:- ++)*+)(?:({_KEY}):(?= |$) *+)?"
    rf"(?:({_PLAIN})|'((?:[^']|'')*+)'|\"([^\"\\]*+)\"|([\[{{].*)|(-(?= +#| *$)))?"
    r" *+(?:(?:(?<= )|^)#.*)?$"
)
_FLAT_MAP = re.compile(rf"\{{{_KEY}: {_IN_FLOW}(?:, {_KEY}: {_IN_FLOW})*+\}}")
_FLAT_LIST = re.compile(rf"\[{_IN_FLOW}(?:, {_IN_FLOW})*+\]")
_TOKEN = re.compile(rf" *(?:([\[{{])|([\]}}])|(,)|(?:({_IN_FLOW})|'((?:[^']|'')*+)'|\"([^\"\\]*+)\")(:(?= ))?)")
_REST = re.compile(r" *+(?:(?<= )#.*)?$")


class _Unusual(Exception):
    """Something this reader leaves to the full one."""


def read_plain(text: str) -> dict[str, Data] | None:
    """The mapping that a plain text holds; None for any text that is not plain or holds no mapping."""
    if "\t" in text or "\r" in text.replace("\r\n", ""):
        return None
    try:
        return _read(text.replace("\r\n", "\n").split("\n"))
    except _Unusual:
        return None


def _parts(line: str) -> tuple[Any, ...]:
    """The groups of a line's match."""
    found = _LINE.match(line)
    if found is None:
        raise _Unusual
    return found.groups()


# Records of one kind have many lines in common, `roles:` or `platform: tmall`.
_known_parts = lru_cache(maxsize=4_096)(_parts)


def _read(lines: list[str]) -> dict[str, Data]:
    """Read line by line. `gap` is the empty value that a deeper line may fill: holder, key or position, column."""
    top: dict[str, Any] = {}
    stack: list[_Open] = [(0, top)]
    gap: _Gap = None
    nodes = 0
    known = _known_parts
    for line in lines:
        indent, dashes, key, plain, single, double, flow, dash = known(line) if len(line) <= _SHORT else _parts(line)
        column = len(indent)
        nodes += 2
        if plain is not None:
            value: Any = None if plain in _NULLS else plain
        elif single is not None or double is not None:
            value = double if single is None else single.replace("''", "'")
        elif flow is not None:
            value, more = _flow(flow)
            nodes += more
        else:
            value = None
        empty = value is None and plain is None
        if dashes or dash is not None:
            if dash is not None and key is not None:
                raise _Unusual
            for step in (dashes + (dash or "")).split("-")[1:]:
                items = _list_at(column, stack, gap)
                gap = (items, len(items), column)
                items.append(None)
                column += 1 + len(step)
        if key is not None:
            holder = _dict_at(column, stack, gap)
            if key in holder:
                raise _Unusual
            holder[key] = value
            gap = (holder, key, column) if empty else None
        elif not empty:
            if gap is None or not dashes:
                raise _Unusual
            gap[0][gap[1]] = value
            gap = None
    if not top or nodes > _MAX_NODES:
        raise _Unusual
    return top


def _list_at(column: int, stack: list[_Open], gap: _Gap) -> list[Any]:
    """The list whose items begin in that column; a new one fills the gap, under a key also in the key's own column."""
    if gap is not None and (column > gap[2] or (column == gap[2] and gap[0].__class__ is dict)):
        items: list[Any] = []
        gap[0][gap[1]] = items
        stack.append((column, items))
        if len(stack) > _MAX_DEPTH:
            raise _Unusual
        return items
    while len(stack) > 1 and stack[-1][0] > column:
        stack.pop()
    at, holder = stack[-1]
    if at != column or holder.__class__ is not list:
        raise _Unusual
    return holder


def _dict_at(column: int, stack: list[_Open], gap: _Gap) -> dict[str, Any]:
    """The mapping whose keys begin in that column; a new one fills the gap."""
    if gap is not None and column > gap[2]:
        made: dict[str, Any] = {}
        gap[0][gap[1]] = made
        stack.append((column, made))
        if len(stack) > _MAX_DEPTH:
            raise _Unusual
        return made
    while len(stack) > 1 and (stack[-1][0] > column or (stack[-1][0] == column and stack[-1][1].__class__ is list)):
        stack.pop()
    at, holder = stack[-1]
    if at != column or holder.__class__ is not dict:
        raise _Unusual
    return holder


def _flow(text: str) -> tuple[Any, int]:
    """Read a flow collection that ends on its line, and count what is in it."""
    if _FLAT_MAP.fullmatch(text):
        pairs = text[1:-1].split(", ")
        made: Any = dict([pair.split(": ", 1) for pair in pairs])
        if len(made) == len(pairs) and _NULLS.isdisjoint(made.values()):
            return made, len(pairs)
    elif _FLAT_LIST.fullmatch(text):
        made = text[1:-1].split(", ")
        if _NULLS.isdisjoint(made):
            return made, len(made)
    return _nested(text)


def _nested(text: str) -> tuple[Any, int]:
    """Read a flow collection token by token. After a value, only a comma or an end may come: nothing is `due`."""
    stack: list[Any] = []
    holder: Any = None
    key: str | None = None
    due, position, count = True, 0, 0
    while True:
        found = _TOKEN.match(text, position)
        if found is None:
            raise _Unusual
        position = found.end()
        opened, closed, comma, plain, single, double, colon = found.groups()
        if comma:
            if due or key is not None:
                raise _Unusual
            due = True
        elif closed:
            if (closed == "]") is not (holder.__class__ is list) or key is not None or (due and holder):
                raise _Unusual
            if not stack:
                break
            value = holder
            holder, key = stack.pop()
            _put(holder, key, value)
            key, due = None, False
        elif not due or (opened and holder.__class__ is dict and key is None) or len(stack) > _MAX_DEPTH:
            raise _Unusual
        elif opened:
            if holder is not None:
                stack.append((holder, key))
            holder, key = ([] if opened == "[" else {}), None
        else:
            count += 1
            word = plain if plain is not None else double if single is None else single.replace("''", "'")
            if colon:
                key = _key(word, holder, key)
            else:
                _put(holder, key, None if plain is not None and plain in _NULLS else word)
                key, due = None, False
    if _REST.match(text, position) is None:
        raise _Unusual
    return holder, count


def _key(word: str, holder: Any, key: str | None) -> str:
    """A word before a colon, if a key may stand here."""
    if (
        holder.__class__ is not dict
        or key is not None
        or word in holder
        or word in _ODD_KEYS
        or len(word) > _LONGEST_KEY
    ):
        raise _Unusual
    return word


def _put(holder: Any, key: str | None, value: Any) -> None:
    """Put a value into the collection being read; the key is used up."""
    if holder.__class__ is list:
        holder.append(value)
    elif key is None:
        raise _Unusual
    else:
        holder[key] = value
