"""
What a check finds: places, messages, problems, fixes and diagnostics.

Rules and chapters name a `Place` by file and keys; one place in the loader turns it into a `Span` of lines and
columns. All of them are values: problems in a user's files are never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Severity(StrEnum):
    """How much a finding matters; `check` fails at or above a chosen one."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """A number that grows with severity."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Place:
    """A key or value in a file: the route of keys and list positions that leads to it.

    `part` is a stretch of a value that is a text, by its first character and the one after its last.
    """

    file: str
    path: tuple[str | int, ...] = ()
    on: Literal["key", "value"] = "value"
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by its id in the catalogue, with the values that fill it; so it can be said in any language."""

    id: str
    params: tuple[tuple[str, str], ...] = ()


class Worded(str):
    """A message's parameter that people read another way than programs; as text it is the programs'."""


class Amount(Worded):
    """A number of a metric, exact and plain as text; people read it with the metric's unit and separators."""

    metric: str

    def __new__(cls, text: str, metric: str) -> Amount:
        """Take a plain number and the metric's id."""
        made = super().__new__(cls, text)
        made.metric = metric
        return made

    def __reduce__(self) -> tuple[type[Amount], tuple[str, str]]:
        """Keep the metric where a message goes from one process to another."""
        return Amount, (str(self), self.metric)


class Phrase(Worded):
    """Pieces of text without anything between them, some of them worded themselves."""

    pieces: tuple[str, ...]

    def __new__(cls, *pieces: str) -> Phrase:
        """Join the pieces."""
        made = super().__new__(cls, "".join(pieces))
        made.pieces = pieces
        return made

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, ...]]:
        """Keep the pieces where a message goes from one process to another."""
        return Phrase, self.pieces


class Named(Worded):
    """A name that people gave in each language, by language; as text it is the first of them."""

    names: tuple[tuple[str, str], ...]

    def __new__(cls, names: Iterable[tuple[str, str]]) -> Named:
        """Take the pairs of language and name."""
        found = tuple(names)
        made = super().__new__(cls, found[0][1])
        made.names = found
        return made

    def __reduce__(self) -> tuple[type[Named], tuple[tuple[tuple[str, str], ...]]]:
        """Keep the names where a message goes from one process to another."""
        return Named, (self.names,)


class Saying(Worded):
    """A message inside another one; as text it is the inner one's id with its parameters."""

    said: Message

    def __new__(cls, said: Message) -> Saying:
        """Take the inner message."""
        made = super().__new__(cls, f"{said.id}({', '.join(f'{name}={value}' for name, value in said.params)})")
        made.said = said
        return made

    def __reduce__(self) -> tuple[type[Saying], tuple[Message]]:
        """Keep the message where it goes from one process to another."""
        return Saying, (self.said,)


class Listed(Worded):
    """Words one after the other as a message's parameter: in English as they stand, in each language by its marks.

    `between` is the mark in English, a comma or, where the words have commas of their own, a semicolon.
    """

    words: tuple[str, ...]
    between: str

    def __new__(cls, words: Iterable[str], between: str = ", ") -> Listed:
        """Join the words; none give an empty text."""
        found = tuple(words)
        made = super().__new__(cls, between.join(found))
        made.words, made.between = found, between
        return made

    def __reduce__(self) -> tuple[type[Listed], tuple[tuple[str, ...], str]]:
        """Keep the words where a message goes from one process to another."""
        return Listed, (self.words, self.between)


def some(words: Sequence[str], most: int, between: str = ", ", *, counted: bool = False) -> Listed:
    """The first few words, and a mark behind the last where there are more, with how many if they are counted."""
    shown = list(words[:most])
    if len(words) > most:
        shown[-1] += f" … (+{len(words) - most})" if counted else " …"
    return Listed(shown, between)


def message(id_: str, /, **params: str | int) -> Message:
    """Build a message; parameters are stored as text, in alphabetical order."""
    texts = ((name, value if isinstance(value, Worded) else str(value)) for name, value in params.items())
    return Message(id_, tuple(sorted(texts)))


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` where the place stands; or a new entry at the end of what is around the place, or the entry away.

    A text in `quote` is any text and is quoted where YAML could take it for something else; otherwise it is YAML.
    """

    place: Place
    text: str = ""
    action: Literal["replace", "insert", "remove"] = "replace"
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair as data: what it does, the edits, and whether it may be applied unseen."""

    title: Message
    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place. `span` is set only for text without keys: broken syntax, comments, written pages.

    What is `veiled` must not be shown again: an excerpt would carry a secret into logs that more people read.
    """

    at: Place
    message: Message
    related: tuple[tuple[Place, Message], ...] = ()
    fix: Fix | None = None
    span: Span | None = None
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem stamped by the engine with its rule's code, name and severity, and with where it stands.

    The fingerprint says which finding it is however the lines around it move.
    """

    code: str
    name: str
    severity: Severity
    file: str
    span: Span
    problem: Problem
    related: tuple[tuple[str, Span, Message], ...] = ()
    fingerprint: str = ""

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Sort key: by file, place and code, so that output never depends on the order of work."""
        return (self.file, self.span, self.code, repr(self.problem.message))
