"""Short ways to write exports with real writers, and to open them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from tests.sources.reading import DAYS, source

from opsctl.records.source import Source
from opsctl.sources.opening.files import DataFile, Unusable
from opsctl.sources.opening.opened import opened

TITLES = ["统计日期", "店铺名称", "访客数", "支付金额"]
ROWS: list[list[Any]] = [["2026-06-01", "晨禾旗舰店", 100, 10.25], ["2026-06-02", "晨禾旗舰店", 90, 8.5]]
CHINESE: dict[str, Any] = {
    **DAYS,
    "columns": dict(zip(("at", "shop", "visits", "paid"), TITLES, strict=True)),
    "store": {"column": "shop", "map": {"晨禾旗舰店": "north"}},
}


def chinese(**changes: Any) -> Source:
    """A source of days with Chinese titles."""
    return source(CHINESE, **changes)


def text(rows: Iterable[Any], delimiter: str = ",") -> str:
    """Rows as separated text."""
    return "".join(delimiter.join(map(str, row)) + "\n" for row in rows)


def xlsx(sheets: Mapping[str, Sequence[Any]]) -> bytes:
    """A workbook as openpyxl writes it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def xls(sheets: Mapping[str, Sequence[Any]]) -> bytes:
    """A workbook in the old format."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(at, column, value)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def tables(folder: Path, mapping: Source, name: str, content: bytes | str) -> list[DataFile | Unusable]:
    """Everything that opening one file gives; what is written lies in `scratch`."""
    path, scratch = folder / name, folder / "scratch"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    scratch.mkdir(exist_ok=True)
    return list(opened(mapping, mapping.files[0], path, name, scratch / "1"))


def table(folder: Path, mapping: Source, name: str, content: bytes | str) -> DataFile:
    """The only table of a file."""
    (found,) = tables(folder, mapping, name, content)
    assert isinstance(found, DataFile), found
    return found


def refused(folder: Path, mapping: Source, name: str, content: bytes | str) -> tuple[str, dict[str, str]]:
    """Why nothing can be read: the sentence's id and what fills it."""
    (found,) = tables(folder, mapping, name, content)
    assert isinstance(found, Unusable), found
    return found.message.id, dict(found.message.params)


def rows(file: DataFile) -> list[list[str]]:
    """The rows that the engine will read, without the header."""
    with Path(file.path).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))[1:]
