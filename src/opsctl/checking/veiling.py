"""
What must not be shown again is not shown by another finding either.

A rule that finds a secret does not repeat it. Another finding on the same line would print the line, or the value that
is wrong, and the secret would stand in a build's log all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from opsctl.diagnostics import Diagnostic, Message

_HIDDEN = "…"


def veiled(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> Sequence[Diagnostic]:
    """The same findings; those on a line with something veiled show neither the line nor what is veiled."""
    hidden: dict[tuple[str, int], set[str]] = {}
    for found in diagnostics:
        if found.problem.veiled:
            for line in range(found.span.line, found.span.end_line + 1):
                hidden.setdefault((found.file, line), set()).add(_text(found, texts))
    if not hidden:
        return diagnostics
    return [_without(found, hidden.get((found.file, found.span.line))) for found in diagnostics]


def _text(found: Diagnostic, texts: Mapping[str, str]) -> str:
    """What stands at the place of a finding, as far as it is on one line."""
    lines = texts.get(found.file, "").split("\n")
    line = lines[found.span.line - 1] if found.span.line <= len(lines) else ""
    return line[found.span.column - 1 : found.span.end_column - 1]


def _without(found: Diagnostic, secrets: set[str] | None) -> Diagnostic:
    if secrets is None or found.problem.veiled:
        return found
    said = found.problem.message
    params = tuple((name, _HIDDEN if _shows(value, secrets) else value) for name, value in said.params)
    return replace(found, problem=replace(found.problem, message=Message(said.id, params), fix=None, veiled=True))


def _shows(value: str, secrets: set[str]) -> bool:
    """Say whether a value in a message gives a secret away, whole or cut short."""
    return any(secret and (secret in value or value.rstrip("…") in secret) for secret in secrets if len(value) > 3)
