"""Diagnostics as a GitLab code quality report, in which a finding is known by its fingerprint from run to run."""

from __future__ import annotations

from typing import Any

from opsctl.diagnostics import Diagnostic, Severity
from opsctl.locales import tell
from opsctl.rendering.clean import clean, json_text
from opsctl.rendering.formats.outcome import Outcome

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(outcome: Outcome, lang: str) -> str:
    """Print one list of all findings."""
    return json_text([_issue(found, outcome, lang) for found in outcome.diagnostics], indent=None)


def _issue(found: Diagnostic, outcome: Outcome, lang: str) -> dict[str, Any]:
    return {
        "description": f"{found.code} {found.name}: {clean(tell(lang, found.problem.message))}",
        "check_name": found.name,
        "fingerprint": found.fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": outcome.prefix + found.file,
            "lines": {"begin": found.span.line, "end": found.span.end_line},
        },
    }
