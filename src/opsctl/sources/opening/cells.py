"""Cells of a workbook as the text a person sees: exact decimals, ISO days and durations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

# What Excel keeps of a number; further digits are an accident of binary fractions.
_DIGITS = 15
_LARGEST = 10.0**_DIGITS
_EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = (date(1990, 1, 1) - _EPOCH).days, (date(2100, 12, 31) - _EPOCH).days

Value = int | float | str | bool | time | date | datetime | timedelta


def shown(value: Value) -> str:
    """
    The text of a cell.

    A whole number of more than 15 digits is written as Excel shows it (`6.01234567890123E+17`): its last digits are
    lost, so it is neither a number nor an id any more.
    """
    return value if isinstance(value, str) else AS_TEXT[type(value)](value)


def serial_day(value: Value) -> str | None:
    """The day behind a number that a day's column has, when it lies between 1990 and 2100; else None."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not FIRST_SERIAL <= value <= LAST_SERIAL + 1:
        return None
    return _moment(datetime(1899, 12, 30) + timedelta(days=float(value)))


def number(value: float) -> str:
    """A number as a plain decimal of at most 15 significant digits."""
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2] if -_LARGEST < value < _LARGEST else _cut(value)
    if len(text) <= _DIGITS and "e" not in text:
        return text
    if abs(value) >= _LARGEST or value != value:
        return _cut(value)
    return f"{Decimal(f'{value:.{_DIGITS}g}'):f}"


def is_cut(text: str) -> bool:
    """Say whether a number's text stands for one of more digits than a workbook keeps, such as an id."""
    return "E+" in text


def _cut(value: float) -> str:
    return f"{value:.14E}"


def _whole(value: int) -> str:
    return str(value) if -_LARGEST < value < _LARGEST else _cut(value)


@lru_cache(maxsize=1 << 12)
def _moment(value: datetime) -> str:
    if value.microsecond:
        # Fractions of a second come from days counted in binary.
        value = value.replace(microsecond=0) + timedelta(seconds=value.microsecond >= 500_000)
    return value.isoformat(" ").removesuffix(" 00:00:00")


def _duration(value: time | timedelta) -> str:
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


AS_TEXT: dict[type, Callable[[Any], str]] = {
    str: str,
    float: number,
    int: _whole,
    bool: lambda value: "TRUE" if value else "FALSE",
    datetime: _moment,
    date: date.isoformat,
    time: _duration,
    timedelta: _duration,
}
