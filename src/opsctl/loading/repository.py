"""Where in its repository a workspace lies, and which lines a change touched: what reports of a build need to know."""

from __future__ import annotations

import re
from pathlib import Path

from opsctl.loading.git import git, merge_base

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_PLUMBING = ("diff-tree", "-r", "-p", "--unified=0", "--inter-hunk-context=0", "--diff-filter=AM", "--relative")
# Nothing that a repository's own settings could put in the way.
_AS_IT_IS = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/")


def prefix(root: Path) -> str:
    """The way from the top of the repository down to a folder, ending in a slash; empty at the top or outside."""
    here = root.resolve()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            inside = here.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""


def touched(root: Path, base: str) -> dict[str, tuple[range, ...]]:
    """The lines of each file of the workspace that the current commit has otherwise than where it left `base`.

    Commits are compared, not the working tree: git runs no filters then. OpsctlError where git cannot tell.
    """
    start = merge_base(root, base, "HEAD")
    return parsed(git(root, *_PLUMBING, *_AS_IT_IS, start, "HEAD", "--", "."))


def parsed(diff: bytes) -> dict[str, tuple[range, ...]]:
    """Lines by file out of a diff without context; files whose names git has to quote are left out."""
    found: dict[str, list[range]] = {}
    file, rest = "", 0
    for line in diff.split(b"\n"):
        if rest and line[:1] in (b"+", b"-"):
            # What a file holds may look like the head of another diff.
            rest -= 1
        elif line.startswith(b"+++ "):
            file = _name(line[4:])
        elif file and (hunk := _HUNK.match(line)):
            removed, first, added = (int(hunk[1] or b"1"), int(hunk[2]), int(hunk[3] or b"1"))
            rest = removed + added
            found.setdefault(file, []).append(range(first, first + added))
    return {name: tuple(lines) for name, lines in found.items()}


def _name(written: bytes) -> str:
    # A name with a space in it ends in a tab here.
    name = written.removesuffix(b"\t")
    return name[2:].decode("utf-8", "surrogateescape") if name.startswith(b"b/") else ""
