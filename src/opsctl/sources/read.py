"""Reading sources: files found, checked, aggregated in one pass each, and handed over as facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from opsctl.diagnostics import Severity
from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts, Restated, Trouble, merge
from opsctl.sources import collect, doubts, lookups, restating
from opsctl.sources.compile import LOST_DIGITS, lost_digits
from opsctl.sources.engine import Engine
from opsctl.sources.grouping import grouped
from opsctl.sources.opening.files import Told, Unusable, kind_of
from opsctl.sources.orders import Unordered
from opsctl.sources.stages import given_again
from opsctl.sources.table import Table
from opsctl.sources.tasks import Task, about, opened, put, unusable
from opsctl.sources.unread import about_values
from opsctl.sources.warehouse import warehouse_facts
from opsctl.weeks import ISO, Weeks

Groups = Mapping[str, tuple[str, ...]]


def read_facts(
    sources: Mapping[str, Source],
    root: Path,
    *,
    groups: Groups,
    periods: Sequence[Period],
    data: Path | None = None,
    weeks: Weeks = ISO,
    zone: str | None = None,
    money: Mapping[str, str] | None = None,
    metrics: Collection[str] | None = None,
) -> Facts:
    """
    Read every source and return what happened; what is wrong with the data comes along as troubles.

    Files lie in the workspace or in the folder `data`, which is asked first. Each leaf scope gets daily values; counts
    of different things also get one value per asked period (for a period that has only begun, of its days so far),
    for each scope and for each of `groups` (a name and its leaf scopes) that lies in one source. `zone` is the clock of
    moments that a source says nothing of, `money` the currency of each source that names none.
    With `metrics`, exports are read as ever, but of days only these metrics are worked out.
    """
    asked = {id_: sources[id_] for id_ in sorted(sources) if sources[id_].connection is not None}
    there = [warehouse_facts(id_, source, root, groups, periods, weeks) for id_, source in asked.items()]
    exports = {id_: source for id_, source in sources.items() if id_ not in asked}
    with opened(exports, root, data, weeks, zone, money) as (tasks, engine):
        days = _Days(groups, periods, metrics)
        return merge(*there, *(put(days, task, engine) for task in tasks))


@dataclass(frozen=True, slots=True)
class _Days:
    """The question for the values of days, and for counts of periods."""

    groups: Groups
    periods: Sequence[Period]
    metrics: Collection[str] | None

    def ask(self, task: Task, tables: Sequence[Table], engine: Engine) -> bool:
        """Group the lines of all files."""
        engine.rows(lookups.FORGET)
        sql, params = grouped(task.source, tables, self._asked(task.source))
        engine.rows(f"CREATE TEMP TABLE grouped AS {sql}", {**params, **task.paths})
        lines = lookups.COUNTING_LINES if given_again(task.source) else lookups.ALL_LINES
        engine.rows(lines if task.source.by_lines else lookups.LATEST)
        return any(engine.rows(lookups.DOUBTS)[0])

    def answer(self, task: Task, tables: Sequence[Table], unordered: Sequence[Unordered], engine: Engine) -> Facts:
        """The facts that the groups come to."""
        return _facts(task, self._asked(task.source), tables, unordered, engine, self.groups, self.periods)

    def nothing(self, troubles: tuple[Trouble, ...]) -> Facts:
        """No facts."""
        return Facts(troubles=troubles)

    def _asked(self, source: Source) -> Source:
        """The source with the metrics that are asked for."""
        if self.metrics is None or source.day is None:
            return source
        asked = {id_: measure for id_, measure in source.metrics.items() if id_ in self.metrics}
        return source.model_copy(update={"metrics": asked, "grain": "lines" if source.by_lines else "days"})


def _facts(
    task: Task,
    asked: Source,
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
    names = tuple(file.name for file in task.files)
    restated = _restated(asked, id_, names, engine) if asked.metrics else ()
    troubles = (
        *task.troubles,
        *restating.about_restated(id_, restated),
        *(_noticed(id_, file.name, told) for file in task.files for told in file.told),
        *doubts.about_lines(id_, source, task.files, tables, stores, engine),
        *doubts.about_stores(id_, source, rows),
        *about_values(id_, source, task.files, tables, engine, unordered),
        *doubts.about_headers(id_, source, task.files, tables),
    )
    if not asked.metrics:
        return Facts(troubles=troubles)
    facts = _values(replace(task, source=asked), troubles, sorted(set(scopes.values())), engine, groups, periods)
    covered = {} if source.day is None else {id_: frozenset(day for (day,) in engine.rows(lookups.COVERED))}
    return replace(facts, covered=covered, restated=restated)


def _noticed(id_: str, file: str, told: Told) -> Trouble:
    is_note = kind_of(told.message) == "hidden-sheets"
    return about(id_, file, told.message, told.rows, Severity.INFO if is_note else Severity.WARNING)


def _restated(source: Source, id_: str, names: Sequence[str], engine: Engine) -> tuple[Restated, ...]:
    """The values that a later file changed: of days given again, or of days whose lines were given again."""
    if source.day is None or len(names) < 2 or (source.by_lines and not source.keys):
        return ()
    if not source.by_lines:
        return tuple(restating.restated(id_, source, engine.rows(restating.question(source)), names))
    return tuple(restating.restated_lines(id_, source, engine.rows(restating.question_of_lines(source)), names))


def _values(
    task: Task,
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
        return Facts(troubles=(*troubles, *unusable(id_, [Unusable("", said)])))
    if dimension is not None:
        rows = engine.rows(lookups.by_member(source))
        if not source.by_lines:
            # A row whose member is lost may be any member's, so none of that day is whole.
            lost = set(engine.rows(lookups.of_lost_members(lost_digits("member"))))
            rows = [row for row in rows if (row[0], row[2]) not in lost]
        return Facts(members=collect.members(source, rows, (first, last)), troubles=troubles)
    rows_by_day = (row for rows in engine.batches(lookups.by_time(source)) for row in rows)
    days = collect.daily(source, rows_by_day, leaves, (first, last))
    inside = [period for period in periods if period.start <= last and first < period.end]
    counts = _counts(source, leaves, engine, groups, inside)
    return collect.described(id_, source, days, counts, troubles)


def _of_periods(task: Task, troubles: tuple[Trouble, ...], engine: Engine) -> Facts:
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
