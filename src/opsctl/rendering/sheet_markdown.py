"""
Blocks of a sheet as Markdown for a file that people go on writing.

It does without templates: one that a team changes must not make every review it has written look stale.
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.rendering.markdown_escape import Code, markdown
from opsctl.rendering.sheet import Block, Sheet


def headline_markdown(sheet: Sheet) -> str:
    """What a sheet says first, with the facts of its title."""
    lines = [sheet.facts, *sheet.first] if sheet.facts else list(sheet.first)
    return "".join(f"- {markdown(line)}\n" for line in lines)


def block_markdown(block: Block) -> str:
    """A block under a heading of its own: its table, its lines, its notes."""
    parts = [[f"## {markdown(block.title)}"]] if block.title else []
    parts += [list(_table(block))] if block.columns else []
    parts += [[f"{block.bullet} {markdown(line)}" for line in block.lines]] if block.lines else []
    parts += [[f"- {markdown(note)}" for note in block.notes]] if block.notes else []
    return "\n".join("\n".join(part) + "\n" for part in parts)


def command_line(command: str) -> str:
    """A command as a line of its own."""
    return f"{markdown(Code(command))}\n"


def _table(block: Block) -> Iterator[str]:
    columns = block.columns
    yield f"| {' | '.join(markdown(column.title) for column in columns)} |"
    yield f"|{'|'.join(' ---: ' if column.right and number else ' --- ' for number, column in enumerate(columns))}|"
    for row in range(len(columns[0].cells)):
        yield f"| {' | '.join(markdown(column.cells[row]) for column in columns)} |"
