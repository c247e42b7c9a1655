"""
Every row that a source speaks of, as a query: its scope and time, and for each metric its match, value and doubt.

A warehouse has typed its values, so a row matches or does not: an empty value passes the tests that ask for none, as it
does in files. Text in a column that is to be a number or a day stops the whole statement, or leaves its row in doubt
where the engine would make something else of it; so does a number finer than four decimal places.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from sqlglot import exp

from opsctl.period import Period
from opsctl.records.source import Condition, Measure, Product, Source, Sum
from opsctl.sources.warehouse.terms import DAY, TEXT, as_number, begins, cast, factor, nothing, on, text, whole

Columns = Callable[[str], str]
"""The name of a mapped column in the warehouse, by alias."""

_COMPARISONS: Mapping[str, type[exp.Binary]] = {
    "above": exp.GT,
    "below": exp.LT,
    "at_least": exp.GTE,
    "at_most": exp.LTE,
    "before": exp.LT,
    "from": exp.GTE,
}
# No text that anybody would export has it.
_BETWEEN = "\x1f"
_MARK = "n"
_NUMBER = r"^-?[0-9]+([.][0-9]+)?$"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a warehouse: the scope of each store name, groups of scopes to count, and the periods."""

    source: Source
    relation: exp.Expr
    dialect: str
    columns: Columns
    groups: Sequence[tuple[str, Sequence[str]]]
    periods: Sequence[Period]

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes a row may belong to; statements call them by their number here."""
        return self.source.store.scopes

    @property
    def of_parts(self) -> bool:
        """Say whether several rows for one time have to be told apart; lines are many by nature."""
        return not self.source.by_lines or self.source.period is not None


def lines(asked: Asked) -> exp.Select:
    """The query, whose columns are `scope`, `store`, `slot`, `member`, `piece`, and `m0`, `v0`, `d0`, … by metric."""
    source = asked.source
    found = [exp.alias_(_scope(asked), "scope"), exp.alias_(_store(asked), "store"), exp.alias_(_slot(asked), "slot")]
    if source.member is not None:
        found.append(exp.alias_(_member(asked), "member"))
    if asked.of_parts:
        found.append(exp.alias_(_piece(asked), "piece"))
    for number, measure in enumerate(source.metrics.values()):
        tests = source.rows[measure.of] if measure.of else ()
        found.append(exp.alias_(as_number(_all(asked, tests)), f"m{number}"))
        value = _value(asked, measure.sum) if measure.sum else _text(asked, measure.count_distinct or "")
        found.append(exp.alias_(value, f"v{number}"))
        found.append(exp.alias_(as_number(_doubtful(asked, measure)), f"d{number}"))
    rows = exp.select(*found).from_(exp.alias_(asked.relation, "given", table=True))
    for test in source.where:
        rows = rows.where(_test(asked, test))
    return rows


def _slot(asked: Asked) -> exp.Expr:
    """The day of a row, or the period as it is written."""
    source = asked.source
    if source.day_column is not None:
        return cast(_column(asked, source.day_column), DAY)
    return _text(asked, source.period_column or "")


def _scope(asked: Asked) -> exp.Expr:
    """The number of the scope of a row; -1 where nobody mapped its store."""
    store = asked.source.store
    numbers = {scope: number for number, scope in enumerate(asked.scopes)}
    other = whole(numbers[store.other] if store.other else -1)
    if store.column is None or not store.map:
        return other
    case = exp.Case()
    for name, scope in store.map.items():
        case = case.when(exp.EQ(this=_store(asked), expression=exp.Literal.string(name)), whole(numbers[scope]))
    return case.else_(other)


def _store(asked: Asked) -> exp.Expr:
    column = asked.source.store.column
    return _text(asked, column) if column is not None else nothing(TEXT, asked.dialect)


def _member(asked: Asked) -> exp.Expr:
    """The member a row speaks of, as mapped; nothing where it names none."""
    assert asked.source.member is not None
    _, dimension = asked.source.member
    name = _text(asked, dimension.column)
    rest = exp.Literal.string(dimension.other) if dimension.other is not None else name.copy()
    if not dimension.map and dimension.other is None:
        return name
    case = exp.Case().when(exp.Is(this=name.copy(), expression=exp.null()), nothing(TEXT, asked.dialect))
    for key, member in dimension.map.items():
        case = case.when(exp.EQ(this=name.copy(), expression=exp.Literal.string(key)), exp.Literal.string(member))
    return case.else_(rest)


def _piece(asked: Asked) -> exp.Expr:
    """What tells rows for one time apart: the store, the source's keys, and what a member is called in the data."""
    empty = exp.Literal.string("")
    columns = [*asked.source.keys, *(dimension.column for dimension in asked.source.dimension.values())]
    names = [_store(asked), *(_text(asked, column) for column in columns)]
    pieces: list[exp.Expr] = []
    for name in names:
        pieces += [exp.Literal.string(_BETWEEN), exp.Coalesce(this=name, expressions=[empty.copy()])]
    return exp.Concat(expressions=pieces[1:], safe=True) if len(pieces) > 2 else pieces[1]


