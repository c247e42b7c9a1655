"""
Numbers as people read them: 1,234.5万 and ￥ in Chinese, 1,234,500 in English, 12.3% and +2.0pp in both.

Everything is rounded once, from the exact number, halves away from zero; the unit is chosen after rounding, so that
99,999,999 is 1亿 and never 10,000万. Only characters that a GBK console can print are used.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from opsctl.locales import say
from opsctl.quantity import places as smallest_places
from opsctl.quantity import rounded

Number = Fraction | Decimal | int

NOTHING = "—"
_TEN_THOUSAND = 10_000
# Signs that every console can print and that mean one currency only; others stand as their code.
_SIGNS = {"CNY": "￥", "USD": "$"}


def money(value: Number | None, lang: str, currency: str, *, even: bool = False) -> str:
    """An amount of money; `even` keeps trailing zeros, so that a column of one metric aligns."""
    if value is None:
        return NOTHING
    return _signed(value, _scaled(abs(Fraction(value)), lang, 2, even), currency)


def count(value: Number | None, lang: str, *, even: bool = False) -> str:
    """A number of things or people."""
    return NOTHING if value is None else _signed(value, _scaled(abs(Fraction(value)), lang, 0, even))


def exact(value: Number | None, unit: str, currency: str) -> str:
    """An amount in full, down to its smallest unit: for numbers that people add up."""
    if value is None:
        return NOTHING
    return _signed(
        value, f"{rounded(abs(Fraction(value)), smallest_places(unit)):,f}", currency if unit == "money" else ""
    )


def percent(value: Number | None, places: int = 1) -> str:
    """A share of one as a percentage."""
    return NOTHING if value is None else f"{_fixed(value * 100, places)}%"


def points(change: Number | None) -> str:
    """The difference of two percentages in points; below one point with a second place, or small ones would vanish."""
    if change is None:
        return NOTHING
    fine = rounded(Fraction(change) * 100, 2)
    places = 2 if 0 < abs(fine) < 1 else 1
    return f"{_plus(fine)}{_fixed(Fraction(change) * 100, places)}pp"


def change(value: Number | None) -> str:
    """A relative change as a signed percentage."""
    if value is None:
        return NOTHING
    shown = rounded(Fraction(value) * 100, 1)
    return f"{_plus(shown)}{_fixed(shown, 1)}%"


def multiple(value: Number | None) -> str:
    """A factor, such as a return on ad spend."""
    return NOTHING if value is None else f"{_fixed(value, 2)}x"


def by_unit(value: Number | None, unit: str, lang: str, currency: str, *, even: bool = False) -> str:
    """A metric's value by its unit."""
    if value is None:
        return NOTHING
    if unit == "money":
        return money(value, lang, currency, even=even)
    if unit == "count":
        return count(value, lang, even=even)
    if unit == "percent":
        return percent(value, 2 if abs(rounded(Fraction(value) * 100, 2)) < 10 else 1)
    if unit == "x":
        return multiple(value)
    if unit == "score":
        return _fixed(value, 2)
    return say(lang, f"numbers.{unit}", n=_fixed(value, smallest_places(unit)))


def difference(value: Number | None, unit: str, lang: str, currency: str, *, even: bool = False) -> str:
    """How far two values of a metric are apart: percentages in points, everything else in its own unit."""
    if unit == "percent":
        return points(value).removeprefix("+")
    return by_unit(value, unit, lang, currency, even=even)


def _scaled(size: Fraction, lang: str, places: int, even: bool) -> str:
    """A size without its sign, in the largest unit of the language that leaves at least one whole."""
    small = rounded(size, places)
    if small < _TEN_THOUSAND:
        return f"{small:,f}" if even or small != int(small) else f"{int(small):,}"
    if lang != "zh":
        return f"{rounded(size, 0):,f}"
    number, word = rounded(size / _TEN_THOUSAND, 2), "万"
    if number >= _TEN_THOUSAND:
        number, word = rounded(size / _TEN_THOUSAND**2, 2), "亿"
    text = f"{number:,f}"
    return (text if even else text.rstrip("0").rstrip(".")) + word


def _signed(value: Number, size: str, currency: str = "") -> str:
    """Put sign and currency before a size; what rounds to zero has no sign."""
    minus = "-" if value < 0 and size.strip("0.") else ""
    if not currency:
        return minus + size
    return minus + _SIGNS[currency] + size if currency in _SIGNS else f"{currency} {minus}{size}"


def _fixed(value: Number, places: int) -> str:
    return _signed(value, f"{rounded(abs(Fraction(value)), places):,f}")


def _plus(shown: Decimal) -> str:
    return "+" if shown > 0 else ""
