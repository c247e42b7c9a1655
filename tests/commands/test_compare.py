"""Scenarios at work: `plan split --scenario`, `plan compare`, and `plan show` and `plan why` under one."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.commands.compare import compare
from opsctl.commands.scenarios import BASE
from opsctl.errors import OpsctlError
from opsctl.planning.shown.comparison import COMMIT

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
HEAD = "reason: y\nowner: zhao-min\nchanges:\n"
Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example company with a second scenario."""
    monkeypatch.delenv("COLUMNS", raising=False)
    shutil.copytree(EXAMPLE, tmp_path / "root")
    less = "name: {zh: 保守, en: Careful}\n" + HEAD + "  target:2026/company: {goals: {net_sales: 1900万}}\n"
    (tmp_path / "root/scenarios/careful.yaml").write_text(less, "utf-8")
    return tmp_path / "root"


@pytest.fixture
def ask(root: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command and give back its status and what it said."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        status = run(["--lang", lang, "-C", str(root), "plan", *words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_split_under_a_scenario_says_what_would_change_and_writes_nothing(root: Path, ask: Ask) -> None:
    before = files(root)
    status, text, talk = ask("split", "2026", "--scenario", "stretch-618")
    assert (status, talk) == (0, "")
    assert files(root) == before
    assert "now and 618 冲刺" in text
    assert "￥20,000,000.00" in text
    assert "￥21,000,000.00" in text
    assert "+￥1,000,000.00" in text
    assert "Nothing was written." in text
    assert "opsctl plan split 2026 --scenario stretch-618 --write" in text


def test_cells_are_written_only_where_asked(root: Path, ask: Ask, tmp_path: Path) -> None:
    before = files(root)
    assert ask("split", "2026", "--scenario", "careful", "--write", "--dry-run")[0] == 0
    assert files(root) == before
    assert ask("split", "2026", "--scenario", "careful", "--write")[0] == 0
    new = {file for file in files(root) if file not in before}
    assert len(new) == 17
    assert all(file.startswith("reports/scenarios/careful/") for file in new)
    assert ask("split", "2026", "--scenario", "careful", "--output", str(tmp_path / "out"))[0] == 0
    assert (tmp_path / "out/company.csv").read_text("utf-8").count("19000000.00") == 1
    assert {file: data for file, data in files(root).items() if file not in new} == before


@pytest.mark.parametrize("folder", ["targets", "targets/2026", ".", "scenarios/x"])
def test_cells_of_a_scenario_never_go_among_records(root: Path, ask: Ask, folder: str) -> None:
    before = files(root)
    status, _, talk = ask("split", "2026", "--scenario", "careful", "--output", str(root / folder))
    assert (status, files(root)) == (2, before)
    assert "where records stand" in talk


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("split", "2026", "--write"), "are for scenarios"),
        (("split", "2026", "--scenario", "careful", "--write", "--output", "x"), "give one of them"),
        (("split", "2026", "--output", "x"), "are for scenarios"),
        (("split", "2026", "--scenario", "careful", "--check"), "a scenario has none"),
        (("split", "2031", "--scenario", "careful"), "there are no target sheets for 2031"),
        (("split", "2026", "--scenario", "nope"), "careful, stretch-618"),
        (("compare", "base", "nope"), "careful, stretch-618"),
        (("compare", "base", "careful", "--year", "2031"), "there are no target sheets for 2031"),
        (("compare", "base", "careful", "--scope", "nowhere"), "there is no team, store or person nowhere"),
        (("compare", "base", "careful", "--metric", "nothing"), "there is no metric nothing"),
        (("show", "2026", "--scenario", "nope"), "careful, stretch-618"),
        (("why", "net_sales/company/2026", "--scenario", "nope"), "careful, stretch-618"),
    ],
)
def test_what_cannot_be_answered_says_what_can(ask: Ask, words: tuple[str, ...], said: str) -> None:
    status, text, talk = ask(*words)
    assert (status, text) == (2, "")
    assert said in talk


def test_a_scenario_with_a_fault_is_refused_with_the_way_to_see_it(root: Path, ask: Ask) -> None:
    (root / "scenarios/careful.yaml").write_text("name: x\n" + HEAD + "  target:2026/company: {gaols: 5}\n", "utf-8")
    for words in (("compare", "base", "careful"), ("split", "2026", "--scenario", "careful")):
        status, _, talk = ask(*words)
        assert status == 2
        assert "opsctl check scenarios/careful.yaml" in talk


