"""
The right spelling of a value that can only mean one thing: full-width digits, dates with slashes, thousands marks.

Spreadsheets and chat groups write numbers and dates in many ways. Where the meaning is certain, the spelling that
records use is offered; where there are two ways to read a value (`01/02/2026`), nothing is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from opsctl.period import parse_period
from opsctl.quantity import parse_amount, parse_rate

_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．，－＋：／", "0123456789%.,-+:/")
_SPACED_PERCENT = re.compile(r"([+-]?[0-9.]+)\s+%")
_MONTH = re.compile(r"([0-9]{4})(?:年|[-/])([0-9]{1,2})月?")
_DAYS = re.compile(r"([0-9]{1,4}) ?(?:d|D|天|日|days?)")
_CURRENCY = re.compile(r"[a-zA-Z]{3}")
_WHOLE = re.compile(r"[0-9]{1,3}(?:[,_][0-9]{3})*|[0-9]+")
_DAY = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PERIOD = re.compile(r"([0-9]{4})-?([whq])([0-9]{1,2})", re.IGNORECASE)
_FLAGS = {"yes": "true", "no": "false", "是": "true", "否": "false", "True": "true", "False": "false"}


def respelled(kind: str, written: str) -> str | None:
    """The spelling that records use for a bad value of that kind; None where its meaning is not certain."""
    read = _READERS.get(kind)
    found = read(written.strip().translate(_HALF_WIDTH)) if read else None
    return None if found == written else found


def choice(choices: Iterable[str], written: str) -> str | None:
    """The one of these words that was written with capitals, spaces or full-width letters; None where it is another."""
    plain = unicodedata.normalize("NFKC", written).strip().casefold()
    return next((each for each in choices if each.casefold() == plain and each != written), None)


def _day(text: str) -> str | None:
    match = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _amount(text: str) -> str | None:
    plain = text.replace(",", "_") if _THOUSANDS.fullmatch(text) else text
    return plain if parse_amount(plain) is not None else None


def _rate(text: str) -> str | None:
    close = _SPACED_PERCENT.sub(r"\1%", text)
    return close if parse_rate(close) is not None else None


def _whole(text: str) -> str | None:
    return text.replace(",", "").replace("_", "") if _WHOLE.fullmatch(text) else None


def _days(text: str) -> str | None:
    match = _DAYS.fullmatch(text)
    return f"{match[1]}d" if match else None


def _currency(text: str) -> str | None:
    return text.upper() if _CURRENCY.fullmatch(text) else None


def _either(text: str) -> str | None:
    return _amount(text) or _rate(text)


def _period(text: str) -> str | None:
    match, month = _PERIOD.fullmatch(text), _MONTH.fullmatch(text)
    if month is not None and 1 <= int(month[2]) <= 12:
        return f"{month[1]}-{month[2].zfill(2)}"
    if match is None:
        return _day(text)
    kind = match[2].upper()
    label = f"{match[1]}-{kind}{match[3].zfill(2) if kind == 'W' else match[3]}"
    return label if parse_period(label) is not None else None


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "day": _day,
    "amount": _amount,
    "weight": _amount,
    "factor": _amount,
    "number": _either,
    "goal_value": _either,
    "rate": _rate,
    "share": _rate,
    "period": _period,
    "flag": _FLAGS.get,
    "whole": _whole,
    "days": _days,
    "currency": _currency,
}
