"""
The short way of `opsctl check`: where nothing changed since it last ran, its answer is printed before anything is
imported.

Only a check that reads and prints is answered so, and only from a key of everything that decides the answer: the
program and its libraries, the arguments, the day, the language, the kind of output and every byte looked at.
"""

from __future__ import annotations

import os
import sys
import time

from opsctl import __version__
from opsctl.cli.plain import plain_check
from opsctl.loading.cache import cache_folder, keep, recall
from opsctl.loading.looked import digest_of, names_private, root_of

# The names of types alone would cost more than a warm answer.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# `github` is for builds, where nothing is kept between two runs.
_FORMATS = ("text", "concise", "json", "sarif", "junit", "gitlab", "rdjson", "markdown")
# What else in the environment decides the language or the look of the answer.
_VARIABLES = ("OPSCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS",
              "PYTHONIOENCODING", "PYTHONUTF8")  # fmt: skip


Warm = tuple[str, str, tuple[str, ...], str]
"""Where the answer to a check may be kept: the workspace, the cache folder, what else decides it, and the key."""


def warm(arguments: Sequence[str], environment: Mapping[str, str]) -> Warm | None:
    """What is known of this command line; None where it is not a check that can be answered so."""
    start = _start(arguments)
    root = None if start is None else root_of(start)
    folder = cache_folder(environment)
    if root is None or folder is None or _inside(folder, root) or environment.get("GITHUB_BASE_REF"):
        return None
    if sys.stdout.isatty() and names_private(root):
        return None
    day, terminal = time.strftime("%Y-%m-%d"), str(sys.stdout.isatty())
    said = tuple(f"{name}={environment.get(name, '')}" for name in _VARIABLES)
    circumstances = (*_program(), os.getcwd(), day, terminal, *said, *arguments)
    key = digest_of(root, circumstances)
    return None if key is None else (root, folder, circumstances, key)


def answer(known: Warm) -> tuple[int, str] | None:
    """The exit status and text of an earlier run on the same bytes."""
    _, folder, _, key = known
    return recall(folder, key)


def remember(known: Warm, status: int, text: str) -> None:
    """Keep an answer, unless something was changed while it was found."""
    root, folder, circumstances, key = known
    if digest_of(root, circumstances) == key:
        keep(folder, key, status, text)


def _start(arguments: Sequence[str]) -> str | None:
    """The folder to begin in, if every argument is one whose effect the key knows."""
    read = plain_check(arguments)
    if read is None or not read[1].get("cache", True) or read[1].get("format_", "text") not in _FORMATS:
        return None
    return read[0].get("folder", ".")


def _program() -> tuple[str, ...]:
    """The program, its interpreter and its libraries: a folder's time changes when something is installed in it."""
    said = [__version__, sys.version]
    for path in filter(os.path.isdir, sys.path):
        said.append(f"{path} {os.stat(path).st_mtime_ns}")
    waiting = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    while waiting:
        with os.scandir(waiting.pop()) as scan:
            for entry in sorted(scan, key=_path):
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    said.append(f"{entry.path} {state.st_mtime_ns} {state.st_size}")
                elif "." not in entry.name and entry.name != "__pycache__":
                    waiting.append(entry.path)
    return tuple(said)


def _path(entry: os.DirEntry[str]) -> str:
    return entry.path


def _inside(folder: str, root: str) -> bool:
    return os.path.commonpath((os.path.realpath(folder), os.path.realpath(root))) == os.path.realpath(root)
