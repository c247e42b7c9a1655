"""
The words and signs of an expression.

Full-width signs and Chinese quotes count as the plain ones: people who write Chinese do not switch keyboards for a
comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.asking.trouble import Stretch, refused
from opsctl.period import Period, parse_period
from opsctl.quantity import parse_amount, parse_rate

LONGEST, MOST_TOKENS = 2000, 600
_TIME = re.compile(r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|[WQH][0-9]{1,2})(?!\w)")
_NUMBER = re.compile(r"[0-9]+(?:_[0-9]+)*(?:\.[0-9]+)?(?:[万亿%]|(?!\w))")
_WORD = re.compile(r"[^\W\d]\w*")
_SPACE = re.compile(r"\s+")
_SIGN = re.compile(r"[!！][=＝]|[<＜][=＝]|[>＞][=＝]|[=＝]{1,2}|[-<>＜＞+*/×÷≤≥≠(),.\[\]（），．［］＋－＊／]")
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_PLAIN = str.maketrans("！＝＜＞（），．［］＋－＊／×÷", "!=<>(),.[]+-*/*/")
_SAME = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!="}
_WORDS = {"且": "and", "或": "or", "非": "not"}
KEYWORDS = ("and", "or", "not", "in", "contains", "matches", "true", "false")


@dataclass(frozen=True, slots=True)
class Token:
    """A number, time, text, word, sign, or the end; `text` is as written, a sign or keyword in its plain form."""

    kind: str
    text: str
    at: Stretch
    value: Fraction | str | date | Period | None = None


def tokens(text: str) -> tuple[Token, ...]:
    """Cut an expression into tokens, the last of which is its end."""
    if len(text) > LONGEST:
        raise refused("too_long", (LONGEST, len(text)), limit=LONGEST)
    found = tuple(_tokens(text))
    if len(found) > MOST_TOKENS:
        raise refused("too_many_parts", (found[MOST_TOKENS].at[0], len(text)), limit=MOST_TOKENS)
    return (*found, Token("end", "", (len(text), len(text))))


def quoted(text: str) -> str:
    """Write a text in quotes that it does not hold itself."""
    closing = next((end for end in _QUOTES.values() if end not in text), '"')
    return next(start for start, end in _QUOTES.items() if end == closing) + text + closing


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        space = _SPACE.match(text, at)
        if space is None:
            token = _token(text, at)
            yield token
            at = token.at[1]
        else:
            at = space.end()


def _token(text: str, at: int) -> Token:
    if text[at] in _QUOTES:
        return _quoted(text, at)
    if "0" <= text[at] <= "9":
        return _time(text, at) or _number(text, at)
    word = _WORD.match(text, at)
    if word is not None:
        plain = _WORDS.get(word.group(), word.group())
        return Token("keyword" if plain in KEYWORDS else "word", plain, word.span())
    sign = _SIGN.match(text, at)
    if sign is None:
        raise refused("strange_sign", (at, at + 1), sign=text[at])
    plain = sign.group().translate(_PLAIN)
    return Token("sign", _SAME.get(plain, plain), sign.span())


def _quoted(text: str, at: int) -> Token:
    end = text.find(_QUOTES[text[at]], at + 1)
    if end < 0:
        raise refused("open_quote", (at, len(text)), quote=_QUOTES[text[at]])
    return Token("text", text[at : end + 1], (at, end + 1), text[at + 1 : end])


def _time(text: str, at: int) -> Token | None:
    match = _TIME.match(text, at)
    if match is None:
        return None
    period = parse_period(match.group())
    if period is None:
        raise refused("no_such_time", match.span(), value=match.group())
    return Token("time", match.group(), match.span(), period.start if period.kind == "day" else period)


def _number(text: str, at: int) -> Token:
    match = _NUMBER.match(text, at)
    amount = parse_amount(match.group()) if match else None
    rate = parse_rate(match.group()) if match and amount is None else amount
    if match is None or rate is None:
        end = re.compile(r"[\w.%]*").match(text, at)
        stretch = (at, end.end() if end else at + 1)
        raise refused("no_number", stretch, value=text[stretch[0] : stretch[1]])
    return Token("number", match.group(), match.span(), Fraction(rate))
