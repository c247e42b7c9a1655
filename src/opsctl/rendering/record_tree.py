"""A record as plain data: what the file says, with amounts as exact decimal strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from opsctl.metrics import Metric
from opsctl.period import Period
from opsctl.quantity import plain
from opsctl.records.base import Name, Record
from opsctl.records.source import Sum

Tree = str | int | bool | None | list["Tree"] | dict[str, "Tree"]


def tree(value: object, lang: str = "") -> Tree:
    """Turn a record or a value inside one into plain data; a language picks one of a name's two texts."""
    if isinstance(value, Name) and lang:
        return value.in_(lang)
    if isinstance(value, Record):
        return _keys(value, lang)
    if isinstance(value, Mapping):
        return {_key(key): tree(inside, lang) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [tree(inside, lang) for inside in value]
    if isinstance(value, Sum):
        return str(value)
    if value is None or isinstance(value, bool | int):
        return value
    return plain(value) if isinstance(value, Decimal) else _key(value)


def metric_tree(metric: Metric, lang: str = "") -> dict[str, Tree]:
    """An entry of the dictionary by the keys a metric's file has, without empty ones."""
    told: dict[str, object] = {
        "name": Name(zh=metric.zh, en=metric.en),
        # The minus sign of formulas is not in GBK.
        "formula": metric.formula.replace("\N{MINUS SIGN}", "-"),
        "definition": Name(zh=metric.note_zh, en=metric.note_en) if metric.note_zh and metric.note_en else None,
    }
    for key in ("unit", "aggregation", "direction", "basis", "cadence", "owners", "aliases", "matures_after"):
        told[key] = getattr(metric, key)
    return {key: tree(value, lang) for key, value in told.items() if value not in (None, "", ())}


def tree_lines(value: Tree, indent: int = 0) -> Iterator[str]:
    """The data as indented lines of keys and values; short lists stay on one line."""
    space = "  " * indent
    if isinstance(value, dict):
        for key, inside in value.items():
            if _is_short(inside):
                yield f"{space}{key}: {_short(inside)}"
            else:
                yield f"{space}{key}:"
                yield from tree_lines(inside, indent + 1)
    elif isinstance(value, list):
        for inside in value:
            if _is_short(inside):
                yield f"{space}- {_short(inside)}"
            else:
                first, *rest = tree_lines(inside, indent + 1)
                yield f"{space}- {first.lstrip()}"
                yield from rest


def _keys(record: Record, lang: str) -> dict[str, Tree]:
    """The keys of a record by the name they are written with, without empty ones and ones left at their default."""
    found: dict[str, Tree] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if (
            value is not None
            and value != field.get_default(call_default_factory=True, validated_data={})
            and value != {}
        ):
            # `every_day` is how a record keeps a lift that was written as one number.
            found["lift" if name == "every_day" else field.alias or name] = tree(value, lang)
    return found


def _key(value: object) -> str:
    if isinstance(value, Period):
        return value.label
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_short(value: Tree) -> bool:
    if isinstance(value, dict):
        return False
    return not isinstance(value, list) or not any(isinstance(inside, list | dict) for inside in value)


def _short(value: Tree) -> str:
    if isinstance(value, list):
        return ", ".join(_short(inside) for inside in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "~" if value is None else str(value)
