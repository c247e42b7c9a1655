"""
Which names there are where: the keys of each kind of record, and what stands around a record.

A misspelt name is found when an expression is read, before there is any record to ask; otherwise a rule with a slip
in it would select nothing and pass for ever.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from opsctl.records import BY_NAME, KINDS, SCOPE_KINDS
from opsctl.records.base import Record

# Keys that name a record, by the kind of it; `scope` is a team, store or person.
LINKS = {
    "parent": "team",
    "team": "team",
    "reports_to": "role",
    "role": "role",
    "at": "scope",
    "other": "scope",
    "map": "scope",
    "owner": "person",
    "lead": "person",
    "took_part": "person",
    "attended": "person",
    "approver": "person",
    "source": "source",
    "metric": "metric",
    "serves": "metric",
    "owns": "metric",
    "contributes_to": "metric",
    "numerator": "metric",
    "denominator": "metric",
}
PLACES = ("team", "store")
ALL = tuple(kind.name for kind in KINDS)
NESTED = tuple(kind.name for kind in BY_NAME.values() if kind.nested)


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be said of a value beforehand: a record of these kinds, a part of one, or a list or mapping of items.

    A shape without any of these is a plain value, or nobody can say.
    """

    kinds: tuple[str, ...] = ()
    model: type[Record] | None = None
    items: Shape | None = None

    @property
    def named(self) -> bool:
        """Say whether all keys are known."""
        return bool(self.kinds or self.model)


PLAIN = Shape()
_EVERYWHERE = {"id": PLAIN, "kind": PLAIN, "file": PLAIN, "refs_to": Shape(items=Shape(ALL))}
_EVERYWHERE["refs_from"] = _EVERYWHERE["refs_to"]
_AROUND: Mapping[str, tuple[tuple[str, ...], Shape]] = {
    "parent": (PLACES, Shape(("team",))),
    "above": (PLACES, Shape(items=Shape(("team",)))),
    "children": (PLACES, Shape(items=Shape(PLACES))),
    "stores": (PLACES, Shape(items=Shape(("store",)))),
    "people": (PLACES, Shape(items=Shape(("person",)))),
    "holders": (("role",), Shape(items=Shape(("person",)))),
    "sheets": (SCOPE_KINDS, Shape(items=Shape(("target",)))),
    "period": (NESTED, PLAIN),
    "scope": (NESTED, Shape(SCOPE_KINDS)),
}


def root(kind: str) -> Shape:
    """The shape of a record of that kind."""
    return Shape((kind,))


def keys(shape: Shape) -> Mapping[str, Shape]:
    """Every key that a value of this shape has, or may have where it is of one of several kinds."""
    if shape.model is not None:
        return model_keys(shape.model)
    return {key: below for kind in reversed(shape.kinds) for key, below in kind_keys(kind).items()}


def around() -> tuple[str, ...]:
    """Every name that is no key of a record and still says something of one."""
    return (*_EVERYWHERE, *_AROUND)


@lru_cache(maxsize=64)
def kind_keys(kind: str) -> Mapping[str, Shape]:
    """The keys of a kind of record, with what stands around it."""
    near = {name: shape for name, (kinds, shape) in _AROUND.items() if kind in kinds}
    return {**_EVERYWHERE, **near, **model_keys(BY_NAME[kind].model)}


@lru_cache(maxsize=256)
def model_keys(model: type[Record]) -> Mapping[str, Shape]:
    """The keys of a part of a record as people write them."""
    return {key: _shape(model.model_fields[name].annotation, LINKS.get(key, "")) for key, name in fields(model).items()}


@lru_cache(maxsize=256)
def fields(model: type[Record]) -> Mapping[str, str]:
    """The model's name of each key that people write."""
    return {field.alias or name: name for name, field in model.model_fields.items() if not field.exclude}


def _shape(annotation: Any, link: str) -> Shape:
    for kind in _plain(annotation):
        origin = get_origin(kind)
        if origin is dict:
            return Shape(items=_shape(get_args(kind)[1], link))
        if origin in (tuple, list):
            return Shape(items=_shape(get_args(kind)[0], link))
        if isinstance(kind, type) and issubclass(kind, Record):
            return Shape(model=kind)
        if link and kind is str:
            return Shape(SCOPE_KINDS if link == "scope" else (link,))
    return PLAIN


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
