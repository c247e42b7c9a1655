"""
Every call that changes a workspace on the disk; nothing else in opsctl makes one.

Each step is announced before it happens, so that a test can fail or end the process at any of them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


def create(path: Path, data: bytes, mode: int) -> None:
    """Write a new file and bring it down to the disk."""
    _announce("create", path)
    handle = os.open(path, _CREATE, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            _announce("write", path)
            rest = rest[os.write(handle, rest) :]
        _announce("chmod", path)
        os.chmod(path, mode)
        _announce("sync", path)
        os.fsync(handle)
    finally:
        os.close(handle)


def rename(source: Path, target: Path) -> None:
    """Put a file in another's place at once."""
    _announce("rename", target)
    os.replace(source, target)


def unlink(path: Path) -> None:
    """Delete a file; one that is gone already is fine."""
    _announce("unlink", path)
    path.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing."""
    if not path.is_dir():
        make_folder(path.parent)
        _announce("mkdir", path)
        path.mkdir(exist_ok=True)


def remove_folder(path: Path) -> None:
    """Remove an empty folder; one that holds something stays."""
    _announce("rmdir", path)
    try:
        path.rmdir()
    except OSError:
        if not path.is_dir() or any(path.iterdir()):
            return
        raise


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


def mode_of(path: Path) -> int:
    """The permissions that a file has, or that a new one gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _announce(what: str, path: Path) -> None:
    for step in _watchers:
        step(what, str(path))
