"""What the workspace's sources say happened: read from their files or their snapshots, money at the budget rate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from opsctl.diagnostics import Severity, message
from opsctl.errors import OpsctlError
from opsctl.loading.snapshots import EDITED, SnapshotFile, manifest_of, opened_snapshot, snapshot_files
from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.actuals.snapshot import Key, facts_from
from opsctl.reviewing.adding import added_up
from opsctl.reviewing.exchange import in_home_currency
from opsctl.reviewing.facts import Facts, Trouble, merge
from opsctl.reviewing.months import MonthFacts, Needed, by_month
from opsctl.sources.collect import described
from opsctl.sources.inputs import has_inputs
from opsctl.sources.months import read_months
from opsctl.sources.read import read_facts
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReadActuals:
    """What happened, and which sources were read from their snapshot."""

    facts: Facts
    snapshots: tuple[str, ...] = ()


def facts_of(
    workspace: Workspace,
    root: Path,
    data: Path | None,
    periods: tuple[Period, ...],
    metrics: Collection[str] | None = None,
) -> Facts:
    """What happened by the workspace's sources, for whoever does not ask where it was read."""
    return read_actuals(workspace, root, data, periods, metrics=metrics).facts


def read_actuals(
    workspace: Workspace,
    root: Path,
    data: Path | None,
    periods: tuple[Period, ...],
    *,
    snapshot: bool = False,
    metrics: Collection[str] | None = None,
) -> ReadActuals:
    """What the workspace's sources say happened, money at the budget rate.

    `periods` are those that de-duplicated counts are asked for; `data` is a folder in which the sources' files are
    looked for before the workspace. A source whose files are not here is read from its snapshot, and so is a year of
    which some files are gone and no day is left; with `snapshot`, every source that has one. Whoever needs no more than
    some `metrics` says so, and saves the memory for the others.
    """
    sources: dict[str, Source] = {id_: source.data for id_, source in workspace.all("source").items()}
    folders = folders_of(root, data)
    files = [each for each in snapshot_files(root) if each.source in sources]
    kept: dict[str, list[SnapshotFile]] = {}
    for each in files:
        if snapshot or not has_inputs(sources[each.source], folders):
            kept.setdefault(each.source, []).append(each)
    rest = {id_: source for id_, source in sources.items() if id_ not in kept}
    read = read_facts(
        rest,
        root,
        groups=groups_of(workspace),
        periods=periods,
        data=data,
        weeks=workspace.weeks,
        zone=workspace.settings.timezone,
        money=currencies_of(workspace),
        metrics=metrics,
    )
    for each in files:
        if each.source in rest and _is_archived(root, folders, read, each):
            kept.setdefault(each.source, []).append(each)
    parts = [_from_snapshots(root, id_, sources[id_], some) for id_, some in kept.items()]
    together = merge(read, *parts) if parts else read
    return ReadActuals(in_home_currency(workspace, added_up(workspace, together)), tuple(kept))


def months_of(workspace: Workspace, root: Path, data: Path | None, needed: Needed) -> MonthFacts:
    """What the months came to whose days are `needed`, money at the budget rate.

    Summed where the files are read, if that can tell; snapshots have days.
    """
    sources: dict[str, Source] = {id_: source.data for id_, source in workspace.all("source").items()}
    folders = folders_of(root, data)
    kept = [each for each in snapshot_files(root) if each.source in sources]
    zone = workspace.settings.timezone
    found = None
    if all(has_inputs(sources[each.source], folders) for each in kept):
        money = currencies_of(workspace)
        found = read_months(sources, root, needed=needed, data=data, weeks=workspace.weeks, zone=zone, money=money)
    if found is None or any(_is_archived(root, folders, found.sums, each) for each in kept):
        return by_month(facts_of(workspace, root, data, ()), needed)
    return replace(found, sums=in_home_currency(workspace, found.sums))


def groups_of(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The stores of each team, for which people are counted together."""
    return {team: tuple(store.id for store in workspace.stores_under(team)) for team in workspace.all("team")}


def currencies_of(workspace: Workspace) -> Mapping[str, str]:
    """The currency of every source: its own, else that of its stores where they have the same."""
    found: dict[str, str] = {}
    for id_, source in workspace.all("source").items():
        stores = [workspace.get("store", scope) for scope in source.data.store.scopes]
        theirs = {(store and store.data.currency) or workspace.settings.currency for store in stores}
        if source.data.currency or len(theirs) == 1:
            found[id_] = source.data.currency or theirs.pop()
    return found


def folders_of(root: Path, data: Path | None) -> tuple[Path, ...]:
    """Where files are looked for, in order."""
    return (root,) if data is None else (data, root)


def refuse_no_folder(data: Path | None) -> None:
    """Raise OpsctlError where a folder for data is named that is not there."""
    if data is not None and not data.is_dir():
        raise OpsctlError(message("cli.no_such_data", folder=str(data)))


def _is_archived(root: Path, folders: Iterable[Path], read: Facts, each: SnapshotFile) -> bool:
    """Whether a year that was loaded is gone from the files: no day of it was read, and some file is not here."""
    whole = [days for series, days in read.daily.items() if each.source in read.origin.get(series, ())]
    added = [part.days for parts in read.parts.values() for part in parts if part.source == each.source]
    years = {
        day.year
        for days in (*whole, *added)
        for day in (min(days, default=None), max(days, default=None))
        if day is not None
    }
    if not years or min(years) <= each.year <= max(years):
        return False
    manifest = manifest_of(root, each)
    return manifest is not None and not all(
        any((folder / one.path).is_file() for folder in folders) for one in manifest.inputs
    )


def _from_snapshots(root: Path, id_: str, source: Source, files: Iterable[SnapshotFile]) -> Facts:
    """The facts of a source out of its years; a year that was changed by hand is not used."""
    values: dict[Key, Decimal] = {}
    troubles: list[Trouble] = []
    for each in files:
        found = opened_snapshot(root, each)
        if found is None:
            said = message("actuals.bad_snapshot", file=each.values)
            troubles.append(Trouble(id_, each.values, said, severity=Severity.ERROR, kind=EDITED))
        else:
            values.update(found.values)
            troubles += found.manifest.troubles
    known = facts_from(values)
    daily = {series: dict(days) for series, days in known.daily.items()}
    facts = described(id_, source, daily, dict(known.distinct), tuple(dict.fromkeys(troubles)))
    days = frozenset(day for found in (*known.daily.values(), *known.members.values()) for day in found)
    return replace(facts, members=known.members, member_periods=known.member_periods, covered={id_: days})
