"""
JSON Schemas (2020-12) of the kinds of records, for editors: what may stand where, in words of one language.

They are made from the models' fields, not by pydantic: it would describe what a model makes of a value, while an editor
sees what people write. References become choices among the ids there are, each with its name.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from opsctl.locales import say
from opsctl.records.base import Id, Record, Text
from opsctl.records.fieldtypes import (
    ANY_PART,
    METRIC,
    SHORT_FIELDS,
    SHORT_MODELS,
    SUPPLIED,
    TYPES,
    Schema,
    reader_of,
)
from opsctl.records.pointing import KEY_POINTERS, POINTERS, SUGGESTED
from opsctl.records.schemaparts import FREE_KEY, keyed, limits, named, or_nothing, spelled
from opsctl.records.source import ONE_OR_MORE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# By what is pointed to (`person`, `place`, `metric`): the ids there are, with their names.
Ids = Mapping[str, Mapping[str, str]]
_CAPITAL = re.compile("(?<=.)([A-Z])")


def schema_of(model: type[Record], title: str, lang: str, ids: Ids) -> Schema:
    """The schema of files that this model reads; the same words and ids give the same schema."""
    making = _Making(lang, ids)
    top = making.mapping(model)
    parts = {name: making.parts[name] for name in sorted(making.parts)}
    return {"$schema": DIALECT, "title": title, **top, **({"$defs": parts} if parts else {})}


def fields_of(model: type[Record]) -> Iterator[tuple[str, str, FieldInfo]]:
    """The keys that may be written in a record of that model: each with the field's name and what it says of itself."""
    for name, info in model.model_fields.items():
        if not info.exclude:
            yield info.alias or name, name, info


def sentence_id(model: type[Record], key: str) -> str:
    """The id of the sentence that describes a key of a model."""
    words = _CAPITAL.sub(r"_\1", model.__name__).lower()
    return f"fields.{words}.{key}"


@dataclass(frozen=True, slots=True)
class _Making:
    """A schema while it is made: its language, the ids there are, and the parts that it shares."""

    lang: str
    ids: Ids
    parts: dict[str, Schema] = field(default_factory=dict)

    def mapping(self, model: type[Record]) -> Schema:
        """A model as a mapping of its keys."""
        wanted = [
            key
            for key, name, info in fields_of(model)
            if info.is_required() and model not in ANY_PART and (model, name) not in SUPPLIED
        ]
        keys = {key: self._field(model, key, name, info) for key, name, info in fields_of(model)}
        return {
            "type": "object",
            "properties": keys,
            **({"required": wanted} if wanted else {}),
            **({"minProperties": 1} if model in ANY_PART else {}),
            "patternProperties": {FREE_KEY: True},
            "additionalProperties": False,
        }

    def _field(self, model: type[Record], key: str, name: str, info: FieldInfo) -> Schema:
        to, keys_to = POINTERS.get((model, name)), KEY_POINTERS.get((model, name))
        made = self._type(info.annotation, info.metadata, to, keys_to)
        short = SHORT_FIELDS.get((model, name))
        if short is not None:
            made = {"anyOf": [self._type(short), made]}
        said = say(self.lang, sentence_id(model, key))
        return {"description": said, "markdownDescription": said, **made}

    def _type(self, kind: Any, about: Iterable[Any] = (), to: str | None = None, keys_to: str | None = None) -> Schema:
        """A type of field; `about` is what stands beside it in `Annotated`."""
        if get_origin(kind) is Annotated:
            inner, *more = get_args(kind)
            return self._type(inner, (*more, *about), to, keys_to)
        reader = next((each for each in about if getattr(each, "func", None) and each in TYPES), None)
        if reader is not None:
            target = "metric" if reader == METRIC else to
            return self._pointer(target) if target else self._scalar(reader, limits(about))
        if get_origin(kind) in (Union, types.UnionType):
            return self._choice(kind, about, to, keys_to)
        made = self._structure(kind, limits(about), to, keys_to)
        return {"anyOf": [self._type(Text), made]} if ONE_OR_MORE in about else made

    def _structure(self, kind: Any, sizes: Mapping[str, int], to: str | None, keys_to: str | None) -> Schema:
        if get_origin(kind) is Literal:
            return {"enum": [*spelled(get_args(kind))]}
        if get_origin(kind) is tuple:
            least = {"minItems": sizes["min_length"]} if "min_length" in sizes else {}
            return {"type": "array", "items": self._type(get_args(kind)[0], to=to), **least}
        if get_origin(kind) is dict:
            least = {"minProperties": sizes["min_length"]} if "min_length" in sizes else {}
            keys, values = get_args(kind)
            return {**self._keyed(keys, values, to, keys_to), **least}
        return self._model(kind) if isinstance(kind, type) and issubclass(kind, Record) else {}

    def _choice(self, kind: Any, about: Iterable[Any], to: str | None, keys_to: str | None) -> Schema:
        """What may be left empty; a union offers nothing else, for each type has one meaning."""
        (inner,) = (each for each in get_args(kind) if each is not type(None))
        return or_nothing(self._type(inner, about, to, keys_to))

    def _keyed(self, keys: Any, values: Any, to: str | None, keys_to: str | None) -> Schema:
        """A mapping with keys of a type: those there are by name, and others where the type allows them."""
        each = self._type(values, to=to)
        reader = next((part for part in get_args(keys)[1:] if part in TYPES), None)
        if get_origin(keys) is Literal:
            return keyed(dict.fromkeys(get_args(keys), ""), each)
        if keys_to is not None:
            known = self.ids.get(keys_to, {})
            return keyed(known, each, None if known else each)
        known = self.ids.get("metric", {}) if reader == METRIC else {}
        return {**keyed(known, each, each), **(self._key_form(reader) if reader is not None else {})}

    def _key_form(self, reader: Any) -> Schema:
        """How keys are spelled, where the type says so."""
        kind, made = TYPES[reader]
        if "pattern" not in made:
            return {}
        return {"propertyNames": {"pattern": f"{FREE_KEY}|{made['pattern']}", "patternErrorMessage": self._said(kind)}}

    def _model(self, model: type[Record]) -> Schema:
        """A part of its own, which may refer to itself, or the one value that may stand for it."""
        name = model.__name__
        if name not in self.parts:
            self.parts[name] = {}
            made = self.mapping(model)
            short = SHORT_MODELS.get(model)
            self.parts[name] = made if short is None else {"anyOf": [self._type(short), made]}
        return {"$ref": f"#/$defs/{name}"}

    def _pointer(self, to: str) -> Schema:
        """One of the ids there are; any value of the type where they are only suggested, or where there are none."""
        known, free = self.ids.get(to, {}), self._scalar(reader_of(SUGGESTED.get(to, Id)), {})
        if not known:
            return free
        if to in SUGGESTED:
            self.parts[to] = {"anyOf": [named(known), free]}
        else:
            self.parts[to] = {**named(known), "errorMessage": say(self.lang, f"fields.no_{to}")}
        return {"$ref": f"#/$defs/{to}"}

    def _scalar(self, reader: Any, sizes: Mapping[str, int]) -> Schema:
        """One value, and what is said where it is of no use."""
        kind, made = TYPES[reader]
        if "enum" in made:
            return made
        return {**made, **sizes, "errorMessage": self._said(kind)}

    def _said(self, kind: str) -> str:
        """What is said of a value of no use: the same as `check` says, about `this`."""
        this = say(self.lang, "fields.this")
        return say(self.lang, f"value.{kind}", value=this).replace(f"{this} ", say(self.lang, "fields.this_is"))
