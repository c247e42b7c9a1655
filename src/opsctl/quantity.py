"""
Exact amounts: text to decimal, decimal to whole smallest units, and back.

No binary float comes near a number that a person will see added up.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction

# The smallest unit people add up: a cent, a visitor, a second. Money in a currency without cents still splits to 0.01.
_PLACES = {"money": 2, "count": 0, "percent": 4, "x": 2, "score": 2, "seconds": 0, "hours": 1, "days": 1}
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_AMOUNT = re.compile(r"(?P<number>[+-]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+)?)\s?(?P<scale>[万亿]?)")
_RATE = re.compile(r"(?P<number>[+-]?[0-9]+(?:\.[0-9]+)?)(?P<sign>%?)")
_LONGEST = 24


class InPercent(Decimal):
    """A fraction of one that was written with a per cent sign; what is computed from it is a plain decimal."""

    __slots__ = ()


def parse_amount(text: str) -> Decimal | None:
    """Read an amount such as `1_450_000`, `56.93`, `120万` or `1.2亿`; None where the text is not one."""
    match = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    return Decimal(match["number"].replace("_", "")) * _SCALES[match["scale"]]


def parse_rate(text: str) -> Decimal | None:
    """Read a rate such as `12%` or `0.12` as a fraction of one, InPercent where so written; None for other text."""
    match = _RATE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    number = Decimal(match["number"])
    return InPercent(number / 100) if match["sign"] else number


def places(unit: str) -> int:
    """How many decimal places the smallest unit of a metric's unit has."""
    return _PLACES[unit]


def to_units(amount: Decimal | Fraction, digits: int) -> int | None:
    """Express an amount in whole smallest units (2 digits: cents); None where it is finer than that."""
    numerator, denominator = amount.as_integer_ratio()
    units, rest = divmod(numerator * 10**digits, denominator)
    return None if rest else units


def round_units(amount: Fraction, digits: int) -> int:
    """Express an exact amount in smallest units, halves away from zero."""
    scaled = abs(amount) * 10**digits
    whole: int = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return whole if amount >= 0 else -whole


def from_units(units: int, digits: int) -> Decimal:
    """Turn whole smallest units back into the decimal they stand for."""
    return Decimal(units).scaleb(-digits) if abs(units) < 10**27 else Decimal(f"{units}e-{digits}")


def plain(number: Decimal) -> str:
    """Write a decimal without an exponent, as CSV and JSON carry it."""
    return f"{number:f}"


def plain_units(units: int, digits: int) -> str:
    """So many smallest units as a plain decimal, as receipts write them."""
    return plain(from_units(units, digits))


def rounded(number: Fraction | Decimal, digits: int) -> Decimal:
    """Round an exact number to a decimal of so many places, halves away from zero."""
    with localcontext() as context:
        context.prec = 60
        return from_units(round_units(Fraction(number), digits), digits)
