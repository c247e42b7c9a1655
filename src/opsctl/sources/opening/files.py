"""A file of a source after it was opened: a table to read, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from opsctl.diagnostics import Message

if TYPE_CHECKING:
    from opsctl.records.source import SourceFile

ROW = "#row"
# What stands where a text was read or written in the wrong encoding by somebody else, before it came here.
GARBLED = ("\ufffd", "锟斤拷")
_KINDS = {
    "opening.broken_byte": "encoding",
    "opening.garbled": "encoding",
    "opening.garbled_whole": "encoding",
    "sources.encoding": "encoding",
    "opening.no_header": "unknown-header",
    "sources.no_column": "unknown-header",
    "sources.no_column_meant": "unknown-header",
    "sources.header_twice": "header-twice",
    "opening.row_length": "broken-row",
    "sources.broken_csv": "broken-row",
    "opening.no_sheet": "no-sheet",
    "sources.no_files": "no-files",
    "sources.file_twice": "file-twice",
    "opening.serial_days": "serial-day",
    "opening.cut_numbers": "cut-number",
    "sources.hidden_sheets": "hidden-sheets",
}


def kind_of(said: Message) -> str:
    """The stable name, for machines, of what is wrong with a file; `unreadable` where it has no name of its own."""
    return _KINDS.get(said.id, "unreadable")


@dataclass(frozen=True, slots=True)
class Told:
    """Something noticed while a table was opened, which changes none of its numbers: what, and in how many rows."""

    message: Message
    rows: int = 0


@dataclass(frozen=True, slots=True)
class DataFile:
    """
    A table to read.

    `name` is for people, `path` for the engine. CSV has a `header` of unique titles. `first_row` is the number of the
    first data row in the original. `numbered`: the CSV was rewritten, and its first column `#row` has the number of
    each row in the original. `notes` are the lines before and after the table; `left_out` counts the rows that belong
    to the page and not to the table; `told` is what was noticed. `rewritten` is where a CSV that the engine cannot
    read as it stands may be written anew.
    """

    name: str
    path: str
    kind: str
    spec: SourceFile
    header: tuple[str, ...] = ()
    first_row: int = 2
    numbered: bool = False
    notes: tuple[str, ...] = ()
    left_out: int = 0
    told: tuple[Told, ...] = ()
    rewritten: str = ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file, or a pattern that found none, with the reason why nothing can be read from it."""

    name: str
    message: Message


class Refused(Exception):
    """A file, or one table of it, cannot be read; `said` is the sentence."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.id)
        self.said = said
