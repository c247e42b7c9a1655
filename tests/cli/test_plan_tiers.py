"""Floor, stretch and guardrails as `plan show` and `plan why` tell them."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from opsctl.cli.app import run

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "chenhe-home")


@pytest.fixture(autouse=True)
def as_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the width of a pipe, whatever the terminal that the tests run in."""
    monkeypatch.delenv("COLUMNS", raising=False)


def asked(capsys: pytest.CaptureFixture[str], *words: str, lang: str = "en") -> tuple[int, str]:
    status = run(["--lang", lang, "-C", EXAMPLE, "plan", *words])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_tiers_stand_beside_their_target(capsys: pytest.CaptureFixture[str]) -> None:
    text = asked(capsys, "show", "2026", "--metric", "net_sales", lang="zh")[1]
    assert text.split("\n")[2].split()[1:] == ["目标", "保底", "冲刺"]
    assert "￥20,000,000.00  ￥18,000,000.00  ￥22,000,000.00" in text
    assert "- 净销售额：推广费比 不高于 9.00%" in text
    assert "保底" not in asked(capsys, "show", "2026", "--metric", "visitors", lang="zh")[1]


def test_a_tier_is_shown_by_month_week_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    for period in ("2026", "2026-06", "2026-W27"):
        whole = json.loads(asked(capsys, "show", period, "--metric", "net_sales", "--format", "json")[1])["data"]
        floor = json.loads(asked(capsys, "show", period, "--tier", "floor", "--format", "json")[1])["data"]
        (target,) = floor["targets"]
        assert (floor["tier"], target["metric"]) == ("floor", "net_sales")
        assert target["value"] == whole["targets"][0]["floor"]
        assert sum(float(part["value"]) for part in target["parts"]) == pytest.approx(float(target["value"]))
        assert whole["guardrails"] == [
            {"goal": "net_sales", "metric": "ad_cost_ratio", "at_least": None, "at_most": "0.09"}
        ]


@pytest.mark.parametrize("period", ["2026", "2026-06", "2026-W27"])
def test_a_tier_down_the_organisation_is_what_each_scope_has(capsys: pytest.CaptureFixture[str], period: str) -> None:
    words = ("show", period, "--tier", "stretch", "--metric", "net_sales", "--format")
    tree = json.loads(asked(capsys, *words, "json", "--tree")[1])["data"]
    assert tree["tier"] == "stretch"
    branches = [tree["tree"]]
    while branches:
        found = branches.pop()
        own = json.loads(asked(capsys, *words, "json", "--scope", found["scope"])[1])["data"]["targets"][0]["value"]
        assert found["value"] == own
        branches += found["below"]
    rows = [row.split(",") for row in asked(capsys, *words, "csv", "--tree")[1].splitlines()]
    assert rows[0][:4] == ["level", "scope", "metric", "tier"]
    assert {row[3] for row in rows[1:]} == {"stretch"}
    assert len(rows) == 10


@pytest.mark.parametrize("dimension", ["channel", "product"])
def test_the_members_of_a_tier_add_up_to_it(capsys: pytest.CaptureFixture[str], dimension: str) -> None:
    words = ("show", "2026", "--tier", "floor", "--metric", "net_sales", "--format")
    whole = json.loads(asked(capsys, *words, "json")[1])["data"]["targets"][0]
    view = json.loads(asked(capsys, *words, "json", "--by", dimension)[1])["data"]
    assert view["tier"] == "floor"
    assert sum(Decimal(each["value"]) for each in view["members"]) == Decimal(whole["value"])
    for spans in ("parts", "sums"):
        for at, part in enumerate(whole[spans]):
            assert sum(Decimal(each[spans][at]["value"]) for each in view["members"]) == Decimal(part["value"])
    rows = [row.split(",") for row in asked(capsys, *words, "csv", "--by", dimension)[1].splitlines()]
    assert rows[0][:6] == ["scope", "metric", "tier", dimension, "2026", "2026-Q1"]
    assert {row[2] for row in rows[1:]} == {"floor"}


@pytest.mark.parametrize(("lang", "said"), [("zh", "这里没有保底"), ("en", "Nothing has a floor here")])
@pytest.mark.parametrize("way", [("--tree",), ("--by", "channel")])
def test_where_nothing_has_the_tier(
    capsys: pytest.CaptureFixture[str], lang: str, said: str, way: tuple[str, ...]
) -> None:
    status, text = asked(capsys, "show", "2026", "--metric", "visitors", "--tier", "floor", *way, lang=lang)
    assert status == 0
    assert said in text
    assert "floor:" in text


