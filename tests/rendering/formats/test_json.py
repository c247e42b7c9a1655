"""Diagnostics as JSON: the whole document for one finding."""

from __future__ import annotations

import json

from opsctl.diagnostics import Diagnostic, Edit, Fix, Place, Problem, Severity, Span, message
from opsctl.rendering.formats import FORMATS
from opsctl.rendering.formats.outcome import Outcome

PLACE = Place("teams/天.yaml", ("parent",))
FIX = Fix(message("rules.respell", meant="company"), (Edit(PLACE, "company"),), safe=False)
FOUND = Diagnostic(
    code="REF102",
    name="unknown-reference",
    severity=Severity.ERROR,
    file=PLACE.file,
    span=Span(2, 9, 2, 15),
    problem=Problem(PLACE, message("rules.unknown_reference_team_near", id="compny", meant="company"), fix=FIX),
    related=(("teams/b.yaml", Span(1, 1, 1, 5), message("rules.duplicate_id_first", id="b")),),
)


def test_a_finding_is_told_without_sentences() -> None:
    document = json.loads(FORMATS["json"](Outcome((FOUND,), 3, 2, {}), "zh"))
    assert document["schema_version"] == 1 and document["command"] == "check"
    assert document["data"] == {
        "files": 3,
        "records": 2,
        "set_aside": {"suppressed": 0, "waived": 0, "baseline": 0, "older": 0},
        "errors": 1,
        "warnings": 0,
        "infos": 0,
    }
    assert document["diagnostics"] == [
        {
            "code": "REF102",
            "name": "unknown-reference",
            "severity": "error",
            "fingerprint": "",
            "path": "teams/天.yaml",
            "line": 2,
            "column": 9,
            "end_line": 2,
            "end_column": 15,
            "message": {"id": "rules.unknown_reference_team_near", "params": {"id": "compny", "meant": "company"}},
            "related": [
                {
                    "path": "teams/b.yaml",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 5,
                    "message": {"id": "rules.duplicate_id_first", "params": {"id": "b"}},
                }
            ],
            "fix": {
                "safe": False,
                "title": {"id": "rules.respell", "params": {"meant": "company"}},
                "edits": [
                    {"path": "teams/天.yaml", "keys": ["parent"], "on": "value", "action": "replace", "text": "company"}
                ],
            },
        }
    ]


def test_nothing_found_is_a_document_too() -> None:
    document = json.loads(FORMATS["json"](Outcome((), 3, 2, {}), "en"))
    assert document["diagnostics"] == [] and document["data"]["errors"] == 0
