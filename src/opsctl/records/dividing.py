"""How a split is written: by which weights, by which key instead of weights, and how its parts must add up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator

from opsctl.quantity import parse_amount, parse_rate
from opsctl.records.base import Id, reading, wrong

POLICIES = ("exact", "at_least", "aligned")
_WITHIN = re.compile(r"within ([0-9]+(?:\.[0-9]+)?%)")
_GOAL = re.compile(r"goal ([^\s/:\[\]{},#&*!|>'\"%@`]{1,64})")
_HEADCOUNT = "headcount"
_WHOLE = Decimal(1)


def _weight(text: str) -> Decimal | None:
    number = parse_rate(text) if text.endswith("%") else parse_amount(text)
    return number if number is not None and number >= 0 else None


def _policy(text: str) -> str | None:
    return text if text in POLICIES or ((share := _within(text)) is not None and 0 < share <= 1) else None


def _within(text: str) -> Decimal | None:
    match = _WITHIN.fullmatch(text)
    return parse_rate(match[1]) if match else None


def _key(text: str) -> str | None:
    return text if text == _HEADCOUNT or _metric(text) is not None else None


def _metric(text: str) -> str | None:
    match = _GOAL.fullmatch(text)
    return match[1] if match else None


def _one_form(value: Any) -> Any:
    """Refuse percentages beside plain numbers, and percentages that are not a whole: 5 of what is left is unsaid."""
    texts = [text for text in value.values() if isinstance(text, str)] if isinstance(value, dict) else []
    shares = [text for text in texts if text.endswith("%")]
    if shares and len(shares) < len(texts):
        number = next(text for text in texts if not text.endswith("%"))
        raise wrong("mixed_weights", f"{shares[0]}, {number}")
    parsed = [parse_rate(text) for text in shares]
    total = sum((share for share in parsed if share is not None), Decimal(0))
    if shares and None not in parsed and total != _WHOLE:
        raise wrong("weights_not_100", f"{(total * 100).normalize():f}%")
    return value


ChildWeight = Annotated[Decimal, reading("child_weight", _weight, Decimal)]
Weights = Annotated[dict[Id, ChildWeight], BeforeValidator(_one_form)]
Policy = Annotated[str, reading("policy", _policy, ())]
SplitKey = Annotated[str, reading("split_key", _key, ())]


def tolerance(policy: str) -> Decimal | None:
    """How far the policy lets a number be from its share, as a part of the share; None where it names no such part."""
    return _within(policy)


def key_metric(key: str | None) -> str | None:
    """The metric whose goals weigh the children, as written; None for any other key."""
    return None if key is None else _metric(key)


def by_headcount(key: str | None) -> bool:
    """Say whether the people at the children weigh them."""
    return key == _HEADCOUNT
