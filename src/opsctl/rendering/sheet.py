"""
A page of prepared words, on its way to a terminal or a Markdown file.

It says what stands where and nothing about looks. Its texts are raw: whoever lays a sheet out makes them harmless.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column of a table, with the rows that stand out.

    Where it is tight, a `spare` column may be left out; where a table is cut in two, `leading` columns go first, and
    both parts begin with the `key` columns, which name a row together with the first.
    """

    title: str
    cells: tuple[str, ...]
    right: bool = True
    spare: bool = False
    leading: bool = False
    key: bool = False
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """
    A part of a sheet under a title: a table whose first column names the rows, lines, and notes on both.

    `name` is what files and pages call it in every language.
    """

    title: str
    columns: tuple[Column, ...] = ()
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    bullet: str = "-"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title with facts beside it, what to read first, the blocks, and commands that lead on."""

    title: str
    facts: str = ""
    first: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    onward: str = ""
    commands: tuple[str, ...] = ()
