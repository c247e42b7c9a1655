"""
SQL that reads days as exports write them; which of day and month comes first is never guessed for a single value.

A day that begins with its four-digit year has one meaning. `4/5/26` has three: an order, stated or shown by all values
of a column together, decides, and without one it reads as NULL.
"""

from __future__ import annotations

from typing import Literal

from opsctl.sources.numbers import half_width

Order = Literal["ymd", "mdy", "dmy"]
ORDERS: tuple[Order, ...] = ("ymd", "mdy", "dmy")

_TIME = r"([ T][0-9:.]+( ?[-+][0-9]{2}:?[0-9]{2})?| ?[0-9]{1,2}时[0-9]{1,2}分([0-9]{1,2}秒)?)?"
_ISO_DAY = r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}([ T][0-9:.]+)?"
_OTHER_DAY = (
    r"((19|20|21)[0-9]{2})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2})"
    r"|年 ?([0-9]{1,2})月 ?([0-9]{1,2})日)" + _TIME
)
_SECONDS = r"(20[0-9]{6})[0-9]{6}(?:~(20[0-9]{6})[0-9]{6})?"
_FROM_TO = r"(20[0-9]{2}-[0-9]{2}-[0-9]{2})[ 0-9:]*[~至] ?(20[0-9]{2}-[0-9]{2}-[0-9]{2})[ 0-9:]*"
_EPOCH = r"1[0-9]{9}(?:[0-9]{3})?"
ORDERED = r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})" + r"(?:[ T,]+[0-9:.]+ ?(?:[AaPp][Mm])?)?"
# Where the year, the month and the day stand in each order.
_PLACES: dict[Order, tuple[int, int, int]] = {"ymd": (1, 2, 3), "mdy": (3, 1, 2), "dmy": (3, 2, 1)}


def read_day(value: str, order: Order | None = None, zone: str | None = None) -> str:
    """SQL: a text as a date; NULL where it is not understood. `zone` is the clock of moments counted in seconds."""
    plain = half_width(value)
    parts = f"regexp_replace({plain}, '^{_OTHER_DAY}$', '\\1-\\3\\5\\7-\\4\\6\\8')"
    first, last = (f"regexp_extract({plain}, '{_SECONDS}', {at})" for at in (1, 2))
    begin, end = (f"regexp_extract({plain}, '{_FROM_TO}', {at})" for at in (1, 2))
    cases = [
        f"WHEN regexp_full_match({value}, '{_ISO_DAY}') THEN TRY_CAST({value} AS DATE)",
        f"WHEN regexp_full_match({plain}, '{_OTHER_DAY}') THEN TRY_CAST({parts} AS DATE)",
        f"WHEN regexp_full_match({plain}, '{_SECONDS}') AND {last} IN ('', {first})"
        f" THEN TRY_CAST(strptime({first}, '%Y%m%d') AS DATE)",
        f"WHEN regexp_full_match({plain}, '{_FROM_TO}') AND {begin} = {end} THEN TRY_CAST({begin} AS DATE)",
    ]
    if order is not None:
        cases.append(f"WHEN regexp_full_match({plain}, '{ORDERED}') THEN {in_order(plain, order)}")
    if zone is not None:
        moment = f"timezone('UTC', make_timestamp(CAST(substr({plain}, 1, 10) AS BIGINT) * 1000000))"
        there = "'" + zone.replace("'", "''") + "'"
        cases.append(f"WHEN regexp_full_match({plain}, '{_EPOCH}') THEN CAST(timezone({there}, {moment}) AS DATE)")
    return f"CASE {' '.join(cases)} END"


def in_order(plain: str, order: Order) -> str:
    """SQL: a text of three numbers as a date in that order; NULL where there is no such day."""
    year, month, day = (f"regexp_extract({plain}, '{ORDERED}', {at})" for at in _PLACES[order])
    if order == "ymd":
        # Four digits at the end can only be the year, and a year is never one digit.
        wide = f"CASE WHEN length({day}) < 4 AND length({year}) = 2 THEN '20' || {year} END"
    else:
        wide = f"CASE WHEN length({year}) = 2 THEN '20' || {year} ELSE {year} END"
    return f"TRY_CAST(({wide}) || '-' || {month} || '-' || {day} AS DATE)"
