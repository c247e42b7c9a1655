"""Rules as data: run beside the built-in ones, with their own code, severity, page and words."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from opsctl.checking.engine import run
from opsctl.checking.explain import File
from opsctl.cli.app import run as opsctl
from opsctl.diagnostics import Diagnostic
from opsctl.loading.read import LoadResult
from opsctl.locales import LANGUAGES, tell
from opsctl.rules import FAMILIES
from opsctl.rules.own import RESERVED

Load = Callable[[Iterable[File]], LoadResult]
TEAM: File = ("teams/tmall.yaml", "name: {zh: 天猫组, en: Tmall team}\nparent: company\n")
RULE = """\
name: {zh: 团队说明宗旨, en: A team says its purpose}
code: TEAM101
severity: warning
select: team
where: exists(parent)
require: exists(purpose)
message: {zh: "{name}（{id}）没有写宗旨", en: "{name} ({id}) does not say its purpose"}
at: name
why: {zh: 不知道为什么在一起的人，不会一起走远。, en: People who do not know why they are together do not go far.}
"""


def said(found: Diagnostic) -> list[str]:
    """What a finding says in each language."""
    return [tell(lang, found.problem.message) for lang in LANGUAGES]


def found(loaded: LoadResult) -> list[tuple[Any, ...]]:
    """Findings of own rules, and what is wrong with such rules."""
    return [
        (each.code, str(each.severity), each.file, each.span.line, *said(each))
        for each in run(loaded.workspace, loaded.sources.span)
        if each.code == "FILE106" or each.code.startswith("TEAM")
    ]  # fmt: skip


def test_an_own_rule_finds_what_it_looks_for(workspace_from: Load) -> None:
    loaded = workspace_from([TEAM, ("rules/purpose.yaml", RULE)])
    assert found(loaded) == [
        (
            "TEAM101",
            "warning",
            "teams/tmall.yaml",
            1,
            "天猫组（tmall）没有写宗旨",
            "Tmall team (tmall) does not say its purpose",
        )
    ]


def test_a_record_that_meets_it_is_left_alone(workspace_from: Load) -> None:
    better = (TEAM[0], TEAM[1] + "purpose: 卖得好\n")
    assert found(workspace_from([better, ("rules/purpose.yaml", RULE)])) == []


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ("checks: {severity: {purpose: error}}", ["error"]),
        ("checks: {severity: {TEAM101: info}}", ["info"]),
        ("checks: {severity: {purpose: off}}", []),
        ("rigor: strict", ["warning"]),
    ],
)
def test_settings_reach_own_rules_by_name(workspace_from: Load, settings: str, severities: list[str]) -> None:
    files = [TEAM, ("rules/purpose.yaml", RULE), ("opsctl.yaml", f"opsctl: 1\nname: X\n{settings}\n")]
    assert [each[1] for each in found(workspace_from(files))] == severities


def test_a_rule_for_more_rigor_waits(workspace_from: Load) -> None:
    strict = RULE + "rigor: strict\n"
    assert found(workspace_from([TEAM, ("rules/purpose.yaml", strict)])) == []
    settings = ("opsctl.yaml", "opsctl: 1\nname: X\nrigor: strict\n")
    assert len(found(workspace_from([TEAM, settings, ("rules/purpose.yaml", strict)]))) == 1


def test_what_is_missing_is_not_held_against_a_record(workspace_from: Load) -> None:
    rule = RULE.replace("require: exists(purpose)", "require: opened < 2020-01-01")
    assert found(workspace_from([TEAM, ("rules/purpose.yaml", rule)])) == []
    rule = RULE.replace("require: exists(purpose)", "require: exists(opened) and opened < 2020-01-01")
    assert len(found(workspace_from([TEAM, ("rules/purpose.yaml", rule)]))) == 1


def test_a_rule_that_fails_on_one_record_reports_itself_and_nothing_else(workspace_from: Load) -> None:
    rule = RULE.replace("require: exists(purpose)", "require: id = 5")
    [only] = found(workspace_from([TEAM, ("rules/purpose.yaml", rule)]))
    assert only[:4] == ("FILE106", "error", "rules/purpose.yaml", 6)


def test_all_that_cannot_be_read_is_told_at_once(workspace_from: Load) -> None:
    rule = (
        RULE.replace("exists(parent)", "exists(prent)")
        .replace("exists(purpose)", "purpos =")
        .replace("{name} (", "{nam} (")
    )
    lines = [each[3] for each in found(workspace_from([TEAM, ("rules/purpose.yaml", rule)]))]
    assert lines == [5, 6, 7]


def test_rules_that_never_end_are_told(workspace_from: Load) -> None:
    endless = 'require: any(records("metric"), any(records("metric"), any(records("metric"), id = "x")))'
    rule = RULE.replace("require: exists(purpose)", endless)
    [only] = found(workspace_from([TEAM, ("rules/purpose.yaml", rule)]))
    assert only[0] == "FILE106"
    assert "takes too long" in only[5]


def test_many_rules_without_end_share_one_allowance(workspace_from: Load) -> None:
    endless = 'require: any(records("metric"), any(records("metric"), any(records("metric"), id matches "*x*y*")))'
    rules = [
        (f"rules/r{at}.yaml", RULE.replace("TEAM101", f"TEAM{at}").replace("require: exists(purpose)", endless))
        for at in range(100, 180)
    ]
    long = RULE.replace("TEAM101", "TEAM200").replace("没有写宗旨", "{id}" * 10_000)
    loaded = workspace_from([TEAM, *rules, ("rules/z.yaml", long)])
    start = time.process_time()
    assert [each[0] for each in found(loaded)] == ["FILE106"] * 81
    assert time.process_time() - start < 5


def test_a_rule_about_rules(workspace_from: Load) -> None:
    rule = (
        RULE.replace("select: team", "select: rule")
        .replace("exists(parent)", "true")
        .replace("exists(purpose)", "exists(since)")
    )
    assert [each[2] for each in found(workspace_from([TEAM, ("rules/purpose.yaml", rule)]))] == ["rules/purpose.yaml"]


def test_words_of_a_record_steer_nothing(
    folder_from: Callable[[Iterable[File]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = (TEAM[0], 'name: "::error::{id}{0}{zh}"\nparent: company\n')
    rule = RULE.replace('"{name}（{id}）没有写宗旨"', '"{name}"')
    opsctl(["-C", str(folder_from([hostile, ("rules/purpose.yaml", rule)])), "check"])
    page = capsys.readouterr().out
    assert "::error::{id}{0}{zh}" in page
    assert not any(line.lstrip().startswith("::") for line in page.splitlines())


def test_every_built_in_family_is_reserved() -> None:
    families = {family.__name__.rpartition(".")[2].upper() for family in FAMILIES}
    assert families
    assert families <= set(RESERVED)


def test_the_page_of_an_own_rule(
    folder_from: Callable[[Iterable[File]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(folder_from([TEAM, ("rules/purpose.yaml", RULE)]))
    for wanted in ("TEAM101", "team101", "purpose"):
        assert opsctl(["--lang", "en", "-C", root, "explain", wanted]) == 0
        page = capsys.readouterr().out
        assert page.startswith("# TEAM101 purpose\n\nA team says its purpose\n")
        assert all(part in page for part in ("rules/purpose.yaml", "do not go far", "require: exists(purpose)"))
    assert opsctl(["--lang", "zh", "-C", root, "explain"]) == 0
    assert "TEAM101  purpose" in capsys.readouterr().out
    assert opsctl(["--lang", "en", "-C", root, "explain", "porpose"]) == 2
    assert "did you mean purpose?" in capsys.readouterr().err
