"""`opsctl mv`: give a record another id, with every place that names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.checking.renaming import renaming
from opsctl.commands.records import find
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.discover import name_problem
from opsctl.loading.files import MAX_PAGE
from opsctl.loading.flaws import shown
from opsctl.loading.read import LoadResult, load
from opsctl.loading.transaction import write
from opsctl.loading.tree import NOTHING, Disk
from opsctl.records import BY_NAME, SCOPE_KINDS
from opsctl.rules.renaming import change_of

_MOST_NAMED = 3
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Move:
    """What a move changes: the texts before and after, which file was which, and where the old id still stands.

    `elsewhere` are files of the private folder that name the record.
    """

    old: Mapping[str, str]
    new: Mapping[str, str | None]
    renamed: Mapping[str, str]
    leftovers: tuple[tuple[str, int], ...]
    elsewhere: tuple[str, ...]


def plan_move(root: Path, address: str, new: str, today: date) -> Move:
    """Find out what a move would change; OpsctlError where it is not possible or would break something."""
    loaded = load(root)
    workspace = loaded.workspace
    found = find(workspace, address)
    if workspace.get(found.kind, found.id) is None:
        raise OpsctlError(message("commands.mv_builtin", id=found.id))
    new_id = new.replace("：", ":").removeprefix(f"{found.kind}:")
    _refuse_name(root, loaded, found.kind, found.id, new_id)
    _refuse_unreadable(loaded, found.id)
    done = renaming(Disk(str(root)), loaded, found.kind, found.id, new_id, today)
    if done.refused:
        places = Listed(sorted({f"{at.file}:{loaded.sources.span(at).line}" for at in done.refused}))
        raise OpsctlError(message("commands.mv_by_hand", files=places))
    if done.harm:
        named = Listed(f"{each.name} {shown(each.file)}:{each.span.line}" for each in done.harm[:_MOST_NAMED])
        raise OpsctlError(message("commands.mv_harm", count=len(done.harm), found=named))
    old = {file: loaded.sources.texts[file] for file in done.texts if file in loaded.sources.texts}
    elsewhere = _elsewhere(root, loaded, found.kind, found.id, new_id)
    return Move(old, done.texts, done.renamed, done.leftovers, elsewhere)


def make_move(root: Path, move: Move) -> None:
    """Write everything that a move changes, all at once; a file that began with a byte order mark keeps it."""
    disk = Disk(str(root))
    marked = {now for now, before in move.renamed.items() if _is_marked(disk, before)}
    texts = {file: _BOM + text if file in marked and text is not None else text for file, text in move.new.items()}
    write(root, texts, expected=move.old)


def _is_marked(disk: Disk, file: str) -> bool:
    data = disk.read(file, MAX_PAGE)
    return isinstance(data, bytes) and data.startswith(_BOM.encode())


def _refuse_name(root: Path, loaded: LoadResult, kind: str, id_: str, new: str) -> None:
    """Refuse a name that is no id, one that is taken (scopes share their ids), and one that means two records."""
    which = BY_NAME[kind]
    wrong = name_problem(new, which.suffix, which, new.count("/"), loaded.workspace.weeks)
    if wrong is not None:
        raise OpsctlError(message("commands.mv_bad_id", id=shown(new)), wrong)
    kinds = SCOPE_KINDS if kind in SCOPE_KINDS else (kind,)
    owners = [each for each in kinds if loaded.workspace.exists(each, id_)]
    if len(owners) > 1:
        raise OpsctlError(message("commands.mv_twice", id=id_, kinds=Listed(owners)))
    taken = next((each for each in kinds if loaded.workspace.exists(each, new)), None)
    if taken is not None:
        raise OpsctlError(message("commands.mv_taken", address=f"{taken}:{new}"))
    disk, moved = Disk(str(root)), change_of(loaded.workspace, kind, id_, new).moved
    there = next((file for file in moved.values() if disk.what(file) != NOTHING), None)
    if there is not None:
        raise OpsctlError(message("commands.mv_taken", address=there))


def _refuse_unreadable(loaded: LoadResult, id_: str) -> None:
    """A file that cannot be read may name the record, and nobody could tell where."""
    word = id_.rpartition("/")[2]
    for kind, broken in sorted(loaded.workspace.broken):
        file = loaded.workspace.file_of(kind, broken)
        if word in file or word in loaded.sources.texts.get(file, word):
            raise OpsctlError(
                message("commands.mv_unreadable", file=shown(file), id=id_), message("commands.run_check")
            )


def _elsewhere(root: Path, loaded: LoadResult, kind: str, id_: str, new: str) -> tuple[str, ...]:
    """The files of the private folder that name the record; they are in no transaction with the shared ones."""
    beside = loaded.workspace.settings.private
    if beside is None:
        return ()
    edits = change_of(load(root, private=True).workspace, kind, id_, new).edits
    return tuple(sorted({edit.place.file for edit in edits if edit.place.file.startswith(f"{beside}/")}))
