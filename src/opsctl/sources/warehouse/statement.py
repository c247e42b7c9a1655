"""
A source as one statement for a warehouse, in its own dialect: totals by scope and day, and counts by period.

It is made of the same closed mapping as for files, as a tree and never as text, so that names are quoted and every
value is escaped by the rules of the dialect. A warehouse has typed its values, so a row matches or does not: an empty
value passes the tests that ask for none, as it does in files. Text in a column that is to be a number or a day stops
the whole statement; a number finer than four decimal places leaves its row in doubt instead of being rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce

from sqlglot import exp

from opsctl.period import Period
from opsctl.records.source import Condition, Measure, Product, Source, Sum

Columns = Callable[[str], str]
"""The name of a mapped column in the warehouse, by alias."""

DAYS, PERIODS, STORES = 0, 1, 2
"""What a row speaks of: totals of a scope's day, counts of a group's period, or how many rows a store name has."""

_COMPARISONS: Mapping[str, type[exp.Binary]] = {
    "above": exp.GT,
    "below": exp.LT,
    "at_least": exp.GTE,
    "at_most": exp.LTE,
    "before": exp.LT,
    "from": exp.GTE,
}
LINES = "opsctl_lines"
_FACTOR = "DECIMAL(18, 4)"
_WHOLE = "BIGINT"
_TEXT = "VARCHAR"
_DAY = "DATE"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a warehouse: the scope of each store name, groups of scopes to count, and the periods."""

    source: Source
    relation: exp.Expr
    columns: Columns
    groups: Sequence[tuple[str, Sequence[str]]]
    periods: Sequence[Period]

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes a row may belong to; statements call them by their number here."""
        return self.source.store.scopes


def statement(asked: Asked) -> exp.Expr:
    """
    The statement, whose rows are: part, number of scope, group or -1, day, number of period or -1, store name, rows,
    and for each metric its value and how many rows leave it in doubt.

    Days and scopes come summed; a distinct count comes by group and period, because days cannot be added up to it.
    """
    lines = _lines(asked)
    parts: list[exp.Query] = [_by_day(asked), _by_store(asked)]
    if any(measure.count_distinct for measure in asked.source.metrics.values()) and asked.periods and asked.groups:
        parts.append(_by_period(asked))
    return reduce(_and_also, parts).with_(LINES, as_=lines, copy=False)


def _lines(asked: Asked) -> exp.Select:
    """Every row the source speaks of, with its scope, its day, and for each metric its match, value and key."""
    source = asked.source
    found = [
        exp.alias_(_scope(asked), "scope"),
        exp.alias_(_store(asked), "store"),
        exp.alias_(_cast(_column(asked, source.day_column or ""), _DAY), "slot"),
    ]
    for number, measure in enumerate(source.metrics.values()):
        tests = source.rows[measure.of] if measure.of else ()
        found.append(exp.alias_(_as_number(_all(asked, tests)), f"m{number}"))
        value = _value(asked, measure.sum) if measure.sum else _text(_column(asked, measure.count_distinct or ""))
        found.append(exp.alias_(value, f"v{number}"))
        found.append(exp.alias_(_as_number(_finer(asked, measure)), f"d{number}"))
    lines = exp.select(*found).from_(exp.alias_(asked.relation, "given", table=True))
    for test in source.where:
        lines = lines.where(_test(asked, test))
    return lines


def _by_day(asked: Asked) -> exp.Select:
    number = exp.column("scope")
    values = [
        part for at, measure in enumerate(asked.source.metrics.values()) for part in _measured(asked, at, measure)
    ]
    found = _row(DAYS, number, exp.column("slot"), _int(-1), _nothing(_TEXT), values)
    return found.from_(LINES).where(exp.GTE(this=number, expression=_int(0))).group_by("scope", "slot")


def _by_store(asked: Asked) -> exp.Select:
    """How many rows each store name has: those that nobody mapped are in no total, and named."""
    nothing = [part for measure in asked.source.metrics.values() for part in _no_value(measure)]
    return (
        _row(STORES, exp.column("scope"), _nothing(_DAY), _int(-1), exp.column("store"), nothing)
        .from_(LINES)
        .group_by("scope", "store")
    )


def _by_period(asked: Asked) -> exp.Select:
    metrics = list(asked.source.metrics.values())
    values = [
        part
        for at, measure in enumerate(metrics)
        for part in (_measured(asked, at, measure) if measure.count_distinct else _no_value(measure))
    ]
    group, span = exp.column("grp", "members"), exp.column("span", "spans")
    within = exp.and_(
        exp.GTE(this=exp.column("slot", LINES), expression=exp.column("first", "spans")),
        exp.LT(this=exp.column("slot", LINES), expression=exp.column("beyond", "spans")),
    )
    inside = exp.EQ(this=exp.column("scope", LINES), expression=exp.column("scope", "members"))
    return (
        _row(PERIODS, group, _nothing(_DAY), span, _nothing(_TEXT), values)
        .from_(LINES)
        .join(_members(asked).subquery("members"), on=inside)
        .join(_spans(asked).subquery("spans"), on=within)
        .group_by(group.copy(), span.copy())
    )


def _row(
    part: int,
    number: exp.Expr,
    slot: exp.Expr,
    span: exp.Expr,
    store: exp.Expr,
    values: Iterable[exp.Expr],
) -> exp.Select:
    head = (_int(part), _cast(number, _WHOLE), slot, _cast(span, _WHOLE), store, exp.Count(this=exp.Star()))
    names = ("part", "number", "day", "span", "name", "line_count")
    named = [exp.alias_(value, name) for value, name in zip(head, names, strict=True)]
    return exp.select(*named, *(exp.alias_(value, f"c{at}") for at, value in enumerate(values)))


def _measured(asked: Asked, at: int, measure: Measure) -> tuple[exp.Expr, exp.Expr]:
    """A metric's value over the rows that match, and how many rows leave it in doubt."""
    value = exp.column(f"v{at}")
    counts = exp.EQ(this=exp.column(f"m{at}"), expression=_int(1))
    taken = _when(counts, value)
    if measure.sum is None:
        return exp.Count(this=exp.Distinct(expressions=[taken])), _none()
    finer = exp.EQ(this=exp.column(f"d{at}"), expression=_int(1))
    # A blank amount adds nothing to a sum of lines, but leaves a day's fact unknown.
    blank = exp.Is(this=value.copy(), expression=exp.null())
    doubt = exp.and_(counts.copy(), finer if asked.source.by_lines else exp.or_(finer, blank))
    return exp.Sum(this=taken), exp.Coalesce(this=exp.Sum(this=_when(doubt, _int(1))), expressions=[_int(0)])


