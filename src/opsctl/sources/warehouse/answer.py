"""The rows that a warehouse answers with, as facts; what is wrong with them comes along in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from opsctl.diagnostics import Message, Severity, message
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.sources import collect, doubts
from opsctl.sources.compile import LOST_DIGITS
from opsctl.sources.warehouse.lines import Asked
from opsctl.sources.warehouse.statement import PERIODS, STORES, TOTALS, Row
from opsctl.weeks import Weeks


@dataclass(frozen=True, slots=True)
class _Answer:
    """The rows of one source, those without a day, period or member left out of `totals`."""

    id: str
    asked: Asked
    totals: list[Row]
    counts: list[Row]
    leaves: list[str]
    span: tuple[date, date]

    def scope(self, row: Row) -> str:
        """The scope that a row speaks of."""
        return self.asked.scopes[row.number]


def nothing_told(id_: str, *said: Message) -> Facts:
    """No facts, and why."""
    return Facts(troubles=tuple(Trouble(id_, "", each, severity=Severity.ERROR, kind="warehouse") for each in said))


def told(id_: str, asked: Asked, rows: Sequence[Row], weeks: Weeks) -> Facts:
    """The rows as facts; those without a day, period or member are in none."""
    source = asked.source
    stores = [row for row in rows if row.part == STORES]
    totals = [row for row in rows if row.part == TOTALS]
    timed = [row for row in totals if row.label or row.day]
    troubles = (*_about_stores(id_, asked, stores), *_about_rows(id_, asked, totals))
    if not timed:
        return Facts(troubles=(*troubles, *nothing_told(id_, message("warehouse.no_rows")).troubles))
    days = [_day(day) for row in stores for day in (row.day, row.last) if day]
    span = (min(days), max(days)) if days else (date.min, date.min)
    long = collect.too_long(source, *span)
    if long is not None:
        return Facts(troubles=(*troubles, *nothing_told(id_, long).troubles))
    known = _known_members(asked, timed) if source.member is not None else timed
    leaves = sorted({asked.scopes[row.number] for row in stores if row.number >= 0})
    answer = _Answer(id_, asked, known, [row for row in rows if row.part == PERIODS], leaves, span)
    facts = _of_periods(answer, weeks) if source.period is not None else _of_days(answer)
    covered = {id_: frozenset(_day(row.day) for row in timed)} if source.day is not None else {}
    return replace(facts, covered=covered, troubles=(*troubles, *facts.troubles))


def _of_days(answer: _Answer) -> Facts:
    source = answer.asked.source
    if source.member is not None:
        by_member = [(answer.scope(row), row.name, _day(row.day), *row.cells) for row in answer.totals]
        return Facts(members=collect.members(source, by_member, answer.span))
    days = [(answer.scope(row), _day(row.day), *row.cells) for row in answer.totals]
    values = collect.daily(source, days, answer.leaves, answer.span)
    return collect.described(answer.id, source, values, _counts(answer), ())


def _of_periods(answer: _Answer, weeks: Weeks) -> Facts:
    """Values that rows give for whole periods."""
    source, totals = answer.asked.source, answer.totals
    if source.member is not None:
        rows = [(answer.scope(row), row.name, row.label, *row.cells) for row in totals]
        pieces = [(answer.scope(row), row.name, row.label, row.lines, row.pieces) for row in totals]
        members, more = collect.official_members(answer.id, source, rows, pieces, weeks)
        return Facts(member_periods=members, troubles=more)
    # With keys a period has a row for each of its parts; what is counted is how often it is given.
    again = {
        (answer.scope(row), row.label or ""): row.lines - row.pieces + 1 if source.keys else row.lines for row in totals
    }
    given = [(answer.scope(row), row.label, *row.cells) for row in totals]
    found, more = collect.official(answer.id, source, given, again, weeks)
    return collect.described(answer.id, source, {}, found, more)


def _counts(answer: _Answer) -> collect.Labels:
    """The de-duplicated counts of groups whose scopes all have rows, in the periods that the rows reach."""
    asked, (first, last) = answer.asked, answer.span
    inside = {at: each for at, each in enumerate(asked.periods) if each.start <= last and first < each.end}
    known = {at: name for at, (name, members) in enumerate(asked.groups) if set(members) <= set(answer.leaves)}
    rows = [
        (known[row.number], list(inside).index(row.span), *(cell for pair in _distinct(asked, row) for cell in pair))
        for row in answer.counts
        if row.number in known and row.span in inside
    ]
    if not any(measure.count_distinct for measure in asked.source.metrics.values()):
        return {}
    return collect.distinct(asked.source, rows, list(known.values()), list(inside.values()))


def _distinct(asked: Asked, row: Row) -> list[tuple[Any, Any]]:
    """The values and doubts of the metrics that count different things."""
    pairs = zip(row.cells[::2], row.cells[1::2], strict=True)
    return [pair for pair, measure in zip(pairs, asked.source.metrics.values(), strict=True) if measure.count_distinct]


def _known_members(asked: Asked, rows: Sequence[Row]) -> list[Row]:
    """The rows that name a member; a row whose member is lost may be any member's, so none of that day is whole."""
    lost = {(row.number, row.day) for row in rows if row.name and LOST_DIGITS.fullmatch(row.name)}
    if asked.source.by_lines or asked.source.period is not None:
        return [row for row in rows if row.name and not LOST_DIGITS.fullmatch(row.name)]
    return [row for row in rows if row.name and (row.number, row.day) not in lost]


