"""
Columns as exact values: SQL that reads a number, a day or a text from a column of any physical type.

Nothing is guessed: a number has the form that its column says, a day begins with its four-digit year or has an order
that is known. Everything else reads as NULL and is counted as not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from opsctl.sources.days import Order, read_day
from opsctl.sources.numbers import MISSING, End, Form, written

_SMALL = ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER")
_LARGE = ("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT")
_FLOATS = ("FLOAT", "DOUBLE")
_MOMENTS = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_DECIMAL = re.compile(r"DECIMAL\(([0-9]+),([0-9]+)\)")
# Text that has been trimmed already, and is NULL instead of empty.
_CLEAN = "clean text"
# Blanks that exports put around values: also tabs (they keep Excel from eating digits) and wide spaces.
_BLANKS = " \t\n\r\u00a0\u3000"

# Keeps Excel from eating leading zeros.
_QUOTES = "'’"
_TO_TRIM = f"^(?:$|[{_BLANKS}{_QUOTES}])|[{_BLANKS}]$"
# Numbers whose scale is not known before they are computed: rates, and the middle of a range.
FINE, SCALE = 6, 4


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of a file: how SQL names it, its physical type there, and how its values are written.

    With a `currency`, an amount under the sign of another one is no number of this column.
    """

    sql: str
    type: str
    form: Form = "number"
    end: End | None = None
    order: Order | None = None
    zone: str | None = None
    currency: str | None = None

    @property
    def scale(self) -> int:
        """How many places its numbers may have."""
        return FINE if self.form == "percent" or self.end == "middle" else SCALE


def quoted(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def inner(kind: str, name: str) -> str:
    """
    The quoted identifier of something a statement works out itself, such as `n:` and an alias for its number.

    To the engine `a` and `A` are one identifier, so a name with capitals carries its bytes behind it.
    """
    same = name == name.casefold() and ":" not in name
    return quoted(f"{kind}:{name}" if same else f"{kind}:{name}:{name.encode().hex()}")


def literal(text: str) -> str:
    """A text as a SQL literal; only for texts of this program, values from files travel as parameters."""
    return "'" + text.replace("'", "''") + "'"


def cleaned(column: Column, name: str) -> tuple[str, Column]:
    """SQL that takes a column with text trimmed once and for all, and the column `r:` of that name it becomes."""
    read = inner("r", name)
    return (
        (text(column), replace(column, sql=read, type=_CLEAN))
        if is_text(column)
        else (
            column.sql,
            replace(column, sql=read),
        )
    )


def is_text(column: Column) -> bool:
    """Say whether the column's type is text."""
    return column.type in ("VARCHAR", _CLEAN)


def is_whole(column: Column) -> bool:
    """Say whether the column's type holds whole numbers only."""
    return column.type in _SMALL or column.type in _LARGE


def holds_numbers(column: Column) -> bool:
    """Say whether the column's type can be read as numbers."""
    return (
        column.type == "VARCHAR" or is_whole(column) or column.type in _FLOATS or bool(_DECIMAL.fullmatch(column.type))
    )


def holds_days(column: Column) -> bool:
    """Say whether the column's type can be read as days; a moment with a time zone has no day of its own."""
    return is_text(column) or always_a_day(column) or is_whole(column)


def holds_text(column: Column) -> bool:
    """Say whether the column's type can be read as text that is the same on every machine."""
    return "WITH TIME ZONE" not in column.type


def text(column: Column) -> str:
    """The column as text without surrounding blanks; NULL where there is nothing."""
    if column.type == _CLEAN:
        return column.sql
    if column.type == "VARCHAR":
        trimmed = f"nullif(ltrim(trim({column.sql}, {literal(_BLANKS)}), {literal(_QUOTES)}), '')"
        # Most values have nothing to trim, and trimming a set of characters costs six times as much as looking for it.
        return f"CASE WHEN regexp_matches({column.sql}, {literal(_TO_TRIM)}) THEN {trimmed} ELSE {column.sql} END"
    if column.type in _FLOATS:
        return f"regexp_replace(CAST({column.sql} AS VARCHAR), '\\.0$', '')"
    return f"CAST({column.sql} AS VARCHAR)"


def number(column: Column, scale: int) -> str:
    """The column as an exact decimal of that scale; NULL where it is blank or not understood."""
    target = f"DECIMAL(18,{scale})"
    if is_text(column):
        value = text(column)
        other = written(value, scale, column.form, column.end, column.currency)
        if column.form == "percent":
            return other
        plain = rf"[-+]?[0-9]+(\.[0-9]{{0,{scale}}}0*)?"
        return (
            f"CASE WHEN regexp_full_match({value}, {literal(plain)}) THEN TRY_CAST({value} AS {target})"
            f" ELSE {other} END"
        )
    if _is_finer(column, scale):
        return (
            f"CASE WHEN TRY_CAST({column.sql} AS {target}) = {column.sql} THEN TRY_CAST({column.sql} AS {target}) END"
        )
    return f"CAST({column.sql} AS {target})" if column.type in _SMALL else f"TRY_CAST({column.sql} AS {target})"


def day(column: Column) -> str:
    """The column as a date; NULL where it is blank or not understood."""
    if column.type == "DATE":
        return column.sql
    if column.type in _MOMENTS:
        return f"CAST({column.sql} AS DATE)"
    return read_day(text(column), column.order, column.zone)


def there(column: Column) -> str:
    """Whether a value stands there, other than a mark for none such as `--`."""
    if not is_text(column):
        return f"{column.sql} IS NOT NULL"
    value = text(column)
    return f"{value} IS NOT NULL AND {value} NOT IN ({', '.join(map(literal, MISSING))})"


def never_wrong(column: Column) -> bool:
    """Say whether every value of the column's type that is there also reads as a number."""
    decimal = _DECIMAL.fullmatch(column.type)
    return column.type in _SMALL or (
        decimal is not None and int(decimal[2]) <= 4 and int(decimal[1]) - int(decimal[2]) <= 14
    )


def always_a_day(column: Column) -> bool:
    """Say whether every value of the column's type that is there also reads as a day."""
    return column.type in ("DATE", *_MOMENTS)


def _is_finer(column: Column, scale: int) -> bool:
    decimal = _DECIMAL.fullmatch(column.type)
    return decimal is not None and int(decimal[2]) > scale
