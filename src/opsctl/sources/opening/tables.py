"""
One clean table out of the rows of a page: header, data rows and their numbers; everything else counted and left out.

Rows pass one by one, so that a file of any length takes the same memory.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from opsctl.diagnostics import Message, message, some
from opsctl.sources.opening.files import GARBLED, ROW, Refused
from opsctl.sources.opening.header import MOST_COLUMNS, ROWS, Header, noted, sought
from opsctl.sources.opening.titles import same, trimmed
from opsctl.sources.opening.wanted import Wanted

_TITLES_SHOWN = 6
_LEAST_FOOTER = 4
_MOST_FOOTERS = 50
_DIGIT = re.compile(r"\d")

Row = tuple[int, list[str]]


@dataclass(slots=True)
class Watch:
    """What whoever makes rows saw pass: `garbled` turns true with the first text that was garbled before it came."""

    garbled: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A table that was written: its titles, where its rows began, the lines around it, how many rows were left out."""

    titles: tuple[str, ...]
    first_row: int
    notes: tuple[str, ...]
    left_out: int


def begun(rows: Iterator[Row], wanted: Wanted) -> tuple[Header | None, list[Row]]:
    """The header among the first rows, and those rows, which were taken from the iterator to find it."""
    first = list(islice(rows, ROWS + 2))
    return sought([row for _, row in first], wanted), first


def missing(first: Iterable[Row], wanted: Wanted) -> Message:
    """What to say of a table without a header: which columns were sought, and what its fullest early row says."""
    fullest = max((row for _, row in first), key=lambda row: sum(map(bool, row)), default=[])
    there = [title for title in map(trimmed, fullest) if title]
    if not there:
        return message("sources.empty")
    asked = [names[0] for names in wanted.columns] or list(wanted.find)
    return message("opening.no_header", rows=ROWS, sought=shortly(asked), there=shortly(there))


def checked(header: Header) -> Header:
    """The header, if a mapping can use it; raises Refused for too many columns and for a title that stands twice."""
    if len(header.titles) > MOST_COLUMNS:
        raise Refused(message("opening.too_wide", count=len(header.titles), most=MOST_COLUMNS))
    if header.twice:
        raise Refused(message("sources.header_twice", columns=shortly(header.twice)))
    return header


def shortly(titles: Iterable[str]) -> str:
    """A few titles in a sentence."""
    shown = [title[:40] for title in islice(titles, _TITLES_SHOWN + 1)]
    return some(shown, _TITLES_SHOWN)


def written(
    header: Header, rows: Iterable[Row], wanted: Wanted, to: Path, *, ragged: bool, watch: Watch | None = None
) -> Written:
    """
    Write the rows after the header as UTF-8 CSV with each row's number.

    `ragged`: a row may be shorter or longer than the header, as in a workbook, where each cell has a place of its own.
    In a text a row of another length is broken, unless only columns that nobody asked for are missing.
    """
    sheet = _Sheet(checked(header), wanted, ragged, watch or Watch())
    with to.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow([ROW, *header.titles])
        out.writerows(_kept(sheet, rows))
    return Written(
        titles=header.titles,
        first_row=sheet.first or header.last + 1,
        notes=(*header.notes, *noted([row for _, row in sheet.footers])),
        left_out=sheet.left_out + len(sheet.footers),
    )


@dataclass(slots=True)
class _Sheet:
    """A table while it is written: `first` row written, rows `left_out`, and those that may turn out to be footers."""

    header: Header
    wanted: Wanted
    ragged: bool
    watch: Watch
    first: int = 0
    left_out: int = 0
    footers: list[Row] = field(default_factory=list)
    needed: list[int] = field(default_factory=list)
    day: int | None = None

    def __post_init__(self) -> None:
        known, days = self.wanted.known, set(map(same, self.wanted.days))
        places = list(enumerate(map(same, self.header.titles)))
        self.needed = [at for at, title in places if title in known]
        self.day = next((at for at, title in places if title in days), None)


def _kept(sheet: _Sheet, rows: Iterable[Row]) -> Iterator[list[Any]]:
    """The rows to write, each behind its number; the usual one, as wide as the header, takes the short way."""
    width, header, watch = len(sheet.header.titles), sheet.header.row, sheet.watch
    for number, row in rows:
        if number <= sheet.header.last:
            sheet.left_out += number < sheet.header.last and any(row)
        elif len(row) != width or width < 3 or not (row[0] and row[1]) or row[0].isspace() or row[1].isspace():
            yield from _unusual(sheet, number, row)
        elif row == header:
            sheet.left_out += 1
        else:
            if sheet.footers or watch.garbled or not sheet.first:
                yield from _flushed(sheet, number)
                _refuse_garbled(sheet, number, row)
            yield [number, *row]


def _unusual(sheet: _Sheet, number: int, row: list[str]) -> Iterator[list[Any]]:
    """A row that may be blank, a repeated header, a footer or one of another length."""
    if row == sheet.header.row or not any(map(str.strip, row)):
        sheet.left_out += 1
    elif _is_footer(row, len(sheet.header.titles)) and len(sheet.footers) < _MOST_FOOTERS:
        sheet.footers.append((number, row))
    else:
        yield from _flushed(sheet, number)
        _refuse_garbled(sheet, number, row)
        yield [number, *_fitted(sheet, number, row)]


def _flushed(sheet: _Sheet, number: int) -> Iterator[list[Any]]:
    """What looked like footers until a row came after them."""
    for earlier, row in sheet.footers:
        yield [earlier, *_fitted(sheet, earlier, row)]
        sheet.first = sheet.first or earlier
    sheet.footers.clear()
    sheet.first = sheet.first or number


def _fitted(sheet: _Sheet, number: int, row: list[str]) -> Sequence[str]:
    """The row at the header's width; raises Refused where a text's row lost or gained cells that matter."""
    width = len(sheet.header.titles)
    if not sheet.ragged:
        over = len(row) > width and any(map(str.strip, row[width:]))
        # A row whose day is no day, such as a total, is no data that could have lost its end.
        day = sheet.day
        dated = day is None or day >= len(row) or bool(_DIGIT.search(row[day]))
        if over or (len(row) <= max(sheet.needed, default=-1) and dated):
            raise Refused(message("opening.row_length", row=number, cells=len(row), columns=width))
    return [*row[:width], *[""] * (width - len(row))]


def _refuse_garbled(sheet: _Sheet, number: int, row: list[str]) -> None:
    for at in sheet.needed if sheet.watch.garbled else ():
        if at < len(row) and any(mark in row[at] for mark in GARBLED):
            raise Refused(message("opening.garbled", row=number, column=sheet.header.titles[at]))


def _is_footer(row: list[str], width: int) -> bool:
    """A row that has only its first cell, and words in it; at the end of a table it is a remark about the table."""
    text = row[0].strip()
    if not text or _DIGIT.match(text) or width < 3 or any(map(str.strip, row[1:])):
        return False
    length = sum(1 if letter.isascii() else 2 for letter in text)
    return length >= _LEAST_FOOTER and any(map(str.isalpha, text))
