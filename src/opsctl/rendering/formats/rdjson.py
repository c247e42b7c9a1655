"""
Diagnostics for reviewdog, which comments on pull requests at many code hosts.

Its columns count the bytes of UTF-8, so that a Chinese character is three of them.
"""

from __future__ import annotations

from typing import Any

from opsctl.diagnostics import Diagnostic, Severity, Span
from opsctl.locales import tell
from opsctl.rendering.clean import clean, json_text
from opsctl.rendering.formats.outcome import Outcome
from opsctl.rendering.formats.replacing import replacements

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class _Lines:
    """The lines of the files that findings stand in, each file cut up once."""

    def __init__(self, outcome: Outcome) -> None:
        self._texts = outcome.texts
        self._lines: dict[str, list[str]] = {}

    def position(self, file: str, line: int, column: int) -> dict[str, int]:
        """A place by line and byte; by line alone where the line is not known."""
        if file not in self._lines:
            self._lines[file] = self._texts[file].split("\n") if file in self._texts else []
        lines = self._lines[file]
        if line > len(lines):
            return {"line": line}
        before = lines[line - 1][: column - 1]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    def range(self, file: str, span: Span) -> dict[str, Any]:
        """A stretch of text, its end exclusive."""
        return {
            "start": self.position(file, span.line, span.column),
            "end": self.position(file, span.end_line, span.end_column),
        }


def render(outcome: Outcome, lang: str) -> str:
    """Print everything as one DiagnosticResult."""
    lines = _Lines(outcome)
    diagnostics = [_diagnostic(found, outcome, lines, lang) for found in outcome.diagnostics]
    return json_text({"source": {"name": "opsctl"}, "diagnostics": diagnostics}, indent=None)


def _diagnostic(found: Diagnostic, outcome: Outcome, lines: _Lines, lang: str) -> dict[str, Any]:
    made = [each for each in replacements(found, outcome) if each.file == found.file]
    document: dict[str, Any] = {
        "message": clean(tell(lang, found.problem.message)),
        "location": _location(found.file, found.span, outcome, lines),
        "severity": _SEVERITIES[found.severity],
        "code": {"value": f"{found.code} {found.name}"},
    }
    if made:
        document["suggestions"] = [{"range": lines.range(each.file, each.span), "text": each.text} for each in made]
    if found.related:
        document["related_locations"] = [
            {"message": clean(tell(lang, said)), "location": _location(file, span, outcome, lines)}
            for file, span, said in found.related
        ]
    return document


def _location(file: str, span: Span, outcome: Outcome, lines: _Lines) -> dict[str, Any]:
    return {"path": outcome.prefix + file, "range": lines.range(file, span)}
