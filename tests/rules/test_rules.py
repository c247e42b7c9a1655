"""Each rule on cases where it must speak up and on more cases where it must not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module

import pytest
from tests.rules.lines import Case, judged

from opsctl.checking.explain import File
from opsctl.diagnostics import Diagnostic
from opsctl.loading.read import LoadResult
from opsctl.rules import RULES

FAMILIES = ("cal", "data", "exc", "file", "goal", "metr", "org", "ref", "repo", "review")
CASES: tuple[Case, ...] = tuple(
    case
    for family in (*FAMILIES, "smart", "scenario", "snapshots")
    for case in import_module(f"tests.rules.cases_{family}").CASES
)


def too_little_silence(cases: Iterable[Case]) -> list[str]:
    """Find rules with fewer cases of silence than of speech, or with none of either."""
    speak = Counter(case.rule for case in cases if case.expects)
    silent = Counter(case.rule for case in cases if not case.expects)
    return [rule.NAME for rule in RULES if not speak[rule.NAME] or silent[rule.NAME] <= speak[rule.NAME]]


def underlined(found: Diagnostic, loaded: LoadResult) -> str:
    """What an excerpt underlines, cut short: easier to read in a table than a column."""
    line = loaded.sources.texts.get(found.file, "").split("\n")[found.span.line - 1]
    text = line[found.span.column - 1 : found.span.end_column - 1]
    return text if len(text) <= 20 else text[:19] + "…"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.id}")
def test_a_rule_speaks_where_it_should_and_nowhere_else(
    case: Case, workspace_from: Callable[[Iterable[File]], LoadResult]
) -> None:
    loaded = workspace_from(case.files)
    assert case.rule in {rule.NAME for rule in RULES}
    found = [each for each in judged(loaded) if each.name == case.rule]
    assert [f"{each.file}: {underlined(each, loaded)}" for each in found] == list(case.expects)


def test_every_rule_has_more_cases_of_silence_than_of_speech() -> None:
    assert too_little_silence(CASES) == []


def test_a_rule_that_is_never_tried_is_found() -> None:
    assert "stale-cells" in too_little_silence(case for case in CASES if case.rule != "stale-cells")
    assert "stale-cells" in too_little_silence(case for case in CASES if case.expects)
