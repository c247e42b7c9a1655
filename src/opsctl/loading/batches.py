"""
Files to records, a batch at a time: all of it opened, then all parsed, then all judged.

What a step needs stays in the processor's cache so, and that saves a fifth of the time of a large workspace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.loading.adapters import judged_with_adapter, names_adapter
from opsctl.loading.beside import helped, may_help
from opsctl.loading.discover import Found
from opsctl.loading.files import MAX_PAGE, MAX_RECORD
from opsctl.loading.flaws import MOST_FLAWS, START, Flaw, moved
from opsctl.loading.frontmatter import split
from opsctl.loading.plainyaml import read_plain
from opsctl.loading.schema import judge, without_free_keys
from opsctl.loading.textguard import guard
from opsctl.loading.tree import Disk, Tree
from opsctl.records.base import Record
from opsctl.records.source import Source
from opsctl.weeks import Weeks
from opsctl.workspace import Finding

_UNREADABLE = "unreadable-file"
_PAGE = ".md"
_YAML = ".yaml"

# What so many files hold fills a pipe about once, when another process reads ahead.
_BATCH = 40

_Ahead = tuple[str, Any]
"""A file's text and data, when another process has read them."""

Opened = str | tuple[Finding, ...]
"""A file's text, or what is wrong with it."""

Known = Mapping[str, tuple[str, Record]]
"""Sound records by file, each with the text it was read from."""


@dataclass(frozen=True, slots=True)
class Read:
    """One file's data as far as it goes; `sound` data may be judged, and `findings` say what is wrong already."""

    data: Any
    sound: bool
    findings: tuple[Finding, ...]


def records_of(
    tree: Tree, listed: Sequence[Found], texts: dict[str, str], known: Known, weeks: Weeks
) -> Iterator[tuple[Found, Record | None, list[Finding]]]:
    """Each record that was found, in that order; a second process may read ahead where there are many."""
    batches = [listed[start : start + _BATCH] for start in range(0, len(listed), _BATCH)]
    if known or not isinstance(tree, Disk) or not may_help(len(listed)):
        for batch in batches:
            yield from _made(tree, batch, texts, known, weeks)
        return
    done = {}
    for number, ahead in helped(lambda number: _ahead(tree, batches[number]), len(batches)):
        own: dict[str, str] = {}
        done[number] = own, _made(tree, batches[number], own, {}, weeks, ahead)
    for number in range(len(batches)):
        own, made = done[number]
        texts.update(own)
        yield from made


def _ahead(tree: Tree, batch: Sequence[Found]) -> list[_Ahead | None]:
    """Each record's text and data; None where there is something to say of them."""
    texts = [text_of(tree, found.file) for found in batch]
    read = [data_of(found.file, text) for found, text in zip(batch, texts, strict=True)]
    return [
        (text, each.data) if isinstance(text, str) and each.sound and not each.findings else None
        for text, each in zip(texts, read, strict=True)
    ]


def _made(
    tree: Tree,
    batch: Sequence[Found],
    texts: dict[str, str],
    known: Known,
    weeks: Weeks,
    ahead: list[_Ahead | None] | None = None,
) -> list[tuple[Found, Record | None, list[Finding]]]:
    """A batch's records, or None; findings may come with neither or both. What was read `ahead` is not read again."""
    before = ahead or [None] * len(batch)
    here = [
        opened(tree, found.file, texts) if done is None else texts.setdefault(found.file, done[0])
        for found, done in zip(batch, before, strict=True)
    ]
    read = [
        _known_or_data(found.file, text, known) if done is None else Read(done[1], True, ())
        for found, text, done in zip(batch, here, before, strict=True)
    ]
    return [
        (found, *judged(found.kind.model, each, found.file, weeks)) for found, each in zip(batch, read, strict=True)
    ]


def _known_or_data(file: str, text: Opened, known: Known) -> Read | Record:
    """What is known of a record whose text is the same; otherwise its data."""
    same = known.get(file)
    return same[1] if same is not None and same[0] == text else data_of(file, text)


def judged(model: type[Record], read: Read | Record, file: str, weeks: Weeks) -> tuple[Record | None, list[Finding]]:
    """One record, or what is wrong with it."""
    if isinstance(read, Record):
        return read, []
    if not read.sound:
        return None, list(read.findings)
    if model is Source and names_adapter(read.data):
        record, wrong = judged_with_adapter(model, read.data, file, weeks)
    else:
        record, wrong = judge(model, read.data, file, weeks)
    findings = [*read.findings, *wrong]
    return (None if findings else record), findings


def opened(tree: Tree, file: str, texts: dict[str, str]) -> Opened:
    """The text of one file, remembered."""
    text = text_of(tree, file)
    if isinstance(text, str):
        texts[file] = text
    return text


def data_of(file: str, text: Opened) -> Read:
    """Parse one file; one that cannot be read has no data, and its findings say why."""
    if not isinstance(text, str):
        return Read(None, False, text)
    offset = 0
    if file.endswith(_PAGE):
        page = split(text)
        if isinstance(page, Flaw):
            return Read(None, False, _findings(file, (page,), 0))
        text, offset = page.yaml, page.offset
    plain = read_plain(text)
    if plain is not None:
        return Read(without_free_keys(plain) if "x-" in text else plain, True, ())
    from opsctl.loading.yamltext import parse

    parsed = parse(text)
    return Read(without_free_keys(parsed.data), parsed.sound, _findings(file, parsed.problems, offset))


def text_of(tree: Tree, file: str) -> Opened:
    """The text of one file."""
    data = tree.read(file, MAX_RECORD if file.endswith(_YAML) else MAX_PAGE)
    if isinstance(data, Message):
        return (Finding(_UNREADABLE, Problem(Place(file), data, span=START)),)
    guarded = guard(data)
    return _findings(file, guarded.problems, 0) if guarded.problems else guarded.text


def _findings(file: str, flaws: Iterable[Flaw], offset: int) -> tuple[Finding, ...]:
    return tuple(Finding(_UNREADABLE, _problem(file, flaw, offset)) for flaw in islice(flaws, MOST_FLAWS))


def _problem(file: str, flaw: Flaw, offset: int) -> Problem:
    related = ((Place(file, flaw.first, "key"), message("load.yaml.first_key")),) if flaw.first else ()
    return Problem(Place(file), flaw.message, related, span=moved(flaw.span, offset))
