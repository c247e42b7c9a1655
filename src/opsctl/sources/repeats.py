"""
Lines of a file that repeat another one exactly, and rows that sum up others: both looked for in one pass.

A pass of its own, because counting within the groups of the large statement costs several times as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opsctl.records.source import Source
from opsctl.sources.compile import mapped, own_rows
from opsctl.sources.opening.files import ROW
from opsctl.sources.params import Params
from opsctl.sources.table import Table
from opsctl.sources.totals import total_label
from opsctl.sources.values import quoted


def repeated(source: Source, tables: Sequence[Table], by: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """
    By file: how many lines repeat another one in all columns; how many sum up others, how and where the first begins.

    `by` are the aliases whose values may say that a row sums up others.
    """
    params = Params()
    each = " UNION ALL ".join(_of_file(source, table, index, by, params) for index, table in enumerate(tables))
    return f"SELECT * FROM ({each}) WHERE extra > 0 OR totals > 0 ORDER BY f", params.values


def _of_file(source: Source, table: Table, index: int, by: Sequence[str], params: Params) -> str:
    line = ", ".join(column.sql for column in table.columns.values())
    label = total_label(source, table, by, params)
    row = quoted(ROW) if table.numbered else "NULL::BIGINT"
    own = own_rows(table.spec, mapped(source, table), params)
    rows = f"SELECT hash({line}) AS line, {label} AS label, {row} AS row FROM {table.relation} WHERE {own}"
    return (
        f"SELECT {index} AS f, count(*) - count(DISTINCT line) AS extra, count(label) AS totals,"
        f" coalesce(arg_min(label, row) FILTER (WHERE label IS NOT NULL), min(label)) AS label,"
        f" min(row) FILTER (WHERE label IS NOT NULL) AS row FROM ({rows})"
    )
