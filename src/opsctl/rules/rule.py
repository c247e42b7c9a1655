"""What a rule module offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

RIGORS = ("start", "standard", "strict")
# A superseded record is nobody's promise any more, so it is judged as gently as a draft.
HARDNESS = {"draft": 0, "superseded": 0, "proposed": 1, "approved": 2, "closed": 2}


class Rule(Protocol):
    """A rule: its docstring is its page, `RIGOR` the least rigor at which it runs.

    `ERROR_FROM` is the least status of a record at which its error is one; in a record that is not that far yet it is
    a warning.
    """

    CODE: str
    NAME: str
    SEVERITY: Severity
    SINCE: str
    RIGOR: str
    ERROR_FROM: str

    def check(self, workspace: Workspace) -> Iterator[Problem]:
        """Yield what is wrong, in records and keys."""
        ...
