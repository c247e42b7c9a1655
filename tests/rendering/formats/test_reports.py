"""What all report formats have in common: each is valid by its schema or reader, whatever stands in the files."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.rendering.formats.samples import hostile, outcome, small
from tests.rendering.formats.validators import faults, junit_faults, own_schema, rdjson_refused, sarif_schema

from opsctl.commands.check import Asked, check
from opsctl.rendering.formats import FORMATS, Outcome

BROKEN = Path(__file__).resolve().parents[3] / "examples" / "broken"
GOLDEN = Path(__file__).parent / "golden"
OUTCOMES: dict[str, Callable[[], Outcome]] = {
    "nothing": outcome,
    "small": small,
    "hostile": hostile,
    "broken": lambda: check(BROKEN, Asked(date(2026, 6, 8))),
}
LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("name", OUTCOMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_sarif_is_valid_by_the_schema_of_oasis(name: str, lang: str) -> None:
    assert faults(json.loads(FORMATS["sarif"](OUTCOMES[name](), lang)), sarif_schema()) == []


def test_a_fault_in_sarif_is_found() -> None:
    document = json.loads(FORMATS["sarif"](small(), "en"))
    document["runs"][0]["results"][0]["level"] = "fatal"
    del document["runs"][0]["results"][1]["message"]
    assert len(faults(document, sarif_schema())) == 2


@pytest.mark.parametrize("name", OUTCOMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_junit_is_valid_by_the_schema_of_jenkins(name: str, lang: str) -> None:
    assert junit_faults(FORMATS["junit"](OUTCOMES[name](), lang)) == []


def test_a_fault_in_junit_is_found() -> None:
    text = FORMATS["junit"](small(), "en")
    assert junit_faults(text.replace("<failure ", "<broken ").replace("</failure>", "</broken>"))


@pytest.mark.parametrize("format_", ["gitlab", "rdjson"])
@pytest.mark.parametrize("name", OUTCOMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_gitlab_and_rdjson_are_as_their_pages_say(format_: str, name: str, lang: str) -> None:
    assert faults(json.loads(FORMATS[format_](OUTCOMES[name](), lang)), own_schema(format_)) == []


def test_a_fault_in_a_gitlab_report_is_found() -> None:
    document = json.loads(FORMATS["gitlab"](small(), "en"))
    document[0]["location"]["path"] = "./a.yaml"
    document[1]["severity"] = "error"
    assert len(faults(document, own_schema("gitlab"))) == 2


def test_a_fault_in_rdjson_is_found() -> None:
    document = json.loads(FORMATS["rdjson"](small(), "en"))
    document["diagnostics"][0]["severity"] = "error"
    document["diagnostics"][1]["location"]["range"]["start"]["column"] = 0
    assert len(faults(document, own_schema("rdjson"))) == 2


@pytest.mark.parametrize("name", OUTCOMES)
def test_rdjson_is_taken_by_a_validator(name: str, tmp_path: Path) -> None:
    assert not rdjson_refused(FORMATS["rdjson"](OUTCOMES[name](), "zh"), tmp_path)


def test_a_fault_in_rdjson_is_refused_by_the_validator(tmp_path: Path) -> None:
    document = json.loads(FORMATS["rdjson"](small(), "en"))
    del document["diagnostics"][0]["message"]
    assert rdjson_refused(json.dumps(document), tmp_path)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_format_prints_what_steers_a_terminal_or_a_build_server(format_: str, lang: str) -> None:
    printed = FORMATS[format_](hostile(), lang)
    printed.encode()
    assert not set("\x00\x0b\x1b\r\u202e\u2028\ufffe\U000e0041") & set(printed)
    assert "##[" not in printed
    planted = [line for line in printed.splitlines() if line.lstrip().startswith("::")]
    if format_ != "github":
        assert planted == []


@pytest.mark.parametrize("format_", ["markdown", "github", "concise", "junit"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_small_report_reads_like_this(golden: Callable[[Path, str], None], format_: str, lang: str) -> None:
    golden(GOLDEN / f"{format_}.{lang}.txt", FORMATS[format_](small(), lang))
