"""
The written text of records, for rules about what must not be in a repository wherever it stands.

Keys under `x-`, comments and the pages of plans and reviews never become data, so these rules read the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from opsctl.diagnostics import Message, Place, Problem, Span
from opsctl.workspace import Workspace

# Keys of these folders are names of metrics, columns and values, and have their own rules.
NAMING_FOLDERS = ("metrics/", "sources/", "targets/", "calendar/")
# Who repairs a file sees the rest on the way, and a file full of them is not searched to its end.
MOST = 20
_TOGETHER = 50


def hits(
    workspace: Workspace,
    quick: Callable[[str], bool],
    full: str,
    *,
    skipped: tuple[str, ...] = (),
    counts: Callable[[str, re.Match[str]], bool] = lambda _, __: True,
) -> Iterator[tuple[str, re.Match[str]]]:
    """Find the first matches of `full` in each file that count, the file's path deciding too.

    `quick` says cheaply in which texts one is worth looking for; few runs have to compile `full`.
    """
    for batch in _batches(workspace):
        if quick("\n".join(text for _, text in batch)):
            for file, text in batch:
                if quick(text) and not file.startswith(skipped):
                    found = (match for match in re.finditer(full, text) if counts(file, match))
                    yield from ((file, match) for match in islice(found, MOST))


def _batches(workspace: Workspace) -> Iterator[Sequence[tuple[str, str]]]:
    """The texts a few at a time: most hold nothing worth a look, and asking many at once takes a tenth of the time."""
    texts = iter(workspace.texts.items())
    while batch := tuple(islice(texts, _TOGETHER)):
        yield batch


def any_of(*words: str) -> Callable[[str], bool]:
    """A quick look for words; a search for a plain word is many times faster than one for a pattern."""

    def found(text: str) -> bool:
        # Without `any`, whose generator would take longer than the search.
        for word in words:  # noqa: SIM110
            if word in text:
                return True
        return False

    return found


def run_of(kept: re.Pattern[str], length: int, passed_over: bytes = b"") -> Callable[[str], bool]:
    """A quick look for so many ASCII characters of a class in a row, some others between them passed over."""
    table = bytes(1 if kept.match(chr(code)) else 0 for code in range(256))
    run = bytes([1]) * length
    return lambda text: run in text.encode().translate(table, passed_over)


def problem(file: str, match: re.Match[str], said: Message, *, group: str | int = 0, veiled: bool = False) -> Problem:
    """A problem at what a group of a match covers."""
    return Problem(Place(file), said, span=span_of(match.string, *match.span(group)), veiled=veiled)


def span_of(text: str, start: int, end: int) -> Span:
    """The lines and columns of a stretch of text."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    end_line = line + text.count("\n", start, end)
    return Span(line, column, end_line, end - text.rfind("\n", 0, end))
