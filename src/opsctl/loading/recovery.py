"""
Bring a write that was cut off to its end: dropped where it had not counted yet, finished where it had.

The journal may have been planted, and files may have changed since: every path, digest and staged file is checked again
as for a fresh write, and anything that is neither old nor new stops it before the first file is touched.
"""

from __future__ import annotations

import errno
import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.files import read_bytes, target
from opsctl.loading.flaws import shown
from opsctl.loading.journal import Change, parsed
from opsctl.loading.state import COMMIT, left_over, locked, own_state, state_folder

# No file that opsctl writes is near this size.
_LARGEST = 64 * 1024 * 1024
# Whatever else somebody keeps in the folder is not ours to delete.
_OURS = re.compile(rf"[0-9]+|{COMMIT}(\.new)?")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of a write that was cut off: dropped before it counted, or finished, with the files it changed."""

    finished: bool
    files: tuple[str, ...]


def pending(root: Path) -> bool:
    """Say whether a write was cut off after it counted."""
    return (state_folder(root) / COMMIT).is_file()


def unfinished(root: Path) -> Recovered | None:
    """What `recover` would do; changes nothing."""
    if pending(root):
        return Recovered(True, tuple(change.path for change in _journal(own_state(root))))
    return Recovered(False, ()) if left_over(root) else None


def recover(root: Path) -> Recovered | None:
    """Finish or drop a write that was cut off; None where there was none. OpsctlError where files are neither."""
    try:
        with locked(root):
            return recovered(root)
    except OSError as error:
        raise refused(root, root.name, error) from error


def recovered(root: Path) -> Recovered | None:
    """As `recover`, for whoever holds the lock."""
    state = own_state(root)
    if not (state / COMMIT).is_file():
        # Of a write that was finished and then cut off, only empty folders are left.
        left = state.is_dir() and any(state.iterdir())
        drop(state)
        return Recovered(False, ()) if left else None
    todo = _journal(state)
    for change in todo:
        found = digest(present(target(root, change.path), change.path))
        waits = found == change.new or change.new is None or digest(_staged(state, change)) == change.new
        if found not in (change.old, change.new) or not waits:
            raise OpsctlError(message("load.write.torn", file=shown(change.path)), message("load.write.torn_hint"))
    finish(root, state, todo)
    return Recovered(True, tuple(change.path for change in todo))


def finish(root: Path, state: Path, todo: tuple[Change, ...]) -> None:
    """Put every new file in its place, where it is not yet, and remove the state."""
    folders = set()
    current = COMMIT
    try:
        for change in todo:
            current = change.path
            path = target(root, change.path)
            folders.add(path.parent)
            if change.new is None:
                disk.unlink(path)
            elif (state / change.staged).exists():
                disk.make_folder(path.parent)
                disk.rename(state / change.staged, path)
        for folder in sorted(folders):
            if folder.is_dir():
                disk.sync_folder(folder)
        disk.unlink(state / COMMIT)
    except OSError as error:
        raise refused(root, current, error) from error
    drop(state)


def drop(state: Path) -> None:
    """Remove what counts for nothing, and the folders made for it; what cannot be removed now, the next run removes."""
    with suppress(OSError):
        if state.is_dir():
            disk.sync_folder(state)
            for path in sorted(state.iterdir()):
                if _OURS.fullmatch(path.name):
                    disk.unlink(path)
        for folder in (state, state.parent):
            disk.remove_folder(folder)


def refused(root: Path, name: str, error: OSError) -> OpsctlError:
    """Say that nothing was written, or where it was cut off after it counted, how to finish it."""
    reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if pending(root):
        return OpsctlError(message("load.write.cut_off", file=shown(name), reason=reason), message("load.write.finish"))
    if isinstance(error, PermissionError):
        return OpsctlError(message("load.write.denied", file=shown(name)), message("load.write.close_it"))
    if error.errno == errno.EXDEV:
        return OpsctlError(message("load.write.other_disk", file=shown(name)), message("load.write.one_disk"))
    return OpsctlError(message("load.write.failed", file=shown(name), reason=reason), message("load.write.make_room"))


def present(path: Path, name: str) -> bytes | None:
    """The bytes of a file, None where there is none; OpsctlError for a link, a device and whatever cannot be read."""
    data = read_bytes(str(path), _LARGEST)
    if isinstance(data, bytes):
        return data
    if data.id == "load.file.gone":
        return None
    raise OpsctlError(message("load.write.unreadable", file=shown(name)), data)


def digest(data: bytes | None) -> str | None:
    """The digest that a journal names a text by."""
    return None if data is None else sha256(data).hexdigest()


def _journal(state: Path) -> tuple[Change, ...]:
    return parsed(present(state / COMMIT, COMMIT) or b"")


def _staged(state: Path, change: Change) -> bytes | None:
    return present(state / change.staged, change.path)
