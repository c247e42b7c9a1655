"""The page about scenarios and tiers: its commands run on the example company, and its scenario is the shipped one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from opsctl.checking.explain import files_in
from opsctl.cli.app import run
from opsctl.rules import RULES

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chenhe-home"
PAGES = [ROOT / "handbook" / "guide" / name for name in ("scenarios.md", "scenarios.zh.md")]
COMMAND = re.compile(r"^opsctl (plan .+)$", re.MULTILINE)
CODE = re.compile(r"\b[A-Z]{3,4}1[0-9]{2}\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_the_page_answers(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = COMMAND.findall(page.read_text("utf-8"))
    assert len(commands) == 8
    for command in commands:
        assert run(["-C", str(EXAMPLE), *shlex.split(command)]) == 0, (command, capsys.readouterr().err)
        assert len(capsys.readouterr().out.splitlines()) > 4, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_shows_the_scenario_of_the_example_as_it_is(page: Path) -> None:
    shown = dict(files_in(page.read_text("utf-8")))["scenarios/stretch-618.yaml"]
    assert shown == (EXAMPLE / "scenarios" / "stretch-618.yaml").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_rule_of_the_page_is_one(page: Path) -> None:
    known = {rule.CODE: rule.NAME for rule in RULES}
    text = page.read_text("utf-8")
    assert set(CODE.findall(text)) <= set(known)
    assert [name for code, name in re.findall(r"\| ([A-Z]+1[0-9]{2}) ([a-z-]+) \|", text) if known[code] != name] == []
