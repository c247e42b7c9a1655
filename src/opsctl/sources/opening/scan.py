"""
A zipped workbook looked over before anything reads it: how large it really is, and the cells a reader would lose.

Readers give a blank for an error (`#N/A`) and for a formula that nobody has worked out yet; neither is a blank.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from opsctl.diagnostics import message
from opsctl.sources.opening.files import GARBLED, Refused

_PIECE = 1 << 18
_RATIO = 250
_SMALL = 1 << 24
_SURELY_FINE = 2_000_000
_CELLS_A_BYTE = 3
_SPARSE = 100
_LARGE_BOX = 50_000_000
_LARGEST_FRAME = 1 << 23
_READ = re.compile(r"xl/(workbook|styles|sharedStrings|worksheets/[^/]+)\.(xml|bin)|content\.xml")
_NAMESPACE = re.compile(r"\{[^}]*\}")
_CELL = rb"<(?:\w+:)?c\s([^<>]*)>"
_ERROR = re.compile(rb"<(?:\w+:)?c\s([^<>]*\bt=[\"']e[\"'][^<>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(_CELL + rb"\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>([^<]*)</(?:\w+:)?f>)(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v[^<>/]*>([^<]*)</(?:\w+:)?v>")
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_WIDE = re.compile(rb' r="([A-Z]{2,3})[0-9]')
_WIDE_OTHER = re.compile(rb" r='([A-Z]{2,3})[0-9]")
_GARBLED = tuple(mark.encode() for mark in GARBLED)
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*?\br=[\"']([0-9]{1,7})[\"']")
_ODS_ERROR = re.compile(
    rb"value-type=\"error\"|<text:p>(?:#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:[0-9]{3})<"
)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Book:
    """
    What the look found.

    `lost`: by sheet, the cells (row and column from 0) that are an error or an unfinished formula, with what they say;
    `garbled`: whether a text was garbled before it came; `from_1904`: whether days count from 1904.
    """

    lost: dict[str, dict[Place, str]]
    garbled: bool = True
    from_1904: bool = False


@dataclass(slots=True)
class _Look:
    """The look so far: how many cells may still come, which formulas are lost, and what was seen."""

    cells_left: int
    unfinished: bool = False
    every_formula: bool = False
    garbled: bool = False


def looked_over(path: Path, *, every_formula: bool = False) -> Book:
    """Look over a zipped workbook; raises Refused where it is broken, not what it says, or a bomb.

    With `every_formula` even one that has a value counts as lost.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _looked(archive, path.stat().st_size, every_formula)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError) as error:
        raise Refused(message("opening.broken_book")) from error


def _looked(archive: zipfile.ZipFile, size: int, every_formula: bool) -> Book:
    parts = [info for info in archive.infolist() if _READ.fullmatch(info.filename)]
    if len({info.filename for info in parts}) < len(parts):
        raise Refused(message("opening.broken_book"))
    for info in parts:
        if info.file_size > _SMALL and info.file_size > _RATIO * max(1, info.compress_size):
            raise Refused(message("opening.bomb"))
        if info.flag_bits & 1:
            raise Refused(message("opening.password"))
    names = archive.namelist()
    if "xl/workbook.xml" in names:
        return _workbook(archive, size, every_formula)
    look = _Look(0)
    for info in parts:
        for piece in _pieces(archive, info.filename, b">", look):
            if info.filename == "content.xml" and _ODS_ERROR.search(piece):
                raise Refused(message("opening.error_cells"))
    return Book({})


