"""`plan show` and `plan why` as users type them: trees, rows for a spreadsheet, receipts, and what is refused."""

from __future__ import annotations

import json
import re
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


@pytest.mark.parametrize(
    ("cell", "zh", "en"),
    [
        ("net_sales/tmall-flagship/2026-06", "全年 ￥10,870,588.24 按曲线", "the year's ￥10,870,588.24 over months"),
        ("visitors/jd-pop/2026-06", "2026-06 1,721 → 93,611", "2026-06 1,721 → 93,611"),
        ("refund_amount/jd-pop/2026-06", "￥3,450,279.92 × 7.51%（", "here ￥3,450,279.92 × 7.51% (relative"),
        ("cvr/company/2026", "buyers_paid 114,784 ÷ visitors 7,652,280 = 1.5%", "sheet sets cvr = 1.5%"),
        ("net_sales/li-na/2026-06", "￥1,180,000.00 全部归此人", "all of the ￥1,180,000.00"),
        (
            "net_sales/tmall-flagship/channel=live/2026-06",
            "分得 ￥489,840.08",
            "it has ￥489,840.08 of the",
        ),
    ],
)
def test_receipts_write_amounts_as_people_read_them_and_programs_get_them_plain(
    capsys: pytest.CaptureFixture[str], cell: str, zh: str, en: str
) -> None:
    for lang, said in (("zh", zh), ("en", en)):
        assert run(["--lang", lang, "-C", EXAMPLE, "plan", "why", cell]) == 0
        assert re.sub(r"\s", "", said) in re.sub(r"\s", "", capsys.readouterr().out)
    assert run(["-C", EXAMPLE, "plan", "why", cell, "--format", "json"]) == 0
    steps = json.loads(capsys.readouterr().out)["data"]["steps"]
    assert not any("￥" in text or re.search(r"\d,\d{3}\b", text) for step in steps
                   for text in step["message"]["params"].values())  # fmt: skip
