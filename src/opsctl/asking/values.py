"""
What an expression's parts stand for.

Nothing is `None`: a key that is not written, a record that is not there, a quotient by zero. It is never zero and
never false; what is computed from it is nothing again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from opsctl.diagnostics import Listed
from opsctl.metrics import Metric
from opsctl.period import Period
from opsctl.quantity import plain, rounded
from opsctl.records.base import Name, Record
from opsctl.records.source import Sum
from opsctl.workspace import Loaded

_SHOWN_DIGITS, _SHOWN_ITEMS, _SHOWN_TEXT = 6, 20, 200


@dataclass(frozen=True, slots=True)
class Words:
    """A name in both languages; it equals either."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands where a number may stand, such as `inherited`: as a number it is nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """The id of a record, which is a text, and the way to that record."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A mapping, a part of a record, or, with `record`, a record itself; `link` is what a mapping's texts name."""

    data: Record | Mapping[Any, Any] | Metric
    record: Link | None = None
    file: str = ""
    link: str = ""


Value = None | bool | Fraction | str | Words | Word | date | Period | Link | Thing | tuple["Value", ...]


def valued(data: Any, link: str = "") -> Value:
    """Take a value out of a record; texts that name records of a kind become links to them."""
    if isinstance(data, str):
        return Link(link, data) if link else data
    if data is None or isinstance(data, bool | Fraction | date | Period | Words | Link | Thing):
        return data
    if isinstance(data, int | Decimal):
        return Fraction(data)
    if isinstance(data, Name):
        return Words(data.zh, data.en)
    if isinstance(data, Sum):
        return str(data)
    if isinstance(data, list | tuple):
        return tuple(valued(each, link) for each in data)
    return Thing(data, link=link)


def thing_of(record: Loaded) -> Thing:
    """A record as a value."""
    return Thing(record.data, Link(record.kind, record.id), record.file)


def texts(value: Value) -> tuple[str, ...] | None:
    """What a value says as a text, in each language; None where it is none."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Words):
        return (value.zh, value.en)
    if isinstance(value, Link):
        return (value.id,)
    if isinstance(value, Word):
        return (value.text,)
    return (value.record.id,) if isinstance(value, Thing) and value.record else None


def label(key: object) -> str:
    """A mapping's key as it is written in the file."""
    if isinstance(key, Period):
        return key.label
    return key.isoformat() if isinstance(key, date) else str(key)


def shown(value: Value, lang: str = "zh") -> str:
    """A value as words for a message; cut short where it is long."""
    if value is None:
        return "~"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return number_text(value)
    if isinstance(value, Words):
        return value.zh if lang == "zh" else value.en
    if isinstance(value, tuple):
        more = ["…"] if len(value) > _SHOWN_ITEMS else []
        return Listed([*(shown(each, lang) for each in value[:_SHOWN_ITEMS]), *more])
    said = texts(value)
    if said is None:
        return "{…}" if isinstance(value, Thing) else label(value)
    return said[0] if len(said[0]) <= _SHOWN_TEXT else said[0][: _SHOWN_TEXT - 1] + "…"


def sketched(value: Value) -> str:
    """A value as an error message quotes it: texts in quotes, lists and mappings by their shape."""
    if isinstance(value, tuple):
        return "[…]"
    return f'"{shown(value)}"' if isinstance(value, str | Words) else shown(value)


def number_text(number: Fraction) -> str:
    """A number in decimals; one that has no end is rounded."""
    return plain(rounded(number, _SHOWN_DIGITS)).rstrip("0").rstrip(".") if number.denominator != 1 else str(number)
