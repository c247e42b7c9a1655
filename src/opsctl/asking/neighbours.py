"""From a record to what stands around it, and from any value to what is under one of its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from opsctl.asking.names import fields, kind_keys, model_keys
from opsctl.asking.values import Link, Thing, Value, Word, Words, label, texts, thing_of, valued
from opsctl.metrics import Metric
from opsctl.period import parse_period
from opsctl.records import BY_NAME, SCOPE_KINDS
from opsctl.records.base import Record
from opsctl.records.target import WORDS, Goal
from opsctl.workspace import Loaded, Workspace

Pointers = Callable[[Workspace], Iterable[tuple[Link, Link]]]


@dataclass(frozen=True)
class World:
    """The workspace that is asked about; `pointers` gives who points to whom when that is asked for."""

    workspace: Workspace
    pointers: Pointers

    @cached_property
    def refs(self) -> tuple[Mapping[Link, tuple[Link, ...]], Mapping[Link, tuple[Link, ...]]]:
        """Who points to a record, and to whom a record points, each once."""
        to: dict[Link, dict[Link, None]] = {}
        out: dict[Link, dict[Link, None]] = {}
        for source, target in self.pointers(self.workspace):
            to.setdefault(target, {})[source] = None
            out.setdefault(source, {})[target] = None
        return {key: tuple(found) for key, found in to.items()}, {key: tuple(found) for key, found in out.items()}

    @cached_property
    def _people(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        """Who holds a role at a place, and who holds a role, by `at` or `role` and the id."""
        found: dict[tuple[str, str], dict[Link, None]] = {}
        for person in self.workspace.all("person").values():
            for held in person.data.roles:
                for key in (("at", held.at), ("role", held.role)):
                    found.setdefault(key, {})[Link("person", person.id)] = None
        return {key: tuple(people) for key, people in found.items()}

    def people(self, by: str, id_: str) -> tuple[Link, ...]:
        """The people who hold a role `at` a place, or that `role`."""
        return self._people.get((by, id_), ())


def records_of(world: World, kind: str) -> tuple[Link, ...]:
    """Every record of a kind; of metrics the whole dictionary."""
    known: Iterable[str] = world.workspace.metrics if kind == "metric" else world.workspace.all(kind)
    return tuple(Link(kind, id_) for id_ in known)


def followed(world: World, value: Value) -> Thing | None:
    """The record that a link leads to, or the thing itself; None where it leads nowhere."""
    if isinstance(value, Thing):
        return value
    if not isinstance(value, Link):
        return None
    workspace = world.workspace
    if value.kind == "metric":
        id_ = workspace.metric_id(value.id)
        own = workspace.get("metric", id_) if id_ else None
        return Thing(workspace.metrics[id_], Link("metric", id_), own.file if own else "") if id_ else None
    found = workspace.scope(value.id) if value.kind == "scope" else workspace.get(value.kind, value.id)
    return thing_of(found) if found else None


def below(world: World, thing: Thing, key: str) -> Value:
    """What stands under a key of a mapping, a part of a record, or a record with what is around it."""
    data = thing.data
    if isinstance(data, Mapping):
        return valued(entry(data, key), thing.link)
    written = _written(data, key)
    if thing.record is None or written is not None or key not in _AROUND:
        return written
    # A key that is written nowhere may still be a word about the record; a source's own `period` is not.
    own = BY_NAME[thing.record.kind].model
    if key in model_keys(own) or key not in kind_keys(thing.record.kind):
        return None
    return _AROUND[key](world, thing, thing.record)


def entry(data: Mapping[Any, Any], key: str) -> Any:
    """What a mapping has under a key as it is written; days and periods are keys too."""
    if key in data:
        return data[key]
    period = parse_period(key)
    if period is None:
        return None
    return data.get(period, data.get(period.start) if period.kind == "day" else None)


def _written(data: Record | Metric, key: str) -> Value:
    if isinstance(data, Metric):
        return _of_metric(data, key)
    name = fields(type(data)).get(key)
    if name is None:
        return None
    value = getattr(data, name)
    if isinstance(data, Goal) and key == "value" and value in WORDS:
        return Word(value)
    kinds = model_keys(type(data))[key]
    link = kinds.kinds or (kinds.items.kinds if kinds.items else ())
    return valued(value, "scope" if link == SCOPE_KINDS else link[0] if link else "")


def _of_metric(metric: Metric, key: str) -> Value:
    if key == "name":
        return Words(metric.zh, metric.en)
    if key == "definition":
        return Words(metric.note_zh, metric.note_en) if metric.note_zh and metric.note_en else None
    if key == "parts":
        return Thing(dict(metric.parts)) if metric.parts else None
    found: Any = getattr(metric, key, None)
    return valued(found, "metric" if key in ("numerator", "denominator") else "")


def _sheets(world: World, thing: Thing, link: Link) -> Value:
    years = world.workspace.years()
    return _links(sheet for year in years if (sheet := world.workspace.sheet(link.id, year)))


def _period(world: World, thing: Thing, link: Link) -> Value:
    return parse_period(link.id.partition("/")[0], world.workspace.weeks)


def _links(records: Iterable[Loaded]) -> tuple[Value, ...]:
    return tuple(Link(record.kind, record.id) for record in records)


_AROUND: Mapping[str, Callable[[World, Thing, Link], Value]] = {
    "id": lambda world, thing, link: link.id,
    "kind": lambda world, thing, link: link.kind,
    "file": lambda world, thing, link: thing.file or None,
    "refs_to": lambda world, thing, link: world.refs[0].get(link, ()),
    "refs_from": lambda world, thing, link: world.refs[1].get(link, ()),
    "parent": lambda world, thing, link: valued(world.workspace.parent(link.id), "team"),
    "above": lambda world, thing, link: valued(world.workspace.above(link.id), "team"),
    "children": lambda world, thing, link: _links(world.workspace.children(link.id)),
    "stores": lambda world, thing, link: _links(world.workspace.stores_under(link.id)),
    "people": lambda world, thing, link: world.people("at", link.id),
    "holders": lambda world, thing, link: world.people("role", link.id),
    "sheets": _sheets,
    "period": _period,
    "scope": lambda world, thing, link: valued(link.id.partition("/")[2], "scope"),
}


def key_text(value: Value) -> str | None:
    """A value as a key of a mapping: a text as it is, a number or time as it is written."""
    said = texts(value)
    if said is not None:
        return said[0]
    return None if value is None or isinstance(value, bool | tuple | Thing) else label(value)
