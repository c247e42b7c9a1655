"""
Find the records of a workspace: the known folders only, no links followed, in the same order everywhere.

The folder gives a file its kind, its name the id. Folders of other kinds and files of other types are left alone.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.loading.flaws import START, shown
from opsctl.loading.tree import FILE, FOLDER, LINK, Entry, Tree
from opsctl.period import parse_period
from opsctl.records import KINDS, Kind
from opsctl.weeks import ISO, Weeks
from opsctl.workspace import Finding

_MAX_DEPTH = 32
_CELLS_KIND = "target"
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_METRIC_ID = re.compile(r"[a-z][a-z0-9_]{0,63}")
_YEAR = re.compile(r"[1-9][0-9]{3}")
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_RECORD_LIKE = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that should be a record."""

    kind: Kind
    id: str
    file: str


@dataclass(slots=True)
class Listing:
    """Everything found, what is wrong with names and files, and the ids of records that cannot be opened."""

    records: list[Found] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    weeks: Weeks = ISO


def discover(tree: Tree, kinds: tuple[Kind, ...] = KINDS, weeks: Weeks = ISO) -> Listing:
    """List the records of a workspace that counts its weeks and fiscal years so."""
    listing = Listing(weeks=weeks)
    for kind in kinds:
        start = tree.what(kind.folder)
        if start == LINK:
            _note(listing, "unreadable-file", kind.folder, message("load.file.link"))
        elif start == FOLDER:
            _walk(tree, kind, listing)
    return listing


def _walk(tree: Tree, kind: Kind, listing: Listing) -> None:
    waiting = [(kind.folder, 0)]
    while waiting:
        folder, depth = waiting.pop()
        for own_name, what in _entries(tree, folder, listing):
            if own_name.startswith("."):
                continue
            name = f"{folder}/{own_name}"
            if what == FILE:
                _take(name, kind, depth, listing)
            elif what == LINK:
                _take_link(name, kind, depth, listing)
            elif isinstance(what, Message):
                _note(listing, "unreadable-file", name, what)
            elif depth < _MAX_DEPTH:
                waiting.append((name, depth + 1))
            else:
                _note(listing, "unreadable-file", name, message("load.file.too_deep", limit=_MAX_DEPTH))


def _entries(tree: Tree, folder: str, listing: Listing) -> list[Entry]:
    found = tree.entries(folder)
    if isinstance(found, Message):
        _note(listing, "unreadable-file", folder, found)
        return []
    return found


def _take(name: str, kind: Kind, depth: int, listing: Listing) -> None:
    """Sort a file into records, cells, badly named ones, and those that are not ours."""
    stem, suffix = os.path.splitext(name.removeprefix(f"{kind.folder}/"))
    if kind.name == _CELLS_KIND and suffix == ".csv" and depth == 1:
        listing.cells.append(name)
    elif suffix == kind.suffix or suffix.lower() in _RECORD_LIKE:
        said = name_problem(stem, suffix, kind, depth, listing.weeks)
        if said is None:
            listing.records.append(Found(kind, stem, name))
        else:
            _note(listing, "bad-file-name", name, said)


def _take_link(name: str, kind: Kind, depth: int, listing: Listing) -> None:
    """A link is never followed; a record behind one is known by its id all the same."""
    stem, suffix = os.path.splitext(name.removeprefix(f"{kind.folder}/"))
    if suffix in ("", kind.suffix, *_RECORD_LIKE):
        _note(listing, "unreadable-file", name, message("load.file.link"))
    if suffix == kind.suffix and name_problem(stem, suffix, kind, depth, listing.weeks) is None:
        listing.broken.add((kind.name, stem))


def name_problem(stem: str, suffix: str, kind: Kind, depth: int, weeks: Weeks) -> Message | None:
    """Why a file so named, so many folders below its kind's, can be no record; None where it can."""
    if suffix != kind.suffix:
        return message("load.name.suffix", suffix=kind.suffix)
    above, _, last = stem.rpartition("/")
    if depth != int(kind.nested):
        return message(f"load.name.{'nested' if kind.nested else 'flat'}", folder=kind.folder)
    if kind.nested:
        period = parse_period(above, weeks)
        if period is None:
            return message("load.name.period", period=shown(above), folder=kind.folder)
        if kind.name == _CELLS_KIND and period.kind != "year":
            return message("load.name.year", period=above, folder=kind.folder)
    if kind.name in ("calendar", "fx") and not _YEAR.fullmatch(last):
        return message("load.name.calendar", name=shown(last))
    if kind.name == "metric":
        return None if _METRIC_ID.fullmatch(last) else message("load.name.metric", name=shown(last))
    if not _ID.fullmatch(last):
        return message("load.name.id", name=shown(last))
    return message("load.name.device", name=last) if _WINDOWS_DEVICE.fullmatch(last) else None


def _note(listing: Listing, rule: str, name: str, said: Message) -> None:
    # A name may hold bytes that are not text, or characters that steer a terminal.
    file = "/".join(
        shown(part.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")) for part in name.split("/")
    )
    listing.findings.append(Finding(rule, Problem(Place(file), said, span=START)))
