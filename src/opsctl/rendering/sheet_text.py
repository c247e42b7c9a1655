"""Lay a sheet out for a terminal: calm tables that never lose a column, whatever the width."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from rich.box import Box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from opsctl.rendering.console import Fitted
from opsctl.rendering.harmless import harmless
from opsctl.rendering.sheet import Block, Column, Sheet

_RULED_HEAD = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
# Spaces between columns, and how few they may become before a table is cut in two.
_WIDE, _TIGHT = 2, 1
# A column of words may wrap down to one part in so many of the width.
_WORDS = 4

Measure = Callable[[Column], int]


def sheet_parts(sheet: Sheet) -> Iterator[RenderableType]:
    """The sheet as renderables, top to bottom."""
    title = Text(harmless(sheet.title), style="bold")
    if sheet.facts:
        title.append("   " + harmless(sheet.facts), style="not bold dim")
    yield title
    if sheet.first:
        yield Text()
        for sentence in sheet.first:
            yield Text(harmless(sentence))
    for block in sheet.blocks:
        yield Text()
        yield from _block(block)
    if sheet.commands:
        yield Text()
        yield Text(harmless(sheet.onward), style="bold")
        for command in sheet.commands:
            yield Padding(Text(harmless(command), style="cyan", overflow="fold"), (0, 0, 0, 2))


def _block(block: Block) -> Iterator[RenderableType]:
    if block.title:
        yield Text(harmless(block.title), style="bold")
    if block.columns:
        yield Fitted(partial(_tables, block.columns))
    for number, line in enumerate(block.lines, 1):
        yield _line(f"{number}." if block.bullet == "1." else block.bullet, line)
    for note in block.notes:
        yield Text(harmless(note), style="dim")


def _line(bullet: str, line: str) -> RenderableType:
    """A line behind its bullet, or as deep as it is indented; what wraps stays behind the bullet."""
    body = line.lstrip(" ")
    text = Text(harmless(body), overflow="fold")
    indent = len(line) - len(body)
    if not bullet:
        return Padding(text, (0, 0, 0, indent))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True, min_width=cell_len(bullet))
    grid.add_column(overflow="fold")
    grid.add_row(Text(bullet), text)
    return grid


def _tables(columns: Sequence[Column], width: int) -> RenderableType:
    """One table where it fits, if need be without its spare columns; else several that begin with the same columns."""
    if _width_of(columns, _cells, _WIDE) > width:
        columns = [column for column in columns if not column.spare]

    def floor(column: Column) -> int:
        """Numbers stay whole; words may wrap down to a part of the room."""
        return _cells(column) if column.right else min(_cells(column), width // _WORDS)

    for measure in (_cells, floor):
        for gap in (_WIDE, _TIGHT):
            if _width_of(columns, measure, gap) <= width:
                return _table(columns, gap, floor)
    tables = (_table(group, _WIDE, floor) for group in _groups(columns, width, floor))
    return Group(*_spaced(list(tables)))


def _groups(columns: Sequence[Column], width: int, floor: Measure) -> list[list[Column]]:
    """Cut a table into as few as fit, the leading columns in the first."""
    keys = [column for number, column in enumerate(columns) if column.key or not number]
    rest = sorted((column for column in columns[1:] if not column.key), key=lambda column: not column.leading)
    groups = [list(keys)]
    for column in rest:
        if len(groups[-1]) > len(keys) and _width_of([*groups[-1], column], floor, _WIDE) > width:
            groups.append(list(keys))
        groups[-1].append(column)
    return groups


def _spaced(tables: list[Table]) -> Iterator[RenderableType]:
    for number, table in enumerate(tables):
        if number:
            yield Text()
        yield table


def _table(columns: Sequence[Column], gap: int, floor: Measure) -> Table:
    # One space of the gap is the box's own divider, so that the rule under the heads runs through.
    table = Table(box=_RULED_HEAD, show_edge=False, pad_edge=False, padding=(0, gap - 1, 0, 0), border_style="dim")
    for number, column in enumerate(columns):
        table.add_column(
            Text(harmless(column.title), style="dim"),
            justify="right" if column.right and number else "left",
            overflow="fold",
            min_width=floor(column),
        )
    for row in range(len(columns[0].cells)):
        table.add_row(*(_cell(column, row) for column in columns))
    return table


def _cell(column: Column, row: int) -> Text:
    return Text(harmless(column.cells[row]), style="bold yellow" if row in column.marked else "")


def _cells(column: Column) -> int:
    return max(cell_len(harmless(text)) for text in (column.title, *column.cells))


def _width_of(columns: Sequence[Column], measure: Measure, gap: int) -> int:
    return sum(measure(column) for column in columns) + gap * (len(columns) - 1)
