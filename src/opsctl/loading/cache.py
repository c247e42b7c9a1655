"""
Answers kept in the user's own cache folder, never in a workspace, where a pull request could plant them.

An entry is text with a checksum over its key and itself. One that is torn, changed, too large or not the user's own
is no entry, so deleting or spoiling the folder costs time and nothing else. Standard library only, and quick to
import: it is asked before anything is loaded.
"""

from __future__ import annotations

import os
import stat
import sys

try:
    # hashlib loads OpenSSL first, which takes longer than the whole answer may.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

# The names of types alone would cost more than a warm answer.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 64
_LARGEST = 4 * 1024 * 1024


def cache_folder(environment: Mapping[str, str]) -> str | None:
    """The user's cache folder for opsctl, which may not exist yet; None where no home is known."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches") if os.path.isabs(home) else ""
    else:
        base = environment.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):
            base = os.path.join(home, ".cache") if os.path.isabs(home) else ""
    return os.path.join(base, "opsctl") if base else None


def recall(folder: str, key: str) -> tuple[int, str] | None:
    """The exit status and text kept under a key, if there is a sound entry."""
    try:
        if not _own(os.lstat(folder)):
            return None
        with open(os.path.join(folder, _name(key)), "rb") as stream:
            if not _own(os.fstat(stream.fileno()), file=True):
                return None
            data = stream.read(_LARGEST + 1)
        head, _, body = data.partition(b"\n")
        status, _, checksum = head.partition(b" ")
        if len(data) > _LARGEST or checksum != _checksum(key, status, body) or status not in (b"0", b"1"):
            return None
        return int(status), body.decode("utf-8")
    except (OSError, ValueError):
        return None


def keep(folder: str, key: str, status: int, text: str) -> None:
    """Keep an answer; a folder that cannot be written keeps none."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if _own(os.lstat(folder)):
            _write(folder, key, b"%d" % status, text.encode("utf-8", "surrogateescape"))
            _tidy(folder)
    except OSError:
        return


def _write(folder: str, key: str, status: bytes, body: bytes) -> None:
    staged = os.path.join(folder, f".{os.getpid()}.tmp")
    handle = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(status + b" " + _checksum(key, status, body) + b"\n" + body)
    os.replace(staged, os.path.join(folder, _name(key)))


def _name(key: str) -> str:
    return f"check-{key}"


def _checksum(key: str, status: bytes, body: bytes) -> bytes:
    return blake2b(b"\0".join((key.encode(), status, body)), digest_size=20).hexdigest().encode()


def _own(state: os.stat_result, *, file: bool = False) -> bool:
    """Say whether only this user can have written it."""
    kind = stat.S_ISREG(state.st_mode) if file else stat.S_ISDIR(state.st_mode)
    if not hasattr(os, "getuid"):
        return kind
    return kind and state.st_uid == os.getuid() and not state.st_mode & 0o022


def _tidy(folder: str) -> None:
    """Remove the oldest entries beyond the most that are kept, and what a killed run left."""
    with os.scandir(folder) as scan:
        entries = sorted(((entry.stat().st_mtime, entry.path) for entry in scan if entry.is_file()), reverse=True)
    for _, path in entries[_MOST:]:
        os.unlink(path)
