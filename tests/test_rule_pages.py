"""Each rule's page is true: what fails prints what is shown, what passes is clean, a fix turns one into the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from tests.rules.lines import judged

from opsctl.checking.explain import File, page_of
from opsctl.commands.check import outcome
from opsctl.diagnostics import Diagnostic
from opsctl.loading.edits import edited
from opsctl.loading.read import LoadResult
from opsctl.rendering.formats.text import render_one
from opsctl.rules import RULES, Rule

Loader = Callable[[Iterable[File]], LoadResult]
WITH_FIX = [rule for rule in RULES if page_of(rule).fix]
# What an example of goals may leave out: the derived cells, which would bury it.
NOT_SHOWN = {"stale-cells"}


def found_by(rule: Rule, loaded: LoadResult) -> tuple[Diagnostic, ...]:
    """What one rule says when everything is judged."""
    return tuple(found for found in judged(loaded) if found.code == rule.CODE)


def printed(found: Iterable[Diagnostic], loaded: LoadResult) -> str:
    """Print diagnostics as `opsctl check` does, without the summary."""
    return "\n".join(render_one(each, outcome(loaded, ()), "en") for each in found)


def repaired(files: Iterable[File], found: Iterable[Diagnostic], loaded: LoadResult) -> dict[str, str]:
    """The files after the repairs that the findings carry."""
    edits = [edit for each in found if each.problem.fix for edit in each.problem.fix.edits]
    return {**dict(files), **edited(loaded.sources, edits).texts}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_what_fails_prints_exactly_what_the_page_shows(rule: Rule, workspace_from: Loader) -> None:
    loaded = workspace_from(page_of(rule).fails)
    assert printed(found_by(rule, loaded), loaded) == page_of(rule).output


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_what_passes_is_clean(rule: Rule, workspace_from: Loader) -> None:
    loaded = workspace_from(page_of(rule).passes)
    others = [each.name for each in judged(loaded)]
    assert found_by(rule, loaded) == ()
    assert set(others) - NOT_SHOWN == set()


@pytest.mark.parametrize("rule", WITH_FIX, ids=lambda rule: rule.CODE)
def test_a_fix_turns_what_fails_into_what_passes(rule: Rule, workspace_from: Loader) -> None:
    page = page_of(rule)
    loaded = workspace_from(page.fails)
    found = found_by(rule, loaded)
    assert {each.problem.fix.safe for each in found if each.problem.fix} == {page.safe}
    assert repaired(page.fails, found, loaded) == dict(page.passes)


def test_some_rules_have_a_fix_and_only_those_whose_page_says_so(workspace_from: Loader) -> None:
    with_fix = set()
    for rule in RULES:
        found = found_by(rule, workspace_from(page_of(rule).fails))
        with_fix |= {rule.CODE for each in found if each.problem.fix}
    assert len(with_fix) >= 3
    assert with_fix == {rule.CODE for rule in WITH_FIX}


def test_a_page_that_is_off_by_one_column_is_found(workspace_from: Loader) -> None:
    page = page_of(RULES[0])
    loaded = workspace_from([(path, text.replace("platform: jd", " platform: jd")) for path, text in page.fails])
    assert printed(found_by(RULES[0], loaded), loaded) != page.output
