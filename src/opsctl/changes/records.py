"""Which records mean something else: added, removed, renamed or changed; another spelling of the same is no change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from opsctl.changes.fields import field_changes
from opsctl.changes.view import FieldChange, RecordChange
from opsctl.records import SETTINGS_FILE
from opsctl.records.base import Record
from opsctl.records.waiver import WAIVERS_FILE, Waivers
from opsctl.workspace import Loaded, Workspace

# Keys whose values name metrics, which people may write by an alias.
_METRIC_KEYS = ("metric", "serves", "owns", "contributes_to")

Key = tuple[str, str]
"""A kind and an id."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two workspaces, with the written part of its pages by file."""

    workspace: Workspace
    pages: Mapping[str, str]

    def records(self) -> Mapping[Key, Loaded]:
        """Every record by kind and id, with the settings and waivers."""
        settings = Loaded("settings", SETTINGS_FILE, SETTINGS_FILE, self.workspace.settings)
        waivers = Loaded("waivers", WAIVERS_FILE, WAIVERS_FILE, Waivers(waivers=self.workspace.waivers))
        found = {(record.kind, record.id): record for record in (settings, waivers)}
        return found | {(record.kind, record.id): record for record in self.workspace.records}


def record_changes(old: Side, new: Side) -> tuple[RecordChange, ...]:
    """Every record that differs, by kind and id; one that cannot be read now is a finding, not a removal."""
    before, after = old.records(), new.records()
    gone = {key: record for key, record in before.items() if key not in after and key not in new.workspace.broken}
    come = {key: record for key, record in after.items() if key not in before and key not in old.workspace.broken}
    renamed = dict(_renamed(old, new, gone, come))
    changes = [*_changed(old, new, before, after), *_moved(renamed, gone, come)]
    left = {was for was, _ in renamed.items()}
    changes += [RecordChange("removed", *key, record.file) for key, record in gone.items() if key not in left]
    arrived = set(renamed.values())
    changes += [RecordChange("added", *key, record.file) for key, record in come.items() if key not in arrived]
    return tuple(sorted(changes, key=lambda change: (change.kind, change.id)))


def _changed(old: Side, new: Side, before: Mapping[Key, Loaded], after: Mapping[Key, Loaded]) -> Iterator[RecordChange]:
    for key, record in after.items():
        was = before.get(key)
        if was is None:
            continue
        fields = (*_fields(old, new, was, record), *_text(old.pages.get(was.file, ""), new.pages.get(record.file, "")))
        if fields:
            yield RecordChange("changed", *key, record.file, fields)


def _fields(old: Side, new: Side, was: Loaded, record: Loaded) -> Iterator[FieldChange]:
    if was.data is not record.data:
        yield from field_changes(_plain(old.workspace, was.data), _plain(new.workspace, record.data))


def _text(old: str, new: str) -> Iterator[FieldChange]:
    """The lines of a page that came and went, if any; space around them is spelling."""
    if old == new:
        return
    before, after = Counter(_lines(old)), Counter(_lines(new))
    if before != after:
        yield FieldChange((), tuple((before - after).elements()), tuple((after - before).elements()))


def _lines(text: str) -> Iterable[str]:
    return (" ".join(line.split()) for line in text.splitlines() if line.strip())


def _renamed(old: Side, new: Side, gone: Mapping[Key, Loaded], come: Mapping[Key, Loaded]) -> Iterator[tuple[Key, Key]]:
    """Pair what went with what came of the same kind and content, in order of id."""
    waiting = {key: _plain(new.workspace, record.data) for key, record in sorted(come.items())}
    for key, record in sorted(gone.items()):
        content = _plain(old.workspace, record.data)
        match = next((to for to, data in waiting.items() if to[0] == key[0] and data == content), None)
        if match is not None:
            del waiting[match]
            yield key, match


def _moved(
    renamed: Mapping[Key, Key], gone: Mapping[Key, Loaded], come: Mapping[Key, Loaded]
) -> Iterator[RecordChange]:
    for was, key in renamed.items():
        yield RecordChange("renamed", *key, come[key].file, before=gone[was].id)


def _plain(workspace: Workspace, data: Record) -> object:
    """A record's data with every key and metric in its one spelling."""
    return _spelled(workspace, data, "")


def _spelled(workspace: Workspace, value: object, key: str) -> object:
    if isinstance(value, Record):
        fields = type(value).model_fields
        return {info.alias or name: _spelled(workspace, getattr(value, name), name) for name, info in fields.items()}
    if isinstance(value, Mapping):
        below = {_key(workspace, name, key): (name, item) for name, item in value.items()}
        return {name: _spelled(workspace, item, str(written)) for name, (written, item) in below.items()}
    if isinstance(value, tuple | list):
        return tuple(_spelled(workspace, item, key) for item in value)
    if key in _METRIC_KEYS and isinstance(value, str):
        return workspace.metric_id(value) or value
    return value


def _key(workspace: Workspace, name: object, above: str) -> str:
    """A key as text: a period by its label, a goal by its metric's id."""
    text = str(getattr(name, "label", name))
    return (workspace.metric_id(text) or text) if above == "goals" else text
