"""Exports of single orders under `actuals/` that git keeps, or would keep with the next `git add`."""

from __future__ import annotations

import csv
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from opsctl.diagnostics import Place, Problem, message
from opsctl.errors import OpsctlError
from opsctl.loading.flaws import START, shown
from opsctl.loading.git import git
from opsctl.loading.state import in_repository
from opsctl.records.personal import looks_personal, names_orders
from opsctl.workspace import Finding

ACTUALS = "actuals"
NAME = "order-export-in-git"
_TEXTS, _BOOKS = (".csv", ".tsv", ".txt"), (".xlsx",)
_START = 8 << 10
_MOST_STRINGS = 64 << 10
# Lines above a header, such as the shop's name and the dates, that an export may begin with.
_LINES = 20
_NUMBER = re.compile(r"[-+￥$]?[0-9][0-9,./:%-]*")
_STRING = re.compile(r"<t[^>]*>([^<]{1,80})</t>")


def export_findings(root: Path) -> Iterator[Finding]:
    """Yield every file under `actuals/` whose columns are of single orders or people, and that git does not ignore."""
    found = {name: title for name in _files(root) if (title := _telling(root / name, name))}
    kept = _kept(root, found) if found else frozenset[str]()
    for name, title in sorted(found.items()):
        if name in kept:
            said = message("rules.order_export_in_git", column=shown(title))
            yield Finding(NAME, Problem(Place(shown(name)), said, span=START))


def _files(root: Path) -> Iterator[str]:
    for folder, below, names in os.walk(root / ACTUALS):
        below.sort()
        for name in sorted(names):
            if name.lower().endswith((*_TEXTS, *_BOOKS)) and not name.startswith((".", "~$")):
                yield Path(folder, name).relative_to(root).as_posix()


def _telling(path: Path, name: str) -> str | None:
    """The first title that stands over orders or people."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        titles = _strings(path) if name.lower().endswith(_BOOKS) else _header(path)
    except (OSError, zipfile.BadZipFile, KeyError):
        return None
    return next((title for title in titles if names_orders(title) or looks_personal(title)), None)


def _header(path: Path) -> list[str]:
    """The first row without a number in it that has several cells."""
    with path.open("rb") as stream:
        start = stream.read(_START)
    try:
        text = start.decode("utf-8-sig", "strict" if len(start) < _START else "ignore")
    except UnicodeDecodeError:
        text = start.decode("gb18030", "ignore")
    for line in text.splitlines()[:_LINES]:
        cells = next(csv.reader([line], delimiter="\t" if "\t" in line else ","), [])
        cells = [cell.strip() for cell in cells if cell.strip()]
        if len(cells) > 1:
            return [] if any(_NUMBER.fullmatch(cell) for cell in cells) else cells
    return []


def _strings(path: Path) -> list[str]:
    """The first texts of a workbook that are orders' titles; other cells may hold any words."""
    with zipfile.ZipFile(path) as book, book.open("xl/sharedStrings.xml") as stream:
        found = _STRING.findall(stream.read(_MOST_STRINGS).decode("utf-8", "ignore"))
    return [text for text in found if names_orders(text)]


def _kept(root: Path, names: dict[str, str]) -> frozenset[str]:
    """Those that git has or would take; without git, those that no line of `.gitignore` names."""
    if in_repository(root):
        try:
            said = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ACTUALS)
            return frozenset(os.fsdecode(name) for name in said.split(b"\0"))
        except OpsctlError:
            return frozenset(names)
    ignored = _ignored(root)
    return frozenset(name for name in names if not any(name == each or name.startswith(f"{each}/") for each in ignored))


def _ignored(root: Path) -> list[str]:
    try:
        lines = (root / ".gitignore").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [line.strip().strip("/") for line in lines if line.strip() and not line.startswith(("#", "!"))]
