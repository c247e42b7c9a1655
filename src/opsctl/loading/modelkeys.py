"""Which keys a record model knows at a route, so that a wrong one can be answered with the right one."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from opsctl.records.base import Record


def keys_at(model: type[Record], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that may be written in the mapping at that route, in the model's order."""
    here: list[Any] = [model]
    for step in path:
        here = [inner for outer in here for inner in _step(outer, step)]
    return tuple(dict.fromkeys(name for kind in here for name in _keys(kind)))


def _keys(kind: Any) -> Iterator[str]:
    for name, field in getattr(kind, "model_fields", {}).items():
        if not field.exclude:
            yield field.alias or name


def _step(kind: Any, step: str | int) -> Iterator[Any]:
    """What stands one step below a type: a field's type, a mapping's values, a list's items."""
    if isinstance(kind, type) and issubclass(kind, Record):
        for name, field in kind.model_fields.items():
            if step in (name, field.alias):
                yield from _plain(field.annotation)
    elif get_origin(kind) is dict:
        yield from _plain(get_args(kind)[1])
    elif get_origin(kind) in (tuple, list):
        yield from _plain(get_args(kind)[0])


def _plain(annotation: Any) -> Iterator[Any]:
    """A type without its annotations, one by one where it is a union."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for choice in get_args(annotation):
            yield from _plain(choice)
    else:
        yield annotation
