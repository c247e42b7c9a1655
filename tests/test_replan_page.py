"""The page about planning anew: its sheet passes and does what it says, and its options exist."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.explain import files_in
from opsctl.checking.gate import judge
from opsctl.cli.app import run
from opsctl.cli.replan import POLICIES, SHARES
from opsctl.loading.read import LoadResult
from opsctl.planning.cascade import cascade

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
PAGES = ("replan.md", "replan.zh.md")
AROUND = {
    "people/zhao-min.yaml": "name: Z\nroles: [{role: owner, at: company, from: 2020-01-01}]\n",
    "people/li-na.yaml": "name: L\nroles: [{role: owner, at: company, from: 2020-01-01}]\n",
    "stores/tmall-flagship.yaml": "name: T\nplatform: tmall\nteam: company\n",
}


@pytest.mark.parametrize("page", PAGES)
def test_its_sheet_is_sound_and_its_year_adds_up(page: str, workspace_from: Callable[[object], LoadResult]) -> None:
    files = dict(files_in((GUIDE / page).read_text("utf-8")))
    assert set(files) == {"targets/2026/tmall-flagship.yaml"}
    loaded = workspace_from([*files.items(), *AROUND.items()])
    found = {each.name for each in judge(loaded, date(2026, 3, 2)).diagnostics}
    assert not {name for name in found if "replan" in name or name in ("bad-value", "unknown-key", "missing-key")}
    cell = cascade(loaded.workspace, 2026).cells["tmall-flagship", "visitors"]
    assert (cell.months[:2], cell.year) == ((28_000, 25_500), 365_000)


@pytest.mark.parametrize("page", PAGES)
def test_its_options_and_words_are_there(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (GUIDE / page).read_text("utf-8")
    assert run(["--lang", "en", "plan", "split", "--help"]) == 0
    known = capsys.readouterr().out
    asked = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - {"--scope"}
    assert asked >= {"--from", "--policy", "--share", "--reason", "--owner", "--dry-run"}
    assert all(option in known for option in asked), asked
    assert all(f"`{word}`" in text for word in (*POLICIES, *SHARES))
