"""
Where the files of a workspace stand: a folder on the disk, or a revision in git's store.

Finding and reading records is the same work for both; a tree answers only what lies in a folder and what a file holds.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from opsctl.diagnostics import Message
from opsctl.loading.files import read_bytes, refusal

FILE, FOLDER, LINK, NOTHING = "file", "folder", "link", ""
_JUNCTION = 0xA0000003
# Elsewhere the folder's listing already says what a link is, and looking at each file again takes time.
_WINDOWS = os.name == "nt"

Entry = tuple[str, str | Message]
"""A name in a folder with what it is, or with why that cannot be said."""


class Tree(Protocol):
    """The files of a workspace by their path from its root, with slashes."""

    def what(self, path: str) -> str:
        """Whether a path is a file, a folder, a link, or nothing there."""
        ...

    def entries(self, folder: str) -> list[Entry] | Message:
        """What lies in a folder, sorted by name."""
        ...

    def read(self, file: str, limit: int) -> bytes | Message:
        """What a regular file of at most `limit` bytes holds, or why it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder on the disk."""

    root: str

    def what(self, path: str) -> str:
        """Whether a path is a file, a folder, a link, or nothing there."""
        try:
            state = os.lstat(os.path.join(self.root, path))
        except OSError:
            return NOTHING
        if stat.S_ISLNK(state.st_mode) or _is_junction(state):
            return LINK
        return FOLDER if stat.S_ISDIR(state.st_mode) else FILE

    def entries(self, folder: str) -> list[Entry] | Message:
        """What lies in a folder, sorted by name."""
        try:
            with os.scandir(os.path.join(self.root, *folder.split("/"))) as scan:
                return sorted(_described(scan), key=lambda entry: entry[0])
        except OSError as error:
            return refusal(error)

    def read(self, file: str, limit: int) -> bytes | Message:
        """What a regular file of at most `limit` bytes holds, or why it cannot be read."""
        # Every system takes a slash; to ask which one it would rather have takes time for every file.
        return read_bytes(f"{self.root}/{file}", limit)


@dataclass(frozen=True, slots=True)
class Over:
    """A tree in which some files hold another text than below, or are gone: None."""

    below: Tree
    texts: Mapping[str, str | None]

    def what(self, path: str) -> str:
        """Whether a path is a file, a folder, a link, or nothing there."""
        if path in self.texts:
            return NOTHING if self.texts[path] is None else FILE
        return self.below.what(path) or (FOLDER if any(file.startswith(f"{path}/") for file in self._written()) else "")

    def entries(self, folder: str) -> list[Entry] | Message:
        """What lies in a folder, sorted by name."""
        inside = f"{folder}/" if folder else ""
        found = self.below.entries(folder) if self.below.what(folder or ".") else []
        if isinstance(found, Message) or not any(file.startswith(inside) for file in self.texts):
            return found
        names = {name: what for name, what in found if self.texts.get(f"{inside}{name}", "") is not None}
        for file in self._written():
            name, below, _ = file.removeprefix(inside).partition("/")
            if file.startswith(inside):
                names.setdefault(name, FOLDER if below else FILE)
        return sorted(names.items(), key=lambda entry: entry[0])

    def read(self, file: str, limit: int) -> bytes | Message:
        """What a regular file of at most `limit` bytes holds, or why it cannot be read."""
        text = self.texts.get(file)
        return self.below.read(file, limit) if text is None else text.encode("utf-8")

    def _written(self) -> list[str]:
        return [file for file, text in self.texts.items() if text is not None]


def _described(scan: Iterator[os.DirEntry[str]]) -> Iterator[Entry]:
    for entry in scan:
        try:
            if entry.is_symlink() or (_WINDOWS and _is_junction(entry.stat(follow_symlinks=False))):
                yield entry.name, LINK
            else:
                yield entry.name, FOLDER if entry.is_dir(follow_symlinks=False) else FILE
        except OSError as error:
            yield entry.name, refusal(error)


def _is_junction(state: os.stat_result) -> bool:
    """Windows has links that are none to `is_symlink`; cloud folders use the same mechanism and are fine."""
    return getattr(state, "st_reparse_tag", 0) == _JUNCTION
