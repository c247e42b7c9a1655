"""How a month came out of a table of fixed months: its row and its column whole, with factors that prove each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from opsctl.diagnostics import Listed, Message, Phrase, message
from opsctl.planning.curves.rhythm import curve_name, months_without_days, scope_curve
from opsctl.planning.figures import amount
from opsctl.planning.tables.fixed_months import FixedMonths, Row
from opsctl.planning.tables.multipliers import multipliers
from opsctl.quantity import rounded
from opsctl.workspace import Workspace


def table_step(
    workspace: Workspace, year: int, table: FixedMonths, scope: str, months: Sequence[int], limits: str
) -> tuple[Message, Mapping[str, object]]:
    """The row of a leaf scope, and for each of the months asked for the column with the cells of all scopes."""
    cell, above = table.cells[scope], table.above
    shares = {leaf: _shares(workspace, year, leaf) for leaf in table.cells}
    rows, columns = _factors(table, list(shares.values()))
    factors = dict(zip(table.cells, rows, strict=True))
    shown = Listed(
        (
            Phrase(
                f"{year}-{month:02d} {rounded(shares[scope][month - 1] * 100, 2)}% × {_short(columns[month - 1])} → ",
                amount(cell, cell.months[month - 1]),
            )
            for month in months
        ),
        "; ",
    )
    row = table.rows[scope]
    said = message(
        "fixed.why_table_limits" if row.limits else "fixed.why_table",
        scope=scope, above=above.scope, total=amount(cell, cell.year),
        factor=_short(factors[scope] / 10**cell.digits), cells=shown, limits=limits,
    )  # fmt: skip
    data = {
        "scope": scope, "above": above.scope, "units": cell.year, "digits": cell.digits,
        "curve": curve_name(workspace, scope, year) or "—",
        "weights": [str(share) for share in shares[scope]], "row_factor": str(factors[scope]),
        "column_factors": [str(factor) for factor in columns],
        "hold": dict(row.limits.held), "at_least": dict(row.limits.least), "at_most": dict(row.limits.most),
        "results": list(cell.months),
        "columns": [
            {
                "period": f"{year}-{month:02d}", "units": above.months[month - 1],
                "cells": {leaf: _entry(table.rows[leaf], month, shares[leaf], factors[leaf])
                          | {"units": table.cells[leaf].months[month - 1]} for leaf in table.cells},
            }
            for month in months
        ],
    }  # fmt: skip
    return said, data


def _shares(workspace: Workspace, year: int, leaf: str) -> tuple[Fraction, ...]:
    """The curve's month shares; a month without an open day has none."""
    shut = months_without_days(workspace, leaf, year)
    shares = scope_curve(workspace, leaf, year).month_shares
    return tuple(Fraction(0) if month in shut else share for month, share in enumerate(shares, 1))


def _factors(
    table: FixedMonths, shares: Sequence[Sequence[Fraction]]
) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    cells = [cell.months for cell in table.cells.values()]
    rows = list(table.rows.values())
    if not any(row.limits for row in rows):
        return multipliers(shares, cells)
    return multipliers(shares, cells, [row.least for row in rows], [row.most for row in rows])


def _entry(row: Row, month: int, shares: Sequence[Fraction], factor: Fraction) -> dict[str, object]:
    least, most = row.least[month - 1], row.most[month - 1]
    return {"weight": str(shares[month - 1]), "row_factor": str(factor), "at_least": least, "at_most": most}


def _short(factor: Fraction) -> str:
    """A factor as people read it; the data has it whole."""
    return f"{float(factor):.10g}"
