"""The page about adopting opsctl: its files are what it says they are, and its options exist."""

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

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
PAGES = ("adopting.md", "adopting.zh.md")


@pytest.mark.parametrize("page", PAGES)
def test_its_exceptions_are_exceptions(page: str, workspace_from: Callable[[object], LoadResult]) -> None:
    files = dict(files_in((GUIDE / page).read_text("utf-8")))
    assert set(files) == {"opsctl.yaml", "stores/pop-up.yaml", "waivers.yaml"}
    people = {"people/zhao-min.yaml": "name: Z\nroles: [{role: owner, at: company, from: 2020-01-01}]\n",
              "people/gone.yaml": "name: G\nroles: [{role: owner, at: company, from: 2020-01-01, until: 2020-12-31}]\n",
              "targets/2026/pop-up.yaml": "owner: gone\n"}  # fmt: skip
    verdict = judge(workspace_from([*files.items(), *people.items()]), date(2026, 6, 8))
    assert [found.name for found in verdict.suppressed] == ["unknown-reference"]
    assert {found.name for found in verdict.waived} == {"owner-not-active"}
    assert not {"unknown-rule", "unused-waiver", "unused-suppression"} & {found.name for found in verdict.diagnostics}


@pytest.mark.parametrize("page", PAGES)
def test_its_options_are_there(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (GUIDE / page).read_text("utf-8")
    for command in ("check", "fmt"):
        assert run(["--lang", "en", command, "--help"]) == 0
        known = capsys.readouterr().out
        asked = set(re.findall(rf"opsctl {command}[^#\n`]*?(--[a-z-]+)", text))
        assert asked and all(option in known for option in asked), asked