def _value(asked: Asked, of: Sum) -> exp.Expr:
    """The sum of products; of lines a blank product adds nothing, of a day's facts it leaves nothing."""
    terms = [_term(asked, term) for term in of.terms]
    if asked.source.by_lines and len(terms) > 1:
        terms = [exp.Coalesce(this=term, expressions=[whole(0)]) for term in terms]
    return reduce(lambda one, two: exp.Add(this=one, expression=two), terms)


def _term(asked: Asked, term: Product) -> exp.Expr:
    factors = (factor(_column(asked, alias), asked.dialect) for alias in term.factors)
    product = reduce(lambda one, two: exp.Mul(this=one, expression=two), factors)
    return exp.Paren(this=exp.Neg(this=exp.Paren(this=product))) if term.negative else product


def _doubtful(asked: Asked, measure: Measure) -> exp.Expr:
    """Whether a factor is no number, or has more decimal places than are counted."""
    factors = [_column(asked, alias) for alias in measure.sum.factors] if measure.sum else []
    tests = [test for found in factors for test in _misread(asked, found)]
    return exp.or_(*tests) if tests else exp.false()


def _misread(asked: Asked, found: exp.Expr) -> list[exp.Expr]:
    number = factor(found.copy(), asked.dialect)
    # Some engines give nothing for what they cannot read.
    lost = exp.and_(exp.not_(exp.Is(this=found, expression=exp.null())), exp.Is(this=number, expression=exp.null()))
    tests: list[exp.Expr] = [lost]
    if asked.dialect == "mysql":
        # It reads text as far as it looks like a number, and else as 0. The function is known to MariaDB as well.
        words = [cast(found.copy(), TEXT), exp.Literal.string(_NUMBER), exp.Literal.string(_MARK)]
        marked = exp.Anonymous(this="REGEXP_REPLACE", expressions=words)
        tests.append(exp.NEQ(this=marked, expression=exp.Literal.string(_MARK)))
    return [*tests, exp.NEQ(this=found.copy(), expression=number.copy())]


def _all(asked: Asked, tests: Sequence[Condition]) -> exp.Expr:
    return exp.and_(*(_test(asked, test) for test in tests)) if tests else exp.true()


def _test(asked: Asked, test: Condition) -> exp.Expr:
    kind, operand = test.test
    if kind in _COMPARISONS:
        value = on(operand) if isinstance(operand, date) else exp.Literal.number(f"{operand:f}")
        column = _column(asked, test.column)
        left = cast(column, DAY) if isinstance(operand, date) else factor(column, asked.dialect)
        return _COMPARISONS[kind](this=left, expression=value)
    assert isinstance(operand, tuple)
    words = _text(asked, test.column)
    if kind.endswith("starts"):
        found: exp.Expr = exp.or_(*(begins(words, start, asked.dialect) for start in operand))
    else:
        found = exp.In(this=words, expressions=[exp.Literal.string(value) for value in operand])
    # An empty cell is not any of the texts, so it passes the tests that ask for none of them.
    return exp.EQ(this=as_number(found), expression=whole(0 if kind in ("is_not", "not_in", "not_starts") else 1))


def _text(asked: Asked, alias: str) -> exp.Expr:
    return text(_column(asked, alias), asked.dialect)


def _column(asked: Asked, alias: str) -> exp.Expr:
    return exp.column(exp.to_identifier(asked.columns(alias), quoted=True), table="given")
