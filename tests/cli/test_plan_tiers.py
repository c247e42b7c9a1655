"""Floor, stretch and guardrails as `plan show` and `plan why` tell them."""

from __future__ import annotations

import json
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


def test_why_a_tier(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = asked(capsys, "why", "net_sales/tmall-flagship/2026-06", "--tier", "stretch")
    assert status == 0
    assert "Stretch ￥1,298,000.00, and where it comes from:" in text
    assert "company's sheet sets the stretch at 22000000.00" in text
    assert "opsctl plan why net_sales/tmall-flagship/2026-06" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("why", "visitors/company/2026", "--tier", "floor"), "visitors of company has no floor"),
        (("why", "net_sales/company/2026", "--tier", "roof"), "floor, stretch"),
        (("show", "2026", "--tier", "roof"), "floor, stretch"),
        (("show", "2026", "--tier", "floor", "--tree"), "goes with neither"),
    ],
)
def test_what_cannot_be_answered(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    status, text = asked(capsys, *words)
    assert status == 2
    assert said in text
