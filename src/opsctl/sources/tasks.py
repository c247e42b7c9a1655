"""
Sources on their way: their files found and opened, and a question put to all of each source's files together.

A question is put again where files turn out to be broken, or their dates show an order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from opsctl.diagnostics import Message, Severity
from opsctl.records.source import Source
from opsctl.reviewing.facts import Trouble
from opsctl.sources.engine import Engine, Failed, connected
from opsctl.sources.naming import moment
from opsctl.sources.opening.files import DataFile, Unusable, kind_of
from opsctl.sources.opening.found import find
from opsctl.sources.opening.opened import again
from opsctl.sources.orders import Unordered, ordered
from opsctl.sources.table import Table
from opsctl.sources.tables import misfits, probe, table
from opsctl.weeks import ISO, Weeks

Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True)
class Task:
    """One source on its way: its files that can be read and what was wrong with the others."""

    id: str
    source: Source
    files: tuple[DataFile, ...]
    troubles: tuple[Trouble, ...] = ()
    weeks: Weeks = ISO
    zone: str | None = None
    currency: str | None = None

    @property
    def is_hopeless(self) -> bool:
        """Without all its files a source of lines has no true zeros and no true sums; facts of days stand alone."""
        return not self.files or (self.source.by_lines and bool(self.troubles))

    @property
    def paths(self) -> Mapping[str, str]:
        """The paths of its files by the parameters that stand for them."""
        return {f"f{index}": file.path for index, file in enumerate(self.files)}


class Question(Protocol[Answer]):
    """What is asked of one source after the other."""

    def ask(self, task: Task, tables: Sequence[Table], engine: Engine) -> bool:
        """Read the files, and say whether there is a value that was not understood; raises Failed."""

    def answer(self, task: Task, tables: Sequence[Table], unordered: Sequence[Unordered], engine: Engine) -> Answer:
        """What was asked for, after the files were read; raises Failed."""

    def nothing(self, troubles: tuple[Trouble, ...]) -> Answer:
        """What a source comes to that cannot be read."""


@contextmanager
def opened(
    sources: Mapping[str, Source],
    root: Path,
    data: Path | None,
    weeks: Weeks,
    zone: str | None,
    money: Mapping[str, str] | None,
) -> Iterator[tuple[Sequence[Task], Engine | None]]:
    """The sources by id with their files, and an engine that may read those; None where there is none to read.

    `zone` and `money` are what holds for sources that say nothing of their clock and currency.
    """
    folders = [folder for folder in (data, root) if folder is not None]
    with TemporaryDirectory(prefix="opsctl-") as scratch:
        tasks = [
            replace(
                _task(id_, sources[id_], folders, Path(scratch) / str(at)),
                weeks=weeks,
                zone=zone,
                currency=sources[id_].currency or (money or {}).get(id_),
            )
            for at, id_ in enumerate(sorted(sources))
        ]
        files = [file for task in tasks if not task.is_hopeless for file in task.files]
        # Also those that the engine may turn out not to read as they are.
        paths = [path for file in files for path in (file.path, file.rewritten) if path]
        if not paths:
            yield tasks, None
            return
        with connected(paths, Path(scratch) / "spill") as engine:
            yield tasks, engine


def put(question: Question[Answer], task: Task, engine: Engine | None) -> Answer:
    """Put a question to a source; what its files do not allow is told as troubles."""
    if engine is None:
        return question.nothing(task.troubles)
    task, tables = _tables(task, engine)
    if task.is_hopeless:
        return question.nothing(task.troubles)
    unordered: tuple[Unordered, ...] = ()
    try:
        if question.ask(task, tables, engine):
            found, unordered = ordered(task.source, tables, task.paths, engine)
            if found != tables:
                tables = found
                question.ask(task, tables, engine)
    except Failed as failed:
        return _without_broken_files(question, task, tables, failed, engine)
    try:
        return question.answer(task, tables, unordered, engine)
    except Failed as failed:
        return question.nothing((*task.troubles, *unusable(task.id, [Unusable("", failed.said)])))


def unusable(id_: str, found: Iterable[Unusable]) -> tuple[Trouble, ...]:
    """The troubles that files are of which nothing can be read."""
    return tuple(about(id_, one.name, one.message, severity=Severity.ERROR) for one in found)


def about(id_: str, file: str, said: Message, rows: int = 0, severity: Severity = Severity.WARNING) -> Trouble:
    """A trouble with a file, by its kind and with its place in the file where the sentence has one."""
    values = dict(said.params)
    row = int(values["row"]) if values.get("row", "").isdigit() else 0
    return Trouble(id_, file, said, rows, severity, kind_of(said), row=row, column=values.get("column", ""))


def _task(id_: str, source: Source, folders: Sequence[Path], scratch: Path) -> Task:
    scratch.mkdir()
    found = list(find(source, folders, scratch))
    files = tuple(one for one in found if isinstance(one, DataFile))
    return Task(id_, source, files, unusable(id_, [one for one in found if isinstance(one, Unusable)]))


def _tables(task: Task, engine: Engine) -> tuple[Task, list[Table]]:
    """The tables of the files that fit the mapping, and the task without the others."""
    files: list[DataFile] = []
    tables: list[Table] = []
    bad: list[Unusable] = []
    for file in task.files:
        try:
            found = table(file, len(files), engine)
        except Failed as failed:
            bad.append(Unusable(file.name, failed.said))
            continue
        wrong = list(misfits(task.source, found))
        when = moment(task.source, file.name, getattr(file, "notes", ()))
        if isinstance(when, Message):
            wrong.append(when)
        bad += [Unusable(file.name, said) for said in wrong]
        if not wrong and not isinstance(when, Message):
            zone = task.source.clock.zone if task.source.clock is not None else task.zone
            files.append(file)
            tables.append(replace(found, when=when, zone=zone, currency=task.currency))
    return replace(task, files=tuple(files), troubles=(*task.troubles, *unusable(task.id, bad))), tables


def _without_broken_files(
    question: Question[Answer], task: Task, tables: Sequence[Table], failed: Failed, engine: Engine
) -> Answer:
    """Write the files anew that the engine cannot read; go on without the broken ones, if that leaves true numbers."""
    good: list[DataFile] = []
    bad: list[Unusable] = []
    for index, (file, found) in enumerate(zip(task.files, tables, strict=True)):
        try:
            engine.rows(probe(found), {f"f{index}": file.path})
            good.append(file)
        except Failed as broken:
            other = again(task.source, file) if file.rewritten else Unusable(file.name, broken.said)
            if isinstance(other, DataFile):
                good.append(other)
            else:
                bad.append(other)
    if not bad and good == list(task.files):
        return question.nothing((*task.troubles, *unusable(task.id, [Unusable("", failed.said)])))
    rest = replace(task, files=tuple(good), troubles=(*task.troubles, *unusable(task.id, bad)))
    return put(question, rest, engine)
