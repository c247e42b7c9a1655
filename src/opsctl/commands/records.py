"""`list` and `show`: find the records of a kind, or the one record that an address means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opsctl.asking import Link, Question, Trouble, allowance, condition, question
from opsctl.diagnostics import Listed, Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.locales import LANGUAGES, say
from opsctl.records import KINDS, PRIVATE_KINDS, Kind
from opsctl.rendering.caret import underlined
from opsctl.rules.nearest import nearest
from opsctl.rules.own import world_of
from opsctl.workspace import Workspace

METRIC = "metric"


@dataclass(frozen=True, slots=True)
class Listing:
    """The ids of one kind, and those that could not be read; of metrics the whole dictionary.

    `where` is the condition that they were chosen by.
    """

    workspace: Workspace
    kind: str
    ids: tuple[str, ...]
    unreadable: tuple[str, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The one record an address means; a metric may stand in the built-in dictionary only and have no file."""

    workspace: Workspace
    kind: str
    id: str


def list_kind(root: Path, written: str, where: str = "") -> Listing:
    """The records of a kind by id, metrics in the dictionary's order, those of which a condition is true.

    OpsctlError for an unknown kind and for a condition that cannot be read or answered.
    """
    kind = kind_named(written)
    asked = question(where, kind) if where else None
    if isinstance(asked, Trouble):
        raise _refusal(where, asked)
    workspace = _load(root, kind)
    unreadable = tuple(sorted(id_ for broken, id_ in workspace.broken if broken == kind))
    ids = tuple(_of_kind(workspace, kind))
    if asked is not None:
        ids = tuple(_chosen(workspace, ids, where, asked))
    return Listing(workspace, kind, ids, unreadable, where)


def _chosen(workspace: Workspace, ids: tuple[str, ...], where: str, asked: Question) -> Iterator[str]:
    world, steps = world_of(workspace), allowance(len(workspace.records) + len(ids))
    for id_ in ids:
        found = condition(asked, Link(asked.kind, id_), world, steps)
        if isinstance(found, Trouble):
            raise _refusal(where, found, f"{asked.kind}:{id_}")
        if found:
            yield id_


def _refusal(where: str, trouble: Trouble, record: str = "") -> OpsctlError:
    text, marks = underlined(where, trouble.at)
    said = message(trouble.said.id, **dict(trouble.said.params), column=trouble.at[0] + 1)
    if record:
        return OpsctlError(said, message("commands.where_asked", text=text, marks=marks, record=record))
    return OpsctlError(said, message("commands.where_at", text=text, marks=marks))


def show(root: Path, address: str) -> Found:
    """The record of an id or `kind:id`; OpsctlError where there is none, or the bare id is of several kinds."""
    return find(_load(root, *_parts(address)[0]), address)


def find(workspace: Workspace, address: str) -> Found:
    """The record that an address means in a workspace that is loaded already."""
    kinds, id_ = _parts(address)
    found = tuple(kind for kind in kinds if id_ in _of_kind(workspace, kind) or (kind, id_) in workspace.broken)
    if len(found) > 1:
        raise OpsctlError(
            message("commands.of_several_kinds", id=id_),
            message("commands.name_one", names=Listed(f"{kind}:{id_}" for kind in found)),
        )
    if found:
        return _readable(workspace, found[0], id_)
    metric = workspace.metric_id(id_) if METRIC in kinds else None
    if metric is None:
        raise OpsctlError(message("commands.no_record", id=address), _what_is_there(workspace, kinds, id_))
    return Found(workspace, METRIC, metric)


def _parts(address: str) -> tuple[tuple[str, ...], str]:
    """The kinds that an address may mean, and the id."""
    before, colon, after = address.replace("：", ":").partition(":")
    kinds = (kind_named(before),) if colon else tuple(kind.name for kind in KINDS)
    return kinds, (after if colon else before).strip()


def kind_named(written: str) -> str:
    """The kind that a word means: its name, its folder, or what it is called in Chinese or English."""
    words = kind_words()
    kind = words.get(written.strip().casefold())
    if kind is None:
        raise OpsctlError(message("commands.no_kind", kind=written), _kind_hint(written, words))
    return kind


def kind_words() -> Mapping[str, str]:
    """Every word that names a kind: all that opsctl itself calls it, and its folder."""
    return {word: kind.name for kind in (*KINDS, *PRIVATE_KINDS) for word in words_of(kind)}


def words_of(kind: Kind) -> tuple[str, ...]:
    """What a kind is called: on help pages and as the title of a list."""
    said = (say(lang, f"{area}.kind_{kind.name}").casefold() for area in ("commands", "numbers") for lang in LANGUAGES)
    return tuple(dict.fromkeys((kind.name, kind.folder, *said)))


def _load(root: Path, *kinds: str) -> Workspace:
    """The workspace; the private folder too where one of its kinds is asked for by name."""
    return load(root, private=not {kind.name for kind in PRIVATE_KINDS}.isdisjoint(kinds)).workspace


def _kind_hint(written: str, words: Mapping[str, str]) -> Message:
    meant = nearest(written.strip().casefold(), words)
    if meant is not None:
        return message("commands.meant", name=words[meant])
    return message("commands.kinds", names=Listed(kind.name for kind in KINDS))


def _of_kind(workspace: Workspace, kind: str) -> Mapping[str, Any]:
    return workspace.metrics if kind == METRIC else workspace.all(kind)


def _readable(workspace: Workspace, kind: str, id_: str) -> Found:
    """What `check` says of a record that cannot be read is more than could be shown of it."""
    if (kind, id_) in workspace.broken:
        raise OpsctlError(
            message("commands.unreadable", file=workspace.file_of(kind, id_)), message("commands.run_check")
        )
    return Found(workspace, kind, id_)


def _what_is_there(workspace: Workspace, kinds: tuple[str, ...], id_: str) -> Message:
    meant = nearest(id_, {known for kind in kinds for known in _of_kind(workspace, kind)})
    if meant is not None:
        return message("commands.meant", name=meant)
    return message("commands.list_instead", kind=kinds[0] if len(kinds) == 1 else "KIND")
