"""The dictionary a team works with: built-in entries under the team's own, and every spelling that finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from opsctl.metrics.builtin import BUILTIN
from opsctl.metrics.metric import Metric

PLAIN_KEYS = (
    "unit", "aggregation", "direction", "numerator", "denominator", "basis", "cadence",
    "weight", "scale", "matures_after",
)  # fmt: skip


def folded(text: str) -> str:
    """A spelling without what people vary: case, full width and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def spellings(metrics: Mapping[str, Metric]) -> Mapping[str, str]:
    """Every folded spelling with the id it means; ids beat aliases, aliases beat names."""
    found = {id: id for id in metrics}
    for metric in metrics.values():
        for alias in metric.aliases:
            found.setdefault(folded(alias), metric.id)
    for metric in metrics.values():
        found.setdefault(folded(metric.zh), metric.id)
        found.setdefault(folded(metric.en), metric.id)
    return MappingProxyType(found)


ALIASES = MappingProxyType({text: id for text, id in spellings(BUILTIN).items() if text != id})
SPELLINGS = spellings(BUILTIN)


def resolve(text: str, known: Mapping[str, str] = SPELLINGS) -> str | None:
    """The id that an id, an alias or a name means; `known` comes from `spellings`."""
    return known.get(text) or known.get(folded(text))


def merged(builtin: Mapping[str, Metric], overrides: Mapping[str, Mapping[str, object]]) -> Mapping[str, Metric]:
    """The built-in entries with the keys a team overrides, and the team's own entries after them.

    Keys that are absent or None leave the entry alone; keys that are not of a metric are passed over. Own aliases
    are added to the built-in ones, and are taken away from whichever entry had them.
    """
    claimed = {folded(alias): id for id, own in sorted(overrides.items()) for alias in _texts(own.get("aliases"))}
    metrics = {id: _without(claimed, metric) for id, metric in builtin.items()}
    for id, own in sorted(overrides.items()):
        blank = Metric(id=id, zh=id, en=id, unit="count", aggregation="sum", direction="up")
        metrics[id] = _overridden(metrics.get(id, blank), own)
    return MappingProxyType(metrics)


def _without(claimed: Mapping[str, str], metric: Metric) -> Metric:
    kept = tuple(alias for alias in metric.aliases if claimed.get(folded(alias), metric.id) == metric.id)
    return metric if kept == metric.aliases else replace(metric, aliases=kept)


def _overridden(metric: Metric, own: Mapping[str, object]) -> Metric:
    changes: dict[str, Any] = {key: own[key] for key in PLAIN_KEYS if own.get(key) is not None}
    if (name := own.get("name")) is not None:
        changes["zh"], changes["en"] = _names(name)
    if (definition := own.get("definition")) is not None:
        changes["note_zh"], changes["note_en"] = _names(definition)
    if (factor := own.get("factor")) is not None:
        changes["factor"] = Fraction(str(factor)) or 1  # zero would make every division by it fail
    if (parts := own.get("parts")) is not None:
        changes["parts"] = _parts(parts)
    if (owners := own.get("owners")) is not None:
        changes["owners"] = _texts(owners)
    changes["aliases"] = tuple(dict.fromkeys((*metric.aliases, *_texts(own.get("aliases")))))
    return replace(metric, **changes)


def _names(name: Any) -> tuple[str, str]:
    if isinstance(name, str):
        return name, name
    zh, en = (name.get("zh"), name.get("en")) if isinstance(name, Mapping) else (name.zh, name.en)
    return str(zh or en), str(en or zh)


def _parts(parts: Any) -> tuple[tuple[str, int], ...]:
    pairs: Iterable[tuple[Any, Any]] = parts.items() if isinstance(parts, Mapping) else parts
    return tuple((str(part), int(sign)) for part, sign in pairs)


def _texts(values: Any) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(str(value) for value in values or ())