def test_the_heads_of_a_tree_and_a_view_name_the_tier(capsys: pytest.CaptureFixture[str]) -> None:
    assert "净销售额（冲刺）" in asked(capsys, "show", "2026", "--tree", "--tier", "stretch", lang="zh")[1]
    view = asked(capsys, "show", "2026", "--by", "channel", "--tier", "stretch")[1]
    assert "net sales (stretch)" in view
    assert view.index("2026-03") < view.index("2026-Q1") < view.index("2026-04")


def test_rows_for_a_spreadsheet_have_the_tiers_with_their_months(capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = (line.split(",") for line in asked(capsys, "show", "2026", "--format", "csv")[1].splitlines())
    assert head[:8] == ["scope", "metric", "tier", "version", "unit", "days", "2026", "2026-Q1"]
    assert head[11:] == [f"2026-{number:02d}" for number in range(1, 13)]
    sales = {row[2]: row for row in rows if row[1] == "net_sales"}
    assert list(sales) == ["commit", "floor", "stretch"]
    for row in sales.values():
        months, quarters = map(Decimal, row[11:]), map(Decimal, row[7:11])
        assert sum(months) == sum(quarters) == Decimal(row[6])
    assert [row[6] for row in sales.values()] == ["20000000", "18000000", "22000000"]


def test_why_a_tier(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = asked(capsys, "why", "net_sales/tmall-flagship/2026-06", "--tier", "stretch")
    assert status == 0
    assert "Stretch ￥1,298,000.00, and where it comes from:" in text
    assert "company's sheet sets the stretch at ￥22,000,000.00" in text
    assert "opsctl plan why net_sales/tmall-flagship/2026-06" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("why", "visitors/company/2026", "--tier", "floor"), "visitors of company has no floor"),
        (("why", "net_sales/company/2026", "--tier", "roof"), "floor, stretch"),
        (("show", "2026", "--tier", "roof"), "floor, stretch"),
        (("why", "net_sales/tmall-flagship/channel=none/2026", "--tier", "floor"), "there is no target"),
        (("why", "gmv_paid/tmall-flagship/channel=live/2026", "--tier", "floor"), "has no floor"),
    ],
)
def test_what_cannot_be_answered(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    status, text = asked(capsys, *words)
    assert status == 2
    assert said in text


@pytest.mark.parametrize("period", ["2026", "2026-06", "2026-W27"])
@pytest.mark.parametrize("tier", ["floor", "stretch"])
def test_a_tier_of_one_channel_is_told_with_the_share_it_takes(
    capsys: pytest.CaptureFixture[str], period: str, tier: str
) -> None:
    words = ("show", period, "--by", "channel", "--scope", "tmall-flagship", "--tier", tier, "--format", "json")
    members = {each["member"]: each["value"] for each in json.loads(asked(capsys, *words)[1])["data"]["members"]}
    assert len(members) == 6
    for member, value in members.items():
        cell = f"net_sales/tmall-flagship/channel={member}/{period}"
        told = json.loads(asked(capsys, "why", cell, "--tier", tier, "--format", "json")[1])["data"]
        steps = [step["how"] for step in told["steps"]]
        assert (told["value"], told["tier"], steps[0], steps[-1]) == (value, tier, "view", "commit")
        step = told["steps"][0]["data"]
        assert Decimal(step["results"][member]).scaleb(-step["digits"]) == Decimal(value)
        assert sum(step["results"].values()) == sum(int(Decimal(each).scaleb(2)) for each in members.values())


def test_errors_under_a_scenario_are_looked_up_under_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copied = tmp_path / "shop"
    shutil.copytree(EXAMPLE, copied)
    lifted = "name: X\nreason: r\nowner: zhao-min\nchanges:\n  target:2026/company: {goals: {net_sales: {split: ~}}}\n"
    (copied / "scenarios" / "x.yaml").write_text(lifted, encoding="utf-8")
    for words in (["show", "2026", "--scenario", "x"], ["compare", "base", "x"], ["compare", "x", "base"]):
        assert run(["--lang", "en", "-C", str(copied), "plan", *words]) == 0
        assert "opsctl plan split YEAR --scenario x first" in capsys.readouterr().err
