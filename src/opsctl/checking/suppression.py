"""Findings that a comment with a reason sets aside, and comments that set nothing aside or give no reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from opsctl.checking.aside import Aside, may_be_set_aside
from opsctl.diagnostics import Diagnostic, Listed, Message, Place, Problem, message
from opsctl.loading.comments import Ignore
from opsctl.workspace import Finding

_BAD = "suppression-without-reason"
_UNUSED = "unused-suppression"


def suppressed(diagnostics: Iterable[Diagnostic], comments: Iterable[Ignore], active: Collection[str]) -> Aside:
    """Part the findings; a comment counts for its line and for the rules it names, by code or name.

    Only rules that are active here can be ignored in vain.
    """
    comments, found = tuple(comments), tuple(diagnostics)
    used: set[tuple[Ignore, str]] = set()
    kept: list[Diagnostic] = []
    away: list[Diagnostic] = []
    for each in found:
        hits = [(comment, name) for comment in comments if _sound(comment) for name in _naming(comment, each)]
        used.update(hits)
        (away if hits else kept).append(each)
    return Aside(tuple(kept), tuple(away), tuple(_complaints(comments, used, active)))


def _sound(comment: Ignore) -> bool:
    return bool(comment.rules and comment.reason)


def _naming(comment: Ignore, found: Diagnostic) -> tuple[str, ...]:
    """The words by which a comment names a finding's rule, if it stands for that finding's line."""
    if comment.file != found.file or comment.line != found.span.line or not may_be_set_aside(found):
        return ()
    return tuple(name for name in comment.rules if name in (found.code, found.name))


def _complaints(
    comments: Iterable[Ignore], used: set[tuple[Ignore, str]], active: Collection[str]
) -> Iterator[Finding]:
    for comment in comments:
        if not comment.rules:
            yield _finding(_BAD, comment, message("rules.suppression_of_everything"))
        elif not comment.reason:
            yield _finding(_BAD, comment, message("rules.suppression_without_reason", rules=Listed(comment.rules)))
        for name in comment.rules if _sound(comment) else ():
            if (comment, name) not in used and name in active:
                yield _finding(_UNUSED, comment, message("rules.unused_suppression", rule=name))


def _finding(rule: str, comment: Ignore, said: Message) -> Finding:
    return Finding(rule, Problem(Place(comment.file), said, span=comment.span))
