"""Scenarios laid over records: what is merged, what is exact, and where each fault stands."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from opsctl.checking.engine import run
from opsctl.commands.mv import make_move, plan_move
from opsctl.loading.read import load
from opsctl.planning.cascade import cascade
from opsctl.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
HEAD = "name: x\nreason: y\nowner: zhao-min\nchanges:\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example company, without its own scenario."""
    shutil.copytree(EXAMPLE, tmp_path / "root", ignore=shutil.ignore_patterns("scenarios"))
    (tmp_path / "root" / "scenarios").mkdir()
    return tmp_path / "root"


def under(root: Path, changes: str) -> Workspace:
    """The company under a sound scenario."""
    (root / "scenarios" / "what.yaml").write_text(HEAD + changes, "utf-8")
    return load(root).workspace.under("what")


def found(root: Path, changes: str) -> list[tuple[str, int, int, str]]:
    """What check says of the scenario: rule, line, column and sentence."""
    (root / "scenarios" / "what.yaml").write_text(HEAD + changes, "utf-8")
    loaded = load(root)
    return [
        (each.name, each.span.line, each.span.column, each.problem.message.id)
        for each in run(loaded.workspace, loaded.sources.span)
        if each.file == "scenarios/what.yaml"
    ]


def goal(workspace: Workspace, metric: str = "net_sales", sheet: str = "2026/company") -> Any:
    return workspace.all("target")[sheet].data.goals.get(metric)


@pytest.mark.parametrize("written", ["2100万", "{value: 2100万}", '{value: "21_000_000"}'])
def test_a_new_value_leaves_the_rest_of_the_goal_as_it_was(root: Path, written: str) -> None:
    before = load(root).workspace
    after = under(root, f"  target:2026/company: {{goals: {{net_sales: {written}}}}}\n")
    assert goal(after).value == Decimal(21_000_000)
    assert goal(after).split == goal(before).split
    assert goal(after).guardrails == goal(before).guardrails
    assert goal(before).value == Decimal(20_000_000)
    assert cascade(after, 2026).cells["company", "net_sales"].year == 2_100_000_000
    assert len(after.records) == len(before.records) + 1


def test_a_number_in_the_sheet_may_become_a_goal_with_more_to_say(root: Path) -> None:
    sheet = root / "targets/2026/company.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "  pv: 5000万\n", "utf-8")
    after = under(root, "  target:2026/company: {goals: {pv: {stretch: 6000万}}}\n")
    assert (goal(after, "pv").value, goal(after, "pv").stretch) == (Decimal(50_000_000), Decimal(60_000_000))


def test_an_empty_key_is_taken_out_and_a_list_is_replaced(root: Path) -> None:
    changes = (
        "  target:2026/company:\n    goals:\n      net_sales: {split: {hold: ~}, guardrails: []}\n      visitors:\n"
    )
    after = under(root, changes)
    assert goal(after).split.hold == {}
    assert goal(after).guardrails == ()
    assert goal(after, "visitors") is None
    assert goal(after, "cvr") is not None


def test_an_item_of_a_list_is_changed_by_its_id(root: Path) -> None:
    after = under(
        root, "  calendar:2026:\n    events:\n      618: {windows: {tmall: {lift: {2026-06-18: 9}}}}\n      cny:\n"
    )
    events = {event.id: event for event in after.all("calendar")["2026"].data.events}
    lift = events["618"].windows["tmall"].lift
    assert (lift[date(2026, 6, 18)], lift[date(2026, 6, 17)]) == (Decimal(9), Decimal("2.4"))
    assert "jd" in events["618"].windows
    assert "cny" not in events
    assert "double-11" in events


def test_a_scope_without_a_sheet_may_get_one(root: Path) -> None:
    after = under(root, "  target:2026/tmall: {owner: zhao-min, goals: {ad_clicks: 5}}\n")
    assert after.sheet("tmall", 2026) is not None
    assert load(root).workspace.sheet("tmall", 2026) is None
    assert found(root, "  target:2026/tmall: {goals: {clicks: 5}}\n") == [("missing-key", 5, 3, "load.key.missing")]


@pytest.mark.parametrize(
    ("changes", "name", "line", "column", "said"),
    [
        ("  target:2026/compny: {status: draft}\n", "unknown-reference", 5, 3, "rules.unknown_reference_record_near"),
        ("  metric:abcdefgh: {unit: money}\n", "unknown-reference", 5, 3, "rules.unknown_reference_record"),
        ("  plan:2026/company: {title: x}\n", "bad-value", 5, 3, "value.address"),
        ("  target:2026/company: 5\n", "bad-value", 5, 24, "load.shape.mapping"),
        ("  target:2026/company:\n    gaols: {}\n", "unknown-key", 6, 5, "load.key.unknown"),
        ("  target:2026/company:\n    owner:\n", "missing-key", 6, 5, "load.key.missing"),
        ("  target:2026/company:\n    goals:\n      net_sales: x\n", "bad-value", 7, 18, "value.goal_value"),
        ("  target:2026/company:\n    goals:\n      net_sales: {valu: 5}\n", "unknown-key", 7, 19, "load.key.unknown"),
        ("  target:2026/company:\n    goals: {nets_sales: 5}\n", "unknown-metric", 6, 13, "rules.unknown_metric_near"),
        ("  target:2026/company:\n    goals: {pv: ~}\n", "unknown-key", 6, 13, "scenario.nothing_to_take_out"),
        ("  target:2026/company:\n    owner: nobody\n", "unknown-reference", 6, 12, "rules.unknown_reference_person"),
        ("  calendar:2026:\n    events: {919: {grade: S}}\n", "unknown-key", 6, 14, "scenario.no_such_item"),
        ("  calendar:2026:\n    events: {618: {grade: D}}\n", "bad-value", 6, 27, "load.shape.choice"),
        ("  store:jd-pop: {team: nowhere}\n", "unknown-reference", 5, 24, "rules.unknown_reference_team"),
    ],
)  # fmt: skip
def test_a_fault_stands_where_the_scenario_wrote_it(
    root: Path, changes: str, name: str, line: int, column: int, said: str
) -> None:
    assert (name, line, column, said) in found(root, changes)
    assert len(found(root, changes)) == 1


def test_a_broken_record_is_one_finding(root: Path) -> None:
    (root / "targets/2026/company.yaml").write_text("owner: [\n", "utf-8")
    assert found(root, "  target:2026/company: {goals: {net_sales: 5}}\n") == []


def test_an_id_that_changes_is_changed_inside_scenarios_too(root: Path) -> None:
    under(
        root,
        "  target:2026/jd-pop: {goals: {cvr: 2%}}\n"
        "  target:2026/company: {goals: {net_sales: {split: {weights: {jd-pop: 20}}}}}\n",
    )
    make_move(root, plan_move(root, "store:jd-pop", "jd-self", date(2026, 6, 8)))
    text = (root / "scenarios/what.yaml").read_text("utf-8")
    assert "target:2026/jd-self:" in text
    assert "{jd-self: 20}" in text
    assert goal(load(root).workspace.under("what")).split.weights["jd-self"] == 20
