"""The guide from an export to numbers: what it shows is what happens, in both languages alike."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from opsctl.checking.explain import File, files_in
from opsctl.cli.app import run
from opsctl.loading.read import load

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
PAGES = [("en", "actuals.md"), ("zh", "actuals.zh.md")]
COMMAND = re.compile(r"^opsctl (.+)$", re.MULTILINE)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
TEXT = re.compile(r"```text\n(.*?)```", re.DOTALL)
REMARK = re.compile(r"#.*")


def commands(page: str) -> list[str]:
    """Every command of the page's shell blocks."""
    return [found for block in SHELL.findall(page) for found in COMMAND.findall(block)]


@pytest.mark.parametrize(("lang", "name"), PAGES)
def test_every_command_answers_and_the_first_prints_what_is_shown(
    lang: str,
    name: str,
    folder_from: Callable[[str | Iterable[File]], Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = (GUIDE / name).read_text("utf-8")
    root = folder_from((file, text) for file, text in files_in(page) if not file.startswith("sources/"))
    monkeypatch.chdir(root)
    printed = []
    for command in commands(page):
        # What the gate objects to depends on the day it is asked: the export of the page grows old.
        fine = (0, 1) if command.startswith("actuals check") else (0,)
        assert run(["--lang", lang, *shlex.split(command)]) in fine, command
        said = capsys.readouterr()
        printed.append((said.out, said.err))
    out, err = printed[0]
    head, _, last = err.rstrip("\n").rpartition("\n")
    assert f"{head}\n{out}{last}\n" == TEXT.findall(page)[0]
    assert "309" in printed[-1][0]


@pytest.mark.parametrize(("lang", "name"), PAGES)
def test_the_sources_it_shows_load(lang: str, name: str, folder_from: Callable[[str | Iterable[File]], Path]) -> None:
    assert load(folder_from((GUIDE / name).read_text("utf-8"))).workspace.findings == ()


def test_both_languages_show_the_same() -> None:
    english, chinese = ((GUIDE / name).read_text("utf-8") for _, name in PAGES)
    bare = [[(file, REMARK.sub("", text)) for file, text in files_in(page)] for page in (english, chinese)]
    assert bare[0] == bare[1] and len(bare[0]) == 6
    assert commands(english) == commands(chinese)
