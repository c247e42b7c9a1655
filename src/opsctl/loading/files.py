"""
Open and write workspace files; nothing else in opsctl opens one.

Reading refuses links, devices and giants, and turns every error of the system into a message. Writing stages all
files beside their targets, then renames them, and touches nothing that already holds the same bytes.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.flaws import shown

MAX_RECORD = 256 * 1024
MAX_PAGE = 2 * 1024 * 1024
# A pull request's records must not lead to hooks or workflows; these two only say what git leaves alone.
_GIT_FILES = (".gitignore", ".gitattributes")
# Not every platform has each of these: Windows knows no links by flag, POSIX no text mode.
_NAMES = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT")
_SAFELY = os.O_RDONLY
for _name in _NAMES:
    _SAFELY |= getattr(os, _name, 0)
# Larger buffers cost more to allocate than a usual record takes to read.
_CHUNK = 1 << 16


def read_bytes(path: str, limit: int) -> bytes | Message:
    """Read a regular file of at most `limit` bytes, or say why not."""
    try:
        handle = os.open(path, _SAFELY)
    except (OSError, ValueError) as error:
        return refusal(error)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            return message("load.file.not_regular")
        if state.st_size > limit:
            return message("load.file.too_large", limit=limit // 1024)
        return _whole(handle, limit)
    except OSError as error:
        return refusal(error)
    finally:
        os.close(handle)


def refusal(error: Exception) -> Message:
    """Say in our words why the system refused a file."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.EACCES, errno.EPERM):
        return message("load.file.denied")
    if code == errno.ENOENT:
        return message("load.file.gone")
    if code in (errno.ELOOP, getattr(errno, "EMLINK", None)):
        return message("load.file.link")
    return message("load.file.failed", reason=errno.errorcode.get(code or 0, type(error).__name__))


def write_text(root: Path, files: Mapping[str, str], dry_run: bool = False) -> tuple[str, ...]:
    """Write files by path relative to the root, all or none; give back those that differ from what is there."""
    wanted = {name: text.encode("utf-8") for name, text in sorted(files.items())}
    targets = {name: _target(root, name) for name in wanted}
    changed = tuple(name for name, data in wanted.items() if _present(targets[name]) != data)
    if dry_run or not changed:
        return changed
    staged: dict[str, Path] = {}
    current = changed[0]
    try:
        for number, current in enumerate(changed):
            staged[current] = _stage(targets[current], wanted[current], number)
        for current in changed:
            os.replace(staged[current], targets[current])
            del staged[current]
    except OSError as error:
        raise _unwritable(current, error) from error
    finally:
        for left in staged.values():
            left.unlink(missing_ok=True)
    return changed


def _whole(handle: int, limit: int) -> bytes | Message:
    data = os.read(handle, _CHUNK)
    if len(data) < _CHUNK:
        return data
    parts, size = [data], len(data)
    while data and size <= limit:
        data = os.read(handle, _CHUNK)
        parts.append(data)
        size += len(data)
    return message("load.file.too_large", limit=limit // 1024) if size > limit else b"".join(parts)


def _target(root: Path, name: str) -> Path:
    """The file to write, refused unless it stands below the root with no link on the way."""
    parts = PurePosixPath(name).parts
    plain = parts and not name.startswith("/") and not any(char in name for char in "\\:\0")
    if not plain or ".." in parts or (parts[0].lower().startswith(".git") and name not in _GIT_FILES):
        raise OpsctlError(message("load.write.outside", file=shown(name)))
    path = root
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise OpsctlError(message("load.write.link", file=shown(name)))
    return path


def _present(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _stage(target: Path, data: bytes, number: int) -> Path:
    """Write a short-named file beside the target, with the target's permissions, down to the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.parent / f".opsctl-{os.getpid()}-{number}"
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(staged, flags, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return staged


def _unwritable(name: str, error: OSError) -> OpsctlError:
    if isinstance(error, PermissionError):
        return OpsctlError(message("load.write.denied", file=shown(name)), message("load.write.close_it"))
    reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return OpsctlError(message("load.write.failed", file=shown(name), reason=reason))


def remove(root: Path, names: list[str]) -> None:
    """Delete derived files by path relative to the root; one that is gone already is fine."""
    for name in names:
        try:
            _target(root, name).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(name, error) from error
