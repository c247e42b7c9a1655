"""
The base of all records and the types of their fields.

Values arrive as the text that stands in the file (or None for an empty one), and each field's type reads it: so
`1_450_000` and `"56.93"` are exact, `618` is an id, and no parser has guessed before us. A value that cannot be read
raises an error whose type names the sentence to say (`value.amount`), with the value in its context.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    SkipValidation,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from opsctl.period import Period as CalendarPeriod
from opsctl.period import parse_period
from opsctl.quantity import parse_amount, parse_rate
from opsctl.weeks import ISO

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_METRIC_ID = re.compile(r"[^\s/:\[\]{},#&*!|>'\"%@`]{1,64}")
_TASK_ID = re.compile(r"[A-Z][0-9]{1,6}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPAN_OF_DAYS = re.compile(r"([0-9]{1,4})d")
# No day of a shop is worth a thousand ordinary ones; larger numbers are slips, and make days vanish beside them.
MOST_TIMES = 1_000
_CURRENCY = re.compile(r"[A-Z]{3}")
# A folder outside the repository; what stands inside would be shared.
_BESIDE = re.compile(r"(?:\.\./)+(?!\.\./|\.\.?(?:/|\Z))[^\s/\\][^/\\\0]*(?:/(?!\.\.?(?:/|\Z))[^/\\\0]+)*")
_WHOLE = re.compile(r"[0-9]{1,9}")
_KNOWN, _SHORT = 4_096, 64
# Under which name a validation is told how the workspace counts its weeks.
WEEKS = "weeks"


class Record(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


def wrong(kind: str, value: object, **more: str) -> PydanticCustomError:
    """An error to raise for a value that cannot be read; `kind` is the sentence's id after `value.`."""
    return PydanticCustomError(kind, "{value}", {"value": shown(value), **more})


def shown(value: object) -> str:
    """A value as a message shows it: text as it is, nothing as `~`, structures by their shape."""
    if value is None:
        return "~"
    if isinstance(value, str):
        return value
    return "[…]" if isinstance(value, list | tuple) else "{…}" if isinstance(value, dict) else str(value)


def reading(kind: str, read: Callable[[str], object], made: type | tuple[type, ...]) -> BeforeValidator:
    """A validator that turns source text into a value; `read` gives None for text that is not one."""
    # Records name the same ids, days and numbers again and again: each short one is read once and kept once.
    known = lru_cache(maxsize=_KNOWN)(read)

    def validate(value: object) -> object:
        if isinstance(value, str):
            found = (known if len(value) <= _SHORT else read)(value)
            if found is not None:
                return found
        elif isinstance(value, made):
            return value
        raise wrong(kind, value)

    return BeforeValidator(validate)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def is_id(text: str) -> bool:
    """Say whether a text can be the id of a record, curve or event."""
    return _ID.fullmatch(text) is not None


def _factor(text: str) -> Decimal | None:
    factor = _positive(text)
    return factor if factor is not None and factor <= MOST_TIMES else None


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda text: text if pattern.fullmatch(text) else None


def _text(text: str) -> str | None:
    return text if text.strip() else None


def _one_line(text: str) -> str:
    if any(mark in text for mark in "\t\n\r"):
        raise wrong("line", text)
    return text


def _flag(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def _whole(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text) else None


def _days(text: str) -> int | None:
    match = _SPAN_OF_DAYS.fullmatch(text)
    return int(match[1]) if match else None


def _positive(text: str) -> Decimal | None:
    amount = parse_amount(text)
    return amount if amount is not None and amount >= 0 else None


def _exchange_rate(text: str) -> Decimal | None:
    rate = parse_amount(text)
    return rate if rate is not None and rate > 0 and text[-1:].isdecimal() else None


def _share(text: str) -> Decimal | None:
    rate = parse_rate(text)
    return rate if rate is not None and 0 <= rate <= 1 else None


def _number_or_rate(text: str) -> Decimal | None:
    amount = parse_amount(text)
    return parse_rate(text) if amount is None else amount


def _period(value: object, info: ValidationInfo) -> CalendarPeriod:
    """A period as the workspace counts weeks and fiscal years, which the context says; without one, by ISO weeks."""
    if isinstance(value, CalendarPeriod):
        return value
    weeks = (info.context or {}).get(WEEKS, ISO)
    found = _known_period(value, weeks) if isinstance(value, str) and len(value) <= _SHORT else None
    if found is None:
        raise wrong("period_not_fiscal" if _is_fiscal(value) and not weeks.start else "period", value)
    return found


def _is_fiscal(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"FY[0-9]{4}(-[HQP][0-9]{1,2})?", value) is not None


_known_period = lru_cache(maxsize=_KNOWN)(parse_period)

# How far a record has come; one that says nothing is in force.
Status = Literal["draft", "proposed", "approved", "closed", "superseded"]
IN_FORCE: Status = "approved"

Text = Annotated[str, reading("text", _text, ())]
Line = Annotated[Text, AfterValidator(_one_line)]
Id = Annotated[str, reading("id", _matching(_ID), ())]
MetricId = Annotated[str, reading("metric_id", _matching(_METRIC_ID), ())]
TaskId = Annotated[str, reading("task_id", _matching(_TASK_ID), ())]
Currency = Annotated[str, reading("currency", _matching(_CURRENCY), ())]
Amount = Annotated[Decimal, reading("amount", parse_amount, Decimal)]
Weight = Annotated[Decimal, reading("weight", _positive, Decimal)]
Factor = Annotated[Decimal, reading("factor", _factor, Decimal)]
ExchangeRate = Annotated[Decimal, reading("exchange_rate", _exchange_rate, Decimal)]
Rate = Annotated[Decimal, reading("rate", parse_rate, Decimal)]
Share = Annotated[Decimal, reading("share", _share, Decimal)]
# pydantic would make a plain decimal of one that knows its per cent sign.
Number = Annotated[SkipValidation[Decimal], reading("number", _number_or_rate, Decimal)]
Day = Annotated[date, reading("day", _day, date)]
Whole = Annotated[int, reading("whole", _whole, int)]
Days = Annotated[int, reading("days", _days, int)]
Beside = Annotated[str, reading("beside", _matching(_BESIDE), ())]
Flag = Annotated[bool, reading("flag", _flag, bool)]
Period = Annotated[CalendarPeriod, BeforeValidator(_period)]


class Name(Record):
    """A name in Chinese and English; one plain text serves both languages."""

    zh: Line
    en: Line

    @model_validator(mode="before")
    @classmethod
    def _one_text_serves_both(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"zh": value, "en": value}
        if isinstance(value, dict) and set(value) <= {"zh", "en"} and len(value) == 1:
            return {"zh": next(iter(value.values())), "en": next(iter(value.values()))}
        if not isinstance(value, dict | Name):
            raise wrong("name", value)
        return value

    def in_(self, lang: str) -> str:
        """The name in that language."""
        return self.zh if lang == "zh" else self.en
