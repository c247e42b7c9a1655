"""The page about own rules: its rules and commands run, in both languages, and it leaves nothing out."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from opsctl.asking import FUNCTIONS
from opsctl.asking.grammar import COMPARISONS
from opsctl.asking.names import around
from opsctl.checking.explain import files_in
from opsctl.cli.app import run
from opsctl.records.rule import OwnRule

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chenhe-home"
PAGES = [ROOT / "handbook" / "guide" / name for name in ("own-rules.md", "own-rules.zh.md")]
COMMAND = re.compile(r"^opsctl (.+)$", re.MULTILINE)


def shell_blocks(page: Path) -> str:
    """Every command of a page."""
    return "\n".join(re.findall(r"^```sh\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_the_page_finds_something(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = COMMAND.findall(shell_blocks(page))
    assert len(commands) >= 6
    for command in commands:
        assert run(["-C", str(EXAMPLE), *shlex.split(command)]) == 0, (command, capsys.readouterr().err)
        assert len(capsys.readouterr().out.splitlines()) > 4, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_rule_of_the_page_can_be_used(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = files_in(page.read_text("utf-8"))
    assert len(rules) >= 5
    root = tmp_path / "company"
    shutil.copytree(EXAMPLE, root)
    for path, text in rules:
        (root / path).write_text(text, "utf-8")
    run(["--lang", "en", "-C", str(root), "check"])
    report = capsys.readouterr().out
    assert not any(code in report for code in ("FILE1", "EXC1"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_shows_the_rule_of_the_example_as_it_is(page: Path) -> None:
    shown = dict(files_in(page.read_text("utf-8")))["rules/store-has-manager.yaml"]
    assert shown == (EXAMPLE / "rules" / "store-has-manager.yaml").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_leaves_nothing_out(page: Path) -> None:
    text = page.read_text("utf-8")
    wanted = [*(f"`{key}`" for key in OwnRule.model_fields), *(f"`{name}`" for name in around())]
    wanted += [f"`{sign}`" for sign in (*COMPARISONS, "and", "or", "not", "+", "-", "*", "/")]
    wanted += ["`it`", "`key`", "`record`"]
    assert [word for word in wanted if word not in text] == []
    assert [name for name in FUNCTIONS if f"`{name}(" not in text and f"`{name}`" not in text] == []


def test_both_pages_show_the_same_code() -> None:
    english, chinese = (page.read_text("utf-8") for page in PAGES)
    assert COMMAND.findall(shell_blocks(PAGES[0])) == COMMAND.findall(shell_blocks(PAGES[1]))
    assert [path for path, _ in files_in(english)] == [path for path, _ in files_in(chinese)]
