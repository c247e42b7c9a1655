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
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.files import target
from opsctl.loading.flaws import shown
from opsctl.loading.journal import Change, parsed, written
from opsctl.loading.state import COMMIT, locked, state_folder

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of a write that was cut off: dropped before it counted, or finished, with the files it changed."""

    finished: bool
    files: tuple[str, ...]


def write(
    root: Path,
    changes: Mapping[str, str | None],
    *,
    expected: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> tuple[str, ...]:
    """Write files (None: delete them) by path relative to the root; give back those that differ from what is there.

    `expected` holds texts as they were read: OpsctlError where the disk has another one by now. OpsctlError too where
    somebody else is writing, a path is not one to write, or the disk refuses; nothing has changed then.
    """
    wanted = {name: None if text is None else text.encode("utf-8") for name, text in sorted(changes.items())}
    if dry_run:
        return tuple(name for name, _, _ in _differing(root, wanted))
    new_root = not root.exists()
    try:
        disk.make_folder(root)
        with locked(root):
            _recovered(root)
            _as_read(root, expected or {})
            todo = _differing(root, wanted)
            if todo:
                _commit(root, todo)
    except OSError as error:
        raise _refused(root, shown(root.name), error) from error
    finally:
        if new_root and root.is_dir() and not pending(root):
            disk.remove_folder(root)
    return tuple(name for name, _, _ in todo)


def pending(root: Path) -> bool:
    """Say whether a write was cut off after it counted."""
    return (state_folder(root) / COMMIT).is_file()


def recover(root: Path) -> Recovered | None:
    """Finish or drop a write that was cut off; None where there was none. OpsctlError where files are neither."""
    with locked(root):
        return _recovered(root)


def _recovered(root: Path) -> Recovered | None:
    state = state_folder(root)
    if not state.is_dir():
        _drop(root, state)
        return None
    if not (state / COMMIT).is_file():
        # Of a write that was finished and then cut off, only empty folders are left.
        left = any(state.iterdir())
        _drop(root, state)
        return Recovered(False, ()) if left else None
    todo = parsed((state / COMMIT).read_bytes())
    for change in todo:
        found = _digest(_present(target(root, change.path)))
        waits = found == change.new or change.new is None or _digest(_present(state / change.staged)) == change.new
        if found not in (change.old, change.new) or not waits:
            raise OpsctlError(message("load.write.torn", file=shown(change.path)), message("load.write.torn_hint"))
    _finish(root, state, todo)
    return Recovered(True, tuple(change.path for change in todo))


def _differing(root: Path, wanted: Mapping[str, bytes | None]) -> list[tuple[str, bytes | None, bytes | None]]:
    """What has to change, as name, old and new bytes; a file that began with a byte order mark keeps it."""
    todo = []
    for name, new in wanted.items():
        old = _present(target(root, name))
        if old is not None and new is not None and old.startswith(_BOM) and not new.startswith(_BOM):
            new = _BOM + new
        if old != new:
            todo.append((name, old, new))
    return todo


def _as_read(root: Path, expected: Mapping[str, str]) -> None:
    for name, text in expected.items():
        data = _present(target(root, name))
        if data is None or data.removeprefix(_BOM) != text.encode("utf-8").removeprefix(_BOM):
            raise OpsctlError(message("load.write.changed", file=shown(name)), message("load.write.changed_hint"))


def _commit(root: Path, todo: list[tuple[str, bytes | None, bytes | None]]) -> None:
    state = state_folder(root)
    current = todo[0][0]
    try:
        disk.make_folder(state)
        changes = []
        for number, (name, old, new) in enumerate(todo):
            current = name
            path = target(root, name)
            _writable(path, state)
            if new is not None:
                disk.create(state / f"{number}", new, disk.mode_of(path))
            changes.append(Change(name, _digest(old), _digest(new), f"{number}"))
        disk.create(state / f"{COMMIT}.new", written(changes), 0o600)
        disk.sync_folder(state)
        disk.rename(state / f"{COMMIT}.new", state / COMMIT)
        disk.sync_folder(state)
    except BaseException as error:
        if not (state / COMMIT).exists():
            _drop(root, state)
        if isinstance(error, OSError):
            raise _refused(root, current, error) from error
        raise
    _finish(root, state, tuple(changes))


def _finish(root: Path, state: Path, todo: tuple[Change, ...]) -> None:
    """Put every new file in its place, where it is not yet, and remove the state."""
    current = todo[0].path if todo else COMMIT
    try:
        for change in todo:
            current = change.path
            path = target(root, change.path)
            if change.new is None:
                disk.unlink(path)
            elif (state / change.staged).exists():
                disk.make_folder(path.parent)
                disk.rename(state / change.staged, path)
        for folder in sorted({target(root, change.path).parent for change in todo}):
            if folder.is_dir():
                disk.sync_folder(folder)
        _wipe(root, state)
    except OSError as error:
        raise _refused(root, current, error) from error


def _wipe(root: Path, state: Path) -> None:
    """Remove the state of a write, what counts first, and the folders that were made for it."""
    disk.unlink(state / COMMIT)
    disk.sync_folder(state)
    for path in sorted(state.iterdir()):
        disk.unlink(path)
    for folder in (state, state.parent):
        disk.remove_folder(folder)


def _drop(root: Path, state: Path) -> None:
    """Undo what was staged; what cannot be removed now counts for nothing and is dropped by the next run."""
    with suppress(OSError):
        if state.is_dir():
            _wipe(root, state)
        elif state.parent.is_dir():
            disk.remove_folder(state.parent)


def _writable(path: Path, state: Path) -> None:
    """Refuse before anything has changed what could not be put in place afterwards."""
    folder = next(each for each in path.parents if each.is_dir())
    if (path.exists() and not os.access(path, os.W_OK)) or not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if os.stat(folder).st_dev != os.stat(state).st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))


def _refused(root: Path, name: str, error: OSError) -> OpsctlError:
    """Say that nothing was written, or where it was cut off after it counted, how to finish it."""
    reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if pending(root):
        return OpsctlError(message("load.write.cut_off", file=shown(name), reason=reason), message("load.write.finish"))
    if isinstance(error, PermissionError):
        return OpsctlError(message("load.write.denied", file=shown(name)), message("load.write.close_it"))
    return OpsctlError(message("load.write.failed", file=shown(name), reason=reason))


def _present(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OpsctlError(message("load.write.unreadable", file=shown(path.name))) from error


def _digest(data: bytes | None) -> str | None:
    return None if data is None else sha256(data).hexdigest()
