"""`schema write`: JSON Schemas of this workspace's records for editors, and what an editor has to be told once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.skeletons import skeleton, snippet
from opsctl.loading.files import MAX_PAGE, STATE, read_bytes
from opsctl.loading.read import load
from opsctl.loading.transaction import write
from opsctl.locales import say
from opsctl.records import BY_NAME, KINDS, SCOPE_KINDS, SETTINGS_FILE
from opsctl.records.base import Record
from opsctl.records.fieldtypes import Schema
from opsctl.records.jsonschema import Ids, schema_of
from opsctl.records.settings import Settings
from opsctl.records.waiver import WAIVERS_FILE, Waivers
from opsctl.resources import data_root
from opsctl.rules.references import PLACE_KINDS
from opsctl.rules.references import Ids as Known
from opsctl.workspace import Workspace

FOLDER = f"{STATE}/schemas"
EDITOR_FILE = ".vscode/settings.json"
# Also where a workspace is older than these schemas and its own list does not speak of them.
_UNTRACKED = {f"{FOLDER}/.gitignore": "*\n"}


@dataclass(frozen=True, slots=True)
class Written:
    """The files that differ from what is there, and what to add to editor settings that are somebody's own."""

    files: tuple[str, ...]
    add: str = ""


def schema_write(root: Path, *, dry_run: bool) -> Written:
    """Write the schemas that are new or stale; the editor's settings only where there are none."""
    workspace = load(root).workspace
    wanted = {**schema_files(workspace), **_UNTRACKED}
    settings = editor_settings(workspace.settings.lang)
    if (root / EDITOR_FILE).exists():
        return Written(write(root, wanted, dry_run=dry_run), "" if _is_set(root) else settings)
    both = {**wanted, EDITOR_FILE: settings}
    return Written(write(root, both, expected={EDITOR_FILE: None}, dry_run=dry_run))


def schema_files(workspace: Workspace) -> Mapping[str, str]:
    """Every schema by the name of its file, in the workspace's language."""
    lang, ids = workspace.settings.lang, ids_in(workspace)
    models: dict[str, tuple[type[Record], str]] = {
        **{kind.name: (kind.model, say(lang, f"commands.kind_{kind.name}")) for kind in BY_NAME.values()},
        Path(SETTINGS_FILE).stem: (Settings, say(lang, "fields.settings")),
        Path(WAIVERS_FILE).stem: (Waivers, say(lang, "fields.waivers")),
    }
    made = {
        name: {**schema_of(model, say(lang, "fields.title", kind=title), lang, ids), **_beginning(name, title, lang)}
        for name, (model, title) in sorted(models.items())
    }
    return {f"{FOLDER}/{name}.schema.json": _text(schema) for name, schema in made.items()}


def _beginning(name: str, title: str, lang: str) -> Schema:
    """What an editor offers in an empty file: the same that `new` writes, for the kinds that it makes as YAML."""
    kind = next((kind for kind in KINDS if kind.name == name and kind.suffix == ".yaml"), None)
    if kind is None:
        return {}
    label, said = say(lang, "fields.new", kind=title), say(lang, "fields.skeleton")
    return {"defaultSnippets": [{"label": label, "description": said, "bodyText": snippet(skeleton(kind, lang))}]}


def editor_settings(lang: str) -> str:
    """The settings for VS Code that a new workspace comes with."""
    return (data_root("templates") / "workspace" / "small" / lang / EDITOR_FILE).read_text("utf-8")


def ids_in(workspace: Workspace) -> Ids:
    """The ids that references may name, with their names, by what is referred to."""
    known, lang = Known(workspace), workspace.settings.lang
    calendars = workspace.all("calendar").values()
    kinds = {
        "team": ("team",),
        "role": ("role",),
        "person": ("person",),
        "source": ("source",),
        "place": PLACE_KINDS,
        "scope": SCOPE_KINDS,
    }
    return {
        **{to: {id_: _name(workspace, of, id_) for id_ in sorted(known.of(*of))} for to, of in kinds.items()},
        "metric": {id_: metric.name(lang) for id_, metric in workspace.metrics.items()},
        "curve": dict.fromkeys(sorted({curve for calendar in calendars for curve in calendar.data.curves}), ""),
        "record": dict(sorted(_records(workspace))),
        "action": dict(sorted(_actions(workspace))),
    }


def _name(workspace: Workspace, kinds: tuple[str, ...], id_: str) -> str:
    """What the record is called; nothing where it has no name or could not be read."""
    found = next((found for kind in kinds if (found := workspace.get(kind, id_))), None)
    name = getattr(found.data, "name", None) if found else None
    return str(name.in_(workspace.settings.lang)) if name else ""


def _records(workspace: Workspace) -> Iterator[tuple[str, str]]:
    yield from ((f"{kind}:{id_}", "") for kind, id_ in workspace.broken)
    for record in workspace.records:
        yield f"{record.kind}:{record.id}", _name(workspace, (record.kind,), record.id)


def _actions(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for review in workspace.all("review").values():
        yield from ((action.id, action.does) for action in review.data.actions)
    for plan in workspace.all("plan").values():
        yield from ((task.id, task.does) for task in plan.data.tasks)


def _is_set(root: Path) -> bool:
    """Whether the editor's settings speak of our schemas; they may have comments, so nobody reads them as JSON."""
    text = read_bytes(str(root / EDITOR_FILE), MAX_PAGE)
    return isinstance(text, bytes) and FOLDER in text.decode("utf-8", "replace")


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
