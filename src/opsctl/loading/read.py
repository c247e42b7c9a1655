"""
A folder to a workspace: every record read and checked, every fault a finding, the same on every machine.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.errors import OpsctlError
from opsctl.loading.discover import discover
from opsctl.loading.files import MAX_PAGE, MAX_RECORD, read_bytes
from opsctl.loading.flaws import MOST_FLAWS, START, Flaw, moved
from opsctl.loading.frontmatter import split
from opsctl.loading.schema import judge, without_free_keys
from opsctl.loading.textguard import guard
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import parse
from opsctl.records import SETTINGS_FILE
from opsctl.records.base import Record
from opsctl.records.settings import Settings
from opsctl.workspace import Finding, Loaded, Workspace

BROKEN_SETTINGS = ("settings", SETTINGS_FILE)
_UNREADABLE = "unreadable-file"
_PAGE = ".md"


@dataclass(frozen=True, slots=True)
class LoadResult:
    """A workspace, and the texts it was read from."""

    workspace: Workspace
    sources: Sources


@dataclass(frozen=True, slots=True)
class _Read:
    """One file's data as far as it goes; `sound` data may be judged, and `findings` say what is wrong already."""

    data: Any
    sound: bool
    findings: tuple[Finding, ...]


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds the settings file."""
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise OpsctlError(
        message("load.no_workspace", folder=str(start), file=SETTINGS_FILE), message("load.no_workspace_hint")
    )


def load(root: Path) -> LoadResult:
    """Read everything in a workspace."""
    if not os.path.lexists(root / SETTINGS_FILE):
        raise OpsctlError(
            message("load.no_workspace", folder=str(root), file=SETTINGS_FILE), message("load.no_workspace_hint")
        )
    texts: dict[str, str] = {}
    with _without_garbage_collection():
        settings, findings = _settings(root, texts)
        broken = {BROKEN_SETTINGS} if findings else set()
        listing = discover(root)
        records = []
        for found in listing.records:
            model = found.kind.model
            record, wrong = _record(root, found.file, model, texts)
            findings += wrong
            if record is None:
                broken.add((found.kind.name, found.id))
            else:
                records.append(Loaded(found.kind.name, found.id, found.file, record))
        cells = _cells(root, listing.cells, texts, findings)
    workspace = Workspace(
        settings=settings,
        records=tuple(sorted(records, key=lambda record: (record.kind, record.id))),
        broken=frozenset(broken | listing.broken),
        findings=tuple(sorted([*findings, *listing.findings], key=lambda finding: finding.problem.at.file)),
        cells=cells,
    )
    return LoadResult(workspace, Sources(texts))


def _record(root: Path, file: str, model: type[Record], texts: dict[str, str]) -> tuple[Record | None, list[Finding]]:
    """One record, or None; findings may come with neither or both."""
    read = _data(root, file, texts)
    if not read.sound:
        return None, list(read.findings)
    record, wrong = judge(model, read.data, file)
    findings = [*read.findings, *wrong]
    return (None if findings else record), findings


def _data(root: Path, file: str, texts: dict[str, str]) -> _Read:
    """Open, decode and parse one file."""
    is_page = file.endswith(_PAGE)
    text = _text(root, file, MAX_PAGE if is_page else MAX_RECORD)
    if not isinstance(text, str):
        return _Read(None, False, text)
    texts[file] = text
    offset = 0
    if is_page:
        page = split(text)
        if isinstance(page, Flaw):
            return _Read(None, False, _findings(file, (page,), 0))
        text, offset = page.yaml, page.offset
    parsed = parse(text)
    data = without_free_keys(parsed.data) if "x-" in text else parsed.data
    return _Read(data, parsed.sound, _findings(file, parsed.problems, offset))


def _text(root: Path, file: str, limit: int) -> str | tuple[Finding, ...]:
    data = read_bytes(os.path.join(root, file), limit)
    if isinstance(data, Message):
        return (Finding(_UNREADABLE, Problem(Place(file), data, span=START)),)
    guarded = guard(data)
    return _findings(file, guarded.problems, 0) if guarded.problems else guarded.text


def _cells(root: Path, names: list[str], texts: dict[str, str], findings: list[Finding]) -> dict[str, str]:
    """Derived files as text; the cascade compares them as they are."""
    cells = {}
    for name in names:
        text = _text(root, name, MAX_PAGE)
        if isinstance(text, str):
            cells[name] = texts[name] = text
        else:
            findings += text
    return cells


def _settings(root: Path, texts: dict[str, str]) -> tuple[Settings, list[Finding]]:
    """The settings; where they are wrong, what is right of them, so that the rest can be checked."""
    read = _data(root, SETTINGS_FILE, texts)
    wrong = judge(Settings, read.data, SETTINGS_FILE)[1] if read.sound else ()
    bad = {finding.problem.at.path[:1] for finding in wrong}
    good = {key: value for key, value in read.data.items() if (key,) not in bad} if isinstance(read.data, dict) else {}
    settings = judge(Settings, {"opsctl": "1", "name": "-"} | good, SETTINGS_FILE)[0]
    if not isinstance(settings, Settings):
        settings = Settings.model_validate({"opsctl": "1", "name": "-"})
    return settings, [*read.findings, *wrong]


def _findings(file: str, flaws: Iterable[Flaw], offset: int) -> tuple[Finding, ...]:
    return tuple(Finding(_UNREADABLE, _problem(file, flaw, offset)) for flaw in islice(flaws, MOST_FLAWS))


def _problem(file: str, flaw: Flaw, offset: int) -> Problem:
    related = ((Place(file, flaw.first, "key"), message("load.yaml.first_key")),) if flaw.first else ()
    return Problem(Place(file), flaw.message, related, span=moved(flaw.span, offset))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Records hold no cycles, and scanning them again and again costs more than reading them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
