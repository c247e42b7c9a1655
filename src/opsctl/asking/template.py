"""Sentences with gaps: `{expression}` is filled with its value, `{{` and `}}` are plain braces."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.asking import Question, Steps, Trouble, World, question, shown, value
from opsctl.asking.tokens import LONGEST
from opsctl.asking.trouble import Refused, refused
from opsctl.asking.values import Link

Template = tuple["str | Question", ...]


def template(text: str, kind: str) -> Template | Trouble:
    """Read a sentence about records of a kind."""
    try:
        return tuple(_parts(text, kind))
    except Refused as refusal:
        return refusal.trouble


def filled(parts: Template, link: Link, world: World, steps: Steps, lang: str) -> str | Trouble:
    """Fill the gaps from a record."""
    words: list[str] = []
    for part in parts:
        found = part if isinstance(part, str) else value(part, link, world, steps)
        if isinstance(found, Trouble):
            return found
        words.append(part if isinstance(part, str) else shown(found, lang))
    return "".join(words)


def _parts(text: str, kind: str) -> Iterator[str | Question]:
    if len(text) > LONGEST:
        raise refused("too_long", (LONGEST, len(text)), limit=LONGEST)
    at = 0
    while at < len(text):
        brace = next((place for place in range(at, len(text)) if text[place] in "{}"), len(text))
        if brace > at:
            yield text[at:brace]
        if brace == len(text):
            return
        if text[brace : brace + 2] in ("{{", "}}"):
            yield text[brace]
            at = brace + 2
            continue
        close = text.find("}", brace)
        if text[brace] == "}" or close < 0:
            raise refused("lone_brace", (brace, brace + 1))
        yield _gap(text[brace + 1 : close], brace + 1, kind)
        at = close + 1


def _gap(text: str, start: int, kind: str) -> Question:
    found = question(text, kind)
    if isinstance(found, Trouble):
        raise Refused(Trouble(found.said, (found.at[0] + start, found.at[1] + start)))
    return found
