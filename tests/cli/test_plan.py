"""`plan show` as a user types it: a tree, rows for a spreadsheet, one metric by its alias, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opsctl.cli.app import run

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "chenhe-home")


def shown(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    """What `plan show` prints."""
    assert run(["--lang", "en", "-C", EXAMPLE, "plan", "show", *words]) == status
    captured = capsys.readouterr()
    return captured.out if status == 0 else captured.err


def test_the_tree_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    tree = json.loads(shown(capsys, "2026", "--tree", "--format", "json"))["data"]
    assert tree["metric"] == "net_sales"
    assert float(tree["tree"]["value"]) == 20_000_000
    rows = [line.split(",") for line in shown(capsys, "2026", "--tree", "--format", "csv").splitlines()]
    stores = [row for row in rows if row[0] == "2"]
    assert round(sum(float(row[4]) for row in stores) * 100) == 2_000_000_000


def test_a_metric_by_its_alias(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, "2026-W27", "--metric", "uv", "--format", "csv").splitlines()
    assert [line.split(",")[1] for line in lines] == ["metric", "visitors"]


def test_what_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    two = ("--metric", "uv", "--metric", "cvr")
    assert "one metric at a time" in shown(capsys, "2026", "--tree", *two, status=2)
    assert "there is no metric nobody" in shown(capsys, "2026", "--metric", "nobody", status=2)
    assert "has no targets in 2019" in shown(capsys, "2019", "--tree", status=2)


def test_a_remark_stands_beside_what_it_is_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    unlike, drives = "what unlike platforms count", "What the process goals move"
    assert unlike in shown(capsys, "2026") and unlike in shown(capsys, "2026", "--metric", "uv")
    assert unlike not in shown(capsys, "2026", "--metric", "net_sales")
    store = ("2026", "--scope", "tmall-flagship")
    assert drives in shown(capsys, *store) and drives in shown(capsys, *store, "--metric", "cvr")
    assert drives not in shown(capsys, *store, "--metric", "net_sales")


def test_a_persons_bars_are_those_of_what_the_top_divides(capsys: pytest.CaptureFixture[str]) -> None:
    june = next(line for line in shown(capsys, "2026", "--scope", "li-na").splitlines() if line.startswith("2026-06"))
    assert june.index("1,180,000.00") < june.index("█") < june.index("0.00", june.index("█"))


def test_a_view_that_divides_nothing_says_how_to(capsys: pytest.CaptureFixture[str]) -> None:
    product = ("2026", "--by", "product", "--scope", "tmall-flagship")
    assert "net_sales is not divided over products yet" in shown(capsys, *product)
    assert "not divided over" not in shown(capsys, "2026", "--by", "channel", "--scope", "tmall-flagship")
