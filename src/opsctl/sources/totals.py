"""
Rows of an export that sum up others, such as 合计: left out of every number, counted and told.

They are known by how their first cell, their store or their day begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.diagnostics import Severity, message
from opsctl.records.source import Source
from opsctl.reviewing.facts import Trouble
from opsctl.sources.params import Params
from opsctl.sources.table import Table
from opsctl.sources.values import is_text, text


def begins_a_total(source: Source, value: str, params: Params) -> str:
    """Whether a text is how rows begin that sum up others."""
    return " OR ".join(f"starts_with({value}, {params.add(word)})" for word in source.totals) or "FALSE"


def without_totals(source: Source, table: Table, params: Params) -> str:
    """Leave out rows whose first cell says that they sum up others; what day and store say is seen there."""
    first = _first(source, table)
    return "TRUE" if first is None else f"({begins_a_total(source, text(table.columns[first]), params)}) IS NOT TRUE"


def total_label(source: Source, table: Table, by: Sequence[str], params: Params) -> str:
    """
    What a row that sums up others begins with; NULL for every other row.

    `by` are the aliases that can say so beside the first cell: asking all columns of all rows would take its time.
    """
    first = _first(source, table)
    titles = [first, *(table.title(source, name) for name in by)]
    found = [text(table.columns[title]) for title in titles if title is not None and is_text(table.columns[title])]
    labels = [f"CASE WHEN {begins_a_total(source, value, params)} THEN {value} END" for value in found]
    return f"coalesce({', '.join(labels)})" if source.totals and labels else "NULL::VARCHAR"


def about_totals(id_: str, file: str, rows: int, label: str, row: int | None) -> Iterator[Trouble]:
    """Tell how many rows of a file were left out because they sum up others, and how the first of them begins."""
    if rows:
        said = message("sources.totals", count=rows, label=label)
        yield Trouble(id_, file, said, rows, Severity.INFO, "totals-left-out", row=row or 0)


def _first(source: Source, table: Table) -> str | None:
    """The header of the first column, where no role of its own is told what it says."""
    names = (source.day_column, source.period_column, source.store.column)
    read = {table.title(source, name) for name in names if name is not None}
    return None if table.first in read or not source.totals else table.first
