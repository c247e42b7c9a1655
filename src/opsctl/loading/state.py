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
from opsctl.loading import disk
from opsctl.loading.files import STATE
from opsctl.loading.flaws import shown

COMMIT = "COMMIT"
# What else may stand in `.opsctl`, and never decides anything.
HARMLESS = ("schemas",)
_GITDIR = re.compile(r"gitdir: (?P<folder>[^\n\0]+)\n?")
# Windows removes such a file when its last handle is closed, also when the process dies.
_TEMPORARY = getattr(os, "O_TEMPORARY", 0)


def state_folder(root: Path) -> Path:
    """The folder for the state of a write in this workspace; it exists only while one runs or was cut off."""
    top, git = _repository(root.resolve())
    if git is None:
        return root / STATE / "write"
    # Several workspaces may live in one repository.
    place = root.resolve().relative_to(top).as_posix()
    return git / "opsctl" / sha256(os.fsencode(place)).hexdigest()[:16]


def own_state(root: Path) -> Path:
    """The state folder, refused where a link would lead out of it: what stands there is going to be deleted."""
    state = state_folder(root)
    for folder in (state.parent, state):
        if folder.is_symlink():
            said = message("load.write.linked_state", folder=shown(f"{folder.parent.name}/{folder.name}"))
            raise OpsctlError(said, message("load.write.delete_link"))
    return state


def in_repository(root: Path) -> bool:
    """Say whether a workspace lies in a git repository."""
    return _repository(root.resolve())[1] is not None


def places(root: Path) -> tuple[Path, ...]:
    """The folders whose files a command may write for a workspace: its own, and the top of its repository."""
    top, git = _repository(root.resolve())
    return (root,) if git is None or top == root.resolve() else (root, top)


def left_over(root: Path) -> bool:
    """Say whether a write was cut off before it counted, and nobody is writing now."""
    state = state_folder(root)
    return state.is_dir() and not (state / COMMIT).exists() and any(state.iterdir()) and not _busy(root)


def _busy(root: Path) -> bool:
    if fcntl is None:
        return _lock_path(root).exists()
    try:
        with locked(root):
            return False
    except OpsctlError:
        return True


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
    """Windows cannot lock a folder; a file beside the state's folder stands for it while its handle is open."""
    path = _lock_path(root)
    disk.make_folder(path.parent)
    try:
        handle = disk.lock_file(path, _TEMPORARY)
    except OSError:
        raise OpsctlError(message("load.write.locked"), message("load.write.locked_hint")) from None
    try:
        yield
    finally:
        os.close(handle)
        disk.remove_folder(path.parent)


def _lock_path(root: Path) -> Path:
    return own_state(root).with_suffix(".lock")


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
