"""What a check found, as the formats get it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opsctl.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """The diagnostics, sorted, what was looked at, and the texts that excerpts are cut from."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    records: int
    texts: Mapping[str, str]

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def fails_on(self, least: Severity) -> bool:
        """Say whether any diagnostic is at or above this severity."""
        return any(diagnostic.severity.rank >= least.rank for diagnostic in self.diagnostics)