def _about_stores(id_: str, asked: Asked, rows: Sequence[Row]) -> Iterator[Trouble]:
    stores: dict[str, int] = {}
    for row in rows:
        stores[row.name or ""] = stores.get(row.name or "", 0) + row.lines
    yield from doubts.about_stores(id_, asked.source, stores)


def _about_rows(id_: str, asked: Asked, rows: Sequence[Row]) -> Iterator[Trouble]:
    """Rows without a day or period, members that lost digits, days given twice, and values that do not read."""
    source = asked.source
    alias = source.day_column or source.period_column or ""
    column = asked.columns(alias)
    untimed = sum(row.lines for row in rows if not (row.label or row.day))
    if untimed:
        said = message("sources.no_day", column=column, count=untimed)
        yield Trouble(id_, "", said, untimed, kind="no-day", column=column)
    yield from _about_members(id_, asked, rows)
    if source.day is None:
        return
    twice = sorted({_day(row.day) for row in rows if row.day and not source.by_lines and row.lines > row.pieces})
    if twice:
        said = message("sources.day_twice", count=len(twice), first=f"{twice[0]}", last=f"{twice[-1]}")
        yield Trouble(id_, "", said, len(twice), Severity.ERROR, "day-twice")
    for at, metric in enumerate(source.metrics):
        wrong = [row for row in rows if row.day and row.cells[2 * at + 1]]
        if wrong:
            count = sum(int(row.cells[2 * at + 1]) for row in wrong)
            said = message("warehouse.unread", metric=metric, count=count)
            known = tuple(sorted({_day(row.day) for row in wrong}))
            yield Trouble(id_, "", said, count, kind="unread-value", days=known)


def _about_members(id_: str, asked: Asked, rows: Sequence[Row]) -> Iterator[Trouble]:
    lost = [row for row in rows if row.name and LOST_DIGITS.fullmatch(row.name)]
    if lost and asked.source.member is not None:
        column = asked.columns(asked.source.member[1].column)
        count = sum(row.lines for row in lost)
        said = message("sources.lost_digits", column=column, example=lost[0].name or "", count=count)
        yield Trouble(id_, "", said, count, kind="lost-digits", column=column)


def _day(value: date) -> date:
    # Some drivers give a day as a moment.
    return value if type(value) is date else date(value.year, value.month, value.day)