def test_a_scenario_that_cannot_be_split_says_where(root: Path, ask: Ask) -> None:
    much = "  target:2026/company:\n    goals:\n      net_sales:\n        value: 300万\n"
    (root / "scenarios/careful.yaml").write_text("name: x\n" + HEAD + much, "utf-8")
    status, text, _ = ask("split", "2026", "--scenario", "careful")
    assert status == 1
    assert "impossible-split" in text
    assert "3200000" in text


def test_both_sides_are_named_and_their_order_counts(ask: Ask) -> None:
    text = ask("compare", "careful", "stretch-618", "--scope", "company", "--metric", "净销售额")[1]
    assert "Careful and 618 冲刺" in text
    assert "+￥2,000,000.00" in text
    assert "2026-Q1" in text
    assert "-￥2,000,000.00" in ask("compare", "stretch-618", "careful", "--scope", "company")[1]
    assert "No difference: all 16 targets are the same." in ask("compare", "base", "base", "--scope", "tmall")[1]
    assert "保守 对 618 冲刺" in ask("compare", "careful", "stretch-618", lang="zh")[1]


def test_every_row_is_aligned_whatever_the_width_of_its_words(ask: Ask) -> None:
    from rich.cells import cell_len

    text = ask("compare", "base", "stretch-618", "--scope", "tmall", lang="zh")[1]
    ends = {cell_len(line) for line in text.splitlines() if line.rstrip().endswith("%")}
    assert len(ends) == 1


def test_data_adds_up_and_has_every_row(root: Path, ask: Ask) -> None:
    found = json.loads(ask("compare", "base", "stretch-618", "--format", "json")[1])["data"]
    rows = {(row["scope"], row["metric"], row["tier"]): row for row in found["targets"]}
    assert (found["before"], found["after"], found["year"]) == ("base", "stretch-618", 2026)
    for row in rows.values():
        if row["metric"] not in ("cvr", "aov_buyer", "refund_rate", "ad_cost_ratio"):
            assert Decimal(row["after"]) - Decimal(row["before"]) == Decimal(row["difference"])
            months = [
                Decimal(part["difference"])
                for part in row["periods"]
                if len(part["period"]) == 7 and part["period"][5] != "Q"
            ]
            assert (len(months), sum(months)) == (12, Decimal(row["difference"]))
    children = [rows[scope, "net_sales", COMMIT] for scope in ("tmall", "jd", "douyin", "global")]
    assert sum(Decimal(row["difference"]) for row in children) == Decimal(
        rows["company", "net_sales", COMMIT]["difference"]
    )
    table = list(csv.DictReader(StringIO(ask("compare", "base", "stretch-618", "--format", "csv")[1])))
    assert len(table) == len(rows)
    one = list(
        csv.DictReader(
            StringIO(
                ask("compare", "base", "stretch-618", "--metric", "net_sales", "--scope", "jd", "--format", "csv")[1]
            )
        )
    )
    assert len(one) == 3 * 17


@pytest.mark.parametrize("view", [(), ("--tree",), ("--by", "channel")])
def test_targets_under_a_scenario_say_so(ask: Ask, view: tuple[str, ...]) -> None:
    words = ("show", "2026", "--metric", "net_sales", *view)
    plain, under = ask(*words)[1], ask(*words, "--scenario", "careful")[1]
    assert "scenario: Careful (careful)" in under
    assert "scenario" not in plain
    assert "19,000,000.00" in under
    data = [json.loads(ask(*words, *more, "--format", "json")[1])["data"] for more in ((), ("--scenario", "careful"))]
    assert [each.get("scenario") for each in data] == [None, "careful"]


def test_a_receipt_under_a_scenario_recounts_its_numbers(ask: Ask) -> None:
    text = ask("why", "net_sales/company/2026", "--scenario", "careful")[1]
    assert "company's sheet sets net_sales = ￥19,000,000.00" in text
    assert "scenario: Careful (careful)" in text


def test_a_scope_that_only_one_side_plans_counts_as_nothing_on_the_other(root: Path) -> None:
    more = "  target:2026/tmall: {owner: zhao-min, goals: {impressions: 120}}\n"
    (root / "scenarios/careful.yaml").write_text("name: x\n" + HEAD + more, "utf-8")
    found = [row for row in compare(root, (BASE, "careful"), 2026).rows if row.differs]
    assert [(row.scope, row.metric, row.before, row.gap()) for row in found] == [
        ("company", "impressions", None, 120),
        ("tmall", "impressions", None, 120),
    ]


def test_no_scenario_at_all_says_how_to_make_one(root: Path) -> None:
    shutil.rmtree(root / "scenarios")
    with pytest.raises(OpsctlError) as error:
        compare(root, (BASE, "next"), 2026)
    assert error.value.hint is not None
    assert error.value.hint.id == "scenario.make_one"
