"""A rule of the team's own: which records it looks at, what they have to meet, and what to say where they do not."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from opsctl.records.base import Name, Record, Text, reading

_CODE = re.compile(r"[A-Z]{2,8}[1-9][0-9]{2}")


def _code(text: str) -> str | None:
    return text if _CODE.fullmatch(text) else None


Code = Annotated[str, reading("code", _code, ())]


class Words(Name):
    """A text of any length in Chinese and English; one plain text serves both languages."""

    zh: Text
    en: Text


class OwnRule(Record):
    """A rule as data; `select`, `where`, `require` and the gaps of `message` are read by the expression language."""

    name: Name
    code: Code
    severity: Literal["error", "warning", "info"] = "error"
    rigor: Literal["start", "standard", "strict"] = "start"
    since: Text | None = None
    select: Literal[
        "team",
        "role",
        "person",
        "store",
        "metric",
        "calendar",
        "fx",
        "target",
        "source",
        "plan",
        "review",
        "rule",
        "scenario",
    ]
    where: Text | None = None
    require: Text
    message: Words
    at: Text | None = None
    why: Words | None = None
