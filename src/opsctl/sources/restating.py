"""
Days that a later file gives other values than an earlier one: what each was, what it is, and since which file.

Of lines with keys that is what a day came to with the lines as they were before they were exported again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from opsctl.diagnostics import Severity, message
from opsctl.records.source import Measure, Source
from opsctl.reviewing.facts import Restated, Trouble
from opsctl.sources.collect import exact
from opsctl.sources.values import inner


def question(source: Source) -> str:
    """Every file's values of the days (and members) that several files give, in the order of the files."""
    values = ", ".join(
        f"sum({inner('s', id_)}), sum({inner('x', id_)})::BIGINT"
        for id_, measure in source.metrics.items()
        if measure.sum is not None
    )
    return (
        f"SELECT scope, slot, f, {values or '1'} FROM grouped JOIN scopes USING (store)"
        " WHERE slot IS NOT NULL GROUP BY scope, store, slot, f"
        " QUALIFY count(*) OVER (PARTITION BY store, slot) > 1 ORDER BY store, slot, f"
    )


def question_of_lines(source: Source) -> str:
    """The days on which lines were replaced: the file that did it, the one before, and every value then and now."""
    columns = (
        f"{_of(id_, measure)} FILTER (WHERE stage <> {other}), sum({inner('x', id_)}) FILTER (WHERE stage <> {other})"
        for id_, measure in source.metrics.items()
        for other in (1, 2)
    )
    return (
        "SELECT scope, slot, max(last) FILTER (WHERE stage > 0), max(prior) FILTER (WHERE stage > 0), "
        f"{', '.join(columns)} FROM grouped JOIN scopes USING (store) WHERE slot IS NOT NULL GROUP BY scope, slot"
        " HAVING bool_or(stage > 0) ORDER BY scope, slot"
    )


def _of(id_: str, measure: Measure) -> str:
    if measure.count_distinct is None:
        return f"sum({inner('s', id_)})"
    key, match = inner("k", measure.count_distinct), inner("m", measure.of or "")
    return f"count(DISTINCT CASE WHEN {match} THEN {key} END)"


def restated_lines(
    id_: str, source: Source, rows: Iterable[tuple[Any, ...]], files: Sequence[str]
) -> Iterator[Restated]:
    """The values of days that changed because lines were exported again."""
    for scope, day, last, before, *cells in rows:
        for at, metric in enumerate(source.metrics):
            was, was_doubts, now, now_doubts = cells[4 * at : 4 * at + 4]
            old, new = _sum(was, was_doubts), _sum(now, now_doubts)
            if old != new:
                yield Restated(id_, scope, metric, day, old, new, files[before], files[last])


def _sum(total: Decimal | int | None, doubts: int | None) -> Decimal | None:
    # A day without any line is a day without sales.
    return None if doubts else exact(total or 0)


def about_restated(id_: str, found: Sequence[Restated]) -> Iterator[Trouble]:
    """What each later file changed: how many days of stores, and the largest change in full."""
    for file in dict.fromkeys(one.file for one in found):
        own = [one for one in found if one.file == file]
        days = sorted({one.day for one in own})
        count = len({(one.scope, one.day) for one in own})
        example = max(own, key=_change)
        said = message(
            "sources.restated", count=count, first=f"{days[0]}", last=f"{days[-1]}", metric=example.metric,
            scope=example.scope, day=f"{example.day}", was=_shown(example.was), now=_shown(example.now),
            before=example.before,
        )  # fmt: skip
        yield Trouble(id_, file, said, count, Severity.INFO, "restated")


def _change(one: Restated) -> Decimal:
    """How much a value changed, as a share; one that came or went is the largest change."""
    if one.was is None or one.now is None or not one.was:
        return Decimal("Infinity")
    return abs(one.now / one.was - 1)


def _shown(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:f}"


def restated(id_: str, source: Source, rows: Iterable[tuple[Any, ...]], files: Sequence[str]) -> Iterator[Restated]:
    """The values that changed, each between the last file that gave it otherwise and the one that counts."""
    metrics = [metric for metric, measure in source.metrics.items() if measure.sum is not None]
    by_day: dict[tuple[str, date], list[tuple[int, Mapping[str, Decimal | None]]]] = {}
    for scope, slot, f, *cells in rows:
        found = {metric: _value(*cells[2 * at : 2 * at + 2]) for at, metric in enumerate(metrics)}
        by_day.setdefault((scope, slot), []).append((f, found))
    for (scope, day), given in sorted(by_day.items()):
        last, now = given[-1]
        for metric in metrics:
            before, was = next(
                ((f, old[metric]) for f, old in reversed(given) if old[metric] != now[metric]), (0, None)
            )
            if any(old[metric] != now[metric] for _, old in given):
                yield Restated(id_, scope, metric, day, was, now[metric], files[before], files[last])


def _value(total: Decimal | None, doubts: int) -> Decimal | None:
    return None if doubts or total is None else exact(total)
