"""The numbers in the sentences of receipts: plain and exact as data, with their unit where people read them."""

from __future__ import annotations

from collections.abc import Mapping

from opsctl.diagnostics import Amount, Listed, Phrase
from opsctl.planning.dividing.division import Limits
from opsctl.planning.months import Cell
from opsctl.quantity import plain_units


def figure(units: int, digits: int, metric: str) -> Amount:
    """So many smallest units of a metric."""
    return Amount(plain_units(units, digits), metric)


def amount(cell: Cell, units: int) -> Amount:
    """So many smallest units of a cell's metric."""
    return figure(units, cell.digits, cell.metric)


def sum_of(parts: Mapping[str, int], digits: int, metric: str) -> Phrase:
    """The parts of a sum, each with its label."""
    pieces: list[str] = []
    for label, units in parts.items():
        pieces += [" + " if pieces else "", figure(units, digits, metric), f" ({label})"]
    return Phrase(*pieces)


def added(cell: Cell, parts: Mapping[str, int]) -> Phrase:
    """The parts that a cell's number adds up."""
    return sum_of(parts, cell.digits, cell.metric)


def limited(cell: Cell, limits: Limits) -> str:
    """What is held of a cell's number, and what has a floor or cap; a dash for nothing."""
    signs = (("=", limits.held), ("≥", limits.least), ("≤", limits.most))
    members = ((label, sign, units) for sign, found in signs for label, units in found.items())
    return Listed(Phrase(f"{label} {sign} ", amount(cell, units)) for label, sign, units in members) or "—"
