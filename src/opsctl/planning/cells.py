"""The cells of a scope's year as the CSV that lies beside its sheet: what `plan split` writes and `check` compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from opsctl.period import year as year_period
from opsctl.planning.cascade import cascade
from opsctl.planning.months import Cell
from opsctl.planning.people import people
from opsctl.planning.tiers import TIERS, tiers
from opsctl.quantity import from_units, plain
from opsctl.workspace import Workspace


@lru_cache(maxsize=8)
def cell_files(workspace: Workspace, year: int) -> Mapping[str, str]:
    """The text of every cell file of the year by path: a file a team, store or person, a row a metric and tier, sorted.

    A person who works at several places has one row a metric, the sum over them.
    """
    whole = year_period(year)
    columns = (whole, *whole.parts("quarter"), *whole.parts("month"))
    header = ",".join(("metric", "tier", "unit", *(column.label for column in columns)))
    by_scope: dict[str, list[Cell]] = {}
    for cell in chain(cascade(workspace, year).cells.values(), people(workspace, year).cells.values()):
        by_scope.setdefault(cell.scope, []).append(cell)
    # Scope by scope: the rows of all of them and all files at once are much more memory than a split needs.
    return {cell_file(year, scope): _text(workspace, year, header, cells) for scope, cells in by_scope.items()}


def _text(workspace: Workspace, year: int, header: str, cells: Iterable[Cell]) -> str:
    """The file of one scope: each of its cells, with the tiers that lie on it."""
    rows, laid = [header], tiers(workspace, year).cells
    for cell in cells:
        unit = workspace.metrics[cell.metric].unit
        shown = workspace.settings.currency if unit == "money" else unit
        rows.append(f"{cell.metric},commit,{shown},{_numbers(cell)}")
        for tier in TIERS if laid else ():
            if (own := laid.get((cell.scope, cell.metric, tier))) is not None:
                rows.append(f"{cell.metric},{tier},{shown},{_numbers(own)}")
    return "\n".join((*rows, ""))


def forget_cells() -> None:
    """Let go of all that was worked out of any workspace; two whole plans of some thousand stores need much memory."""
    for known in (cell_files, people, tiers, cascade):
        known.cache_clear()


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


def _numbers(cell: Cell) -> str:
    """The year, its quarters and its months; what `plain(from_units(…))` gives, in a fraction of its time."""
    months, digits = cell.months, cell.digits
    quarters = [sum(months[first : first + 3]) for first in range(0, 12, 3)]
    numbers = (sum(quarters), *quarters, *months)
    if not digits:
        return ",".join(map(str, numbers))
    if min(numbers) >= 10**digits:
        return ",".join([f"{text[:-digits]}.{text[-digits:]}" for text in map(str, numbers)])
    return ",".join(plain(from_units(units, digits)) for units in numbers)
