"""What a source reads of a warehouse: a table by its name, or one query that only reads."""

from __future__ import annotations

from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from opsctl.diagnostics import Message, message
from opsctl.records.source import Source

_LONGEST_QUERY = 64 * 1024

# What a query may not hold anywhere, also not inside a part that looks like reading.
_CHANGES = (
    exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Create, exp.Drop, exp.Alter, exp.TruncateTable, exp.Command,
    exp.Into, exp.Lock, exp.Set, exp.Use, exp.Transaction, exp.Commit, exp.Rollback, exp.Copy,
)  # fmt: skip


def relation_of(source: Source, root: Path, dialect: str) -> exp.Expr | Message:
    """What the source reads: its table, or the query in its file below `root`."""
    if source.table is not None:
        return table_named(source.table)
    path = root / (source.query or "")
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return message("sources.outside")
        with path.open("rb") as stream:
            text = stream.read(_LONGEST_QUERY + 1)
        return query_given(text.decode("utf-8-sig"), dialect) if len(text) <= _LONGEST_QUERY else _unread(source)
    except (OSError, ValueError):
        return _unread(source)


def _unread(source: Source) -> Message:
    return message("warehouse.no_query", path=source.query or "", most=_LONGEST_QUERY // 1024)


def table_named(name: str) -> exp.Expr | Message:
    """A table by its name, in parts set apart by points; each is taken to the letter."""
    parts = name.split(".")
    if not all(parts):
        return message("warehouse.not_a_table", name=name)
    found = exp.Table(**dict(zip(("this", "db", "catalog"), (_quoted(part) for part in reversed(parts)), strict=False)))
    return found if len(parts) <= 3 else message("warehouse.not_a_table", name=name)


def query_given(text: str, dialect: str) -> exp.Expr | Message:
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