def _no_value(measure: Measure) -> tuple[exp.Expr, exp.Expr]:
    return _nothing(_FACTOR if measure.sum else _WHOLE), _none()


def _none() -> exp.Expr:
    return _cast(_int(0), _WHOLE)


def _when(condition: exp.Expr, value: exp.Expr) -> exp.Case:
    return exp.Case().when(condition, value)


def _value(asked: Asked, of: Sum) -> exp.Expr:
    """The sum of products; of lines a blank product adds nothing, of a day's facts it leaves nothing."""
    terms = [_term(asked, term) for term in of.terms]
    if asked.source.by_lines and len(terms) > 1:
        terms = [exp.Coalesce(this=term, expressions=[_int(0)]) for term in terms]
    return reduce(lambda one, two: exp.Add(this=one, expression=two), terms)


def _term(asked: Asked, term: Product) -> exp.Expr:
    factors = (_cast(_column(asked, factor), _FACTOR) for factor in term.factors)
    product = reduce(lambda one, two: exp.Mul(this=one, expression=two), factors)
    return exp.Paren(this=exp.Neg(this=exp.Paren(this=product))) if term.negative else product


def _finer(asked: Asked, measure: Measure) -> exp.Expr:
    """Whether a factor has more decimal places than are counted."""
    factors = [_column(asked, factor) for factor in measure.sum.factors] if measure.sum else []
    tests = [exp.NEQ(this=factor, expression=_cast(factor.copy(), _FACTOR)) for factor in factors]
    return exp.or_(*tests) if tests else exp.false()


