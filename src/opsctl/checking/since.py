"""
What a change caused: the findings of now that were not there before.

A finding is the same where its fingerprint is, however its line moved, and its words are: a sum that was wrong by ten
and now is wrong by fifty is news.
"""

from __future__ import annotations

from opsctl.diagnostics import Diagnostic, Message


def apart(now: tuple[Diagnostic, ...], before: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings of the first that the second has not."""
    known = {_identity(found) for found in before}
    return tuple(found for found in now if _identity(found) not in known)


def _identity(found: Diagnostic) -> tuple[str, Message]:
    return found.fingerprint, found.problem.message
