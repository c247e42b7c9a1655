"""
A source as one statement for a warehouse, in its own dialect: totals by scope and day, and counts by period.

It is made of the same closed mapping as for files, as a tree and never as text, so that names are quoted and every
value is escaped by the rules of the dialect.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any, NamedTuple

from sqlglot import exp

from opsctl.records.source import Measure
from opsctl.sources.warehouse.lines import Asked, lines
from opsctl.sources.warehouse.terms import DAY, FACTOR, TEXT, WHOLE, and_also, cast, nothing, on, table, whole

TOTALS, PERIODS, STORES = 0, 1, 2
"""What a row speaks of: totals of a scope's day (or period), counts of a group's period, or a store name's rows."""

LINES = "opsctl_lines"


class Row(NamedTuple):
    """
    One row of the answer; what it does not speak of is None, or -1 for a number.

    `part` says what it speaks of, `number` is that of a scope or group. `day` is a day, or the first of a store name
    whose last is `last`; `label` is a period as it is written; `span` the number of an asked period. `name` is a
    store's or a member's; `lines` how many rows it sums up and `pieces` how many of them are told apart. `cells` has
    for each metric its value and how many rows leave it in doubt.
    """

    part: int
    number: int
    day: Any
    last: Any
    label: str | None
    span: int
    name: str | None
    lines: int
    pieces: int
    cells: tuple[Any, ...]

    @classmethod
    def read(cls, given: tuple[Any, ...]) -> Row:
        """A row as the warehouse gives it."""
        part, number, day, last, label, span, name, count, pieces, *cells = given
        return cls(int(part), int(number), day, last, label, int(span), name, int(count), int(pieces), tuple(cells))


def statement(asked: Asked) -> exp.Expr:
    """
    The statement, whose rows are `Row`s.

    Days and scopes come summed; a distinct count comes by group and period, because days cannot be added up to it.
    """
    parts: list[exp.Query] = [_totals(asked), _by_store(asked)]
    counted = any(measure.count_distinct for measure in asked.source.metrics.values())
    if counted and asked.source.member is None and asked.periods and asked.groups:
        parts.append(_by_period(asked))
    return reduce(and_also, parts).with_(LINES, as_=lines(asked), copy=False)


def _totals(asked: Asked) -> exp.Select:
    """Each metric by scope, by day or period as it is written, and by member where rows speak of one."""
    source = asked.source
    values = [part for at, measure in enumerate(source.metrics.values()) for part in _measured(asked, at, measure)]
    slot: dict[str, exp.Expr] = {"day" if source.day is not None else "label": exp.column("slot")}
    keys = ["scope", "slot"]
    if source.member is not None:
        slot["name"] = exp.column("member")
        keys.append("member")
    if asked.of_parts:
        slot["pieces"] = exp.Count(this=exp.Distinct(expressions=[exp.column("piece")]))
    found = _row(asked, TOTALS, exp.column("scope"), values, **slot)
    return found.from_(LINES).where(exp.GTE(this=exp.column("scope"), expression=whole(0))).group_by(*keys)


def _by_store(asked: Asked) -> exp.Select:
    """How many rows each store name has, and from when to when: those that nobody mapped are in no total, and named."""
    empty = [part for measure in asked.source.metrics.values() for part in _no_value(asked, measure)]
    slot: dict[str, exp.Expr] = {}
    if asked.source.day is not None:
        slot = {"day": exp.Min(this=exp.column("slot")), "last": exp.Max(this=exp.column("slot"))}
    found = _row(asked, STORES, exp.column("scope"), empty, name=exp.column("store"), **slot)
    return found.from_(LINES).group_by("scope", "store")


def _by_period(asked: Asked) -> exp.Select:
    values = [
        part
        for at, measure in enumerate(asked.source.metrics.values())
        for part in (_measured(asked, at, measure) if measure.count_distinct else _no_value(asked, measure))
    ]
    group, span = exp.column("grp", "members"), exp.column("span", "spans")
    within = exp.and_(
        exp.GTE(this=exp.column("slot", LINES), expression=exp.column("first", "spans")),
        exp.LT(this=exp.column("slot", LINES), expression=exp.column("beyond", "spans")),
    )
    inside = exp.EQ(this=exp.column("scope", LINES), expression=exp.column("scope", "members"))
    return (
        _row(asked, PERIODS, group, values, span=span)
        .from_(LINES)
        .join(_members(asked).subquery("members"), on=inside)
        .join(_spans(asked).subquery("spans"), on=within)
        .group_by(group.copy(), span.copy())
    )


def _row(asked: Asked, part: int, number: exp.Expr, values: Iterable[exp.Expr], **known: exp.Expr) -> exp.Select:
    """A row's columns by name, those that are not known as nothing of their type."""
    head = {
        "part": whole(part),
        "number": cast(number, WHOLE),
        "day": nothing(DAY, asked.dialect),
        "last": nothing(DAY, asked.dialect),
        "label": nothing(TEXT, asked.dialect),
        "span": whole(-1),
        "name": nothing(TEXT, asked.dialect),
        "lines": exp.Count(this=exp.Star()),
        "pieces": whole(0),
        **known,
    }
    for name in ("span", "lines", "pieces"):
        head[name] = cast(head[name], WHOLE)
    # Words that an engine keeps for itself are no names there.
    named = [exp.alias_(value, f"row_{name}") for name, value in head.items()]
    return exp.select(*named, *(exp.alias_(value, f"c{at}") for at, value in enumerate(values)))


def _measured(asked: Asked, at: int, measure: Measure) -> tuple[exp.Expr, exp.Expr]:
    """A metric's value over the rows that match, and how many rows leave it in doubt."""
    value = exp.column(f"v{at}")
    counts = exp.EQ(this=exp.column(f"m{at}"), expression=whole(1))
    taken = exp.Case().when(counts, value)
    if measure.sum is None:
        return exp.Count(this=exp.Distinct(expressions=[taken])), _none()
    misread = exp.EQ(this=exp.column(f"d{at}"), expression=whole(1))
    # A blank amount adds nothing to a sum of lines, but leaves a day's fact unknown.
    blank = exp.Is(this=value.copy(), expression=exp.null())
    doubt = exp.and_(counts.copy(), misread if asked.source.by_lines else exp.or_(misread, blank))
    in_doubt = exp.Sum(this=exp.Case().when(doubt, whole(1)))
    return exp.Sum(this=taken), exp.Coalesce(this=in_doubt, expressions=[whole(0)])


def _no_value(asked: Asked, measure: Measure) -> tuple[exp.Expr, exp.Expr]:
    return nothing(FACTOR if measure.sum else WHOLE, asked.dialect), _none()


def _none() -> exp.Expr:
    return cast(whole(0), WHOLE)


def _members(asked: Asked) -> exp.Query:
    numbers = {scope: number for number, scope in enumerate(asked.scopes)}
    return table(
        ("grp", "scope"),
        [(whole(at), whole(numbers[scope])) for at, (_, members) in enumerate(asked.groups) for scope in members],
    )


def _spans(asked: Asked) -> exp.Query:
    return table(
        ("span", "first", "beyond"),
        [(whole(at), on(period.start), on(period.end)) for at, period in enumerate(asked.periods)],
    )
