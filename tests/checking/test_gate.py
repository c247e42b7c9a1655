"""What is set aside with a reason: by a comment, by a waiver, by the baseline; and exceptions that are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from opsctl.checking.aside import NEVER
from opsctl.checking.baseline import parsed, written
from opsctl.checking.gate import Verdict, judge
from opsctl.errors import OpsctlError
from opsctl.loading.read import LoadResult
from opsctl.rules import RULES

Loader = Callable[[list[tuple[str, str]]], LoadResult]
DAY = date(2026, 6, 8)
SETTINGS = "opsctl: 1\nname: A\n"
WAIVER = """waivers:
  - rule: {rule}
    record: {record}
    reason: moves on Monday
    owner: li-na
    approved_by: li-na
    from: 2026-06-01
    until: {until}
"""


def store(comment: str = "", above: str = "") -> tuple[str, str]:
    """A store of an unknown team, which is one error, with a comment beside it or above it."""
    return ("stores/jd.yaml", f"name: JD\nplatform: jd\n{above}team: compny{comment}\n")


def waivers(rule: str = "REF102", record: str = "store:jd", until: str = "2026-06-30") -> tuple[str, str]:
    """One waiver."""
    return ("waivers.yaml", WAIVER.format(rule=rule, record=record, until=until))


def names(verdict: Verdict) -> list[str]:
    """The rules of the findings that count."""
    return [found.name for found in verdict.diagnostics]


@pytest.mark.parametrize(
    ("comment", "above", "count", "left"),
    [
        ("", "", 0, ["unknown-reference"]),
        ("  # opsctl: ignore[REF102] moves on Monday", "", 1, []),
        ("  # opsctl: ignore[unknown-reference] 周一迁入", "", 1, []),
        ("", "# opsctl: ignore[REF102] moves on Monday\n", 1, []),
        ("", "# opsctl: ignore[REF102] moves on Monday\n\n# more\n", 1, []),
        ("  # opsctl: ignore[REF101, REF102] moves on Monday", "", 1, ["unused-suppression"]),
        ("  # opsctl: ignore[REF102]", "", 0, ["unknown-reference", "suppression-without-reason"]),
        ("  # opsctl: ignore moves on Monday", "", 0, ["unknown-reference", "suppression-without-reason"]),
        ("  # opsctl: ignore[REF101] moves on Monday", "", 0, ["unknown-reference", "unused-suppression"]),
        ("  # opsctl: ignore[REF999] moves on Monday", "", 0, ["unknown-reference", "unknown-rule"]),
        ("  # opsctl: ignore[EXC102] never", "", 0, ["unknown-reference", "unused-suppression"]),
        ("", "x-note: '# opsctl: ignore[REF102] text, not a comment'\n", 0, ["unknown-reference"]),
        ("", "x-note: |\n  # opsctl: ignore[REF102] text\n", 0, ["unknown-reference"]),
    ],
)
def test_a_comment_sets_a_rule_aside_on_its_line(
    comment: str, above: str, count: int, left: list[str], workspace_from: Loader
) -> None:
    verdict = judge(workspace_from([store(comment, above)]), DAY)
    assert (len(verdict.suppressed), names(verdict)) == (count, left)


def test_a_comment_in_front_matter_counts_its_lines_from_the_page(workspace_from: Loader) -> None:
    page = "---\nowner: ghost  # opsctl: ignore[REF102] joins in July\n---\n# opsctl: ignore[REF102] only text here\n"
    verdict = judge(workspace_from([("plans/2026/company.md", page)]), DAY)
    assert [found.name for found in verdict.suppressed] == ["unknown-reference"]
    assert names(verdict) == []


@pytest.mark.parametrize(
    ("rule", "record", "until", "count", "left"),
    [
        ("REF102", "store:jd", "2026-06-08", 1, []),
        ("unknown-reference", "store:jd", "2026-06-08", 1, []),
        ("REF102", "store:jd", "2026-06-07", 0, ["unknown-reference", "expired-waiver"]),
        ("REF101", "store:jd", "2026-06-30", 0, ["unknown-reference", "unused-waiver"]),
        ("REF102", "team:company", "2026-06-30", 0, ["unknown-reference", "unused-waiver"]),
        ("REF102", "store:ghost", "2026-06-30", 0, ["unknown-reference", "unused-waiver", "unknown-reference"]),
        ("REF999", "store:jd", "2026-06-30", 0, ["unknown-reference", "unknown-rule"]),
    ],
)
def test_a_waiver_holds_for_a_rule_a_record_and_its_days(
    rule: str, record: str, until: str, count: int, left: list[str], workspace_from: Loader
) -> None:
    verdict = judge(workspace_from([store(), waivers(rule, record, until)]), DAY)
    assert (len(verdict.waived), names(verdict)) == (count, left)


def test_waivers_with_a_fault_hold_nothing(workspace_from: Loader) -> None:
    file, text = waivers()
    verdict = judge(workspace_from([store(), (file, text + "    odd: 1\n")]), DAY)
    assert names(verdict) == ["unknown-reference", "unknown-key"]


def test_a_waiver_cannot_waive_itself(workspace_from: Loader) -> None:
    verdict = judge(workspace_from([waivers("expired-waiver", "waivers.yaml", "2026-06-07")]), DAY)
    assert verdict.waived == ()
    assert "expired-waiver" in names(verdict)


def test_a_baseline_knows_what_was_there_and_nothing_new(workspace_from: Loader) -> None:
    old = workspace_from([store()])
    known = parsed(written(judge(old, DAY).diagnostics, old.workspace), "baseline.json")
    assert names(judge(old, DAY, known)) == []
    moved = workspace_from([store(above="# a line above\n")])
    assert len(judge(moved, DAY, known).known) == 1
    second = workspace_from([store(), ("stores/pdd.yaml", "name: P\nplatform: pdd\nteam: ghost\n")])
    assert [found.file for found in judge(second, DAY, known).diagnostics] == ["stores/pdd.yaml"]
    mended = workspace_from([("stores/jd.yaml", "name: JD\nplatform: jd\nteam: company\n")])
    assert names(judge(mended, DAY, known)) == ["outdated-baseline"]


def test_a_baseline_is_the_same_text_each_time_and_reads_back(workspace_from: Loader) -> None:
    loaded = workspace_from([store(), ("teams/a.yaml", "name: A\nparent: ghost\nodd: 1\n")])
    found = judge(loaded, DAY).diagnostics
    text = written(found, loaded.workspace)
    assert text == written(reversed(found), loaded.workspace)
    assert sum(len(prints) for rules in parsed(text, "b").values() for prints in rules.values()) == len(found)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"opsctl": 2, "findings": {}}', '{"opsctl": 1, "findings": []}',
                                  '{"opsctl": 1, "findings": {"a": 1}}', "[" * 100_000])  # fmt: skip
def test_a_baseline_that_cannot_be_read_is_no_answer(text: str) -> None:
    with pytest.raises(OpsctlError):
        parsed(text, "baseline.json")


def test_what_may_never_be_set_aside_is_a_rule_there_is() -> None:
    assert {rule.NAME for rule in RULES} >= NEVER


def test_no_baseline_knows_a_planted_state(workspace_from: Loader) -> None:
    files = [(".git/HEAD", "ref: refs/heads/main\n"), (".opsctl/write/COMMIT", "{}\n")]
    loaded = workspace_from(files)
    known = parsed(written(judge(loaded, DAY).diagnostics, loaded.workspace), "baseline.json")
    assert names(judge(loaded, DAY, known)) == ["planted-state"]


@pytest.mark.parametrize(
    ("checks", "left"),
    [
        ("severity: {unknown-reference: warning}", []),
        ("severity: {unknown-referense: warning}", ["unknown-rule"]),
        ("thresholds: {span-of-control: 9}", []),
        ("thresholds: {span-of-controll: 9}", ["unknown-rule"]),
    ],
)
def test_settings_name_rules_and_thresholds_there_are(checks: str, left: list[str], workspace_from: Loader) -> None:
    assert names(judge(workspace_from([("opsctl.yaml", f"{SETTINGS}checks: {{{checks}}}\n")]), DAY)) == left
