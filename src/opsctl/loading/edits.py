"""
Change records as text: only the characters of a key or value, so that every comment, quote and line ending stays.

A result is checked before anybody sees it, the way black checks its own: read back, the edited places hold the new
values and nothing else has another one. Where that cannot be shown (a block text, an escape, a broken file), the edit
is refused rather than guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opsctl.diagnostics import Edit, Place, Span
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import parse

# What YAML 1.1 or 1.2 takes for something else than text; such a word is written in quotes where a text is meant.
_WORDS = frozenset(["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_NUMBER = re.compile(r"[-+.]?[0-9][0-9_,.:eExXoO+-]*")
_PLAIN = re.compile(r"[\w/.][\w /.%+@-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Edited:
    """The new texts by file, with the edits that were made and those that were refused."""

    texts: Mapping[str, str]
    made: tuple[Edit, ...]
    refused: tuple[Edit, ...]


def edited(sources: Sources, edits: Iterable[Edit]) -> Edited:
    """Make edits, file by file; of those that overlap the first is made."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.place.file, []).append(edit)
    texts, made, refused = {}, [], []
    for file, here in sorted(by_file.items()):
        new, done = _file(sources, file, here)
        refused += [edit for edit in here if edit not in done]
        if done:
            texts[file] = new
            made += done
    return Edited(texts, tuple(made), tuple(refused))


def quoted(text: str) -> str:
    """A text as YAML that any reader takes for just that text."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not _NUMBER.fullmatch(text)
    return text if plain and text.casefold() not in _WORDS else json.dumps(text, ensure_ascii=False)


def offset_of(lines: Sequence[str], line: int, column: int) -> int:
    """The number of characters before a place, the lines being split at their line feeds."""
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1


def _file(sources: Sources, file: str, edits: list[Edit]) -> tuple[str, list[Edit]]:
    """One file after as many of the edits as can be made and shown to be right."""
    text = sources.texts.get(file, "")
    lines = text.split("\n")
    spots: list[tuple[int, int, str, Edit]] = []
    for edit in edits:
        spot = _spot(text, lines, sources.span(edit.place), edit)
        if spot is not None and not any(start < spot[1] and spot[0] < end for start, end, _, _ in spots):
            spots.append((*spot, edit))
    # Whichever cannot be shown to be right is left out; what is right with it is right without it.
    for attempt in (spots, *([spot] for spot in spots)):
        done = [edit for _, _, _, edit in attempt]
        new = _spliced(text, [(start, end, said) for start, end, said, _ in attempt])
        if attempt and _is_right(sources, file, text, new, done):
            return new, done
    return text, []


def _spot(text: str, lines: list[str], span: Span, edit: Edit) -> tuple[int, int, str] | None:
    """Where a key or value stands and what to put there; None for what is no single scalar on its lines."""
    start, end = offset_of(lines, span.line, span.column), offset_of(lines, span.end_line, span.end_column)
    old = text[start:end]
    if not old or old[0] in "|>[{&*!":
        return None
    if old[0] in "'\"" and len(old) > 1 and old[-1] == old[0] and not set(edit.text) & set("'\"\\\n"):
        return start + 1, end - 1, edit.text
    return None if " #" in edit.text else (start, end, edit.text)


def _spliced(text: str, spots: list[tuple[int, int, str]]) -> str:
    for start, end, said in sorted(spots, reverse=True):
        text = text[:start] + said + text[end:]
    return text


def _is_right(sources: Sources, file: str, old: str, new: str, edits: list[Edit]) -> bool:
    """Say whether the new text holds the old data but for the edits, and reads without a fault."""
    before, after = _data(sources, file, old), _data(sources, file, new)
    if before is None or after is None:
        return False
    for edit in edits:
        before = _with(before, edit.place, _value_of(edit.text))
    return bool(before == after)


def _data(sources: Sources, file: str, text: str) -> Any:
    parsed = parse(Sources({**sources.texts, file: text}).yaml(file))
    return parsed.data if parsed.sound and not parsed.problems else None


def _value_of(text: str) -> Any:
    read = parse(f"a: {text}\n").data
    return read["a"] if isinstance(read, dict) else None


def _with(data: Any, place: Place, value: Any) -> Any:
    """The data with a value, or the name of a key, replaced where the place says; order does not count."""
    if not place.path:
        return data
    step, *rest = place.path
    if not rest and place.on == "key":
        return {value if key == step else key: each for key, each in data.items()}
    inner = Place(place.file, tuple(rest), place.on)
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    made = {at: (_with(each, inner, value) if rest else value) if at == step else each for at, each in pairs}
    return made if isinstance(data, dict) else list(made.values())
