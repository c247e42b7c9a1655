"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.sources.opening.files import Refused

_START = 1 << 12
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\xfd7zXZ": "xz",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}
# Workbooks before 1995 have no container; their stream begins with this record.
_OLD_BOOKS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_PAGES = (b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"<body", b"<style", b"<div", b"<!--")


def kind(path: Path) -> str:
    """
    The kind of a file: `parquet`, `book`, `zip`, `html` or `text`.

    Raises Refused for an empty file and for those that are known and cannot be read.
    """
    with path.open("rb") as stream:
        start = stream.read(_START)
    if not start:
        raise Refused(message("sources.empty"))
    for mark, name in _OTHER.items():
        if start.startswith(mark):
            raise Refused(message("opening.other_kind", kind=name))
    if start.startswith((b"PAR1", b"PARE")):
        return "parquet"
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
        return _zipped(path)
    if start.startswith(_CFB):
        return _compound(path)
    if start.startswith(_OLD_BOOKS):
        raise Refused(message("opening.old_book"))
    return _written(start)


def _written(start: bytes) -> str:
    """Text or a page of it; some back ends write a table in HTML and call it `.xls`."""
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    plain = (start.replace(b"\x00", b"")[2:] if wide else start.removeprefix(b"\xef\xbb\xbf")).lstrip().lower()
    if plain.startswith(b"<?xml"):
        if b"schemas-microsoft-com:office:spreadsheet" in plain:
            raise Refused(message("opening.xml_book"))
        plain = plain.partition(b"?>")[2].lstrip()
    return "html" if plain.startswith(_PAGES) else "text"


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        raise Refused(message("opening.broken_zip")) from None
    is_book = "mimetype" in names or any(name.lower().startswith(("xl/", "[content_types]")) for name in names)
    return "book" if is_book else "zip"


def _compound(path: Path) -> str:
    """Old workbooks, and new ones with a password, lie in one and the same container; its folder says which."""
    with path.open("rb") as stream:
        whole = stream.read(1 << 26)
    if "EncryptedPackage".encode("utf-16-le") in whole:
        raise Refused(message("opening.password"))
    if not any(name.encode("utf-16-le") in whole for name in ("Workbook", "Book")):
        raise Refused(message("opening.no_book"))
    return "book"
