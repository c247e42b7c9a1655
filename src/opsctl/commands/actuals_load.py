"""`actuals load`: sum what the sources' files say into snapshots in git, and tell which values have changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from opsctl.commands.actual_facts import currencies_of, folders_of, groups_of, refuse_no_folder
from opsctl.commands.targets import period_named
from opsctl.diagnostics import Listed, Severity, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.loading.snapshots import SnapshotFile, opened_snapshot, present_text
from opsctl.loading.transaction import write
from opsctl.period import Period, period_of, weeks_touching, year
from opsctl.records.source import Source
from opsctl.reviewing.actuals.manifest import Input, Manifest, manifest_text
from opsctl.reviewing.actuals.record_digest import record_digest
from opsctl.reviewing.actuals.snapshot import Restatement, Values, restatements, snapshot_text, values_by_year
from opsctl.reviewing.adding import alone
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.sources.inputs import inputs
from opsctl.sources.read import read_facts
from opsctl.workspace import Loaded, Workspace

# No order line of a web shop is older, and nobody plans further ahead.
_FIRST, _LAST = 1995, 2100
_LONGER = ("month", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class LoadedYear:
    """One source's year: how many rows its snapshot has, whether it was changed, and values that were otherwise before.

    `changed_files` are those inputs that the earlier snapshot did not have or had with other bytes.
    """

    source: str
    year: int
    file: str
    rows: int
    changed: bool
    restated: tuple[Restatement, ...] = ()
    changed_files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedActuals:
    """What was loaded, and the sources that were not because reading them went wrong."""

    workspace: Workspace
    years: tuple[LoadedYear, ...]
    refused: tuple[Trouble, ...] = ()
    written: tuple[str, ...] = ()
    dry_run: bool = False


@dataclass(slots=True)
class _Work:
    """What is to be written: new texts, and the texts they replace."""

    new: dict[str, str | None] = field(default_factory=dict)
    old: dict[str, str | None] = field(default_factory=dict)
    years: list[LoadedYear] = field(default_factory=list)
    refused: list[Trouble] = field(default_factory=list)


def load_actuals(
    root: Path, asked: str | None, only: Sequence[str], data: Path | None, *, dry_run: bool
) -> LoadedActuals:
    """Write the snapshots of a year, or of every year of the data; a source in trouble keeps the one it has.

    OpsctlError for a period that is no year, a source that is not there, and a workspace without sources.
    """
    refuse_no_folder(data)
    workspace = load(root).workspace
    wanted = None if asked is None else _year(period_named(workspace, asked))
    work = _Work()
    for record in _chosen(workspace, only):
        _load(workspace, root, data, record, wanted, work)
    written = write(root, work.new, expected=work.old, dry_run=dry_run) if work.new else ()
    return LoadedActuals(workspace, tuple(work.years), tuple(work.refused), written, dry_run)


def _year(period: Period) -> int:
    if period.kind != "year":
        raise OpsctlError(message("actuals.not_a_year", period=period.label))
    return period.start.year


def _chosen(workspace: Workspace, only: Sequence[str]) -> list[Loaded]:
    known = workspace.all("source")
    if not known:
        raise OpsctlError(message("actuals.no_source"), message("review.no_sources"))
    for id_ in only:
        if id_ not in known:
            raise OpsctlError(message("actuals.no_such_source", source=id_, known=Listed(known)))
    return [record for id_, record in known.items() if not only or id_ in only]


def _load(workspace: Workspace, root: Path, data: Path | None, record: Loaded, wanted: int | None, work: _Work) -> None:
    """Read one source and note what its snapshots should be."""
    source: Source = record.data
    periods = _counted(workspace, source, wanted)
    facts = read_facts(
        {record.id: source},
        root,
        groups=groups_of(workspace),
        periods=periods,
        data=data,
        weeks=workspace.weeks,
        zone=workspace.settings.timezone,
        money=currencies_of(workspace),
    )
    wrong = [trouble for trouble in facts.troubles if trouble.severity is Severity.ERROR]
    if wrong:
        work.refused += wrong
        return
    files = inputs(source, folders_of(root, data))
    for number, values in values_by_year(alone(facts)).items():
        if wanted in (None, number):
            _note(root, record, values, _manifest(record, number, files, facts), work)


def _counted(workspace: Workspace, source: Source, wanted: int | None) -> tuple[Period, ...]:
    """The periods in which different things are counted once: weeks, months, quarters, halves and years."""
    if not any(measure.count_distinct for measure in source.metrics.values()):
        return ()
    first, last = (wanted, wanted) if wanted else (_FIRST, _LAST)
    whole = Period(year(first).start, year(last).end, "span")
    longer = [part for kind in _LONGER for part in whole.parts(kind)]
    fiscal = []
    if workspace.settings.fiscal is not None or workspace.weeks.pattern:
        kinds = ("fiscal-month", "fiscal-quarter", "fiscal-half", "fiscal-year")
        fiscal = [part for kind in kinds for part in _touching(kind, whole, workspace)]
    return (*weeks_touching(whole, workspace.weeks), *longer, *fiscal)


def _touching(kind: str, whole: Period, workspace: Workspace) -> list[Period]:
    found = [period_of(kind, whole.start, workspace.weeks)]
    while found[-1].end < whole.end:
        found.append(found[-1].following())
    return found


def _manifest(record: Loaded, number: int, files: tuple[Input, ...], facts: Facts) -> Manifest:
    """The manifest but for what the text of the rows decides."""
    inside = tuple(
        trouble for trouble in facts.troubles if not trouble.days or any(day.year == number for day in trouble.days)
    )
    return Manifest(record.id, number, record_digest(record.data), "", 0, files, inside)


def _note(root: Path, record: Loaded, values: Values, manifest: Manifest, work: _Work) -> None:
    """Compare one year with the snapshot that is there, and note what has to be written."""
    place, text = SnapshotFile(record.id, manifest.year), snapshot_text(values)
    digest = sha256(text.encode("utf-8")).hexdigest()
    new = {place.values: text, place.manifest: manifest_text(replace(manifest, sha256=digest, rows=len(values)))}
    old = {name: present_text(root, name) for name in new}
    work.new |= new
    work.old |= old
    before = opened_snapshot(root, place) if old != new else None
    restated = restatements(before.values, values) if before else ()
    known = {(each.path, each.sha256) for each in before.manifest.inputs} if before else set()
    files = tuple(each.path for each in manifest.inputs if before and (each.path, each.sha256) not in known)
    work.years.append(LoadedYear(record.id, manifest.year, place.values, len(values), old != new, restated, files))
