"""What a check of the data gate offers; its docstring is its page, as with the rules of `opsctl check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence


class Check(Protocol):
    """One check of the data: code, name and severity, what its page needs, and what it finds."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    SINCE: str
    RIGOR: str
    ERROR_FROM: str

    def check(self, evidence: Evidence) -> Iterator[Doubt]:
        """Yield what makes numbers doubtful."""
        ...
