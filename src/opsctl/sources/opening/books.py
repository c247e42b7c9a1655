"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS): the sheets that are asked for, or that fit, as rows of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opsctl.diagnostics import Listed, Message, message, some
from opsctl.sources.opening.cells import AS_TEXT, is_cut, serial_day
from opsctl.sources.opening.files import Refused
from opsctl.sources.opening.header import Header
from opsctl.sources.opening.oldbooks import errors, is_old
from opsctl.sources.opening.scan import Book, Place, looked_over
from opsctl.sources.opening.titles import same
from opsctl.sources.opening.wanted import Wanted

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SHEETS_SHOWN = 5


@dataclass(slots=True)
class Sheet:
    """
    A sheet on its way to a table: its name, its rows of values, and what was noticed in the columns that matter.

    `lost` has the cells whose value a reader does not give; `garbled` says that a text somewhere is, as far as it is
    known; `from_1904` that bare numbers are no days; `hidden` are the sheets of its book that nobody sees or asked for.
    """

    name: str
    values: Iterator[list[Any]]
    first_column: int = 0
    lost: dict[Place, str] = field(default_factory=dict)
    garbled: bool = True
    from_1904: bool = False
    hidden: tuple[str, ...] = ()
    days: frozenset[int] = frozenset()
    needed: list[tuple[int, str]] = field(default_factory=list)
    serials: int = 0
    cut: dict[str, int] = field(default_factory=dict)

    def know(self, header: Header, wanted: Wanted) -> None:
        """Learn which columns are days and which are mapped."""
        days = set(map(same, wanted.days))
        places = [(at, title) for at, title in enumerate(header.titles) if same(title) in wanted.known]
        self.needed = places
        self.days = frozenset(at for at, title in places if same(title) in days)

    def text(self, number: int, values: list[Any]) -> list[str]:
        """One row as text; numbers in a day's column that can only be days become days."""
        row = [value if type(value) is str else AS_TEXT[type(value)](value) for value in values]
        for at in self.days:
            if at < len(row) and type(values[at]) is not str and not self.from_1904 and (day := serial_day(values[at])):
                row[at] = day
                self.serials += 1
        for at, title in self.needed:
            if at < len(row) and is_cut(row[at]) and type(values[at]) is not str:
                self.cut[title] = self.cut.get(title, 0) + 1
        if self.lost:
            for at in range(len(row)):
                if said := self.lost.get((number - 1, at + self.first_column)):
                    row[at] = said
        return row

    def told(self) -> Iterator[tuple[Message, int]]:
        """What was noticed, each with the number of rows."""
        if self.serials:
            yield message("opening.serial_days", count=self.serials), self.serials
        for title, count in sorted(self.cut.items()):
            yield message("opening.cut_numbers", column=title, count=count), count
        if self.hidden:
            names = some([name[:40] for name in self.hidden], _SHEETS_SHOWN)
            yield message("sources.hidden_sheets", count=len(self.hidden), names=names), 0


def sheets(path: Path, wanted: Wanted) -> Iterator[Sheet]:
    """The sheets of a workbook that may be tables, one after the other; raises Refused."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    seen = Book(errors(path)) if is_old(path) else looked_over(path)
    try:
        with path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as book:
            chosen = _chosen(book, wanted)
            hidden = () if wanted.sheets else tuple(name for name in _hidden(book) if name not in chosen)
            for name in chosen:
                yield _opened(book.get_sheet_by_name(name), name, seen, hidden)
    except PasswordError:
        raise Refused(message("opening.password")) from None
    except (CalamineError, ValueError, OSError, OverflowError):
        raise Refused(message("opening.broken_book")) from None


def _chosen(book: CalamineWorkbook, wanted: Wanted) -> list[str]:
    """The sheets that are named; without names, every visible one."""
    names = _named(book)
    if not names:
        raise Refused(message("opening.broken_book"))
    if not wanted.sheets:
        hidden = _hidden(book)
        return [name for name in names if name not in hidden] or names
    found = [name for name in names if any(fnmatchcase(name, pattern) for pattern in wanted.sheets)]
    if not found:
        there = Listed(name[:40] for name in names[:6])
        raise Refused(message("opening.no_sheet", wanted=Listed(wanted.sheets), there=there))
    return found


def _named(book: CalamineWorkbook) -> list[str]:
    return [one.name for one in book.sheets_metadata if "WorkSheet" in str(one.typ)]


def _hidden(book: CalamineWorkbook) -> list[str]:
    unseen = {one.name for one in book.sheets_metadata if not str(one.visible).endswith(".Visible")}
    return [name for name in _named(book) if name in unseen]


def _opened(sheet: CalamineSheet, name: str, seen: Book, hidden: tuple[str, ...]) -> Sheet:
    lost = seen.lost.get(name)
    return Sheet(
        name,
        iter(sheet.iter_rows()) if sheet.start is not None else iter(()),
        sheet.start[1] if sheet.start is not None else 0,
        lost or {},
        seen.garbled,
        seen.from_1904,
        hidden,
    )
