"""The cells of a scope's year as the CSV that lies beside its sheet: what `plan split` writes and `check` compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from opsctl.period import year as year_period
from opsctl.planning.cascade import Cascade, cascade
from opsctl.planning.months import Cell
from opsctl.workspace import Workspace


def cell_files(workspace: Workspace, year: int) -> Mapping[str, str]:
    """The text of every cell file of the year by path: one file a scope, one row a metric, sorted."""
    made = cascade(workspace, year)
    by_scope: dict[str, list[Cell]] = {}
    for (scope, _), cell in made.cells.items():
        by_scope.setdefault(scope, []).append(cell)
    return {cell_file(year, scope): _text(workspace, made, cells) for scope, cells in sorted(by_scope.items())}


def cell_file(year: int, scope: str) -> str:
    """The path of a scope's cells."""
    return f"targets/{year}/{scope}.csv"


def stale_files(workspace: Workspace, year: int) -> Mapping[str, str | None]:
    """Every cell file that differs from what the sheets give: its right text, or None where it should not be there."""
    right = cell_files(workspace, year)
    found: dict[str, str | None] = {file: text for file, text in right.items() if workspace.cells.get(file) != text}
    here = f"targets/{year}/"
    found.update({file: None for file in workspace.cells if file.startswith(here) and file not in right})
    return dict(sorted(found.items()))


def _text(workspace: Workspace, made: Cascade, cells: Iterable[Cell]) -> str:
    whole = year_period(made.year)
    columns = (whole, *whole.parts("quarter"), *whole.parts("month"))
    rows = [",".join(("metric", "tier", "unit", *(column.label for column in columns)))]
    for cell in sorted(cells, key=lambda cell: cell.metric):
        quarters = (sum(cell.months[first : first + 3]) for first in range(0, 12, 3))
        unit = workspace.metrics[cell.metric].unit
        shown = workspace.settings.currency if unit == "money" else unit
        numbers = (_number(units, cell.digits) for units in (cell.year, *quarters, *cell.months))
        rows.append(",".join((cell.metric, "commit", shown, *numbers)))
    return "\n".join(rows) + "\n"


def _number(units: int, digits: int) -> str:
    """What `plain(from_units(units, digits))` gives, at a fraction of its time: a workspace has a million of these."""
    if not digits:
        return str(units)
    text = str(units).zfill(digits + (1 if units >= 0 else 2))
    return f"{text[:-digits]}.{text[-digits:]}"
