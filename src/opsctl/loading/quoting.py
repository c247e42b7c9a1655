"""How a text is written so that every reader of YAML, 1.1 or 1.2, takes it for just that text."""

from __future__ import annotations

import json
import re

# What YAML 1.1 or 1.2 takes for something else than text.
_WORDS = frozenset(["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_NUMBER = re.compile(r"[0-9][0-9_,.:eExXoO+-]*|0[xX][0-9a-fA-F_]+")
_PLAIN = re.compile(r"[\w/][\w /.%+@-]*", re.ASCII)


def quoted(text: str) -> str:
    """A text as it is where no reader could take it for something else, in double quotes otherwise."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not _NUMBER.fullmatch(text)
    return text if plain and text.casefold() not in _WORDS else json.dumps(text, ensure_ascii=False)
