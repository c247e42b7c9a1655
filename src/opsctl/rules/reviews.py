"""Written reviews as rules see them: those that count, what they are asked about, and the lines people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Place, Span
from opsctl.reviewing.written.fences import fences_in
from opsctl.reviewing.written.misses import waiting_in
from opsctl.reviewing.written.records import Written, written_reviews
from opsctl.workspace import Workspace

_FRONT_ENDS = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


def counting_reviews(workspace: Workspace) -> Iterator[Written]:
    """The reviews that somebody stands by: a draft is not finished, and a superseded one is nobody's word any more."""
    return (review for review in written_reviews(workspace) if review.data.status not in ("draft", "superseded"))


def text_of(workspace: Workspace, review: Written) -> str:
    """The written text of a review."""
    return workspace.texts.get(review.record.file, "")


def waiting_of(workspace: Workspace, review: Written) -> Mapping[str, str]:
    """The metrics it is asked about, each `red` or `miss`; none where its numbers were never written."""
    return waiting_in(text_of(workspace, review))


def metric_of(workspace: Workspace, written: str | None) -> str | None:
    """The id of a metric however it is spelled."""
    return written and (workspace.metric_id(written) or written)


def head(review: Written, key: str) -> Place:
    """Where a key of the front matter stands; the owner, who is asked, where it is not there."""
    return review.at(key if getattr(review.data, key) else "owner")


def at_line(file: str, text: str, line: int) -> tuple[Place, Span]:
    """A whole line of a page."""
    length = len(text.split("\n")[line - 1].rstrip())
    return Place(file), Span(line, 1, line, length + 1)


def people_wrote(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page below its front matter and outside its number blocks, by number."""
    closing = _FRONT_ENDS.search(text, text.find("\n") + 1)
    first = text.count("\n", 0, closing.end()) + 2 if closing else 1
    blocks = [(fence.line, text.count("\n", 0, fence.end) + 1) for fence in fences_in(text)[0]]
    for number, line in enumerate(text.split("\n"), 1):
        if number >= first and not any(begin <= number <= end for begin, end in blocks):
            yield number, line
