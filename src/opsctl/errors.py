"""
The one expected exception, and what the process says with its exit status.

Wrong records are values (`diagnostics.py`); this is for a call that cannot be answered at all: usage, settings, an
unreadable source, a lock, a full disk.
"""

from __future__ import annotations

from opsctl.diagnostics import Message

CLEAN = 0
FINDINGS = 1
NO_ANSWER = 2
BUG = 3
INTERRUPTED = 130


class OpsctlError(Exception):
    """No answer is possible; carries a sentence and, where there is one, what to do next."""

    def __init__(self, said: Message, hint: Message | None = None) -> None:
        super().__init__(said.id)
        self.said = said
        self.hint = hint
