"""The day or period of all rows of a file, read from its name or from the lines before its header."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from opsctl.diagnostics import Message, message
from opsctl.period import parse_period
from opsctl.records.source import Source

_DAY = r"(20[0-9]{2})(?:[-._/]?([0-9]{2})[-._/]?([0-9]{2})|年([0-9]{1,2})月([0-9]{1,2})日)"
_PERIOD = r"(20[0-9]{2}(?:-W[0-9]{2}|-Q[1-4]|-H[12]|[-._年]?[0-9]{1,2}(?![0-9])月?|(?![0-9])))"
_MONTH = re.compile(r"(20[0-9]{2})[-._年]?([0-9]{1,2})月?")
_HOLES = re.compile(r"(\{day\}|\{period\}|\*)")


def moment(source: Source, name: str, notes: Iterable[str]) -> date | str | Message | None:
    """
    The day, or the period's label, that a file's rows all have; None where they carry their own.

    A sentence where the name or the lines before the header do not say it, or speak of several days.
    """
    when = source.day or source.period
    if when is None or when.column is not None:
        return None
    if when.file_name is not None:
        found, where = _named(when.file_name, name), when.file_name
    else:
        found, where = _noted(when.preamble or "", notes, source.day is not None), when.preamble or ""
    if not found:
        return message("sources.no_day_in_name", pattern=where)
    if len(found) > 1:
        return message("sources.several_days", first=min(found), last=max(found))
    text = next(iter(found))
    return date.fromisoformat(text) if source.day is not None else text


def _named(pattern: str, name: str) -> set[str]:
    stem = name.rpartition(" › ")[0] or name
    stem = stem.rpartition("/")[2]
    holes = {"{day}": f"(?P<day_N>{_DAY})", "{period}": f"(?P<period_N>{_PERIOD})", "*": ".*?"}
    parts = _HOLES.split(pattern)
    spelled = [
        holes[part].replace("_N", f"_{at}") if part in holes else re.escape(part) for at, part in enumerate(parts)
    ]
    match = re.search("".join(spelled), stem)
    groups = match.groupdict() if match else {}
    return {label for text in groups.values() if text and (label := _label(text))}


def _noted(word: str, notes: Iterable[str], by_day: bool) -> set[str]:
    """The days (or the period) of the lines with that word; other days before the header count as well."""
    lines = list(notes)
    own = [line for line in lines if word in line]
    if not own:
        return set()
    pattern = _DAY if by_day else _PERIOD
    asked = lines if by_day else own
    found = (match[0] for line in asked for match in re.finditer(pattern, line))
    return {label for text in found if (label := _label(text))}


def _label(text: str) -> str | None:
    whole = re.fullmatch(_DAY, text)
    if whole:
        year, *parts = (part for part in whole.groups() if part)
        try:
            return date(int(year), int(parts[0]), int(parts[1])).isoformat()
        except ValueError:
            return None
    month = _MONTH.fullmatch(text)
    label = f"{month[1]}-{int(month[2]):02}" if month else text
    return label if parse_period(label) is not None else None
