"""The small pieces that statements are made of: typed values, literals, nothing, and text by the letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce

from sqlglot import exp

FACTOR = "DECIMAL(18, 4)"
# A product has no more digits there than its factors.
_WIDE_FACTORS = {"clickhouse": "DECIMAL(38, 4)"}
WHOLE = "BIGINT"
TEXT = "VARCHAR"
DAY = "DATE"
# MySQL compares text without regard to case and accents unless it is told otherwise.
_COLLATIONS = {"mysql": "utf8mb4_bin"}


def cast(value: exp.Expr, kind: str) -> exp.Expr:
    """A value as one of the types above."""
    return exp.cast(value, kind)


def nothing(kind: str, dialect: str) -> exp.Expr:
    """No value of a type."""
    return letters(cast(exp.null(), kind), dialect) if kind == TEXT else cast(exp.null(), kind)


def factor(value: exp.Expr, dialect: str) -> exp.Expr:
    """A value as a number to multiply, with four decimal places."""
    return exp.cast(value, _WIDE_FACTORS.get(dialect, FACTOR))


def letters(value: exp.Expr, dialect: str) -> exp.Expr:
    """Text that is equal only to the same letters."""
    collation = _COLLATIONS.get(dialect)
    return exp.Collate(this=value, expression=exp.to_identifier(collation)) if collation else value


def text(value: exp.Expr, dialect: str) -> exp.Expr:
    """A value as text without blanks around it; nothing where that is empty."""
    trimmed = exp.Trim(this=letters(cast(value, TEXT), dialect))
    return exp.Nullif(this=trimmed, expression=exp.Literal.string(""))


def begins(words: exp.Expr, start: str, dialect: str) -> exp.Expr:
    """Whether a text begins so."""
    known = exp.Literal.string(start)
    if dialect == "clickhouse":
        # Its substrings are of bytes.
        return exp.StartsWith(this=words.copy(), expression=known)
    # LIKE would need its own escapes, which engines disagree on.
    left = exp.Substring(this=words.copy(), start=whole(1), length=whole(len(start)))
    return exp.EQ(this=left, expression=known)


def whole(number: int) -> exp.Expr:
    """A whole number."""
    return exp.Literal.number(number) if number >= 0 else exp.Neg(this=exp.Literal.number(-number))


def on(day: date | Decimal) -> exp.Expr:
    """A day."""
    assert isinstance(day, date)
    return cast(exp.Literal.string(day.isoformat()), DAY)


def as_number(condition: exp.Expr) -> exp.Expr:
    """1 where it holds, else 0, also of nothing."""
    return exp.Case().when(condition, whole(1)).else_(whole(0))


def table(names: Sequence[str], rows: Iterable[Sequence[exp.Expr]]) -> exp.Query:
    """Rows as a query; every engine knows selects that are put together, few the same word for literal tables."""
    named = ([exp.alias_(value, name) for value, name in zip(row, names, strict=True)] for row in rows)
    selects: list[exp.Query] = [exp.select(*row) for row in named]
    return reduce(and_also, selects)


def and_also(one: exp.Query, two: exp.Query) -> exp.Query:
    """The rows of both."""
    return exp.union(one, two, distinct=False, copy=False)
