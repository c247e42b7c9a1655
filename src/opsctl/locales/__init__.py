"""
Every sentence opsctl says, in Chinese and English, by message id.

Sentences stand in pairs in one module an area, so neither language can lag behind. Areas load when first asked for:
the id's first word names the area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from opsctl.diagnostics import Amount, Listed, Message, Named, Phrase, Saying

LANGUAGES = ("zh", "en")
# One module an area; a message id begins with the area's name and a dot.
AREAS = (
    "actuals",
    "adapters",
    "asking",
    "attribution",
    "calendar",
    "cli",
    "cli_plan",
    "cli_scenario",
    "commands",
    "diff",
    "digest",
    "drivers",
    "fields",
    "fixed",
    "forms",
    "gate",
    "git",
    "goal",
    "load",
    "numbers",
    "opening",
    "owners",
    "page",
    "people",
    "plan",
    "replan",
    "profit",
    "report",
    "review",
    "review_numbers",
    "review_file",
    "review_write",
    "review_status",
    "review_agenda",
    "review_ledger",
    "rules",
    "scenario",
    "sources",
    "sourcing",
    "template_values",
    "tiers",
    "value",
    "week",
    "weighing",
    "warehouse",
    "weights",
)


# What stands between the words of a list in Chinese, by the mark that stands there in English.
_MARKS = {", ": "、", "; ": "；"}


def say(lang: str, id_: str, /, **params: str) -> str:
    """Fill the sentence of that id in that language; KeyError for an id nobody wrote, which is a bug."""
    pair = _area(id_.partition(".")[0])[id_]
    filled = {name: worded(value, lang) for name, value in params.items()}
    return pair[LANGUAGES.index(lang)].format(**filled)


def listed(words: Iterable[str], lang: str, between: str = ", ") -> str:
    """Words one after the other with the marks of the language; `between` is the mark in English."""
    found = words.words if isinstance(words, Listed) else words
    return (between if lang == "en" else _MARKS[between]).join(found)


def worded(value: str, lang: str, amount: Callable[[Amount], str] = str) -> str:
    """A message's parameter in a language; `amount` writes the numbers of metrics, which stay plain without it."""
    if isinstance(value, Listed):
        return listed((worded(word, lang, amount) for word in value.words), lang, value.between)
    if isinstance(value, Phrase):
        return "".join(worded(piece, lang, amount) for piece in value.pieces)
    if isinstance(value, Named):
        return dict(value.names)[lang]
    if isinstance(value, Saying):
        return tell(lang, value.said, amount)
    return amount(value) if isinstance(value, Amount) else value


def tell(lang: str, said: Message, amount: Callable[[Amount], str] = str) -> str:
    """Put a message into words; `amount` as in `worded`."""
    return say(lang, said.id, **{name: worded(value, lang, amount) for name, value in said.params})


@cache
def _area(name: str) -> dict[str, tuple[str, str]]:
    if name not in AREAS:
        raise KeyError(name)
    sentences: dict[str, tuple[str, str]] = import_module(f"opsctl.locales.{name}").SENTENCES
    return sentences
