"""
Open workspace files, and say where one may be written; nothing else in opsctl opens one to read.

Reading refuses links, devices and giants, and turns every error of the system into a message.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path, PurePosixPath

from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.flaws import shown

MAX_RECORD = 256 * 1024
MAX_PAGE = 2 * 1024 * 1024
# A pull request's records must not lead to hooks or workflows; these only say what git leaves alone, and who is asked.
_GIT_FILES = (
    ".gitignore",
    ".gitattributes",
    ".github/CODEOWNERS",
    ".gitlab/CODEOWNERS",
    ".gitee/CODEOWNERS",
)
# Git's folder, also of a repository inside, and as Windows spells it.
_GITS_OWN = re.compile(r"(\.git|git~1)[. ]*", re.IGNORECASE)
# Not every platform has each of these: Windows knows no links by flag, POSIX no text mode.
_NAMES = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT")
_SAFELY = os.O_RDONLY
for _name in _NAMES:
    _SAFELY |= getattr(os, _name, 0)
# Where the state of a write stands without git; only the schemas for editors are written there like other files.
STATE = ".opsctl"
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


def target(root: Path, name: str) -> Path:
    """The file to write, refused unless it stands below the root with no link on the way."""
    parts = PurePosixPath(name).parts
    plain = parts and not name.startswith("/") and not any(char in name for char in "\\:\0")
    ours = parts[0].lower() == STATE and parts[1:2] != ("schemas",) if parts else False
    hidden = parts and parts[0].lower().startswith(".git") and name not in _GIT_FILES
    if not plain or ".." in parts or ours or hidden or any(_GITS_OWN.fullmatch(part) for part in parts):
        raise OpsctlError(message("load.write.outside", file=shown(name)))
    path = str(root)
    for part in parts:
        path = os.path.join(path, part)
        if os.path.islink(path):
            raise OpsctlError(message("load.write.link", file=shown(name)))
    return Path(path)
