"""Diagnostics for programs: no sentences, only codes, places, message ids and parameters; equal in every language."""

from __future__ import annotations

from typing import Any

from opsctl.diagnostics import Diagnostic, Edit, Fix, Message, Severity, Span
from opsctl.rendering.envelope import envelope
from opsctl.rendering.formats.outcome import Outcome


def render(outcome: Outcome, lang: str) -> str:
    """Print everything as one object; the language changes nothing."""
    del lang
    data: dict[str, Any] = {"files": outcome.files, "records": outcome.records}
    aside = outcome.aside
    data["set_aside"] = {
        "suppressed": aside.suppressed,
        "waived": aside.waived,
        "baseline": aside.known,
        "older": aside.older,
    }
    data.update({f"{severity}s": outcome.count(severity) for severity in reversed(Severity)})
    return envelope("check", data, [described(diagnostic) for diagnostic in outcome.diagnostics])


def described(diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic as data: code, place, message id and parameters, related places and fix."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "fingerprint": diagnostic.fingerprint,
        **_where(diagnostic.file, diagnostic.span),
        "message": _message(diagnostic.problem.message),
        "related": [{**_where(file, span), "message": _message(said)} for file, span, said in diagnostic.related],
        "fix": _fix(diagnostic.problem.fix) if diagnostic.problem.fix else None,
    }


def _where(file: str, span: Span) -> dict[str, Any]:
    return {
        "path": file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _message(said: Message) -> dict[str, Any]:
    return {"id": said.id, "params": dict(said.params)}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"safe": fix.safe, "title": _message(fix.title), "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "path": edit.place.file,
        "keys": list(edit.place.path),
        "on": edit.place.on,
        "action": edit.action,
        "text": edit.text,
    }
