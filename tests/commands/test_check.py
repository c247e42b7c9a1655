"""`check` and `explain` as functions: paths that narrow the report, and wrong calls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.commands.check import Asked, check
from opsctl.commands.explain import explain, explained, rule_titles
from opsctl.errors import OpsctlError
from opsctl.reviewing.gate.checks import CHECKS
from opsctl.rules import RULES

TWO = "```yaml teams/a.yaml\nname: A\nparent: x\n```\n```yaml stores/b.yaml\nname: B\nplatform: jd\nteam: y\n```\n"
DAY = date(2026, 6, 8)
Writer = Callable[[str], Path]


def test_a_check_counts_what_it_looked_at(folder_from: Writer) -> None:
    outcome = check(folder_from(TWO), Asked(DAY))
    assert (outcome.files, outcome.records) == (6, 5)
    assert [found.file for found in outcome.diagnostics] == ["stores/b.yaml", "teams/a.yaml"]


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["teams"], ["teams/a.yaml"]),
        (["teams/a.yaml"], ["teams/a.yaml"]),
        (["teams", "stores/b.yaml"], ["stores/b.yaml", "teams/a.yaml"]),
        (["."], ["stores/b.yaml", "teams/a.yaml"]),
        (["roles"], []),
        (["teams/company.yaml"], []),
    ],
)
def test_paths_narrow_the_report(folder_from: Writer, paths: list[str], files: list[str]) -> None:
    root = folder_from(TWO)
    assert [found.file for found in check(root, Asked(DAY, tuple(root / path for path in paths))).diagnostics] == files


def test_a_path_counts_from_here_or_else_from_the_root(folder_from: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder_from(TWO)
    assert [found.file for found in check(root, Asked(DAY, (Path("teams"),))).diagnostics] == ["teams/a.yaml"]
    monkeypatch.chdir(root / "teams")
    assert [found.file for found in check(root, Asked(DAY, (Path("a.yaml"),))).diagnostics] == ["teams/a.yaml"]


def test_the_whole_graph_is_checked_whatever_is_asked_for(folder_from: Writer) -> None:
    root = folder_from("```yaml teams/a.yaml\nname: A\nparent: company\n```\n")
    assert check(root, Asked(DAY, (root / "teams" / "a.yaml",))).diagnostics == ()


@pytest.mark.parametrize(("path", "id_"), [("nowhere", "rules.no_such_path"), ("..", "rules.path_outside")])
def test_a_path_that_is_not_there_or_elsewhere_gives_no_answer(folder_from: Writer, path: str, id_: str) -> None:
    root = folder_from(TWO)
    with pytest.raises(OpsctlError) as caught:
        check(root, Asked(DAY, (root / path,)))
    assert caught.value.said.id == id_


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rule_is_explained_by_code_or_name(lang: str) -> None:
    assert explain("goal102", lang) == explain("children-do-not-add-up", lang)
    assert explain("GOAL102", lang).startswith("# GOAL102 children-do-not-add-up\n")


@pytest.mark.parametrize(("wanted", "id_"), [("GAOL102", "rules.no_such_rule_near"), ("?", "rules.no_such_rule")])
def test_an_unknown_rule_gives_no_answer_but_a_hint(wanted: str, id_: str) -> None:
    with pytest.raises(OpsctlError) as caught:
        explain(wanted, "en")
    assert caught.value.said.id == id_
    assert caught.value.hint is not None and "GOAL102" in dict(caught.value.hint.params)["codes"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_a_title(lang: str) -> None:
    titles = rule_titles(lang)
    assert [code for code, *_ in titles] == [*(rule.CODE for rule in RULES), *(check.CODE for check in CHECKS)]
    assert all(title.endswith("。" if lang == "zh" else ".") for *_, title in titles)


def test_json_of_an_unknown_rule_has_no_answer_either() -> None:
    with pytest.raises(OpsctlError):
        explained("GOAL999", "en")
    assert [rule["code"] for rule in explained("GOAL102", "en")] == ["GOAL102"]
