"""Where the rows come from: files inside the workspace, or a warehouse reached through an environment variable."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from opsctl.records.base import Record, Text, reading, wrong
from opsctl.records.source.columns import SourceColumn
from opsctl.records.source.conditions import Alias, Condition

_GLOB = re.compile(r"(?![A-Za-z]:)[^\\\x00-\x1f/]+(?:/[^\\\x00-\x1f/]+)*")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,127}")
_TABLE = re.compile(r"[^\W\d][\w$]{0,127}(?:\.[^\W\d][\w$]{0,127}){0,2}")
_LONGEST_PATH, _LONGEST_NAME = 1024, 255


def _glob(text: str) -> str | None:
    parts = text.split("/")
    safe = _GLOB.fullmatch(text) and len(text) <= _LONGEST_PATH and not {".", ".."} & set(parts)
    # A part is a file's or folder's name, and `**` stands for folders only where it is a part of its own.
    plain = all(len(part.encode()) <= _LONGEST_NAME and (part == "**" or "**" not in part) for part in parts)
    return text if safe and plain and text.strip() == text else None


def _variable(text: str) -> str | None:
    return text if _VARIABLE.fullmatch(text) else None


def _table(text: str) -> str | None:
    return text if _TABLE.fullmatch(text) else None


def as_files(value: object) -> object:
    """One path or several as the entries they stand for."""
    if isinstance(value, str):
        if _glob(value) is None:
            raise wrong("glob", value)
        return [{"path": value}]
    return (
        [{"path": entry} if isinstance(entry, str) else entry for entry in value] if isinstance(value, list) else value
    )


Glob = Annotated[str, reading("glob", _glob, ())]
Variable = Annotated[str, reading("variable", _variable, ())]
TableName = Annotated[str, reading("table", _table, ())]


class SourceFile(Record):
    """Files of one layout: a path or glob, columns named differently there, and conditions of their own."""

    path: Glob
    sheet: Text | None = None
    columns: dict[Alias, SourceColumn] = Field(default_factory=dict)
    where: tuple[Condition, ...] = ()


class Connection(Record):
    """A warehouse: the environment variable that holds its address. The address itself stands in no file."""

    env: Variable
