"""What a re-plan moves: the closed months as planned and as they came out, what is left, and the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.months import Cell
from opsctl.quantity import from_units
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moved:
    """One metric of one scope around the month from which it is planned anew."""

    scope: str
    metric: str
    unit: str
    closed_planned: Decimal
    closed_actual: Decimal
    left_before: Decimal
    left_after: Decimal

    @property
    def gap(self) -> Decimal:
        """What the closed months lack of what was planned."""
        return self.closed_planned - self.closed_actual

    @property
    def year_before(self) -> Decimal:
        """The year as it was planned."""
        return self.closed_planned + self.left_before

    @property
    def year_after(self) -> Decimal:
        """The year as it is now."""
        return self.closed_actual + self.left_after


def moved(before: Workspace, after: Workspace, first: Period, scopes: Sequence[str]) -> tuple[Moved, ...]:
    """Every metric of these scopes whose months differ between two states of the plan, in the dictionary's order."""
    year = first.start.year
    was, now = cascade(before, year).cells, cascade(after, year).cells
    found = [
        _moved(cell, now[address], after.metrics[cell.metric].unit, first.start.month - 1)
        for address, cell in was.items()
        if address in now and cell.scope in scopes and cell.months != now[address].months
    ]
    order = {metric: at for at, metric in enumerate(after.metrics)}
    return tuple(sorted(found, key=lambda each: (scopes.index(each.scope), order[each.metric])))


def _moved(was: Cell, now: Cell, unit: str, begin: int) -> Moved:
    digits = now.digits
    parts = (was.months[:begin], now.months[:begin], was.months[begin:], now.months[begin:])
    return Moved(now.scope, now.metric, unit, *(from_units(sum(part), digits) for part in parts))
