"""
Data to record: what the model refuses becomes problems in our words, each at its key or value.

Keys that begin with `x-` are free everywhere and never reach the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import ValidationError

from opsctl.diagnostics import Edit, Fix, Listed, Message, Place, Problem, message
from opsctl.loading.flaws import MOST_FLAWS, shown
from opsctl.loading.modelkeys import keys_at
from opsctl.loading.respell import choice, respelled
from opsctl.locales.value import SENTENCES as VALUES
from opsctl.records.base import WEEKS, Record
from opsctl.weeks import ISO, Weeks
from opsctl.workspace import Finding

_FREE = "x-"
_STRUCTURES = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "list_type": "list",
    "tuple_type": "list",
    "string_type": "text",
}
_CHOICES = ("literal_error", "enum")
_ROOT_SHAPE = "load.shape.record"


def judge(
    model: type[Record], data: object, file: str, weeks: Weeks = ISO
) -> tuple[Record | None, tuple[Finding, ...]]:
    """Read data as a record, with periods by the weeks of the workspace, or say everything that is wrong with it."""
    if not isinstance(data, dict):
        said = message("load.shape.empty") if data is None else message(_ROOT_SHAPE, value=_shown(data))
        return None, (Finding("bad-value", Problem(Place(file), said)),)
    try:
        return model.model_validate(data, context={WEEKS: weeks}), ()
    except ValidationError as error:
        errors = [entry for entry in error.errors(include_url=False) if not _is_echo(entry)][:MOST_FLAWS]
        return None, tuple(dict.fromkeys(_finding(model, data, file, entry) for entry in errors))


def without_free_keys(data: Any) -> Any:
    """The same data without the keys that are nobody's business."""
    if isinstance(data, dict):
        return {key: without_free_keys(value) for key, value in data.items() if not key.startswith(_FREE)}
    if isinstance(data, list):
        return [without_free_keys(value) for value in data]
    return data


def _is_echo(error: Mapping[str, Any]) -> bool:
    """A list whose items are all wrong also counts as too short; the items say enough."""
    return error["type"] == "too_short" and bool(len(error["input"]) >= error["ctx"]["min_length"])


def _finding(model: type[Record], data: dict[str, Any], file: str, error: Mapping[str, Any]) -> Finding:
    kind = error["type"]
    path, on = _place(data, error)
    place = Place(file, path, on)
    if kind in ("extra_forbidden", "unknown_key"):
        return Finding("unknown-key", _unknown_key(model, data, place))
    if kind == "missing":
        return Finding("missing-key", Problem(place, message("load.key.missing", key=shown(str(path[-1])))))
    return Finding("bad-value", Problem(place, _said(kind, error), fix=_respell(kind, place, error)))


def _respell(kind: str, place: Place, error: Mapping[str, Any]) -> Fix | None:
    written = error["input"]
    if not isinstance(written, str):
        return None
    meant = choice(_expected(error).split(", "), written) if kind in _CHOICES else respelled(kind, written)
    if meant is None:
        return None
    return Fix(message("load.respell", value=shown(written), meant=meant), (Edit(place, meant),), safe=True)


def _place(data: Any, error: Mapping[str, Any]) -> tuple[tuple[str | int, ...], Literal["key", "value"]]:
    """Follow the model's route as far as the written data goes: models may add steps nobody wrote."""
    path: list[str | int] = []
    route = [step for step in error["loc"] if step != "[key]"]
    on: Literal["key", "value"] = "key" if len(route) < len(error["loc"]) else "value"
    for step in route:
        if isinstance(data, dict) and step not in data:
            step = _renamed(data, error["input"], step)
        if not _leads_on(data, step):
            break
        path.append(step)
        data = data[step]
    if error["type"] == "missing":
        return (*path, route[-1]), "key"
    return tuple(path), "key" if error["type"] == "extra_forbidden" else on


def _leads_on(data: Any, step: str | int) -> bool:
    return step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)


def _renamed(data: dict[str, Any], given: object, step: str | int) -> str | int:
    """A model may read a written key under another name; the very object it complains of tells which."""
    same = [key for key, value in data.items() if value is given and value is not None]
    return same[0] if len(same) == 1 else step


def _unknown_key(model: type[Record], data: dict[str, Any], place: Place) -> Problem:
    *above, key = place.path
    known = keys_at(model, tuple(above))
    holder = _follow(data, above)
    close = get_close_matches(str(key), [name for name in known if name not in holder], n=2, cutoff=0.7)
    if not close and holder[key] is None:
        # `{because: sold out,late}` makes a key of `late`; people who write Chinese leave no space after a comma.
        return Problem(place, message("load.key.after_comma", key=shown(str(key))))
    if not close:
        return Problem(place, message("load.key.unknown", key=shown(str(key)), known=Listed(known)))
    fix = None
    if len(close) == 1:
        title = message("load.key.rename", key=shown(str(key)), name=close[0])
        fix = Fix(title, (Edit(place, close[0]),), safe=True)
    return Problem(place, message("load.key.unknown_close", key=shown(str(key)), name=close[0]), fix=fix)


def _follow(data: Any, path: list[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data


def _said(kind: str, error: Mapping[str, Any]) -> Message:
    context = error.get("ctx", {})
    value = shown(str(context["value"])) if "value" in context else _shown(error["input"])
    if f"value.{kind}" in VALUES:
        return message(f"value.{kind}", value=value)
    if kind in _STRUCTURES:
        return message(f"load.shape.{_STRUCTURES[kind]}", value=value)
    if kind in _CHOICES:
        return message("load.shape.choice", value=value, choices=Listed(_expected(error).split(", ")))
    if kind == "too_short":
        return message("load.shape.too_short", least=str(context.get("min_length", 1)))
    if kind in ("greater_than_equal", "less_than_equal"):
        return message(f"load.shape.{kind}", value=value, limit=str(context.get("ge", context.get("le"))))
    return message("load.shape.other", value=value)


def _expected(error: Mapping[str, Any]) -> str:
    """The allowed values, from the model's own `'a', 'b' or 'c'`."""
    return str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")


def _shown(value: object) -> str:
    if value is None:
        return "~"
    if isinstance(value, list | tuple):
        return "[…]"
    return "{…}" if isinstance(value, dict) else shown(str(value))
