"""
Change files of a workspace all at once or not at all, even if the power fails.

The new files are written beside the workspace and brought down to the disk; then one rename makes the list of what is
to be done, `COMMIT`, appear. Before it, everything is as it was; after it, the next run can finish what this one could
not: each target is either as it was or as it shall be, and anything else stops the recovery, which never guesses. (The
protocol of journalled file systems: Gray and Reuter, Transaction Processing, ch. 10.)
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.files import target
from opsctl.loading.flaws import shown
from opsctl.loading.journal import Change, written
from opsctl.loading.recovery import digest, drop, finish, pending, present, recovered, refused
from opsctl.loading.state import COMMIT, locked, own_state

_BOM = b"\xef\xbb\xbf"

_Todo = list[tuple[str, bytes | None, bytes | None]]


def write(
    root: Path,
    changes: Mapping[str, str | None],
    *,
    expected: Mapping[str, str | None] | None = None,
    dry_run: bool = False,
) -> tuple[str, ...]:
    """Write files (None: delete them) by path relative to the root; give back those that differ from what is there.

    `expected` holds texts as they were read (None: there was no file): OpsctlError where the disk has another one by
    now. OpsctlError too where somebody else is writing, a path is not one to write, the disk refuses, or an earlier
    write had to be finished first, for what this one is based on was read before; nothing of this one has changed then.
    """
    wanted = {name: None if text is None else text.encode("utf-8") for name, text in sorted(changes.items())}
    if dry_run:
        return tuple(name for name, _, _ in _differing(_present(root, wanted), wanted))
    missing = [folder for folder in (root, *root.parents) if not folder.exists()]
    try:
        disk.make_folder(root)
        with locked(root):
            _finish_earlier(root)
            there = _present(root, {**wanted, **(expected or {})})
            _as_read(there, expected or {})
            todo = _differing(there, wanted)
            if todo:
                _commit(root, todo)
    except OSError as error:
        raise refused(root, root.name, error) from error
    finally:
        with suppress(OSError):
            for folder in missing:
                # Empty unless something was written.
                disk.remove_folder(folder)
    return tuple(name for name, _, _ in todo)


def _finish_earlier(root: Path) -> None:
    before = recovered(root)
    if before is not None and before.finished:
        said = message("load.write.finished_first", count=len(before.files))
        raise OpsctlError(said, message("load.write.changed_hint"))


def _present(root: Path, names: Iterable[str]) -> dict[str, bytes | None]:
    """What is there now, each file read once."""
    return {name: present(target(root, name), name) for name in names}


def _differing(there: Mapping[str, bytes | None], wanted: Mapping[str, bytes | None]) -> _Todo:
    """What has to change, as name, old and new bytes; a file that began with a byte order mark keeps it."""
    todo = []
    for name, new in wanted.items():
        old = there[name]
        if old is not None and new is not None and old.startswith(_BOM) and not new.startswith(_BOM):
            new = _BOM + new
        if old != new:
            todo.append((name, old, new))
    return todo


def _as_read(there: Mapping[str, bytes | None], expected: Mapping[str, str | None]) -> None:
    for name, text in expected.items():
        found = there[name]
        read = None if text is None else text.encode("utf-8").removeprefix(_BOM)
        if (None if found is None else found.removeprefix(_BOM)) != read:
            raise OpsctlError(message("load.write.changed", file=shown(name)), message("load.write.changed_hint"))


def _commit(root: Path, todo: _Todo) -> None:
    state = own_state(root)
    current = f"{state.parent.name}/{state.name}"
    try:
        disk.make_folder(state)
        changes = []
        for number, (name, old, new) in enumerate(todo):
            current = name
            path = target(root, name)
            _writable(path, state)
            if new is not None:
                disk.create(state / f"{number}", new, path)
            changes.append(Change(name, digest(old), digest(new), f"{number}"))
        disk.create(state / f"{COMMIT}.new", written(changes), state / COMMIT)
        disk.sync_folder(state)
        disk.rename(state / f"{COMMIT}.new", state / COMMIT)
        disk.sync_folder(state)
    except BaseException as error:
        if not pending(root):
            drop(state)
        if isinstance(error, OSError):
            raise refused(root, current, error) from error
        raise
    finish(root, state, tuple(changes))


def _writable(path: Path, state: Path) -> None:
    """Refuse before anything has changed what could not be put in place afterwards."""
    folder = next(each for each in path.parents if each.is_dir())
    if (path.exists() and not os.access(path, os.W_OK)) or not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if os.stat(folder).st_dev != os.stat(state).st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
