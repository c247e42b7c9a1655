"""The templates of a team: files in the workspace's own `templates/` folder, by the name that reports ask for."""

from __future__ import annotations

import os
from pathlib import Path

from opsctl.diagnostics import Message, Saying, message
from opsctl.errors import OpsctlError
from opsctl.loading.files import MAX_PAGE, MAX_RECORD, read_bytes
from opsctl.loading.flaws import shown
from opsctl.loading.textguard import guard

FOLDER = "templates/review"
_TEXTS = (".j2", ".css")
# More than these is no folder of templates.
_MOST = 50


def team_templates(root: Path) -> dict[str, str]:
    """The team's templates of reviews by name, such as `review/review.html.j2`; OpsctlError for one unreadable."""
    return {f"review/{name}": _text(root, name) for name in _names(root) if name.endswith(_TEXTS)}


def team_document(root: Path) -> bytes | None:
    """The team's Word template, where there is one; OpsctlError where it cannot be read."""
    name = "review.docx"
    if name not in _names(root):
        return None
    return _whole(root, name, MAX_PAGE)


def _names(root: Path) -> list[str]:
    folder = root / FOLDER
    if any(path.is_symlink() for path in (folder.parent, folder)) or not folder.is_dir():
        return []
    return sorted(os.listdir(folder))[:_MOST]


def _text(root: Path, name: str) -> str:
    found = guard(_whole(root, name, MAX_RECORD))
    if found.problems:
        raise _unreadable(name, found.problems[0].message)
    return found.text


def _whole(root: Path, name: str, limit: int) -> bytes:
    found = read_bytes(str(root / FOLDER / name), limit)
    if isinstance(found, Message):
        raise _unreadable(name, found)
    return found


def _unreadable(name: str, reason: Message) -> OpsctlError:
    return OpsctlError(message("page.template_unreadable", file=f"{FOLDER}/{shown(name)}", reason=Saying(reason)))
