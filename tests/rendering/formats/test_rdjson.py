"""reviewdog's format: columns in bytes, and replacements that really put the thing right."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.rendering.formats.samples import RESPELL, STORE, finding, outcome

from opsctl.commands.check import Asked, check
from opsctl.rendering.formats.outcome import Outcome
from opsctl.rendering.formats.rdjson import render

Writer = Callable[[str], Path]


def diagnostics(found: Outcome) -> list[dict[str, Any]]:
    """The diagnostics of a report."""
    read = json.loads(render(found, "en"))["diagnostics"]
    assert isinstance(read, list)
    return read


def test_columns_count_bytes_of_utf_8_and_the_end_is_exclusive() -> None:
    (only,) = diagnostics(outcome(finding()))
    assert only["location"] == {
        "path": STORE,
        "range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 18}},
    }


def test_a_place_without_text_has_only_lines() -> None:
    (only,) = diagnostics(outcome(finding(file="gone.csv", line=1)))
    assert only["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


def test_a_replacement_is_a_suggestion() -> None:
    (only,) = diagnostics(outcome(finding(fix=RESPELL)))
    assert only["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 18}}, "text": "company"}
    ]


@pytest.mark.parametrize("value", ["compny", '"compny"', "'compny'  # 公司", "compny  # 公司"])
def test_a_suggestion_puts_it_right(folder_from: Writer, value: str) -> None:
    root = folder_from(f"```yaml teams/a.yaml\nname: {{zh: 天猫组, en: A}}\nparent: {value}\n```\n")
    (only,) = diagnostics(check(root, Asked(date(2026, 6, 8))))
    (suggestion,) = only["suggestions"]
    lines = (root / "teams" / "a.yaml").read_bytes().split(b"\n")
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    assert start["line"] == end["line"]
    line = lines[start["line"] - 1]
    lines[start["line"] - 1] = line[: start["column"] - 1] + suggestion["text"].encode() + line[end["column"] - 1 :]
    (root / "teams" / "a.yaml").write_bytes(b"\n".join(lines))
    assert check(root, Asked(date(2026, 6, 8))).diagnostics == ()
