"""Days that a later file gives other values than an earlier one: what each was, what it is, and since which file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from opsctl.records.source import Source
from opsctl.reviewing.facts import Restated
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
