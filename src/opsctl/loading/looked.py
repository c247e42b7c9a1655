"""
A digest of everything that a check of a workspace looks at; standard library only, because it is taken before anything
else is imported.

Two workspaces with one digest give one answer. Whatever cannot be hashed safely (a link, a device, a giant, a file that
cannot be opened) gives no digest, and the check simply runs.
"""

from __future__ import annotations

import os
import stat

try:
    # hashlib loads OpenSSL first, which takes longer than hashing a small workspace.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

SETTINGS = "opsctl.yaml"
# As in records.KINDS, which would load pydantic.
FOLDERS = (
    "calendar",
    "fx",
    "metrics",
    "people",
    "plans",
    "reviews",
    "roles",
    "rules",
    "scenarios",
    "sources",
    "stores",
    "targets",
    "teams",
)
FILES = (SETTINGS, "baseline.json", "waivers.yaml")
_READ = (".yaml", ".yml", ".md", ".csv")
_LARGEST = 2 * 1024 * 1024
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class _NotHashed(Exception):
    """Something stands in the workspace that only a real check can speak of."""


def root_of(start: str) -> str | None:
    """The nearest folder, from `start` upwards, that holds the settings file."""
    folder = os.path.abspath(start)
    while not os.path.isfile(os.path.join(folder, SETTINGS)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def names_private(root: str) -> bool:
    """Say whether the settings may name a private folder, which is not hashed and which a terminal is told about."""
    try:
        handle = os.open(os.path.join(root, SETTINGS), _FLAGS)
        try:
            return b"private" in os.read(handle, _LARGEST)
        finally:
            os.close(handle)
    except OSError:
        return True


def digest_of(root: str, circumstances: tuple[str, ...]) -> str | None:
    """The digest of a workspace and of what else decides the answer; None where it cannot be taken."""
    digest = blake2b(digest_size=20)
    try:
        for said in circumstances:
            _note(digest, said.encode("utf-8", "surrogateescape"))
        for name, what in _entries(root):
            _note(digest, what + os.fsencode(name))
        for name in FILES:
            if os.path.lexists(os.path.join(root, name)):
                _hash(digest, os.path.join(root, name))
        for name in FOLDERS:
            if os.path.lexists(os.path.join(root, name)):
                _walk(digest, root, name)
        _note(digest, _stamps(os.path.join(root, "actuals")))
        if os.path.lexists(os.path.join(root, ".gitignore")):
            _hash(digest, os.path.join(root, ".gitignore"))
        _note(digest, _repository(root))
    except (_NotHashed, OSError, ValueError):
        return None
    return digest.hexdigest()


def _walk(digest: blake2b, root: str, folder: str) -> None:
    """Hash a folder and all below it, with every name, as discovery would see them."""
    waiting = [folder]
    while waiting:
        name = waiting.pop()
        for entry, what in _entries(os.path.join(root, name)):
            path = f"{name}/{entry}"
            _note(digest, what + os.fsencode(path))
            if what == b"d" and len(waiting) < 10_000:
                waiting.append(path)
            elif what == b"f" and entry.endswith(_READ):
                _hash(digest, os.path.join(root, path))


def _entries(folder: str) -> list[tuple[str, bytes]]:
    with os.scandir(folder) as scan:
        return sorted((entry.name, _kind(entry)) for entry in scan)


def _kind(entry: os.DirEntry[str]) -> bytes:
    if entry.is_symlink():
        raise _NotHashed
    return b"d" if entry.is_dir(follow_symlinks=False) else b"f"


def _hash(digest: blake2b, path: str) -> None:
    handle = os.open(path, _FLAGS)
    try:
        data = os.read(handle, 1 << 16)
        if len(data) == 1 << 16:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
                raise _NotHashed
            while more := os.read(handle, 1 << 16):
                data += more
        _note(digest, data)
    finally:
        os.close(handle)


def _note(digest: blake2b, data: bytes) -> None:
    """Add a piece so that no two rows of pieces look alike."""
    digest.update(b"%d:" % len(data))
    digest.update(data)


def _repository(root: str) -> bytes:
    """What git would say: the state of the index. A write that runs or was cut off is for a real check to speak of."""
    said, folder = b"", root
    while True:
        git = os.path.join(folder, ".git")
        if os.path.isfile(git) or _names(os.path.join(git, "opsctl")):
            raise _NotHashed
        if os.path.isdir(git):
            said = _stamp(os.path.join(git, "index"))
            break
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    if os.path.lexists(os.path.join(root, ".opsctl", "write")):
        raise _NotHashed
    return b"\0".join([said, _names(os.path.join(root, ".opsctl"))])


def _stamp(path: str) -> bytes:
    try:
        state = os.stat(path)
    except OSError:
        return b""
    return b"%d %d" % (state.st_mtime_ns, state.st_size)


def _stamps(folder: str) -> bytes:
    """The files of actual values by name, size and time; a check reads no more than the beginnings of a few."""
    found = []
    for above, below, names in os.walk(folder):
        below.sort()
        for name in sorted(names):
            path = os.path.join(above, name)
            found.append(os.fsencode(path) + b" " + _stamp(path))
    return b"\0".join(found)


def _names(folder: str) -> bytes:
    try:
        return b"\0".join(sorted(os.fsencode(name) for name in os.listdir(folder)))
    except OSError:
        return b""
