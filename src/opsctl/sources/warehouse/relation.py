"""What a source reads of a warehouse: a table by its name, or one query that only reads."""

from __future__ import annotations

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from opsctl.diagnostics import Message, message

# What a query may not hold anywhere, also not inside a part that looks like reading.
_CHANGES = (
    exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Create, exp.Drop, exp.Alter, exp.TruncateTable, exp.Command,
    exp.Into, exp.Lock, exp.Set, exp.Use, exp.Transaction, exp.Commit, exp.Rollback, exp.Copy,
)  # fmt: skip


def table_named(name: str) -> exp.Expression | Message:
    """A table by its name, in parts set apart by points; each is taken to the letter."""
    parts = name.split(".")
    if not all(parts):
        return message("warehouse.not_a_table", name=name)
    found = exp.Table(**dict(zip(("this", "db", "catalog"), (_quoted(part) for part in reversed(parts)), strict=False)))
    return found if len(parts) <= 3 else message("warehouse.not_a_table", name=name)


def query_given(text: str, dialect: str) -> exp.Expression | Message:
    """A query as something to read from; refused where it is more than one statement or does more than read."""
    try:
        found = [one for one in sqlglot.parse(text, dialect=dialect) if one is not None]
    except SqlglotError as error:
        return message("warehouse.not_sql", reason=_where(error))
    if len(found) != 1 or not isinstance(found[0], exp.Query) or found[0].find(*_CHANGES):
        return message("warehouse.not_reading")
    return exp.Subquery(this=found[0])


def _quoted(part: str) -> exp.Identifier:
    return exp.to_identifier(part, quoted=True)


def _where(error: SqlglotError) -> str:
    found = getattr(error, "errors", None)
    first = found[0] if found else {}
    return f"{first.get('line', '?')}:{first.get('col', '?')} {first.get('highlight', '')}".strip()[:80]
