"""The words of a review that depend on the kind of its period: a week's target, a month's, MoM or WoW."""

from __future__ import annotations

from opsctl.locales import say
from opsctl.period import Period

_WORDS = ("day", "week", "month", "quarter", "year")


def of_kind(word: str, period: Period, lang: str, /, **params: str) -> str:
    """The sentence `word` for the period's kind; fiscal periods speak as those of the calendar."""
    kind = period.kind.removeprefix("fiscal-")
    return say(lang, f"review_numbers.{word}_{kind if kind in _WORDS else 'other'}", **params)


def is_yearly(period: Period) -> bool:
    """Say whether the period before it is the one a year ago."""
    return period.kind in ("year", "fiscal-year")
