"""What a re-plan moves: the closed months as planned and as they came out, what is left, and the year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.months import Cell
from opsctl.quantity import from_units
from opsctl.workspace import Workspace

Planned = Mapping[tuple[str, str], tuple[int, ...]]
"""Months in smallest units by scope and metric."""


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


def planned(workspace: Workspace, year: int) -> Planned:
    """The months of every cell as they are planned now, to be compared with what they become."""
    return {address: cell.months for address, cell in cascade(workspace, year).cells.items()}


def moved(
    before: Planned, after: Workspace, first: Period, scopes: Sequence[str], metrics: Collection[str] = ()
) -> tuple[Moved, ...]:
    """Every metric of these scopes whose months differ from what they were, in the dictionary's order.

    With `metrics` only those.
    """
    now, begin = cascade(after, first.start.year).cells, first.start.month - 1
    places = {scope: at for at, scope in enumerate(scopes)}
    order = {metric: at for at, metric in enumerate(after.metrics) if not metrics or metric in metrics}
    found = [
        _moved(was, now[address], after.metrics[address[1]].unit, begin)
        for address, was in before.items()
        if address in now and address[0] in places and address[1] in order and was != now[address].months
    ]
    return tuple(sorted(found, key=lambda each: (places[each.scope], order[each.metric])))


def _moved(was: Sequence[int], now: Cell, unit: str, begin: int) -> Moved:
    parts = (was[:begin], now.months[:begin], was[begin:], now.months[begin:])
    return Moved(now.scope, now.metric, unit, *(from_units(sum(part), now.digits) for part in parts))
