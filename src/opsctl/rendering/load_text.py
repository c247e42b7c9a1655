"""What `actuals load` did: the snapshots by file, and the values that were otherwise before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from opsctl.locales import listed, say, tell
from opsctl.quantity import plain
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json
from opsctl.rendering.numbers import NOTHING
from opsctl.rendering.review_json import trouble_json
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.actuals.snapshot import Restatement
from opsctl.reviewing.facts import Trouble

_SHOWN = 12


class LoadedYear(Protocol):
    """One source's year."""

    @property
    def source(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def file(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def changed(self) -> bool: ...
    @property
    def restated(self) -> tuple[Restatement, ...]: ...
    @property
    def changed_files(self) -> tuple[str, ...]: ...


class Loaded(Protocol):
    """What was loaded, and what was not."""

    @property
    def years(self) -> Sequence[LoadedYear]: ...
    @property
    def refused(self) -> tuple[Trouble, ...]: ...
    @property
    def written(self) -> tuple[str, ...]: ...
    @property
    def dry_run(self) -> bool: ...


def load_text(loaded: Loaded, lang: str, *, width: int = 0) -> str:
    """Each snapshot with its rows and what became of it, then what was restated, then what could not be loaded."""
    sheet = Sheet(
        say(lang, "actuals.load.title"),
        first=(_summary(loaded, lang),),
        blocks=tuple(_blocks(loaded, lang)),
        onward=say(lang, "gate.onward"),
        commands=("opsctl check", "git add actuals/snapshots") if loaded.written and not loaded.dry_run else (),
    )
    return render(*sheet_parts(sheet), width=width)


def load_json(loaded: Loaded) -> Json:
    """The same as data; every restated value, not only the first."""
    return {
        "dry_run": loaded.dry_run,
        "written": list(loaded.written),
        "snapshots": [
            {
                "source": each.source,
                "year": each.year,
                "file": each.file,
                "rows": each.rows,
                "changed": each.changed,
                "changed_files": list(each.changed_files),
                "restated": [_restated_json(one) for one in each.restated],
            }
            for each in loaded.years
        ],
        "refused": [trouble_json(trouble) for trouble in loaded.refused],
    }


def _restated_json(one: Restatement) -> Json:
    scope, dimension, member, metric, period = one.key
    place = {"scope": scope, "dimension": dimension, "member": member, "metric": metric, "period": period}
    was, now = (None if value is None else plain(value) for value in (one.was, one.now))
    return {**place, "was": was, "is": now}


def _summary(loaded: Loaded, lang: str) -> str:
    if not loaded.years:
        return say(lang, "actuals.load.none")
    if not loaded.written:
        return say(lang, "actuals.load.same")
    return say(lang, "actuals.load.would" if loaded.dry_run else "actuals.load.written", count=f"{len(loaded.written)}")


def _blocks(loaded: Loaded, lang: str) -> Iterator[Block]:
    if loaded.years:
        yield Block(
            "",
            (
                Column(say(lang, "actuals.load.file"), tuple(each.file for each in loaded.years), right=False),
                Column(say(lang, "actuals.load.rows"), tuple(f"{each.rows:,}" for each in loaded.years)),
                Column(say(lang, "actuals.load.state"), _states(loaded, lang), right=False),
            ),
        )
    for each in loaded.years:
        if each.restated:
            yield _restated(each, lang)
    if loaded.refused:
        lines = tuple(f"{each.file or each.source}: {tell(lang, each.message)}" for each in loaded.refused)
        yield Block(say(lang, "actuals.load.refused"), lines=lines)


def _states(loaded: Loaded, lang: str) -> tuple[str, ...]:
    return tuple(_state(each, lang) for each in loaded.years)


def _state(each: LoadedYear, lang: str) -> str:
    if each.restated:
        return say(lang, "actuals.load.restates", count=f"{len(each.restated)}")
    return say(lang, "actuals.load.new" if each.changed else "actuals.load.kept")


def _restated(each: LoadedYear, lang: str) -> Block:
    shown, more = each.restated[:_SHOWN], len(each.restated) - _SHOWN
    files = listed(each.changed_files, lang) or say(lang, "actuals.load.record_changed")
    notes = [say(lang, "actuals.load.restated_note", count=f"{len(each.restated)}", files=files)]
    if more > 0:
        notes.append(say(lang, "actuals.load.more", count=f"{more}"))
    places = tuple("/".join(part for part in one.key[:3] if part) for one in shown)
    return Block(
        say(lang, "actuals.load.restated", source=each.source, year=f"{each.year}"),
        (
            Column(say(lang, "actuals.store"), places, right=False),
            Column(say(lang, "actuals.metric"), tuple(one.key[3] for one in shown), right=False),
            Column(say(lang, "actuals.period"), tuple(one.key[4] for one in shown), right=False),
            Column(say(lang, "actuals.was"), tuple(NOTHING if one.was is None else plain(one.was) for one in shown)),
            Column(say(lang, "actuals.is"), tuple(NOTHING if one.now is None else plain(one.now) for one in shown)),
        ),
        notes=tuple(notes),
    )
