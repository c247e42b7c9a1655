"""Stamping, severities, order, and silence about what is broken already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from opsctl.checking.engine import asks_of_a_year, run
from opsctl.diagnostics import Place, Problem, Severity, Span, message
from opsctl.loading.read import LoadResult, load
from opsctl.planning.cascade import cascade
from opsctl.planning.cells import forget_cells
from opsctl.records.settings import Settings
from opsctl.rules import RULES, Rule
from opsctl.rules.severity import severity_of
from opsctl.workspace import Workspace


def settings(**keys: object) -> Settings:
    """Settings with some keys of their own."""
    return Settings.model_validate({"opsctl": "1", "name": "A", **keys})


def rule(
    *problems: Problem,
    code: str = "REF999",
    severity: Severity = Severity.ERROR,
    rigor: str = "start",
    error_from: str = "draft",
) -> Rule:
    """A rule that yields just these problems."""

    def check(workspace: Workspace) -> Iterator[Problem]:
        return iter(problems)

    made = {"CODE": code, "NAME": "planted-rule", "SEVERITY": severity, "SINCE": "0.1", "RIGOR": rigor}
    return cast(Rule, SimpleNamespace(**made, ERROR_FROM=error_from, check=check))


def problem(file: str, *path: str, said: str = "rules.respell", **more: Any) -> Problem:
    """A problem at a place."""
    return Problem(Place(file, path), message(said, meant="x"), **more)


def span_of(place: Place) -> Span:
    """A line for each letter of the place's last key."""
    line = len(place.path[-1]) if place.path and isinstance(place.path[-1], str) else 1
    return Span(line, 1, line, 2)


EMPTY = Workspace(settings(), ())


def test_diagnostics_are_sorted_by_file_line_and_code() -> None:
    first = rule(problem("b", "a"), problem("a", "aaa"), code="REF200")
    second = rule(problem("a", "a"), problem("a", "aaa"), code="REF100")
    found = run(EMPTY, span_of, (first, second))
    assert [(each.file, each.span.line, each.code) for each in found] == [
        ("a", 1, "REF100"), ("a", 3, "REF100"), ("a", 3, "REF200"), ("b", 1, "REF200"),
    ]  # fmt: skip


def test_a_problem_said_twice_stands_once() -> None:
    assert len(run(EMPTY, span_of, (rule(problem("a"), problem("a")),))) == 1


def test_the_loader_s_own_span_wins_and_related_places_get_theirs() -> None:
    own = Span(7, 1, 7, 4)
    related = ((Place("b", ("bb",)), message("rules.respell", meant="y")),)
    found = run(EMPTY, span_of, (rule(problem("a", related=related, span=own)),))[0]
    assert found.span == own
    assert found.related[0][:2] == ("b", Span(2, 1, 2, 2))


@pytest.mark.parametrize(
    ("keys", "severity", "rigor", "expected"),
    [
        ({}, "error", "start", "error"),
        ({}, "warning", "standard", None),
        ({"rigor": "standard"}, "warning", "standard", "warning"),
        ({"rigor": "strict"}, "warning", "standard", "warning"),
        ({"rigor": "standard"}, "warning", "strict", None),
        ({"checks": {"severity": {"planted-rule": "info"}}}, "error", "start", "info"),
        ({"checks": {"severity": {"planted-rule": "off"}}}, "error", "start", None),
        ({"checks": {"severity": {"REF999": "info"}}}, "error", "start", "info"),
        ({"checks": {"severity": {"planted-rule": "error"}}}, "warning", "strict", "error"),
        ({"checks": {"severity": {"other-rule": "off"}}}, "error", "start", "error"),
    ],
)
def test_settings_decide_how_much_a_rule_matters(
    keys: dict[str, object], severity: str, rigor: str, expected: str | None
) -> None:
    found = severity_of(rule(severity=Severity(severity), rigor=rigor), settings(**keys))
    assert found == expected
    workspace = Workspace(settings(**keys), ())
    planted = rule(problem("a"), severity=Severity(severity), rigor=rigor)
    assert len(run(workspace, span_of, (planted,))) == bool(expected)


