"""Fixes that are mere replacements, which other programs can apply: where, and the text to put there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opsctl.diagnostics import Diagnostic, Edit, Span
from opsctl.rendering.formats.outcome import Outcome

# A word that YAML reads as this text wherever it stands, so that no quoting has to be thought of.
_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off)\Z)[^\W\d_](?:[\w.:/-]*[\w])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put the text where the span is."""

    file: str
    span: Span
    text: str


def replacements(found: Diagnostic, outcome: Outcome) -> tuple[Replacement, ...]:
    """The replacements that make up a finding's fix; none where it has no fix or not all of it is a replacement."""
    fix = found.problem.fix
    if fix is None or outcome.span_of is None or any(edit.action != "replace" for edit in fix.edits):
        return ()
    made = tuple(_replacement(edit, outcome.span_of(edit.place)) for edit in fix.edits)
    plain = all(_PLAIN.fullmatch(each.text) and each.span.line == each.span.end_line for each in made)
    return made if plain else ()


def _replacement(edit: Edit, span: Span) -> Replacement:
    return Replacement(edit.place.file, span, edit.text)
