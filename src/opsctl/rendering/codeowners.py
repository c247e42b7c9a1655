"""
CODEOWNERS as GitHub, GitLab and Gitee read it: a path and who owns it, the last line that matches wins.

Only our own lines are ours: they stand between two marks, and whatever a team wrote around them stays. A comment holds
no `@`, for GitLab takes any name in one for an owner.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from opsctl.rendering.harmless import harmless

BEGIN, END = "# >>> opsctl owners", "# <<< opsctl owners"
# Where each platform looks, in its order: only the first file there counts.
PLACES = {
    "github": (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
    "gitlab": ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
    "gitee": ("CODEOWNERS", ".gitee/CODEOWNERS", "docs/CODEOWNERS"),
}
_HANDLE = re.compile(r"@?[A-Za-z0-9](?:[A-Za-z0-9._-]*(?:/[A-Za-z0-9._-]+)*)")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# In a path only its folder's name may hold these; ids of records are plain.
_SPECIAL = re.compile(r"[\s\\*?\[\]!#]")


@dataclass(frozen=True, slots=True)
class Line:
    """A pattern below the workspace, and the handles of those who own what it matches."""

    pattern: str
    handles: tuple[str, ...]


def handle(written: str) -> str | None:
    """A handle as the file needs it: a name behind `@`, or a mail address; None for anything else."""
    if _MAIL.fullmatch(written):
        return written
    return "@" + written.removeprefix("@") if _HANDLE.fullmatch(written) else None


def block(lines: Iterable[Line], prefix: str) -> str:
    """Our part of the file; the prefix is the workspace's folder in its repository."""
    above = _SPECIAL.sub(lambda found: "\\" + found[0], harmless(prefix))
    written = (f"/{above}{line.pattern} {' '.join(line.handles)}" for line in lines)
    return "\n".join((BEGIN, *written, END)) + "\n"


def with_block(text: str, new: str) -> str:
    """A file with our part put in place of the old one, or behind what is there."""
    end = "\r\n" if "\r\n" in text else "\n"
    new = new.replace("\n", end)
    lines = text.splitlines(keepends=True)
    marks = [line.strip() for line in lines]
    if BEGIN in marks and END in marks[marks.index(BEGIN) :]:
        first = marks.index(BEGIN)
        last = marks.index(END, first)
        return "".join((*lines[:first], new, *lines[last + 1 :]))
    if not text:
        return new
    return text + ("" if text.endswith("\n") else end) + end + new


def place_of(platform: str, existing: Collection[str]) -> str:
    """The file that counts: the first that exists, else the one in the platform's own folder."""
    own = f".{platform}/CODEOWNERS"
    return next((place for place in PLACES[platform] if place in existing), own)
