"""What a check found, as the formats get it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Diagnostic, Place, Severity, Span


@dataclass(frozen=True, slots=True)
class Aside:
    """How many findings were set aside: by a comment, by a waiver, by the baseline, as older than the change."""

    suppressed: int = 0
    waived: int = 0
    known: int = 0
    older: int = 0


@dataclass(frozen=True, slots=True)
class Guide:
    """A rule in words: its title, why it matters, its whole page as Markdown, and its usual severity."""

    title: str
    why: str
    page: str
    severity: Severity


def no_guide(code: str, lang: str) -> Guide | None:
    """Know nothing about any rule."""
    del code, lang
    return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The diagnostics, sorted, what was looked at, and the texts that excerpts are cut from.

    `guide` tells about a rule by its code, in a language; `span_of` finds the places that fixes edit. `prefix` leads
    from the top of the repository to the workspace, and `changed` has the lines a change touched, by file.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    records: int
    texts: Mapping[str, str]
    aside: Aside = Aside()
    guide: Callable[[str, str], Guide | None] = no_guide
    span_of: Callable[[Place], Span] | None = None
    prefix: str = ""
    changed: Mapping[str, tuple[range, ...]] = field(default_factory=dict)
    coloured: bool = False

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def fails_on(self, least: Severity) -> bool:
        """Say whether any diagnostic is at or above this severity."""
        return any(diagnostic.severity.rank >= least.rank for diagnostic in self.diagnostics)
