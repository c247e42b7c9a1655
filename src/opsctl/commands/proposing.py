"""The parts of a proposed source: its store, columns that are metrics, the pattern of its files, and its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opsctl.loading.quoting import quoted
from opsctl.metrics import Metric, is_ratio, resolve
from opsctl.metrics.dictionary import folded
from opsctl.sources.look import Look
from opsctl.sources.recognise import titles
from opsctl.workspace import Workspace

DAYS = ("日期", "统计日期", "数据日期", "统计时间", "时间", "date", "day")
STORES = ("店铺名称", "店铺", "店名", "店铺名", "store", "shop", "store name", "shop name")
# Parts of a file name that say when it was exported and would hide the next one: 2026-10-05_2026-10-18, (1), 110309.
_CHANGING = re.compile(r"\s?\(\d+\)|(?<![A-Za-z\d])\d+(?:[-_.~ ]\d+)*")
_WORD = re.compile(r"[\w-]+")
_PLATFORMS = {"alimama": "tmall", "taobao": "tmall", "ga4": ""}


@dataclass(frozen=True, slots=True)
class Place:
    """
    Whose values they are: the one store `id`, or by the names in the column `title`.

    `map` has the names that are known, `unknown` those that are not; `choices` are the stores to choose from where
    neither a name nor the workspace says which.
    """

    id: str | None = None
    title: str | None = None
    map: Mapping[str, str] | None = None
    unknown: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether a record can say it."""
        return self.id is not None or bool(self.map)


def place_of(workspace: Workspace, table: Look, adapter: str, says: Mapping[str, Any], given: str | None) -> Place:
    """Whose values a table has: as given, by the names in it, else the one store there can be."""
    stores = workspace.all("store")
    title = _title(table, (*_shop_titles(says), *STORES))
    if given is not None:
        return Place(id=given)
    if title is not None:
        ids = _known_names(workspace)
        names = table.values(title)
        known = {name: ids[folded(name)] for name in names if folded(name) in ids}
        return Place(title=title, map=known, unknown=tuple(n for n in names if n not in known), choices=tuple(stores))
    platform = _PLATFORMS.get(adapter.partition("-")[0], adapter.partition("-")[0])
    there = [id_ for id_, store in stores.items() if store.data.platform == platform] or list(stores)
    return Place(id=there[0] if len(there) == 1 else None, choices=tuple(there))


def _known_names(workspace: Workspace) -> dict[str, str]:
    """What stores are called: by other sources, by their own names, and by their ids."""
    found: dict[str, str] = {}
    for source in workspace.all("source").values():
        found.update({folded(name): id_ for name, id_ in source.data.store.map.items()})
    for id_, store in workspace.all("store").items():
        found.update({folded(name): id_ for name in (store.data.name.zh, store.data.name.en, id_) if name})
    return found


def metrics_of(table: Look, metrics: Mapping[str, Metric], words: Mapping[str, str]) -> dict[str, str]:
    """The columns that are called like a metric that can be counted, by the metric's id; the first of each counts."""
    found: dict[str, str] = {}
    for title in table.titles:
        id_ = resolve(title, words)
        if id_ is not None and not is_ratio(metrics[id_]) and not metrics[id_].parts:
            found.setdefault(id_, title)
    return found


def day_of(table: Look) -> str | None:
    """The column that is called like a day."""
    return _title(table, DAYS)


def pattern(root: Path, file: Path, id_: str) -> tuple[str, str | None]:
    """A pattern for the file and those that follow it; and where to copy it, if it is not in the workspace."""
    inside = file.resolve()
    if not inside.is_relative_to(root.resolve()):
        return f"actuals/{id_}/*{file.suffix}", f"actuals/{id_}"
    name = re.sub(r"\*+", "*", _CHANGING.sub("*", file.stem)) + file.suffix
    name = re.sub(r"[][?]", "?", name)
    folder = inside.relative_to(root.resolve()).parent.as_posix()
    return (name if folder == "." else f"{folder}/{name}"), None


def record_of_adapter(adapter: str, says: Mapping[str, Any], files: str, place: Place, currency: str | None) -> str:
    """The text of a source that uses an adapter."""
    lines = [f"adapter: {adapter}", f"files: {_text(files)}"]
    own = _shop_alias(says)
    if place.title is not None and place.title not in _shop_titles(says):
        own = "shop"
        lines.append(f"columns: {{shop: {_text(place.title)}}}")
    lines += _place(place, own)
    if "money" in says and "currency" not in says:
        lines.append(f"currency: {currency}" if currency is not None else "# currency: USD")
    return "\n".join(lines) + "\n"


def record_of_metrics(metrics: Mapping[str, str], day: str, files: str, place: Place) -> str:
    """The text of a source whose columns are called like metrics."""
    columns = {"day": day, **({"shop": place.title} if place.title is not None else {}), **metrics}
    lines = [f"files: {_text(files)}", "grain: days", "columns:"]
    lines += [f"  {alias}: {_text(title)}" for alias, title in columns.items()]
    lines += [*_place(place, "shop"), "day: day", "metrics:"]
    lines += [f"  {id_}: {{sum: {id_}}}" for id_ in metrics]
    return "\n".join(lines) + "\n"


def _place(place: Place, alias: str) -> list[str]:
    if place.title is None:
        return [f"store: {place.id}"] if place.id is not None else [f"# store: {' | '.join(place.choices)}"]
    lines = ["store:", f"  column: {alias}", "  map:"]
    lines += [f"    {_text(name)}: {id_}" for name, id_ in (place.map or {}).items()]
    return [*lines, *(f"    # {_text(name)}: {' | '.join(place.choices)}" for name in place.unknown)]


def _shop_alias(says: Mapping[str, Any]) -> str:
    store = says.get("store")
    return f"{store['column']}" if isinstance(store, Mapping) and "column" in store else "shop"


def _shop_titles(says: Mapping[str, Any]) -> tuple[str, ...]:
    column = says.get("columns", {}).get(_shop_alias(says))
    return titles(column) if column is not None else ()


def _title(table: Look, names: Sequence[str]) -> str | None:
    there = {folded(title): title for title in reversed(table.titles)}
    return next((there[folded(name)] for name in names if folded(name) in there), None)


def _text(text: str) -> str:
    """A Chinese word needs no quotes; whatever YAML could mistake does."""
    return text if _WORD.fullmatch(text) and not text.isascii() and not text[0].isdigit() else quoted(text)
