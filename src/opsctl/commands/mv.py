"""`opsctl mv`: give a record another id, with every place that names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.checking.gate import judge
from opsctl.checking.renaming import Renaming, renaming
from opsctl.commands.records import find
from opsctl.diagnostics import Severity, message
from opsctl.errors import OpsctlError
from opsctl.loading.discover import name_problem
from opsctl.loading.read import LoadResult, load
from opsctl.loading.transaction import write
from opsctl.loading.tree import Disk
from opsctl.records import BY_NAME, SCOPE_KINDS


@dataclass(frozen=True, slots=True)
class Move:
    """What a move changes: the texts before and after, which file was which, and where the old id still stands."""

    old: Mapping[str, str]
    new: Mapping[str, str | None]
    renamed: Mapping[str, str]
    leftovers: tuple[tuple[str, int], ...]


def plan_move(root: Path, address: str, new: str, today: date) -> Move:
    """Find out what a move would change; OpsctlError where it is not possible or would break something."""
    loaded = load(root)
    workspace = loaded.workspace
    found = find(workspace, address)
    if workspace.get(found.kind, found.id) is None:
        raise OpsctlError(message("commands.mv_builtin", id=found.id))
    _refuse_name(loaded, found.kind, found.id, new)
    if workspace.broken:
        raise OpsctlError(message("commands.mv_unreadable"), message("commands.run_check"))
    done = renaming(Disk(str(root)), loaded, found.kind, found.id, new)
    if done.refused:
        places = ", ".join(sorted({place.file for place in done.refused}))
        raise OpsctlError(message("commands.mv_by_hand", files=places))
    _refuse_harm(loaded, done, today)
    old = {file: loaded.sources.texts[file] for file in done.texts if file in loaded.sources.texts}
    return Move(old, done.texts, done.renamed, done.leftovers)


def make_move(root: Path, move: Move) -> None:
    """Write everything that a move changes, all at once."""
    write(root, move.new, expected=move.old)


def _refuse_name(loaded: LoadResult, kind: str, id_: str, new: str) -> None:
    """Refuse a name that is no id, and one that is taken: scopes share their ids."""
    which = BY_NAME[kind]
    wrong = name_problem(new, which.suffix, which, new.count("/"))
    if wrong is not None:
        raise OpsctlError(message("commands.mv_bad_id", id=new), wrong)
    kinds = SCOPE_KINDS if kind in SCOPE_KINDS else (kind,)
    taken = next((each for each in kinds if loaded.workspace.exists(each, new)), None)
    if taken is not None:
        raise OpsctlError(message("commands.mv_taken", address=f"{taken}:{new}"))


def _refuse_harm(loaded: LoadResult, done: Renaming, today: date) -> None:
    """Refuse a move after which something is wrong that was not wrong before."""
    before, after = (_errors(each, today) for each in (loaded, done.after))
    worse = sorted((after - before).keys())
    if worse:
        raise OpsctlError(message("commands.mv_harm", rules=", ".join(worse)))


def _errors(loaded: LoadResult, today: date) -> Counter[str]:
    found = judge(loaded, today).diagnostics
    return Counter(each.name for each in found if each.severity is Severity.ERROR)
