"""Reading sources: files found, checked, aggregated in one pass each, and handed over as facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from opsctl.diagnostics import Message, Severity
from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts, Trouble, merge
from opsctl.sources import collect, doubts, lookups, restating
from opsctl.sources.compile import LOST_DIGITS, grouped, lost_digits
from opsctl.sources.engine import Engine, Failed, connected
from opsctl.sources.naming import moment
from opsctl.sources.opening.files import DataFile, Unusable, kind_of
from opsctl.sources.opening.found import find
from opsctl.sources.opening.opened import again
from opsctl.sources.orders import Unordered, ordered
from opsctl.sources.table import Table
from opsctl.sources.tables import misfits, probe, table
from opsctl.sources.unread import about_values
from opsctl.sources.warehouse import warehouse_facts
from opsctl.weeks import ISO, Weeks

Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Task:
    """One source on its way: its files that can be read and what was wrong with the others."""

    id: str
    source: Source
    files: tuple[DataFile, ...]
    troubles: tuple[Trouble, ...] = ()
    weeks: Weeks = ISO
    zone: str | None = None

    @property
    def is_hopeless(self) -> bool:
        """Without all its files a source of lines has no true zeros and no true sums; facts of days stand alone."""
        return not self.files or (self.source.by_lines and bool(self.troubles))


def read_facts(
    sources: Mapping[str, Source],
    root: Path,
    *,
    groups: Groups,
    periods: Sequence[Period],
    data: Path | None = None,
    weeks: Weeks = ISO,
    zone: str | None = None,
) -> Facts:
    """
    Read every source and return what happened; what is wrong with the data comes along as troubles.

    Files lie in the workspace or in the folder `data`, which is asked first. Each leaf scope gets daily values; counts
    of different things also get one value per asked period (for a period that has only begun, of its days so far),
    for each scope and for each of `groups` (a name and its leaf scopes) that lies in one source. `zone` is the clock of
    moments that a source says nothing of.
    """
    asked = {id_: sources[id_] for id_ in sorted(sources) if sources[id_].connection is not None}
    there = [warehouse_facts(id_, source, root, groups, periods) for id_, source in asked.items()]
    exports = sorted(sources.keys() - asked.keys())
    folders = [folder for folder in (data, root) if folder is not None]
    with TemporaryDirectory(prefix="opsctl-") as scratch:
        tasks = [
            replace(_task(id_, sources[id_], folders, Path(scratch) / str(at), weeks), zone=zone)
            for at, id_ in enumerate(exports)
        ]
        files = [file for task in tasks if not task.is_hopeless for file in task.files]
        # Also those that the engine may turn out not to read as they are.
        paths = [path for file in files for path in (file.path, file.rewritten) if path]
        if not paths:
            return merge(*there, *(Facts(troubles=task.troubles) for task in tasks))
        with connected(paths, Path(scratch) / "spill") as engine:
            return merge(*there, *(_read(task, engine, groups, periods) for task in tasks))


def _task(id_: str, source: Source, folders: Sequence[Path], scratch: Path, weeks: Weeks) -> _Task:
    scratch.mkdir()
    found = list(find(source, folders, scratch))
    files = tuple(one for one in found if isinstance(one, DataFile))
    return _Task(id_, source, files, _unusable(id_, [one for one in found if isinstance(one, Unusable)]), weeks)


def _unusable(id_: str, found: Iterable[Unusable]) -> tuple[Trouble, ...]:
    return tuple(_about(id_, one.name, one.message, severity=Severity.ERROR) for one in found)


def _about(id_: str, file: str, said: Message, rows: int = 0, severity: Severity = Severity.WARNING) -> Trouble:
    """A trouble with a file, by its kind and with its place in the file where the sentence has one."""
    values = dict(said.params)
    row = int(values["row"]) if values.get("row", "").isdigit() else 0
    return Trouble(id_, file, said, rows, severity, kind_of(said), row=row, column=values.get("column", ""))


def _read(task: _Task, engine: Engine, groups: Groups, periods: Sequence[Period]) -> Facts:
    task, tables = _tables(task, engine)
    if task.is_hopeless:
        return Facts(troubles=task.troubles)
    unordered: tuple[Unordered, ...] = ()
    try:
        _group(task, tables, engine)
        if any(engine.rows(lookups.DOUBTS)[0]):
            tables, unordered = _in_order(task, tables, engine)
    except Failed as failed:
        return _without_broken_files(task, tables, failed, engine, groups, periods)
    try:
        return _facts(task, tables, unordered, engine, groups, periods)
    except Failed as failed:
        return Facts(troubles=(*task.troubles, *_unusable(task.id, [Unusable("", failed.said)])))


def _tables(task: _Task, engine: Engine) -> tuple[_Task, list[Table]]:
    """The tables of the files that fit the mapping, and the task without the others."""
    files: list[DataFile] = []
    tables: list[Table] = []
    unusable: list[Unusable] = []
    for file in task.files:
        try:
            found = table(file, len(files), engine)
        except Failed as failed:
            unusable.append(Unusable(file.name, failed.said))
            continue
        wrong = list(misfits(task.source, found))
        when = moment(task.source, file.name, getattr(file, "notes", ()))
        if isinstance(when, Message):
            wrong.append(when)
        unusable += [Unusable(file.name, said) for said in wrong]
        if not wrong and not isinstance(when, Message):
            zone = task.source.clock.zone if task.source.clock is not None else task.zone
            files.append(file)
            tables.append(replace(found, when=when, zone=zone))
    return replace(task, files=tuple(files), troubles=(*task.troubles, *_unusable(task.id, unusable))), tables


def _group(task: _Task, tables: Sequence[Table], engine: Engine) -> None:
    engine.rows(lookups.FORGET)
    sql, params = grouped(task.source, tables)
    engine.rows(f"CREATE TEMP TABLE grouped AS {sql}", {**params, **_paths(task.files)})
    engine.rows(lookups.ALL_LINES if task.source.by_lines else lookups.LATEST)


def _in_order(task: _Task, tables: list[Table], engine: Engine) -> tuple[list[Table], tuple[Unordered, ...]]:
    """The tables with the orders that their dates show, grouped again where that reads more of them."""
    found, unordered = ordered(task.source, tables, _paths(task.files), engine)
    if found != tables:
        _group(task, found, engine)
    return found, unordered


def _without_broken_files(
    task: _Task, tables: Sequence[Table], failed: Failed, engine: Engine, groups: Groups, periods: Sequence[Period]
) -> Facts:
    """Write the files anew that the engine cannot read; go on without the broken ones, if that leaves true numbers."""
    good: list[DataFile] = []
    unusable: list[Unusable] = []
    for index, (file, found) in enumerate(zip(task.files, tables, strict=True)):
        try:
            engine.rows(probe(found), {f"f{index}": file.path})
            good.append(file)
        except Failed as broken:
            other = again(task.source, file) if file.rewritten else Unusable(file.name, broken.said)
            if isinstance(other, DataFile):
                good.append(other)
            else:
                unusable.append(other)
    if not unusable and good == list(task.files):
        return Facts(troubles=(*task.troubles, *_unusable(task.id, [Unusable("", failed.said)])))
    rest = replace(task, files=tuple(good), troubles=(*task.troubles, *_unusable(task.id, unusable)))
    return _read(rest, engine, groups, periods)


def _paths(files: Sequence[DataFile]) -> dict[str, str]:
    return {f"f{index}": file.path for index, file in enumerate(files)}


def _facts(
    task: _Task,
    tables: Sequence[Table],
    unordered: Sequence[Unordered],
    engine: Engine,
    groups: Groups,
    periods: Sequence[Period],
) -> Facts:
    id_, source = task.id, task.source
    stores = {str(name): int(count) for name, count in engine.rows(lookups.STORES)}
    rows = {name: count for name, count in stores.items() if not name.startswith(source.totals or ("\0",))}
    scopes = {name: scope for name in rows if (scope := source.store.map.get(name, source.store.other))}
    engine.rows(*lookups.scopes(scopes))
    troubles = (
        *task.troubles,
        *(_about(id_, file.name, told.message, told.rows) for file in task.files for told in file.told),
        *doubts.about_lines(id_, source, task.files, tables, engine),
        *doubts.about_stores(id_, source, rows),
        *about_values(id_, source, task.files, tables, engine, unordered),
        *doubts.about_headers(id_, source, task.files, tables),
    )
    names = tuple(file.name for file in task.files)
    given = () if source.by_lines or source.day is None else engine.rows(restating.question(source))
    facts = _values(task, troubles, sorted(set(scopes.values())), engine, groups, periods)
    covered = {} if source.day is None else {id_: frozenset(day for (day,) in engine.rows(lookups.COVERED))}
    return replace(facts, covered=covered, restated=tuple(restating.restated(id_, source, given, names)))


def _values(
    task: _Task,
    troubles: tuple[Trouble, ...],
    leaves: Sequence[str],
    engine: Engine,
    groups: Groups,
    periods: Sequence[Period],
) -> Facts:
    id_, source = task.id, task.source
    dimension = source.member[1] if source.member is not None else None
    if dimension is not None:
        found = (str(name) for (name,) in engine.rows(lookups.MEMBERS) if name is not None)
        names = [name for name in found if not LOST_DIGITS.fullmatch(name)]
        engine.rows(*lookups.members({name: dimension.map.get(name, dimension.other or name) for name in names}))
    if source.period is not None:
        return _of_periods(task, troubles, engine)
    first, last = engine.rows(lookups.SPAN)[0]
    if first is None:
        return Facts(troubles=troubles)
    said = collect.too_long(source, first, last)
    if said is not None:
        return Facts(troubles=(*troubles, *_unusable(id_, [Unusable("", said)])))
    if dimension is not None:
        rows = engine.rows(lookups.by_member(source))
        if not source.by_lines:
            # A row whose member is lost may be any member's, so none of that day is whole.
            lost = set(engine.rows(lookups.of_lost_members(lost_digits("member"))))
            rows = [row for row in rows if (row[0], row[2]) not in lost]
        return Facts(members=collect.members(source, rows, (first, last)), troubles=troubles)
    days = collect.daily(source, engine.rows(lookups.by_time(source)), leaves, (first, last))
    inside = [period for period in periods if period.start <= last and first < period.end]
    counts = _counts(source, leaves, engine, groups, inside)
    return collect.described(id_, source, days, counts, troubles)


def _of_periods(task: _Task, troubles: tuple[Trouble, ...], engine: Engine) -> Facts:
    """Values that the export gives for whole periods."""
    id_, source = task.id, task.source
    if source.member is not None:
        rows, lines = engine.rows(lookups.by_member(source)), engine.rows(lookups.MEMBER_LINES)
        found, more = collect.official_members(id_, source, rows, lines, task.weeks)
        return Facts(member_periods=found, troubles=(*troubles, *more))
    lines = engine.rows(lookups.PARTED if source.keys else lookups.LINES)
    counted = {(scope, at): int(count) for scope, at, count in lines}
    counts, more = collect.official(id_, source, engine.rows(lookups.by_time(source)), counted, task.weeks)
    return collect.described(id_, source, {}, counts, (*troubles, *more))


def _counts(
    source: Source, leaves: Sequence[str], engine: Engine, groups: Groups, periods: Sequence[Period]
) -> collect.Labels:
    """Counts of periods; a group with a scope that this source does not know has none, it would be too small."""
    counted = any(measure.count_distinct for measure in source.metrics.values())
    if not counted or not periods:
        return {}
    whole = {name: found for name, found in groups.items() if found and set(found) <= set(leaves)}
    asked = {**whole, **{leaf: (leaf,) for leaf in leaves}}
    return collect.distinct(source, engine.rows(*lookups.by_period(source, asked, periods)), asked, periods)
