"""
Every call that changes a workspace on the disk; nothing else in opsctl makes one.

Each step is announced before it happens, so that a test can fail or end the process at any of them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Step = Callable[[str, str], None]
_BINARY = getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | getattr(os, "O_NOFOLLOW", 0)

_watchers: list[Step] = []


@contextmanager
def watched(step: Step) -> Iterator[None]:
    """Call `step` with the name and path of every change before it is made."""
    _watchers.append(step)
    try:
        yield
    finally:
        _watchers.remove(step)


def create(path: Path, data: bytes, like: Path) -> None:
    """Write a new file, as open to others as the one whose place it shall take, and bring it down to the disk."""
    _announce("create", path)
    handle = os.open(path, _CREATE, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            _announce("write", path)
            rest = rest[os.write(handle, rest) :]
        _announce("chmod", path)
        _make_alike(path, like)
        _announce("sync", path)
        os.fsync(handle)
    finally:
        os.close(handle)


def lock_file(path: Path, flags: int) -> int:
    """Open a file that must not exist yet, and give back its handle."""
    _announce("create", path)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | flags, 0o600)


def rename(source: Path, target: Path) -> None:
    """Put a file in another's place at once."""
    _announce("rename", target)
    os.replace(source, target)


def unlink(path: Path) -> None:
    """Delete a file; one that is gone already is fine."""
    _announce("unlink", path)
    path.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing; that they are there is brought down to the disk too."""
    if not path.is_dir():
        make_folder(path.parent)
        _announce("mkdir", path)
        path.mkdir(exist_ok=True)
        sync_folder(path.parent)


def remove_folder(path: Path) -> None:
    """Remove an empty folder; one that holds something stays."""
    if path.is_dir() and not any(path.iterdir()):
        _announce("rmdir", path)
        path.rmdir()


def sync_folder(path: Path) -> None:
    """Bring a folder's list of names down to the disk; Windows has no such call."""
    if os.name == "nt":
        return
    _announce("sync", path)
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_alike(path: Path, like: Path) -> None:
    """Give a new file the permissions of another, and its owner and group as far as the system lets us."""
    mode, owner, group = _rights(like)
    if hasattr(os, "chown") and (owner, group) != (-1, -1):
        with suppress(PermissionError):
            os.chown(path, owner, group)
    os.chmod(path, mode)


def _rights(path: Path) -> tuple[int, int, int]:
    """The mode, owner and group that a file has, or that a new one gets; -1 for whoever is writing."""
    with suppress(FileNotFoundError):
        state = path.stat()
        return stat.S_IMODE(state.st_mode), state.st_uid, state.st_gid
    mask = os.umask(0)
    os.umask(mask)
    folder = next(each for each in path.parents if each.is_dir()).stat()
    # In such a folder whatever is new belongs to the folder's group.
    return 0o666 & ~mask, -1, folder.st_gid if folder.st_mode & stat.S_ISGID else -1


def _announce(what: str, path: Path) -> None:
    for step in _watchers:
        step(what, str(path))
