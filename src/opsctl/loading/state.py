"""
Where the state of a write stands while it runs: inside git's own folder, which no pull request can fill, or without git
in the workspace's `.opsctl/`.

Nothing of it is left after a write that was finished. Two writers are kept apart by a lock that the system drops when
the process dies.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.files import STATE

COMMIT = "COMMIT"
# What else may stand in `.opsctl`, and never decides anything.
HARMLESS = ("schemas",)
_GITDIR = re.compile(r"gitdir: (?P<folder>[^\n\0]+)\n?")


def state_folder(root: Path) -> Path:
    """The folder for the state of a write in this workspace; it exists only while one runs or was cut off."""
    top, git = _repository(root.resolve())
    if git is None:
        return root / STATE / "write"
    # Several workspaces may live in one repository.
    place = root.resolve().relative_to(top).as_posix()
    return git / "opsctl" / sha256(os.fsencode(place)).hexdigest()[:16]


def in_repository(root: Path) -> bool:
    """Say whether a workspace lies in a git repository."""
    return _repository(root.resolve())[1] is not None


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep every other writer out of a workspace; OpsctlError where one is at work."""
    if fcntl is None:
        with _locked_file(root):
            yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OpsctlError(message("load.write.locked"), message("load.write.locked_hint")) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def _locked_file(root: Path) -> Iterator[None]:
    """Windows cannot lock a folder; a file in the state's folder stands for it and is removed afterwards."""
    path = state_folder(root).with_suffix(".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_TEMPORARY", 0) | os.O_EXCL)
    except OSError:
        raise OpsctlError(message("load.write.locked"), message("load.write.locked_hint")) from None
    try:
        yield
    finally:
        os.close(handle)


def _repository(folder: Path) -> tuple[Path, Path | None]:
    """The top of the working tree that a folder lies in, and git's own folder; None where there is no git."""
    for top in (folder, *folder.parents):
        git = top / ".git"
        if git.is_file():
            # A second working tree: the file says where git's folder for it is.
            found = _GITDIR.fullmatch(git.read_text("utf-8", "surrogateescape"))
            git = top / found["folder"] if found else git
        if (git / "HEAD").is_file():
            return top, git
    return folder, None
