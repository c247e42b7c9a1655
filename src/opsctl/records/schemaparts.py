"""The small parts that JSON Schemas of records are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from opsctl.records.fieldtypes import Schema

FREE_KEY = "^x-"
_NULL: Schema = {"type": "null"}
_LIMITS = {"ge": "minimum", "le": "maximum", "min_length": "min_length"}


def spelled(values: Iterable[str]) -> list[str | int]:
    """Texts as an editor may see them: one that is a whole number comes as a number unless it is quoted."""
    found: list[str | int] = []
    for value in values:
        number = value.isascii() and value.isdecimal() and (value == "0" or value[0] != "0")
        found += [value, int(value)] if number else [value]
    return found


def named(known: Mapping[str, str]) -> Schema:
    """One of the ids there are, each with its name."""
    names = [known[id_] for id_ in known for _ in spelled([id_])]
    return {"enum": spelled(known), "enumDescriptions": names}


def keyed(known: Mapping[str, str], each: Schema, others: Schema | None = None) -> Schema:
    """A mapping with known keys, each with its name, and with other keys where something is said of them."""
    keys = {key: {"description": name, **each} if name else each for key, name in known.items()}
    # yaml-language-server looks for a key that is a number among the patterns, in vain among the names.
    numbers = "|".join(key for key in known if len(spelled([key])) > 1)
    return {
        "type": "object",
        **({"properties": keys} if keys else {}),
        "patternProperties": {FREE_KEY: True, **({f"^({numbers})$": True} if numbers else {})},
        "additionalProperties": False if others is None else others,
    }


def or_nothing(made: Schema) -> Schema:
    """The same, or left empty."""
    if "enum" in made:
        return {**made, "enum": [*made["enum"], None]}
    if "type" in made:
        kinds = made["type"] if isinstance(made["type"], list) else [made["type"]]
        return {**made, "type": [*kinds, "null"]}
    return {"anyOf": [made, _NULL]}


def limits(about: Iterable[Any]) -> Mapping[str, int]:
    """The least, the most and the fewest that stand beside a type in `Annotated`."""
    parts = [part for each in about for part in (each, *getattr(each, "metadata", ()))]
    return {word: getattr(part, name) for part in parts for name, word in _LIMITS.items() if hasattr(part, name)}
