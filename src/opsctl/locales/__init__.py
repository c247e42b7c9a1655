"""
Every sentence opsctl says, in Chinese and English, by message id.

Sentences stand in pairs in one module an area, so neither language can lag behind. Areas load when first asked for:
the id's first word names the area.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from opsctl.diagnostics import Listed, Message

LANGUAGES = ("zh", "en")
# One module an area; a message id begins with the area's name and a dot.
AREAS = (
    "actuals",
    "adapters",
    "asking",
    "calendar",
    "cli",
    "cli_plan",
    "cli_scenario",
    "commands",
    "diff",
    "drivers",
    "fields",
    "fixed",
    "gate",
    "git",
    "goal",
    "load",
    "numbers",
    "opening",
    "owners",
    "people",
    "plan",
    "replan",
    "profit",
    "report",
    "review",
    "rules",
    "scenario",
    "sources",
    "sourcing",
    "tiers",
    "value",
    "weighing",
    "warehouse",
    "weights",
)


# What stands between the words of a list in Chinese, by the mark that stands there in English.
_MARKS = {", ": "、", "; ": "；"}


def say(lang: str, id_: str, /, **params: str) -> str:
    """Fill the sentence of that id in that language; KeyError for an id nobody wrote, which is a bug."""
    pair = _area(id_.partition(".")[0])[id_]
    filled = {name: listed(value, lang, value.between) if isinstance(value, Listed) else value
              for name, value in params.items()}  # fmt: skip
    return pair[LANGUAGES.index(lang)].format(**filled)


def listed(words: Iterable[str], lang: str, between: str = ", ") -> str:
    """Words one after the other with the marks of the language; `between` is the mark in English."""
    found = words.words if isinstance(words, Listed) else words
    return (between if lang == "en" else _MARKS[between]).join(found)


def tell(lang: str, said: Message) -> str:
    """Put a message into words."""
    return say(lang, said.id, **dict(said.params))


@cache
def _area(name: str) -> dict[str, tuple[str, str]]:
    if name not in AREAS:
        raise KeyError(name)
    sentences: dict[str, tuple[str, str]] = import_module(f"opsctl.locales.{name}").SENTENCES
    return sentences
