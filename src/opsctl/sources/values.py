"""
Columns as exact values: SQL that reads a number, a day or a text from a column of any physical type.

Nothing is guessed: a number is digits, an optional fraction of at most four places and well-formed thousands marks; a
day begins with its four-digit year. Everything else reads as NULL and is counted as not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SMALL = ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER")
_LARGE = ("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT")
_FLOATS = ("FLOAT", "DOUBLE")
_MOMENTS = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_DECIMAL = re.compile(r"DECIMAL\(([0-9]+),([0-9]+)\)")
# Text that has been trimmed already, and is NULL instead of empty.
_CLEAN = "clean text"
# Blanks that exports put around values: also tabs (they keep Excel from eating digits) and wide spaces.
_BLANKS = " \t\n\r\u00a0\u3000"

_PLAIN = r"[-+]?[0-9]+(\.[0-9]{0,4}0*)?"
_MARKED = r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{0,4}0*)?"
_TIME = r"([ T][0-9:.]+( ?[-+][0-9]{2}:?[0-9]{2})?)?"
_ISO_DAY = r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}([ T][0-9:.]+)?"
_OTHER_DAY = (
    r"((19|20|21)[0-9]{2})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2})|年([0-9]{1,2})月([0-9]{1,2})日)"
    + _TIME
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: how SQL names it and its physical type there."""

    sql: str
    type: str


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
    return (text(column), Column(read, _CLEAN)) if is_text(column) else (column.sql, Column(read, column.type))


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
        return f"nullif(trim({column.sql}, {literal(_BLANKS)}), '')"
    if column.type in _FLOATS:
        return f"regexp_replace(CAST({column.sql} AS VARCHAR), '\\.0$', '')"
    return f"CAST({column.sql} AS VARCHAR)"


def number(column: Column, scale: int) -> str:
    """The column as an exact decimal of that scale; NULL where it is blank or not understood."""
    target = f"DECIMAL(18,{scale})"
    if is_text(column):
        value = text(column)
        return (
            f"CASE WHEN regexp_full_match({value}, {literal(_PLAIN)}) THEN TRY_CAST({value} AS {target})"
            f" WHEN regexp_full_match({value}, {literal(_MARKED)})"
            f" THEN TRY_CAST(replace({value}, ',', '') AS {target}) END"
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
    value = text(column)
    parts = f"regexp_replace({value}, {literal('^' + _OTHER_DAY + '$')}, '\\1-\\3\\5\\7-\\4\\6\\8')"
    return (
        f"CASE WHEN regexp_full_match({value}, {literal(_ISO_DAY)}) THEN TRY_CAST({value} AS DATE)"
        f" WHEN regexp_full_match({value}, {literal(_OTHER_DAY)}) THEN TRY_CAST({parts} AS DATE) END"
    )


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
