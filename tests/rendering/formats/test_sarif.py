"""SARIF: what code scanning needs besides a valid document."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.rendering.formats.samples import RESPELL, STORE, finding, outcome, small

from opsctl.commands.check import Asked, check
from opsctl.rendering.formats.outcome import Outcome, no_guide
from opsctl.rendering.formats.sarif import SHOWN, render

BROKEN = Path(__file__).resolve().parents[3] / "examples" / "broken"


def run_of(found: Outcome, lang: str = "en") -> dict[str, Any]:
    """The one run of a report."""
    (run,) = json.loads(render(found, lang))["runs"]
    assert isinstance(run, dict)
    return run


def test_a_result_has_its_place_in_code_points_and_a_fingerprint() -> None:
    run = run_of(replace(outcome(finding()), prefix="运营/"))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"] == {"id": "opsctl/check/"}
    (result,) = run["results"]
    assert result["ruleId"] == "REF102" and result["level"] == "error"
    assert result["message"] == {"text": "no team has the id compny"}
    assert result["partialFingerprints"] == {"primaryLocationLineHash": "f1"}
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 12}
    uri = place["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert unquote(uri) == f"运营/{STORE}" and uri.count("/") == 2


def test_rules_of_the_results_are_described_once_and_in_the_language() -> None:
    run = run_of(small(), "zh")
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == {"text": "没有这条记录。"} and rule["fullDescription"] == {
        "text": "REF102 because."
    }
    assert rule["help"]["markdown"].startswith("# REF102\n") and rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0, 0]
    assert sorted(result["level"] for result in run["results"]) == ["error", "note", "warning"]
    assert run["language"] == "zh-CN"


def test_a_rule_nobody_can_describe_has_its_name() -> None:
    (rule,) = run_of(replace(small(), guide=no_guide))["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == rule["fullDescription"] == {"text": "unknown-reference"}


def test_every_built_in_rule_is_described_by_its_page() -> None:
    for lang in ("zh", "en"):
        rules = run_of(check(BROKEN, Asked(date(2026, 6, 8))), lang)["tool"]["driver"]["rules"]
        assert len(rules) > 20
        for rule in rules:
            assert rule["help"]["markdown"].startswith(f"# {rule['id']} {rule['name']}\n")
            assert rule["name"] not in (rule["shortDescription"]["text"], rule["fullDescription"]["text"])
            assert len(rule["fullDescription"]["text"]) <= 1000


def test_a_plain_replacement_is_a_fix() -> None:
    (result,) = run_of(outcome(finding(fix=RESPELL)))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert unquote(change["artifactLocation"]["uri"]) == STORE
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 12},
            "insertedContent": {"text": "company"},
        }
    ]


def test_words_of_a_record_make_no_link() -> None:
    (result,) = run_of(outcome(finding(said="[text](1)")))["results"]
    assert result["message"]["text"] == "no team has the id [text] (1)"


def test_of_very_many_results_the_first_are_shown_and_the_rest_is_counted() -> None:
    run = run_of(outcome(*(finding(line=line) for line in range(1, SHOWN + 4))))
    assert len(run["results"]) == SHOWN
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("… and 3 more")
    assert "toolExecutionNotifications" not in run_of(small())["invocations"][0]