@pytest.mark.parametrize(
    ("status", "error_from", "expected"),
    [
        ("draft", "draft", "error"),
        ("draft", "proposed", "warning"),
        ("superseded", "proposed", "warning"),
        ("proposed", "proposed", "error"),
        ("proposed", "approved", "warning"),
        ("approved", "approved", "error"),
        ("closed", "approved", "error"),
        (None, "approved", "error"),
    ],
)
def test_a_draft_is_judged_more_gently(
    status: str | None, error_from: str, expected: str, workspace_from: Callable[[str], LoadResult]
) -> None:
    said = f"status: {status}\n" if status else ""
    workspace = workspace_from(f"```yaml targets/2026/company.yaml\nowner: li-na\n{said}```\n").workspace
    planted = rule(problem("targets/2026/company.yaml"), error_from=error_from)
    assert [each.severity for each in run(workspace, span_of, (planted,))] == [expected]
    chosen = replace(workspace, settings=settings(checks={"severity": {"planted-rule": "error"}}))
    assert [each.severity for each in run(chosen, span_of, (planted,))] == ["error"]


def test_a_fingerprint_outlives_moved_lines_and_list_items(workspace_from: Callable[[str], LoadResult]) -> None:
    def prints(text: str) -> set[tuple[str, str]]:
        loaded = workspace_from(f"```yaml people/wei.yaml\n{text}```\n")
        return {(each.fingerprint, each.problem.message.id) for each in run(loaded.workspace, loaded.sources.span)}

    one, other = "{role: owner, at: company, from: 2020-01-01}", "{role: ghost, at: company, from: 2020-01-01}"
    before = prints(f"name: Wei\nroles: [{one}, {other}]\n")
    assert len(before) == 1
    assert prints(f"# moved\nname: Wei\nroles:\n  - {other}\n  - {one}\n") == before
    assert prints(f"name: Wei\nroles: [{one}, {other.replace('ghost', 'other')}]\n") != before
    assert len(prints(f"name: Wei\nroles: [{other}, {other}]\n")) == 2


def test_nothing_but_loading_speaks_of_a_broken_file() -> None:
    workspace = Workspace(settings(), (), broken=frozenset({("team", "a"), ("settings", "opsctl.yaml")}))
    problems = (problem("teams/a.yaml"), problem("opsctl.yaml"), problem("teams/b.yaml"))
    assert [each.file for each in run(workspace, span_of, (rule(*problems),))] == ["teams/b.yaml"]
    assert len(run(workspace, span_of, (rule(*problems, code="FILE999"),))) == 3


def test_a_rule_that_crashes_is_a_bug() -> None:
    def check(workspace: Workspace) -> Iterator[Problem]:
        raise ZeroDivisionError

    crashing = rule()
    cast(Any, crashing).check = check
    with pytest.raises(ZeroDivisionError):
        run(EMPTY, span_of, (crashing,))


def test_two_loads_of_one_folder_give_the_same(workspace_from: Callable[[str], LoadResult]) -> None:
    text = "```yaml teams/a.yaml\nname: A\nparent: x\n```\n```yaml teams/b.yaml\nname: B\nparent: y\nodd: 1\n```\n"
    one, two = (workspace_from(text) for _ in range(2))
    assert run(one.workspace, one.sources.span) == run(two.workspace, two.sources.span)


def test_rules_that_work_out_a_year_are_known_for_it() -> None:
    workspace = load(Path(__file__).resolve().parents[2] / "examples" / "broken").workspace
    slow = []
    for each in RULES:
        forget_cells()
        tuple(each.check(workspace))
        if cascade.cache_info().misses:
            slow.append(each)
    # A scenario has a cascade of its own.
    assert {each.NAME for each in slow if not asks_of_a_year(each)} == {"scenario-cannot-be-met"}
