"""A workbook as it came back: its sheets with what stands in each cell, and what stands there that is no value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Message

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet: the texts of its cells by row and column from 0, cells with formulas or errors, merged cells."""

    name: str
    cells: Mapping[Spot, str]
    odd: Mapping[Spot, str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def text(self, row: int, column: int) -> str:
        """What a cell holds; nothing where it is empty."""
        return self.cells.get((row, column), "")

    def place(self, row: int, column: int) -> str:
        """What people call a cell."""
        return f"{self.name}!{letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong in a cell."""

    cell: str
    said: Message


def letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    found = ""
    while column >= 0:
        found, column = chr(ord("A") + column % 26) + found, column // 26 - 1
    return found
