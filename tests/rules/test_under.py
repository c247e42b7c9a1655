"""What check says of a scenario is what a split under it is refused for, and cheap where nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import USUAL_FILES
from tests.repository import example
from tests.rules.cases_goal import TWO
from tests.rules.cases_scenario import CASES, SPLIT, changes
from tests.rules.lines import Case, judged

from opsctl.checking.explain import File
from opsctl.commands.check import errors_of
from opsctl.commands.scenarios import under
from opsctl.diagnostics import Message
from opsctl.loading.read import LoadResult, load
from opsctl.locales import tell
from opsctl.rules.under import refused
from opsctl.workspace import Workspace

Made = Callable[[Iterable[File]], LoadResult]
SOUND = [case for case in CASES if not case.id.endswith(("told-of-the-change", "without-it-by-more"))]


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case.id)
def test_a_split_is_refused_for_what_check_says_and_for_nothing_else(case: Case, workspace_from: Made) -> None:
    loaded = workspace_from(case.files)
    said = {each.problem.message for each in judged(loaded) if each.name == "scenario-cannot-be-met"}
    before = {(each.problem.at, each.problem.message.id) for each in errors_of(loaded)}
    refusals = errors_of(under(loaded, "x"))
    fresh = [each for each in refusals if (each.problem.at, each.problem.message.id) not in before]
    assert said <= {each.problem.message for each in fresh}
    assert bool(said) == bool(fresh)


def store(number: int) -> str:
    return f"people/p{number}.yaml  {{name: P, roles: [{{role: owner, at: a, from: 2020-01-01}}]}}\n"


@pytest.mark.parametrize(("lang", "words"), [("zh", "这样的共 4 处"), ("en", "as do 4 places in all")])
def test_one_change_that_breaks_a_rule_at_many_places_is_one_finding(
    lang: str, words: str, workspace_from: Made
) -> None:
    text = TWO + "".join(map(store, range(4))) + changes('"store:a": {closed: 2026-06-30}')
    [found] = [each for each in judged(workspace_from(Case("", "", text).files)) if "scenario" in each.name]
    [(file, _, said)] = found.related
    assert (found.file, found.span.line, file) == ("scenarios/x.yaml", 1, "people/p0.yaml")
    assert words in tell(lang, said)
    assert "ORG109 role-at-closed-place" in tell(lang, said)


@given(st.integers(0, 11), st.integers(1, 12))
def test_the_change_that_does_it_is_found_among_any_number(at: int, count: int) -> None:
    at %= count
    stores = "".join(f"stores/s{each}.yaml  {{name: S, platform: jd, team: company}}\n" for each in range(count))
    sheets = "".join(f"targets/2026/s{each}.yaml  {{owner: li-na, goals: {{visitors: 5}}}}\n" for each in range(count))
    laid = [f'"store:s{each}": {{{"closed: 2025-01-01" if each == at else "name: T"}}}' for each in range(count)]
    assert {each.at.path for each in refused(made(stores + sheets + changes(*laid)), "x")} == {
        ("changes", f"store:s{at}", "closed")
    }


def made(text: str) -> Workspace:
    """A workspace in a folder that is gone again."""
    with TemporaryDirectory() as folder:
        for path, content in (USUAL_FILES | dict(Case("", "", text).files)).items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(content, "utf-8")
        return load(Path(folder)).workspace


def test_the_scenario_of_the_example_breaks_nothing(tmp_path: Path) -> None:
    workspace = load(example(tmp_path, data=False)).workspace
    assert workspace.overlays
    assert [refused(workspace, id_) for id_ in workspace.overlays] == [()]


def test_each_scenario_is_judged_by_itself(workspace_from: Made) -> None:
    def named(name: str, value: int) -> str:
        return changes(f'"target:2026/company": {{goals: {{orders_paid: {{floor: {value}}}}}}}').replace(
            "scenarios/x", f"scenarios/{name}"
        )

    text = TWO + SPLIT + named("low", 9) + named("high", 11) + named("higher", 12)
    found = [each for each in judged(workspace_from(Case("", "", text).files)) if "scenario" in each.name]
    assert [each.file for each in found] == ["scenarios/high.yaml", "scenarios/higher.yaml"]
    said: list[Message] = [each.problem.message for each in found]
    assert [dict(each.params)["below"] for each in said] == ["11", "12"]
