"""The page about written reviews: its record passes strictly, its thresholds and commands exist, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.explain import files_in
from opsctl.checking.gate import judge
from opsctl.cli.app import run
from opsctl.loading.read import LoadResult
from opsctl.rules import RULES
from opsctl.rules.thresholds import DEFAULTS, threshold

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
PAGES = ("review.md", "review.zh.md")


@pytest.mark.parametrize("page", PAGES)
def test_its_review_passes_every_rule_about_reviews(page: str, workspace_from: Callable[[object], LoadResult]) -> None:
    files = dict(files_in((GUIDE / page).read_text("utf-8")))
    assert set(files) == {"opsctl.yaml", "reviews/2026-W46/company.md"}
    strict = {**files, "opsctl.yaml": files["opsctl.yaml"] + "rigor: strict\n"}
    loaded = workspace_from(list(strict.items()))
    found = [each for each in judge(loaded, date(2026, 11, 16)).diagnostics if each.file.startswith("reviews/")]
    assert found == []
    names = {name for name in DEFAULTS if name.startswith("review-")}
    assert names == set(loaded.workspace.settings.checks.thresholds)
    assert all(threshold(loaded.workspace, name) == DEFAULTS[name] for name in names)


@pytest.mark.parametrize("page", PAGES)
def test_its_commands_and_rules_exist(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (GUIDE / page).read_text("utf-8")
    assert run(["--lang", "en", "review", "--help"]) == 0
    known = capsys.readouterr().out
    asked = set(re.findall(r"opsctl review ([a-z]+)", text))
    assert asked == {"weekly", "monthly", "status", "agenda", "actions"}
    assert all(command in known for command in asked)
    assert set(re.findall(r"REVIEW\d+", text)) <= {rule.CODE for rule in RULES}
    assert run(["--lang", "en", "review", "weekly", "--help"]) == 0
    options = capsys.readouterr().out
    assert all(option in options for option in ("--write", "--check", "--dry-run"))