def _scope(asked: Asked) -> exp.Expr:
    """The number of the scope of a row; -1 where nobody mapped its store."""
    store = asked.source.store
    numbers = {scope: number for number, scope in enumerate(asked.scopes)}
    other = _int(numbers[store.other] if store.other else -1)
    if store.column is None or not store.map:
        return other
    case = exp.Case()
    for name, scope in store.map.items():
        case = case.when(exp.EQ(this=_store(asked), expression=exp.Literal.string(name)), _int(numbers[scope]))
    return case.else_(other)


def _store(asked: Asked) -> exp.Expr:
    column = asked.source.store.column
    return _text(_column(asked, column)) if column is not None else _nothing(_TEXT)


def _members(asked: Asked) -> exp.Query:
    numbers = {scope: number for number, scope in enumerate(asked.scopes)}
    return _table(
        ("grp", "scope"),
        [(_int(at), _int(numbers[scope])) for at, (_, members) in enumerate(asked.groups) for scope in members],
    )


def _spans(asked: Asked) -> exp.Query:
    return _table(
        ("span", "first", "beyond"),
        [(_int(at), _on(period.start), _on(period.end)) for at, period in enumerate(asked.periods)],
    )


def _table(names: Sequence[str], rows: Iterable[Sequence[exp.Expr]]) -> exp.Query:
    """Rows as a query; every engine knows selects that are put together, few the same word for literal tables."""
    named = ([exp.alias_(value, name) for value, name in zip(row, names, strict=True)] for row in rows)
    selects: list[exp.Query] = [exp.select(*row) for row in named]
    return reduce(_and_also, selects)


def _and_also(one: exp.Query, two: exp.Query) -> exp.Query:
    return exp.union(one, two, distinct=False, copy=False)


def _all(asked: Asked, tests: Sequence[Condition]) -> exp.Expr:
    return exp.and_(*(_test(asked, test) for test in tests)) if tests else exp.true()


def _as_number(condition: exp.Expr) -> exp.Expr:
    """1 where it holds, else 0, also of nothing."""
    return exp.Case().when(condition, _int(1)).else_(_int(0))


def _test(asked: Asked, test: Condition) -> exp.Expr:
    kind, operand = test.test
    column = _column(asked, test.column)
    if kind in _COMPARISONS:
        value = _on(operand) if isinstance(operand, date) else exp.Literal.number(f"{operand:f}")
        left = _cast(column, _DAY if isinstance(operand, date) else _FACTOR)
        return _COMPARISONS[kind](this=left, expression=value)
    assert isinstance(operand, tuple)
    text = _text(column)
    if kind.endswith("starts"):
        found: exp.Expr = exp.or_(*(_starts(text, start) for start in operand))
    else:
        found = exp.In(this=text, expressions=[exp.Literal.string(value) for value in operand])
    # An empty cell is not any of the texts, so it passes the tests that ask for none of them.
    return exp.EQ(this=_as_number(found), expression=_int(0 if kind in ("is_not", "not_in", "not_starts") else 1))


def _starts(text: exp.Expr, start: str) -> exp.Expr:
    # LIKE would need its own escapes, which engines disagree on.
    left = exp.Substring(this=text.copy(), start=_int(1), length=_int(len(start)))
    return exp.EQ(this=left, expression=exp.Literal.string(start))


def _text(column: exp.Expr) -> exp.Expr:
    trimmed = exp.Trim(this=_cast(column, _TEXT))
    return exp.Nullif(this=trimmed, expression=exp.Literal.string(""))


def _column(asked: Asked, alias: str) -> exp.Expr:
    return exp.column(exp.to_identifier(asked.columns(alias), quoted=True), table="given")


def _cast(value: exp.Expr, kind: str) -> exp.Expr:
    return exp.cast(value, kind)


def _nothing(kind: str) -> exp.Expr:
    return _cast(exp.null(), kind)


def _int(number: int) -> exp.Expr:
    return exp.Literal.number(number) if number >= 0 else exp.Neg(this=exp.Literal.number(-number))


def _on(day: date | Decimal) -> exp.Expr:
    assert isinstance(day, date)
    return _cast(exp.Literal.string(day.isoformat()), _DAY)
