"""
The numbers in what people expect of an action and in what they found, as in `1.41% → 1.52%`, `+0.2pp`, `不高于 25 秒`.

A text without a number, or with more numbers than it can mean, is no effect: nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from opsctl.quantity import parse_amount

How = Literal["to", "by", "at_most", "at_least"]
Class = Literal["rate", "money", "count"]

_NUMBER = (
    r"(?P<money>[￥¥$])?\s*(?P<sign>[-+−])?\s*(?P<number>\d[\d,_]*(?:\.\d+)?)\s*(?P<unit>pp|%|万元|亿元|万|亿|元)?"
    r"\s*(?P<of>天|秒|s\b|sec\w*|d\b|days?\b)?"
)
_BETWEEN = r"\s*[^\d]{0,6}?(?:→|->|=>|到|至|\bto\b)\s*[^\d+\-−]{0,4}?"
_AT_MOST = re.compile(
    r"不高于|不超过|不大于|(?<!不)低于|(?<!不)少于|以内|以下|≤|<|\bat most\b|\bbelow\b|\bunder\b", re.IGNORECASE
)
_AT_LEAST = re.compile(
    r"不低于|不少于|至少|(?<!不)高于|(?<!不)超过|以上|≥|>|\bat least\b|\babove\b|\bover\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Effect:
    """A number to come to or to change by, in shares of one for rates; `before` where it says where it started.

    `points` tells a change in percentage points from a relative one.
    """

    how: How
    value: Decimal
    kind: Class
    of: str = ""
    before: Decimal | None = None
    points: bool = False

    @property
    def change(self) -> Decimal | None:
        """By how much it changes; None where it does not say where it started."""
        if self.how == "by":
            return self.value
        return self.value - self.before if self.before is not None else None


def effect_in(text: str | None) -> Effect | None:
    """The effect that a text tells in numbers."""
    plain = unicodedata.normalize("NFKC", text or "").replace("−", "-")
    numbers = list(re.finditer(_NUMBER, plain))
    if len(numbers) == 2:
        return _from_to(plain, numbers)
    if len(numbers) != 1:
        return None
    number = numbers[0]
    value = _value(number)
    if value is None:
        return None
    points = number["unit"] == "pp"
    if number["sign"] or points:
        return Effect("by", value, _kind(number), number["of"] or "", points=points)
    how: How = "at_most" if _AT_MOST.search(plain) else "at_least" if _AT_LEAST.search(plain) else "to"
    return Effect(how, value, _kind(number), number["of"] or "")


def _from_to(text: str, numbers: list[re.Match[str]]) -> Effect | None:
    first, second = numbers
    if not re.fullmatch(_BETWEEN, text[first.end() : second.start()]):
        return None
    before, after = _value(first), _value(second)
    if before is None or after is None:
        return None
    if first["unit"] is None and second["unit"] == "%":
        before /= 100
    return Effect("to", after, _kind(second), second["of"] or "", before)


def _value(number: re.Match[str]) -> Decimal | None:
    unit = (number["unit"] or "").removesuffix("元")
    digits = number["number"].replace(",", "").replace("_", "")
    value = parse_amount(digits + unit) if unit in ("", "万", "亿") else Decimal(digits) / 100
    return -value if value is not None and number["sign"] == "-" else value


def _kind(number: re.Match[str]) -> Class:
    if number["unit"] in ("%", "pp"):
        return "rate"
    return "money" if number["money"] or number["unit"] else "count"