def _workbook(archive: zipfile.ZipFile, size: int, every_formula: bool) -> Book:
    frame = _tree(archive, "xl/workbook.xml")
    links = {link.get("Id"): link.get("Target") or "" for link in _tree(archive, "xl/_rels/workbook.xml.rels")}
    settings = {key: value for node in frame for key, value in node.items()}
    unfinished = settings.get("fullCalcOnLoad") in ("1", "true")
    look = _Look(size * _CELLS_A_BYTE + _SURELY_FINE, unfinished, every_formula)
    lost: dict[str, dict[Place, str]] = {}
    for sheet in (node for group in frame if _bare(group.tag) == "sheets" for node in group):
        target = next((links.get(value, "") for key, value in sheet.items() if _bare(key) == "id"), "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.namelist() and part.startswith("xl/worksheets/"):
            lost[sheet.get("name") or ""] = _sheet(archive, part, look)
    if "xl/sharedStrings.xml" in archive.namelist():
        for _ in _pieces(archive, "xl/sharedStrings.xml", b">", look):
            pass
    return Book(lost, look.garbled, settings.get("date1904") in ("1", "true"))


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as stream:
        whole = stream.read(_LARGEST_FRAME)
    if b"<!DOCTYPE" in whole or len(whole) == _LARGEST_FRAME:
        raise Refused(message("opening.broken_book"))
    try:
        return ElementTree.fromstring(whole)
    except ElementTree.ParseError:
        raise Refused(message("opening.broken_book")) from None


def _bare(name: str) -> str:
    return _NAMESPACE.sub("", name)


def _pieces(archive: zipfile.ZipFile, name: str, until: bytes, look: _Look) -> Iterator[bytes]:
    """The part in pieces that end behind that mark; raises Refused where it grows beyond all measure."""
    info = archive.getinfo(name)
    most = max(_SMALL, _RATIO * info.compress_size)
    rest, size = b"", 0
    with archive.open(name) as stream:
        while piece := stream.read(_PIECE):
            if not size and b"<!DOCTYPE" in piece[:4096]:
                raise Refused(message("opening.broken_book"))
            size += len(piece)
            if size > most:
                raise Refused(message("opening.bomb"))
            look.garbled = look.garbled or any(mark in piece for mark in _GARBLED)
            whole = rest + piece
            cut = whole.rfind(until) + len(until)
            if cut < len(until):
                # A single row this long is no row of a table.
                cut = len(whole) if len(whole) > _SMALL else 0
            rest = whole[cut:]
            if cut:
                yield whole[:cut]
    yield rest


def _sheet(archive: zipfile.ZipFile, part: str, look: _Look) -> dict[Place, str]:
    """Look over one sheet: how much it claims to be, and its lost cells."""
    lost: dict[Place, str] = {}
    cells, row, columns = 0, 1, 26
    for piece in _pieces(archive, part, b"</row>", look):
        here = piece.count(b"<c ") + piece.count(b"<c>")
        cells += here
        look.cells_left -= here
        columns = max(columns, _columns(piece))
        last = _ROW.findall(piece[-(1 << 12) :]) or _ROW.findall(piece)
        row = max(row, int(last[-1]) if last else 1)
        if look.cells_left < 0 or (row * columns > _LARGE_BOX and row * columns > _SPARSE * max(1, cells)):
            raise Refused(message("opening.bomb"))
        if b'="e"' in piece or b"='e'" in piece:
            _errors(piece, lost)
        if b"<f" in piece or b":f>" in piece or b":f " in piece:
            _formulas(piece, lost, look)
    return lost


def _columns(piece: bytes) -> int:
    """How many columns a sheet may have, by the letters of the cells' names."""
    wide = _WIDE if b' r="' in piece else _WIDE_OTHER
    return (26, 702, 16_384)[max(map(len, wide.findall(piece)), default=1) - 1]


def _errors(piece: bytes, lost: dict[Place, str]) -> None:
    for found in _ERROR.finditer(piece):
        value = _VALUE.search(found[2])
        _lose(lost, found[1], value[1].decode("utf-8", "replace") if value else "#ERROR")


def _formulas(piece: bytes, lost: dict[Place, str], look: _Look) -> None:
    """Formulas without a value, or with the 0 that a program writes which asks Excel to work them out on opening."""
    for found in _FORMULA.finditer(piece):
        value = _VALUE.search(found[3])
        is_text = b't="str"' in found[1] or b"t='str'" in found[1]
        is_empty = (value is None or not value[1]) and not is_text
        is_unfinished = look.unfinished and value is not None and value[1] == b"0"
        if is_empty or is_unfinished or look.every_formula:
            _lose(lost, found[1], "=" + (found[2] or b"").decode("utf-8", "replace")[:100])


def _lose(lost: dict[Place, str], attributes: bytes, text: str) -> None:
    place = _PLACE.search(attributes)
    if place is None:
        # Without a place of its own nobody can say which cell it is.
        raise Refused(message("opening.error_cells"))
    column = 0
    for letter in place[1]:
        column = column * 26 + letter - 64
    lost[(int(place[2]) - 1, column - 1)] = text
