"""
Lunar New Year's Day (正月初一, Spring Festival), 2015 to 2060.

A table, because no short formula gives it. Generated once from the package borax 4.1.3, with which lunar_python,
lunardate and zhdate agree on these years.
"""

from __future__ import annotations

from datetime import date

_FIRST = 2015
_DAYS = [
    *("0219", "0208", "0128", "0216", "0205", "0125", "0212", "0201", "0122", "0210", "0129", "0217"),
    *("0206", "0126", "0213", "0203", "0123", "0211", "0131", "0219", "0208", "0128", "0215", "0204"),
    *("0124", "0212", "0201", "0122", "0210", "0130", "0217", "0206", "0126", "0214", "0202", "0123"),
    *("0211", "0201", "0219", "0208", "0128", "0215", "0204", "0124", "0212", "0202"),
]


def spring_festival(year: int) -> date | None:
    """The first day of the lunar year that begins in this year; None for years the table does not have."""
    at = year - _FIRST
    if not 0 <= at < len(_DAYS):
        return None
    return date(year, int(_DAYS[at][:2]), int(_DAYS[at][2:]))
