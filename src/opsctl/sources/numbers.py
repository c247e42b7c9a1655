"""
SQL that reads numbers as exports write them: thousands marks, signs of money, `%`, 万 and 亿, brackets, durations.

Arithmetic is exact: digits become decimals, units multiply them, and what does not fit the scale reads as NULL. It
stands behind a test for plain numbers, so only values that are written otherwise pay for it.
"""

from __future__ import annotations

from typing import Literal

from opsctl.sources import signs

Form = Literal["number", "percent", "seconds", "text", "day"]
End = Literal["low", "high", "middle"]

# What exports write where there is no value.
MISSING = ("-", "--", "---", "—", "——", "–", "－", "－－")
_WIDE = "０１２３４５６７８９．，－−＋％（）：￥＄～"
_PLAIN = "0123456789.,--+%():¥$~"
_WHOLE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)"
_DIGITS = rf"({_WHOLE}(?:\.[0-9]{{0,12}})?)"
_UNIT = r"(万|亿|%)?"
_SPAN = (
    r"(?:([0-9]+) ?(?:天|d))?(?:([0-9]+) ?(?:小时|时|h))?(?:([0-9]+) ?(?:分钟|分|min|m))?"
    r"(?:([0-9]+(?:\.[0-9]{1,4})?) ?(?:秒|s|sec)?)?"
)
_CLOCK = r"(?:([0-9]+):)?([0-9]{1,3}):([0-9]{2}(?:\.[0-9]{1,4})?)"
_RANGE = r"(.*[0-9万亿%元]) ?[~至] ?(.*[0-9].*)|([0-9.,]+(?:万|亿|%)?)-([0-9.,]+(?:万|亿|%)?)"


def half_width(value: str) -> str:
    """SQL: the text with full-width digits and marks as plain ones."""
    return f"translate({value}, '{_WIDE}', '{_PLAIN}')"


def written(value: str, scale: int, form: Form = "number", end: End | None = None, currency: str | None = None) -> str:
    """
    SQL: a text that is no plain number as an exact decimal of that scale; NULL where it is not understood.

    With a currency, an amount under the sign of another is not understood.
    """
    plain = half_width(value)
    if form == "seconds":
        return _seconds(plain, scale)
    if end is None:
        return _single(plain, scale, form, currency)
    low, high = (f"coalesce({_group(plain, _RANGE, at)}, {_group(plain, _RANGE, at + 2)})" for at in (1, 2))
    parts = {"low": _single(low, scale, form, currency), "high": _single(high, scale, form, currency)}
    both = f"({parts['low']} + {parts['high']}) * 0.5::DECIMAL(2,1)"
    ends = parts | {"middle": _exactly(both, scale)}
    return f"CASE WHEN {_is(plain, _RANGE)} THEN {ends[end]} ELSE {_single(plain, scale, form, currency)} END"


def _single(plain: str, scale: int, form: Form, currency: str | None) -> str:
    sign, tail = signs.before(currency), rf"{_DIGITS} ?{_UNIT} ?{signs.behind(currency)}?"
    number = rf"(?:(?:{sign} ?)?[-+]? ?|[-+]{sign} ?){tail}"
    digits, unit = (f"regexp_extract({plain}, '{tail}', {at})" for at in (1, 2))
    times = (
        f"CAST(CASE {unit} WHEN '万' THEN 10000 WHEN '亿' THEN 100000000 WHEN '%' THEN 0.01 ELSE 1 END"
        " AS DECIMAL(11,2))"
    )
    turn = f"CASE WHEN contains({plain}, '-') OR starts_with({plain}, '(') THEN -1 ELSE 1 END::DECIMAL(1,0)"
    value = f"TRY_CAST(replace({digits}, ',', '') AS DECIMAL(25,12)) * {times} * {turn}"
    # A bare 12.5 under a title with a percent sign may be 12.5 % as well as 1,250 %.
    sure = f" AND ({unit} = '%' OR abs({value}) <= 1)" if form == "percent" else ""
    brackets = rf"\((?:{sign} ?)?{tail}\)"
    understood = f"({_is(plain, number)} OR {_is(plain, brackets)})"
    return f"CASE WHEN {understood}{sure} THEN {_exactly(value, scale)} END"


def _seconds(plain: str, scale: int) -> str:
    span = " + ".join(
        f"coalesce(TRY_CAST({_group(plain, _SPAN, at)} AS DECIMAL(18,4)), 0) * {length}::DECIMAL(5,0)"
        for at, length in ((1, 86400), (2, 3600), (3, 60), (4, 1))
    )
    clock = " + ".join(
        f"coalesce(TRY_CAST({_group(plain, _CLOCK, at)} AS DECIMAL(18,4)), 0) * {length}::DECIMAL(5,0)"
        for at, length in ((1, 3600), (2, 60), (3, 1))
    )
    return (
        f"CASE WHEN {_is(plain, _CLOCK)} THEN {_exactly(clock, scale)}"
        f" WHEN {_is(plain, _SPAN)} THEN {_exactly(span, scale)} END"
    )


def _exactly(value: str, scale: int) -> str:
    target = f"DECIMAL(18,{scale})"
    return f"CASE WHEN TRY_CAST({value} AS {target}) = {value} THEN TRY_CAST({value} AS {target}) END"


def _is(value: str, pattern: str) -> str:
    return f"regexp_full_match({value}, '{pattern}')"


def _group(value: str, pattern: str, at: int) -> str:
    return f"nullif(regexp_extract({value}, '^(?:{pattern})$', {at}), '')"
