"""
Change records as text: only the characters of a key or value, so that every comment, quote and line ending stays.

A result is checked before anybody sees it, the way black checks its own: read back, the edited places hold the new
values and nothing else has another one. Where that cannot be shown (a block text, an escape, a broken file), the edit
is refused rather than guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from opsctl.diagnostics import Edit
from opsctl.loading.plainyaml import read_plain
from opsctl.loading.splices import Layout, Splice, splice, written
from opsctl.loading.texts import Sources, yaml_of

_ANY_RECORD = "a.yaml"


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


def _file(sources: Sources, file: str, edits: list[Edit]) -> tuple[str, list[Edit]]:
    """One file after as many of the edits as can be made and shown to be right."""
    layout = Layout(sources, file)
    old = data_of(file, layout.text)
    spots: list[tuple[Splice, Edit]] = []
    for edit in edits:
        spot = splice(layout, edit) if old is not None else None
        if spot is not None and not any(_overlap(spot, other) for other, _ in spots):
            spots.append((spot, edit))
    # Whichever cannot be shown to be right is left out; what is right with it is right without it.
    for attempt in (spots, *([spot] for spot in spots)):
        done = [edit for _, edit in attempt]
        new = _spliced(layout.text, [spot for spot, _ in attempt])
        if attempt and _is_right(file, old, new, done):
            return new, done
    return layout.text, []


def _overlap(one: Splice, other: Splice) -> bool:
    same = one.start == other.start and one.end == other.end
    return same or (one.start < other.end and other.start < one.end)


def _spliced(text: str, spots: list[Splice]) -> str:
    for spot in sorted(spots, key=lambda spot: (spot.start, spot.end), reverse=True):
        text = text[: spot.start] + spot.text + text[spot.end :]
    return text


def _is_right(file: str, before: Any, new: str, edits: list[Edit]) -> bool:
    """Say whether the new text holds the old data but for the edits, in its order, and reads without a fault."""
    after = data_of(file, new)
    if after is None:
        return False
    for edit in sorted(edits, key=_deepest_first):
        before = _applied(before, edit.place.path, edit)
    return repr(before) == repr(after)


def _deepest_first(edit: Edit) -> tuple[bool, int, int, int]:
    """Whatever leads to another place has to be there still: what is removed goes last, from the end of its list."""
    last = edit.place.path[-1] if edit.place.path else 0
    part = edit.place.part[0] if edit.place.part else 0
    return edit.action == "remove", -len(edit.place.path), -last if isinstance(last, int) else 0, -part


def data_of(file: str, text: str) -> Any:
    """What a file's YAML holds, as texts, mappings and lists; None where it does not read without a fault."""
    yaml = yaml_of(file, text)
    plain = read_plain(yaml)
    if plain is not None:
        return plain
    # Most records are plain, and the reader of all YAML takes time to load.
    from opsctl.loading.yamltext import parse

    parsed = parse(yaml)
    return parsed.data if parsed.sound and not parsed.problems else None


def _applied(data: Any, path: tuple[str | int, ...], edit: Edit) -> Any:
    """The data with one edit made; unchanged where the path leads nowhere."""
    if not path or not isinstance(data, dict | list):
        return data
    step, *rest = path
    pairs: list[tuple[str | int, Any]] = [*(data.items() if isinstance(data, dict) else enumerate(data))]
    if rest:
        pairs = [(at, _applied(each, tuple(rest), edit) if at == step else each) for at, each in pairs]
    elif edit.action == "insert":
        pairs.append((step, _value_of(written(edit))))
    elif edit.action == "remove":
        pairs = [(at, each) for at, each in pairs if at != step]
    elif edit.place.on == "key":
        pairs = [(_value_of(written(edit)) if at == step else at, each) for at, each in pairs]
    else:
        pairs = [(at, _changed(each, edit) if at == step else each) for at, each in pairs]
    return dict(pairs) if isinstance(data, dict) else [each for _, each in pairs]


def _changed(value: Any, edit: Edit) -> Any:
    part = edit.place.part
    if part is None:
        return _value_of(written(edit))
    return value[: part[0]] + edit.text + value[part[1] :] if isinstance(value, str) else value


def _value_of(text: str) -> Any:
    """What a text written as a value is; for one that would be more than a value, something that equals nothing."""
    read = data_of(_ANY_RECORD, f"a: {text}\n")
    return read["a"] if isinstance(read, dict) and [*read] == ["a"] else object()
