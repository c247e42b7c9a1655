"""
Two values of a record's data compared key by key.

Items of a list are known by what people call them, never by where they stand, so a list put in another order has not
changed, and an item that moved and changed shows the change only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from opsctl.changes.view import FieldChange, Route

# By what people tell the items of a list apart, the most telling first; a role is held at a place.
_NAMES = ("id", "role", "line", "metric", "action", "area", "keeps", "name")
_BESIDE = {"role": "at"}


def field_changes(old: object, new: object, route: Route = ()) -> Iterator[FieldChange]:
    """Every value that differs, in the order of the keys."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from field_changes(old.get(key), new.get(key), (*route, str(key)))
    elif isinstance(old, tuple | list) and isinstance(new, tuple | list):
        yield from _of_lists(old, new, route)
    elif not (_is_empty(old) and _is_empty(new)):
        yield FieldChange(route, old, new)


def _of_lists(old: Sequence[object], new: Sequence[object], route: Route) -> Iterator[FieldChange]:
    if any(isinstance(item, Mapping) for item in (*old, *new)):
        yield from field_changes(_named(old), _named(new), route)
    elif sorted(map(str, old)) != sorted(map(str, new)):
        yield FieldChange(route, tuple(old), tuple(new))


def _named(items: Sequence[object]) -> dict[str, object]:
    """The items by name; a second one of a name is counted."""
    found: dict[str, object] = {}
    for item in items:
        name = _name(item)
        number = 1
        while (key := name if number == 1 else f"{name} #{number}") in found:
            number += 1
        found[key] = item
    return found


def _name(item: object) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    for key in _NAMES:
        if item.get(key):
            beside = item.get(_BESIDE[key]) if key in _BESIDE else None
            return f"{item[key]} @ {beside}" if beside else str(item[key])
    return "#1"


def _is_empty(value: object) -> bool:
    return value is None or value == () or value == [] or value == {}
