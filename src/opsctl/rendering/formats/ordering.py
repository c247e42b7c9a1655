"""Which findings come first where not all of them can be shown: those on lines that the change at hand touched."""

from __future__ import annotations

from opsctl.diagnostics import Diagnostic
from opsctl.rendering.formats.outcome import Outcome


def changed_first(outcome: Outcome) -> list[Diagnostic]:
    """Findings on changed lines, then those in changed files, then the others; each as they stood."""
    if not outcome.changed:
        return list(outcome.diagnostics)
    return sorted(outcome.diagnostics, key=lambda found: distance(found, outcome))


def distance(found: Diagnostic, outcome: Outcome) -> int:
    """How far from the change a finding is: 0 on its lines, 1 in its files, 2 elsewhere."""
    lines = outcome.changed.get(found.file)
    if lines is None:
        return 2
    here = range(found.span.line, found.span.end_line + 1)
    return 0 if any(here.start < touched.stop and touched.start < here.stop for touched in lines) else 1
