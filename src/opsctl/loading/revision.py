"""
A workspace as a commit has it, read out of git's store without touching the working tree.

One `ls-tree` names every file and one `cat-file --batch` reads those of the record folders; links and submodules in a
tree are never followed. Blobs come as they were committed: no filter, no change of line ends.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.exports import NAME as ORDER_EXPORT
from opsctl.loading.files import MAX_PAGE
from opsctl.loading.flaws import shown
from opsctl.loading.git import commit_of, git, prefix_of
from opsctl.loading.read import LoadResult, load_tree
from opsctl.loading.snapshots import EDITED, STALE
from opsctl.loading.tree import FILE, FOLDER, LINK, NOTHING, Entry
from opsctl.records import BY_NAME, KINDS, SETTINGS_FILE
from opsctl.workspace import Finding

_LINK_MODE, _SUBMODULE_MODE = "120000", "160000"
# What is read all at once; whatever else is asked for is read when it is.
_AT_ONCE = tuple(f"{kind.folder}/" for kind in KINDS)
_SUFFIXES = (".yaml", ".md", ".csv")
# A snapshot that is larger counts as changed.
_LARGEST = 64 << 20


@dataclass(frozen=True, slots=True)
class Revision:
    """The files of one commit below the workspace's folder: what lies where, and each blob by id and size."""

    root: Path
    folders: Mapping[str, list[Entry]]
    blobs: Mapping[str, tuple[str, int]]
    contents: Mapping[str, bytes]

    def what(self, path: str) -> str:
        """Whether a path is a file, a folder, a link, or nothing there."""
        folder, _, name = path.rpartition("/")
        found = (what for known, what in self.folders.get(folder, []) if known == name)
        return str(next(found, NOTHING))

    def entries(self, folder: str) -> list[Entry] | Message:
        """What lies in a folder, sorted by name."""
        return self.folders.get(folder, [])

    def read(self, file: str, limit: int) -> bytes | Message:
        """What a regular file of at most `limit` bytes holds, or why it cannot be read."""
        if self.what(file) == LINK:
            return message("load.file.link")
        if file not in self.blobs:
            return message("load.file.gone")
        if self.blobs[file][1] > limit:
            return message("load.file.too_large", limit=limit // 1024)
        found = self.contents.get(file)
        return next(_contents(self.root, {file: self.blobs[file][0]}))[1] if found is None else found


def load_revision(root: Path, revision: str, like: LoadResult | None = None) -> LoadResult:
    """Read the workspace that stands in this folder as a revision has it; OpsctlError where it had none there."""
    tree = read_revision(root, commit_of(root, revision))
    if tree.what(SETTINGS_FILE) == NOTHING:
        raise OpsctlError(
            message("git.no_workspace", revision=shown(revision)), message("git.later_base", file=SETTINGS_FILE)
        )
    loaded = load_tree(tree, like)
    already = () if like is None else tuple(each for each in like.workspace.findings if _was_there(each, tree, root))
    if not already:
        return loaded
    return replace(loaded, workspace=replace(loaded.workspace, findings=(*already, *loaded.workspace.findings)))


def _was_there(finding: Finding, tree: Revision, root: Path) -> bool:
    """Whether a finding about actual values, which only the disk is asked for, is no work of a change since then."""
    file = finding.problem.at.file
    if finding.rule == ORDER_EXPORT:
        return tree.what(file) == FILE
    if finding.rule not in (EDITED, STALE):
        return False
    behind = (file, f"{file.removesuffix('.csv')}.json", BY_NAME["source"].file(file.split("/")[2]))
    return all(tree.read(name, _LARGEST) == _on_disk(root / name) for name in behind)


def _on_disk(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except OSError:
        return None


def read_revision(root: Path, commit: str) -> Revision:
    """The files of a commit below the workspace's folder; none where the commit has no such folder."""
    prefix = prefix_of(root).rstrip("/")
    if prefix and not _has_folder(root, commit, prefix):
        return Revision(root, {}, {}, {})
    folders: dict[str, list[Entry]] = {}
    blobs: dict[str, tuple[str, int]] = {}
    for mode, blob, size, path in _lines(git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", f"{commit}:{prefix}")):
        _place(folders, path, LINK if mode == _LINK_MODE else FILE)
        if mode != _LINK_MODE:
            blobs[path] = (blob, size)
    for entries in folders.values():
        entries.sort(key=lambda entry: entry[0])
    wanted = {path: blob for path, (blob, size) in blobs.items() if size <= MAX_PAGE and _is_ours(path)}
    return Revision(root, folders, blobs, dict(_contents(root, wanted)))


def _is_ours(path: str) -> bool:
    return path.startswith(_AT_ONCE) and path.endswith(_SUFFIXES)


def _has_folder(root: Path, commit: str, prefix: str) -> bool:
    return git(root, "ls-tree", "-z", "--full-tree", commit, "--", prefix).startswith(b"040000 ")


def _lines(listed: bytes) -> Iterator[tuple[str, str, int, str]]:
    """Mode, id, size and path of each blob; a submodule is another repository and is left out."""
    for line in listed.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, blob, size = about.decode("ascii").split()
        if mode != _SUBMODULE_MODE:
            # A partial clone does not know the size of what it does not hold; reading it says so.
            yield mode, blob, int(size) if size.isdecimal() else 0, os.fsdecode(path)


def _place(folders: dict[str, list[Entry]], path: str, what: str) -> None:
    """Enter a file, and the folders above it that are not known yet."""
    folder, _, name = path.rpartition("/")
    if folder and folder not in folders:
        _place(folders, folder, FOLDER)
    folders.setdefault(folder, []).append((name, what))


def _contents(root: Path, blobs: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """What each file holds; git answers in the order it is asked."""
    if not blobs:
        return
    answer = git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs.values()).encode())
    at = 0
    for path in blobs:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:
            raise OpsctlError(message("git.partial"), message("git.fetch_all"))
        size = int(head[2])
        yield path, answer[end + 1 : end + 1 + size]
        at = end + size + 2
