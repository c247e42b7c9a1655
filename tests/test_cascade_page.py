"""The page about the cascade: its commands run on the example company, and its sheets are sound."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.explain import files_in
from opsctl.checking.gate import judge
from opsctl.cli.app import run
from opsctl.loading.read import LoadResult
from opsctl.planning.cascade import cascade
from opsctl.records.dividing import POLICIES

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "chenhe-home"
PAGES = [ROOT / "handbook" / "guide" / name for name in ("cascade.md", "cascade.zh.md")]
COMMAND = re.compile(r"^opsctl (plan (?:show|why|compare) .+?)(?: +#.*)?$", re.MULTILINE)
PART = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SAID = re.compile(r"^```text\n(.*15\.8%.*)\n```$", re.MULTILINE)
AROUND = [
    (f"people/{id_}.yaml", f"name: {id_}\nroles: [{{role: owner, at: company, from: 2020-01-01}}]\n")
    for id_ in ("li-na", "zhao-min", "chen-yu", "wang-lei")
] + [
    (f"stores/{id_}.yaml", f"name: {id_}\nplatform: {platform}\nteam: company\ndrivers: shelf\n")
    for id_, platform in (("tmall-flagship", "tmall"), ("douyin-main", "douyin"), ("jd-pop", "jd"),
                          ("shopify-us", "shopify"))
]  # fmt: skip
HARMFUL = re.compile(r"FILE|GOAL1(04|05|31|32)$")


def parts(page: Path) -> list[str]:
    """The parts of sheets that the page shows without a file's name."""
    return PART.findall(page.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_the_page_answers(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = COMMAND.findall(page.read_text("utf-8"))
    assert len(commands) == 10
    for command in commands:
        assert run(["-C", str(EXAMPLE), *shlex.split(command)]) == 0, (command, capsys.readouterr().err)
        assert len(capsys.readouterr().out.splitlines()) > 4, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_part_of_a_sheet_is_sound(page: Path, workspace_from: Callable[[object], LoadResult]) -> None:
    shown = parts(page)
    assert len(shown) == 6
    for text in shown:
        owner = "tmall-flagship" if "inherited" in text or "channels" in text else "company"
        above = ("targets/2026/company.yaml", "owner: li-na\ngoals: {net_sales: {value: 1000万, split: {weights: {"
                 "tmall-flagship: 1}}}}\n")  # fmt: skip
        files = [(f"targets/2026/{owner}.yaml", f"owner: li-na\n{text}"), *AROUND]
        loaded = workspace_from([*files, *([above] if "inherited" in text else [])])
        found = judge(loaded, date(2026, 1, 5)).diagnostics
        assert [(each.code, each.file) for each in found if HARMFUL.match(each.code)] == [], text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_first_goals_lead_to_the_visitors_it_names(
    page: Path, workspace_from: Callable[[object], LoadResult]
) -> None:
    loaded = workspace_from([("targets/2026/company.yaml", f"owner: li-na\n{parts(page)[0]}"), *AROUND])
    visitors = cascade(loaded.workspace, 2026).cells["company", "visitors"].year
    assert f"{visitors:,}" == "7,652,280" and "7,652,280" in parts(page)[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_prints_how_far_ad_spend_goes_as_plan_show_does(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPSCTL_LANG", "zh" if ".zh." in page.name else "en")
    monkeypatch.delenv("COLUMNS", raising=False)
    assert run(["-C", str(EXAMPLE), "plan", "show", "2026"]) == 0
    told = SAID.findall(page.read_text("utf-8"))
    assert len(told) == 1 and told[0] in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_names_every_policy_and_both_sheets_of_fixed_months(page: Path) -> None:
    text = page.read_text("utf-8")
    assert all(f"`{word}`" in text for word in (*POLICIES, "within 3%"))
    assert set(dict(files_in(text))) == {"targets/2026/company.yaml", "targets/2026/douyin-live.yaml"}
