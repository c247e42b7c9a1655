"""
A folder to a workspace: every record read and checked, every fault a finding, the same on every machine.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.errors import OpsctlError
from opsctl.loading.beside import helped, may_help
from opsctl.loading.discover import Found, discover
from opsctl.loading.files import MAX_PAGE, MAX_RECORD
from opsctl.loading.flaws import MOST_FLAWS, START, Flaw, moved
from opsctl.loading.frontmatter import split
from opsctl.loading.overlay import overlays
from opsctl.loading.plainyaml import read_plain
from opsctl.loading.schema import judge, without_free_keys
from opsctl.loading.textguard import guard
from opsctl.loading.texts import Sources
from opsctl.loading.tree import FOLDER, NOTHING, Disk, Tree
from opsctl.loading.unfinished import state_findings
from opsctl.records import BASELINE_FILE, KINDS, SETTINGS_FILE, private_kinds
from opsctl.records.base import Record
from opsctl.records.settings import Settings
from opsctl.records.waiver import WAIVERS_FILE, Waiver, Waivers
from opsctl.workspace import Finding, Loaded, Workspace

BROKEN_SETTINGS = ("settings", SETTINGS_FILE)
_BROKEN_WAIVERS = ("waivers", WAIVERS_FILE)
_UNREADABLE = "unreadable-file"
_PAGE = ".md"
# What people write; the rest is derived.
_WRITTEN = (".yaml", _PAGE)
_YAML = ".yaml"

# Files that are read ahead at a time; what they hold fills a pipe about once.
_PIECE = 40

_Ahead = tuple[str, Any]
"""A file's text and data, when another process has read them."""

Known = Mapping[str, tuple[str, Record]]
"""Sound records by file, each with the text it was read from."""


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


def load(root: Path, *, private: bool = False) -> LoadResult:
    """Read everything in a workspace; the private folder beside it only where asked, and if it is there."""
    tree = Disk(str(root))
    if tree.what(SETTINGS_FILE) == NOTHING:
        raise OpsctlError(
            message("load.no_workspace", folder=str(root), file=SETTINGS_FILE), message("load.no_workspace_hint")
        )
    loaded = load_tree(tree, private=private)
    found = tuple(state_findings(root))
    if not found:
        return loaded
    return replace(loaded, workspace=replace(loaded.workspace, findings=(*found, *loaded.workspace.findings)))


def load_tree(tree: Tree, like: LoadResult | None = None, *, private: bool = False) -> LoadResult:
    """Read everything in a tree; a record whose text is the same in `like` is taken from there."""
    texts: dict[str, str] = {}
    known = {} if like is None else _known(like)
    with _without_garbage_collection():
        settings, findings = _settings(tree, texts)
        broken = {BROKEN_SETTINGS} if findings else set()
        beside = private_kinds(settings.private) if private and settings.private else ()
        listing = discover(tree, (*KINDS, *beside), settings.weeks)
        records = []
        for found, record, wrong in _records(tree, listing.records, texts, known):
            findings += wrong
            if record is None:
                broken.add((found.kind.name, found.id))
            else:
                records.append(Loaded(found.kind.name, found.id, found.file, record))
        laid = overlays(records, broken | listing.broken, lambda file: _data(file, texts[file]).data)
        findings += laid.findings
        broken |= laid.broken
        records = [record for record in records if (record.kind, record.id) not in laid.broken]
        cells = _cells(tree, listing.cells, texts, findings)
        waivers = _waivers(tree, texts, findings, broken)
        if tree.what(BASELINE_FILE) != NOTHING:
            _opened(tree, BASELINE_FILE, texts)
    workspace = Workspace(
        settings=settings,
        records=tuple(sorted(records, key=lambda record: (record.kind, record.id))),
        broken=frozenset(broken | listing.broken),
        findings=tuple(sorted([*findings, *listing.findings], key=lambda finding: finding.problem.at.file)),
        cells=cells,
        waivers=waivers,
        texts={file: text for file, text in texts.items() if file.endswith(_WRITTEN)},
        folders=_folders(tree, {file.partition("/")[0] for file in texts}),
        overlays=laid.records,
    )
    return LoadResult(workspace, Sources(texts))


def _folders(tree: Tree, filled: set[str]) -> frozenset[str]:
    """The names of the folders at the top that hold anything; some are known to, and need not be listed again."""
    found = tree.entries("")
    names = () if isinstance(found, Message) else (name for name, what in found if what == FOLDER)
    return frozenset(name for name in names if name in filled or tree.entries(name))


def _known(result: LoadResult) -> Known:
    texts = result.sources.texts
    return {record.file: (texts[record.file], record.data) for record in result.workspace.records}


