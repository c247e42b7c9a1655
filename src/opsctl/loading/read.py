"""
A folder to a workspace: every record read and checked, every fault a finding, the same on every machine.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.adapters import placed
from opsctl.loading.batches import Known, data_of, judged, opened, records_of, text_of
from opsctl.loading.discover import discover
from opsctl.loading.exports import export_findings
from opsctl.loading.overlay import overlays
from opsctl.loading.schema import judge
from opsctl.loading.snapshots import snapshot_files, snapshot_findings
from opsctl.loading.texts import Sources
from opsctl.loading.tree import FOLDER, NOTHING, Disk, Tree
from opsctl.loading.unfinished import state_findings
from opsctl.records import BASELINE_FILE, KINDS, SETTINGS_FILE, private_kinds
from opsctl.records.settings import Settings
from opsctl.records.waiver import WAIVERS_FILE, Waiver, Waivers
from opsctl.reviewing.actuals.record_digest import record_digest
from opsctl.weeks import ISO
from opsctl.workspace import Finding, Loaded, Workspace

BROKEN_SETTINGS = ("settings", SETTINGS_FILE)
_BROKEN_WAIVERS = ("waivers", WAIVERS_FILE)
# What people write; the rest is derived.
_WRITTEN = (".yaml", ".md")


@dataclass(frozen=True, slots=True)
class LoadResult:
    """A workspace, and the texts it was read from."""

    workspace: Workspace
    sources: Sources


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
    found = (*state_findings(root), *export_findings(root), *_of_snapshots(root, loaded.workspace))
    if not found:
        return loaded
    return replace(loaded, workspace=replace(loaded.workspace, findings=(*found, *loaded.workspace.findings)))


def _of_snapshots(root: Path, workspace: Workspace) -> Iterator[Finding]:
    """What is wrong with the snapshots of actual values, compared with the sources as they are now."""
    if not snapshot_files(root):
        return iter(())
    digests = {id_: record_digest(source.data) for id_, source in workspace.all("source").items()}
    return snapshot_findings(root, digests)


def load_tree(tree: Tree, like: LoadResult | None = None, *, private: bool = False) -> LoadResult:
    """Read everything in a tree; a record whose text is the same in `like` is taken from there."""
    texts: dict[str, str] = {}
    with _without_garbage_collection():
        settings, findings = _settings(tree, texts)
        # A record's periods are read by the weeks of its workspace.
        known = {} if like is None or like.workspace.weeks != settings.weeks else _known(like)
        broken = {BROKEN_SETTINGS} if findings else set()
        beside = private_kinds(settings.private) if private and settings.private else ()
        listing = discover(tree, (*KINDS, *beside), settings.weeks)
        records = []
        for found, record, wrong in records_of(tree, listing.records, texts, known, settings.weeks):
            findings += wrong
            if record is None:
                broken.add((found.kind.name, found.id))
            else:
                records.append(Loaded(found.kind.name, found.id, found.file, record))
        records = [_placed(record, texts) for record in records]
        laid = overlays(records, broken | listing.broken, lambda file: data_of(file, texts[file]).data, settings.weeks)
        findings += laid.findings
        broken |= laid.broken
        records = [record for record in records if (record.kind, record.id) not in laid.broken]
        cells = _cells(tree, listing.cells, texts, findings)
        waivers = _waivers(tree, texts, findings, broken)
        if tree.what(BASELINE_FILE) != NOTHING:
            opened(tree, BASELINE_FILE, texts)
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


def _placed(record: Loaded, texts: dict[str, str]) -> Loaded:
    """A source with an adapter stands in two files, of which one is the user's."""
    if record.kind != "source" or record.data.adapter is None:
        return record
    return placed(record, data_of(record.file, texts[record.file]).data)


def _known(result: LoadResult) -> Known:
    texts = result.sources.texts
    return {record.file: (texts[record.file], record.data) for record in result.workspace.records}


def _cells(tree: Tree, names: list[str], texts: dict[str, str], findings: list[Finding]) -> dict[str, str]:
    """Derived files as text; the cascade compares them as they are."""
    cells = {}
    for name in names:
        text = text_of(tree, name)
        if isinstance(text, str):
            cells[name] = texts[name] = text
        else:
            findings += text
    return cells


def _settings(tree: Tree, texts: dict[str, str]) -> tuple[Settings, list[Finding]]:
    """The settings; where they are wrong, what is right of them, so that the rest can be checked."""
    text = opened(tree, SETTINGS_FILE, texts)
    read = data_of(SETTINGS_FILE, text)
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
    read = data_of(WAIVERS_FILE, opened(tree, WAIVERS_FILE, texts))
    record, wrong = judged(Waivers, read, WAIVERS_FILE, ISO)
    findings += wrong
    if not isinstance(record, Waivers):
        broken.add(_BROKEN_WAIVERS)
        return ()
    return record.waivers


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
