"""Rule pages: their parts, both languages, and finding a rule by code or name."""

from __future__ import annotations

import pytest

from opsctl.checking.explain import find_rule, nearest_rule, page_of, page_text
from opsctl.rules import RULES, Rule
from opsctl.rules.file import unknown_key
from opsctl.rules.goal import goal_without_baseline
from opsctl.rules.ref import unknown_reference


def test_a_page_comes_apart_into_its_sections() -> None:
    page = page_of(unknown_reference)
    assert page.title == "A record names something that is not there."
    assert [path for path, _ in page.fails] == [path for path, _ in page.passes] == ["stores/tmall-flagship.yaml"]
    assert page.output.startswith("stores/tmall-flagship.yaml:3:7: error REF102 ")
    assert (page.fix, page.safe) == ("Writes the nearest id there is, where one is near enough.", False)
    assert page_of(unknown_key).safe


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_both_languages_share_the_examples(rule: Rule) -> None:
    english, chinese = page_text(rule, "en"), page_text(rule, "zh")
    assert english.startswith(f"# {rule.CODE} {rule.NAME}\n\n{page_of(rule).title}\n")
    assert english.count("```") == chinese.count("```") == 2 * (len(page_of(rule).fails + page_of(rule).passes) + 1)
    assert "怎么改" in chinese and "Fails:" not in chinese


def test_a_page_says_how_strict_a_workspace_has_to_be() -> None:
    assert "Severity: warning. Since 0.1. Runs from rigor standard on." in page_text(goal_without_baseline, "en")
    assert "rigor" not in page_text(unknown_key, "en").split("\n")[4]


@pytest.mark.parametrize("wanted", ["REF102", "ref102", " Ref102 ", "unknown-reference", "Unknown-Reference"])
def test_a_rule_is_found_by_code_or_name(wanted: str) -> None:
    assert find_rule(wanted) is unknown_reference


@pytest.mark.parametrize("wanted", ["", "REF", "REF999", "unknown", "REF1022"])
def test_no_rule_is_found_by_half_a_name(wanted: str) -> None:
    assert find_rule(wanted) is None


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("RFE102", "REF102"), ("unknown-refrence", "unknown-reference"), ("stale-cell", "stale-cells"), ("zzz", None)],
)
def test_the_rule_that_was_meant_is_named(wanted: str, meant: str | None) -> None:
    assert nearest_rule(wanted) == meant
