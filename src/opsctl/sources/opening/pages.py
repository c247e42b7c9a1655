"""Tables in HTML, which many back ends write and call `.xls`: rows of text, as they come by."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.sources.opening.encodings import encoding, pieces
from opsctl.sources.opening.files import Refused

_MOST_SPANNED = 1_000
_LONGEST_CELL = 1 << 18
_PIECE = 1 << 16


class _Reader(HTMLParser):
    """Collects the rows of all tables; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, list[str]]] = []
        self.table = 0
        self._depth = 0
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._length = 0
        self._span = 1
        # Columns that a cell of an earlier row still covers, with how many rows more.
        self._covered: dict[int, int] = {}
        self._below: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; end tags of rows and cells are optional in HTML."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.table += 1
                self._covered = {}
        elif tag == "tr" and self._depth == 1:
            self._end_row()
            self._row = []
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            self._row = self._row if self._row is not None else []
            self._begin_cell(dict(attrs))
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
            self._depth -= 1
        elif tag == "tr" and self._depth == 1:
            self._end_row()
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self._cell is not None:
            self._length += len(data)
            if self._length > _LONGEST_CELL:
                raise Refused(message("opening.long_cell"))
            self._cell.append(data)

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        row = self._row if self._row is not None else []
        while self._covered.get(len(row), 0):
            row.append("")
        self._cell, self._length = [], 0
        self._span = _number(attributes.get("colspan"))
        down = _number(attributes.get("rowspan"))
        if down > 1:
            self._below.update({len(row) + at: down for at in range(self._span)})

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row += [" ".join("".join(self._cell).split()), *[""] * (self._span - 1)]
            if len(self._row) > 20 * _MOST_SPANNED:
                raise Refused(message("opening.long_cell"))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self.rows.append((self.table, self._row))
            left = {at: rows - 1 for at, rows in self._covered.items() if rows > 1}
            self._covered = {**left, **{at: rows - 1 for at, rows in self._below.items()}}
            self._below = {}
        self._row = None


def _number(text: str | None) -> int:
    return min(_MOST_SPANNED, int(text)) if text and text.isascii() and text.isdigit() and int(text[:6]) else 1


def tables(path: Path, encodings: tuple[str, ...]) -> Iterator[tuple[int, Iterator[list[str]]]]:
    """Every table of a page with its number and rows, each to be used up before the next; raises Refused."""
    for number, rows in groupby(_rows(path, encoding(path, encodings)), key=itemgetter(0)):
        yield number, map(itemgetter(1), rows)


def _rows(path: Path, codec: str) -> Iterator[tuple[int, list[str]]]:
    reader = _Reader()
    for piece in pieces(path, codec):
        for at in range(0, len(piece), _PIECE):
            reader.feed(piece[at : at + _PIECE])
            yield from reader.rows
            reader.rows.clear()
            if len(reader.rawdata) > _LONGEST_CELL:
                raise Refused(message("opening.long_cell"))
    reader.close()
    reader._end_row()
    yield from reader.rows
