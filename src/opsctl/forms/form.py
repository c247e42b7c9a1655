"""
A form as a value: parts of lines and columns, each line an entry of a record, each cell a key of it.

A kind of form is a function that makes a `Form` from a workspace. Whoever writes it as a workbook, reads it back or
changes the records knows no kind: a new one needs its parts and lines, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Message
from opsctl.forms.celltext import fits


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a record may hold, and the word that people choose."""

    value: str
    word: Message


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key of the record that its cells are, its title, and what may be written there.

    `lines` is a list, one entry a line of the cell. A `required` cell must not be empty in an entry.
    """

    key: str
    title: Message
    editable: bool = False
    required: bool = False
    lines: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: its id in the form, the file and route where it stands, and its values as text by column.

    `makes`: the entry is not there yet; it begins with these keys, and the key in `numbered` gets the next number of
    its list. `twins` are the entries of that list. `open_` are further columns that may be written in this line.
    `locked` says why nothing may be changed. A line that is not `shown` is known, but not given out any more.
    """

    id: str
    file: str
    route: tuple[str | int, ...]
    values: Mapping[str, str]
    makes: Mapping[str, str] | None = None
    numbered: str = ""
    twins: tuple[Mapping[str, str], ...] = ()
    open_: frozenset[str] = frozenset()
    locked: Message | None = None
    shown: bool = True

    def may_change(self, column: Column) -> bool:
        """Say whether a cell of this line may be written; a text that a workbook could not give back may not."""
        is_open = column.editable or column.key in self.open_
        return is_open and self.locked is None and fits(self.values.get(column.key, ""))


@dataclass(frozen=True, slots=True)
class Part:
    """A table of a page: its name in the form, its title, columns and lines."""

    name: str
    title: Message
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that are given out."""
        return tuple(line for line in self.lines if line.shown)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: what it is called, its title, and its parts."""

    name: Message
    title: Message
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A whole workbook: what kind of form of which workspace, period and scope, and its pages.

    `records` has the digest of each record's text that a line stands in.
    """

    kind: str
    workspace: str
    period: str
    scope: str
    pages: tuple[Page, ...]
    records: Mapping[str, str] = field(default_factory=dict)

    def lines(self) -> Mapping[str, tuple[Part, Line]]:
        """Every line by its id, with the part it stands in."""
        return {line.id: (part, line) for page in self.pages for part in page.parts for line in part.lines}

    def columns(self) -> Mapping[str, tuple[Column, ...]]:
        """The columns of each part."""
        return {part.name: part.columns for page in self.pages for part in page.parts}
