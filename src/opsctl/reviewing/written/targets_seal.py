"""Which targets a review was written against, so that a check can tell without reading any actual value."""

from __future__ import annotations

from opsctl.period import Period, month
from opsctl.reviewing.written.fences import digest
from opsctl.workspace import Workspace


def targets_seal(workspace: Workspace, scope: str, period: Period) -> str:
    """Which targets the scope's cells give the months that the period touches, in twelve signs."""
    kept: list[str] = []
    months = {month.label for year in period.years for month in _months(period, year)}
    for year in period.years:
        lines = workspace.cells.get(f"targets/{year}/{scope}.csv", "").splitlines()
        heads = lines[0].split(",") if lines else []
        wanted = [number for number, head in enumerate(heads) if head in months or head in ("metric", "tier")]
        kept += [",".join(cells[number] for number in wanted) for cells in _rows(lines, len(heads))]
    return digest("\n".join(kept))


def _rows(lines: list[str], width: int) -> list[list[str]]:
    rows = (line.split(",") for line in lines)
    return [row for row in rows if len(row) == width]


def _months(period: Period, year: int) -> tuple[Period, ...]:
    first, last = period.start, period.last
    return tuple(
        month(year, number)
        for number in range(1, 13)
        if (first.year, first.month) <= (year, number) <= (last.year, last.month)
    )