def _records(
    tree: Tree, listed: Sequence[Found], texts: dict[str, str], known: Known
) -> Iterator[tuple[Found, Record | None, list[Finding]]]:
    """Each record that was found, in that order; a second process may read ahead where there are many."""
    if known or not isinstance(tree, Disk) or not may_help(len(listed)):
        for found in listed:
            yield found, *_record(tree, found.file, found.kind.model, texts, known)
        return
    pieces = [listed[start : start + _PIECE] for start in range(0, len(listed), _PIECE)]
    done = {}
    for number, ahead in helped(lambda piece: [_ahead(tree, found.file) for found in pieces[piece]], len(pieces)):
        own: dict[str, str] = {}
        both = zip(pieces[number], ahead or repeat(None), strict=False)
        made = [(found, *_record(tree, found.file, found.kind.model, own, {}, read)) for found, read in both]
        done[number] = own, made
    for number in range(len(pieces)):
        own, made = done[number]
        texts.update(own)
        yield from made


def _ahead(tree: Tree, file: str) -> _Ahead | None:
    """A record's text and data; None where there is something to say of them."""
    text = _text(tree, file, MAX_RECORD if file.endswith(_YAML) else MAX_PAGE)
    read = _data(file, text) if isinstance(text, str) else None
    return (text, read.data) if isinstance(text, str) and read and read.sound and not read.findings else None


def _record(
    tree: Tree, file: str, model: type[Record], texts: dict[str, str], known: Known, ahead: _Ahead | None = None
) -> tuple[Record | None, list[Finding]]:
    """One record, or None; findings may come with neither or both."""
    text = _opened(tree, file, texts) if ahead is None else ahead[0]
    if not isinstance(text, str):
        return None, list(text)
    texts[file] = text
    same = known.get(file)
    if same is not None and same[0] == text:
        return same[1], []
    read = _data(file, text) if ahead is None else _Read(ahead[1], True, ())
    if not read.sound:
        return None, list(read.findings)
    record, wrong = judge(model, read.data, file)
    findings = [*read.findings, *wrong]
    return (None if findings else record), findings


def _opened(tree: Tree, file: str, texts: dict[str, str]) -> str | tuple[Finding, ...]:
    """The text of one file, remembered."""
    text = _text(tree, file, MAX_RECORD if file.endswith(_YAML) else MAX_PAGE)
    if isinstance(text, str):
        texts[file] = text
    return text


def _data(file: str, text: str) -> _Read:
    """Parse one file."""
    offset = 0
    if file.endswith(_PAGE):
        page = split(text)
        if isinstance(page, Flaw):
            return _Read(None, False, _findings(file, (page,), 0))
        text, offset = page.yaml, page.offset
    plain = read_plain(text)
    if plain is not None:
        return _Read(without_free_keys(plain) if "x-" in text else plain, True, ())
    from opsctl.loading.yamltext import parse

    parsed = parse(text)
    return _Read(without_free_keys(parsed.data), parsed.sound, _findings(file, parsed.problems, offset))


def _text(tree: Tree, file: str, limit: int) -> str | tuple[Finding, ...]:
    data = tree.read(file, limit)
    if isinstance(data, Message):
        return (Finding(_UNREADABLE, Problem(Place(file), data, span=START)),)
    guarded = guard(data)
    return _findings(file, guarded.problems, 0) if guarded.problems else guarded.text


def _cells(tree: Tree, names: list[str], texts: dict[str, str], findings: list[Finding]) -> dict[str, str]:
    """Derived files as text; the cascade compares them as they are."""
    cells = {}
    for name in names:
        text = _text(tree, name, MAX_PAGE)
        if isinstance(text, str):
            cells[name] = texts[name] = text
        else:
            findings += text
    return cells


def _settings(tree: Tree, texts: dict[str, str]) -> tuple[Settings, list[Finding]]:
    """The settings; where they are wrong, what is right of them, so that the rest can be checked."""
    text = _opened(tree, SETTINGS_FILE, texts)
    read = _data(SETTINGS_FILE, text) if isinstance(text, str) else _Read(None, False, text)
    wrong = judge(Settings, read.data, SETTINGS_FILE)[1] if read.sound else ()
    bad = {finding.problem.at.path[:1] for finding in wrong}
    good = {key: value for key, value in read.data.items() if (key,) not in bad} if isinstance(read.data, dict) else {}
    settings = judge(Settings, {"opsctl": "1", "name": "-"} | good, SETTINGS_FILE)[0]
    if not isinstance(settings, Settings):
        settings = Settings.model_validate({"opsctl": "1", "name": "-"})
    return settings, [*read.findings, *wrong]


def _waivers(
    tree: Tree, texts: dict[str, str], findings: list[Finding], broken: set[tuple[str, str]]
) -> tuple[Waiver, ...]:
    """The waivers, if there are any; none of them holds while the file has a fault."""
    if not tree.what(WAIVERS_FILE):
        return ()
    record, wrong = _record(tree, WAIVERS_FILE, Waivers, texts, {})
    findings += wrong
    if not isinstance(record, Waivers):
        broken.add(_BROKEN_WAIVERS)
        return ()
    return record.waivers


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
