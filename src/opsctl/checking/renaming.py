"""
Give a record another id: its file, the sheets, plans and reviews named after it, and every place that names it.

Only what names the record is changed: an alias of a metric stays, and so do words in written pages, because nobody can
tell a name from a word there; `leftovers` says where the old id still stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opsctl.diagnostics import Edit, Place
from opsctl.loading.edits import edited, quoted
from opsctl.loading.read import LoadResult, load_tree
from opsctl.loading.texts import Sources
from opsctl.loading.tree import Over, Tree
from opsctl.planning.cells import cell_file, stale_files
from opsctl.records import BY_NAME, SCOPE_KINDS
from opsctl.rules.pointers import pointers
from opsctl.workspace import Loaded, Workspace


@dataclass(frozen=True, slots=True)
class Renaming:
    """New texts by file (None: gone), the old name of each renamed file, places that cannot be edited, what is left."""

    texts: Mapping[str, str | None]
    renamed: Mapping[str, str]
    refused: tuple[Place, ...]
    after: LoadResult
    leftovers: tuple[tuple[str, int], ...]


def renaming(tree: Tree, loaded: LoadResult, kind: str, id_: str, new: str) -> Renaming:
    """What changes when a record gets another id."""
    workspace = loaded.workspace
    moves = {(record.kind, record.id): _moved(record, kind, id_, new) for record in _named_after(workspace, kind, id_)}
    made = edited(loaded.sources, _edits(workspace, loaded.sources, moves))
    texts: dict[str, str | None] = dict(made.texts)
    renamed = {}
    for (moved_kind, old_id), new_id in moves.items():
        old_file, new_file = (BY_NAME[moved_kind].file(each) for each in (old_id, new_id))
        texts[new_file] = texts.get(old_file) or loaded.sources.texts[old_file]
        texts[old_file] = None
        renamed[new_file] = old_file
    for old_file, new_file in _cells(workspace, kind, id_, new):
        texts[new_file], texts[old_file], renamed[new_file] = workspace.cells[old_file], None, old_file
    after = load_tree(Over(tree, texts), loaded)
    for year in workspace.years():
        if not stale_files(workspace, year):
            # The rows of a parent's cells do not name its children, so that this is rarely more than the renamed files.
            texts.update(stale_files(after.workspace, year))
    return Renaming(
        texts,
        renamed,
        tuple(edit.place for edit in made.refused),
        load_tree(Over(tree, texts), loaded),
        tuple(_leftovers(loaded.sources, texts, id_)),
    )


def _named_after(workspace: Workspace, kind: str, id_: str) -> Iterator[Loaded]:
    """The record itself, and for a scope every sheet, plan and review of it."""
    for record in workspace.records:
        own = (record.kind, record.id) == (kind, id_)
        if own or (kind in SCOPE_KINDS and BY_NAME[record.kind].nested and record.id.partition("/")[2] == id_):
            yield record


def _moved(record: Loaded, kind: str, id_: str, new: str) -> str:
    return new if (record.kind, record.id) == (kind, id_) else f"{record.id.partition('/')[0]}/{new}"


def _cells(workspace: Workspace, kind: str, id_: str, new: str) -> Iterator[tuple[str, str]]:
    if kind in SCOPE_KINDS:
        for year in workspace.years():
            if cell_file(year, id_) in workspace.cells:
                yield cell_file(year, id_), cell_file(year, new)


def _edits(workspace: Workspace, sources: Sources, moves: Mapping[tuple[str, str], str]) -> list[Edit]:
    """An edit for every place that names a moved record by its id or address."""
    found: dict[Place, Edit] = {}
    for pointer in pointers(workspace):
        new = moves.get((pointer.to_kind, pointer.to))
        if new is None or not pointer.at.path:
            continue
        written = _written(sources, pointer.at)
        if written == pointer.to:
            found[pointer.at] = Edit(pointer.at, quoted(new))
        elif written == f"{pointer.to_kind}:{pointer.to}":
            found[pointer.at] = Edit(pointer.at, f"{pointer.to_kind}:{new}")
    return list(found.values())


def _written(sources: Sources, place: Place) -> str:
    """What stands at a place, without quotes."""
    span = sources.span(place)
    line = sources.texts[place.file].split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1].strip("'\"")


def _leftovers(sources: Sources, texts: Mapping[str, str | None], id_: str) -> Iterator[tuple[str, int]]:
    """Files in which the old id still stands as a word of its own, and how often."""
    word = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    for file, text in sorted({**sources.texts, **texts}.items()):
        count = len(word.findall(text)) if text and not file.endswith(".csv") else 0
        if count:
            yield file, count
