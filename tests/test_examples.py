"""The example companies: one is clean, one is wrong in every way opsctl knows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.commands.check import Asked, check
from opsctl.rendering.formats import FORMATS
from opsctl.rules import RULES

DAY = date(2026, 6, 8)
ROOT = Path(__file__).resolve().parents[1]
CLEAN = ROOT / "examples" / "chenhe-home"
BROKEN = ROOT / "examples" / "broken"
# Two rules speak of git's own folder or of what stands in its place, not of records; their pages show them.
AROUND = {"unfinished-write", "planted-state"}
CASES = ROOT / "tests" / "cases" / "check-broken"


def test_the_example_company_is_clean() -> None:
    outcome = check(CLEAN, Asked(DAY))
    assert outcome.records >= 30
    assert FORMATS["text"](outcome, "en").startswith("no problems in ")


@pytest.mark.parametrize("command", ["check --no-cache", "review weekly 2026-W46", "plan show 2026-W46"])
def test_a_command_that_has_nothing_to_say_says_nothing(command: str) -> None:
    call = [sys.executable, "-m", "opsctl", "-C", str(CLEAN), *command.split()]
    done = subprocess.run(call, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("lang", "name"), [("zh", "expected.zh.txt"), ("en", "expected.en.txt")])
def test_everything_wrong_is_reported_in_one_run(golden: Callable[[Path, str], None], lang: str, name: str) -> None:
    golden(CASES / name, FORMATS["text"](check(BROKEN, Asked(DAY)), lang))


def test_everything_wrong_is_reported_to_programs(golden: Callable[[Path, str], None]) -> None:
    golden(CASES / "expected.json", FORMATS["json"](check(BROKEN, Asked(DAY)), "en"))


def test_every_rule_fires_in_the_broken_example() -> None:
    fired = {found.name for found in check(BROKEN, Asked(DAY)).diagnostics}
    assert {rule.NAME for rule in RULES} - AROUND <= fired


def test_its_page_names_every_rule_and_the_file_where_it_fires() -> None:
    page = (BROKEN / "README.md").read_text("utf-8")
    found = {(each.name, each.file) for each in check(BROKEN, Asked(DAY)).diagnostics}
    for rule in (each for each in RULES if each.NAME not in AROUND):
        row = next(line for line in page.splitlines() if line.startswith(f"| {rule.NAME} |"))
        assert any(name == rule.NAME and f"`{file}`" in row for name, file in found), row


def test_json_says_the_same_in_both_languages() -> None:
    outcome = check(BROKEN, Asked(DAY))
    assert FORMATS["json"](outcome, "zh") == FORMATS["json"](outcome, "en")
    assert len(json.loads(FORMATS["json"](outcome, "en"))["diagnostics"]) == len(outcome.diagnostics)
