"""`opsctl review status`, `agenda`, `actions`, `--write` and `--check`, as people call them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from opsctl.cli.app import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
Capture = pytest.CaptureFixture[str]


def opsctl(capsys: Capture, words: str, root: Path = EXAMPLE) -> tuple[int, str, str]:
    """Call opsctl with the words of a line: its status, what it answers and what it says."""
    status = run(["-C", str(root), *words.split()])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.fixture
def company(tmp_path: Path) -> Path:
    root = tmp_path / "company"
    shutil.copytree(EXAMPLE, root)
    return root


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("--lang zh review status 2026-W47 --today 2026-11-24", 1, "还欠 3 篇复盘、0 条行动的结论。"),
        ("--lang en review status 2026-W47 --today 2026-11-24", 1, "3 review(s) and 0 verdict(s) are owed."),
        ("--lang en review status 2026-W46 --scope company --today 2026-11-24", 0, "No review and no verdict is owed."),
        ("--lang en review status --today 2026-12-08", 1, "A016"),
        ("--lang zh review agenda 2026-W47 --scope tmall-flagship", 0, "1. A016 晚班排两人到双 12（唐丽"),
        (
            "--lang en review agenda 2026-W47 --scope tmall-flagship",
            0,
            "晚班排两人到双 12 (唐丽, by 2026-11-29",
        ),
        ("--lang en review agenda 2026-W40", 2, "company has no review of 2026-W40 yet"),
        ("--lang zh review actions 2026", 0, "11 条行动，6 条已有结论，其中 4 条达到。"),
        ("--lang en review actions 2026 --format markdown", 0, '<a id="a014"></a>'),
        ("--lang en review actions 2025", 0, "There is no action yet."),
    ],
)
def test_it_answers_in_both_languages(words: str, status: int, said: str, capsys: Capture) -> None:
    done, out, err = opsctl(capsys, words)
    assert done == status, err
    assert said in out + err


def test_programs_get_the_same_in_data(capsys: Capture) -> None:
    owed = json.loads(opsctl(capsys, "review status 2026-W47 --today 2026-11-24 --format json")[1])
    assert owed["command"] == "review status"
    owing = {each["scope"] for each in owed["data"]["reviews"] if each["owed"]}
    assert owing == {"douyin-main", "jd-pop", "shopify-us"}
    page = json.loads(opsctl(capsys, "review agenda 2026-W46 --scope company --format json")[1])["data"]
    assert [each["about"] for each in page["decisions"]] == ["take", "take", "accept"]
    ledger = json.loads(opsctl(capsys, "review actions 2026 --format json")[1])["data"]
    cvr = next(each for each in ledger["actions"] if each["action"] == "A012")
    assert (cvr["outcome"], cvr["came_true"]) == ("not_met", False)
    assert cvr["address"] == "review:2026-W45/tmall-flagship#A012"


@pytest.mark.parametrize("scope", ["company", "tmall-flagship"])
def test_the_numbers_of_the_open_reviews_in_the_example_are_today_s(scope: str, capsys: Capture) -> None:
    status, out, err = opsctl(capsys, f"review weekly 2026-W47 --scope {scope} --check --today 2026-11-24")
    assert (status, out) == (0, ""), err


def test_a_stale_file_is_shown_as_a_diff_and_fails(company: Path, capsys: Capture) -> None:
    page = company / "reviews" / "2026-W47" / "tmall-flagship.md"
    page.write_text(page.read_text("utf-8").replace("达成周目标 ￥33.41万 的 95.3%", "达成 100%"), "utf-8")
    words = "review weekly 2026-W47 --scope tmall-flagship --today 2026-11-24"
    status, out, err = opsctl(capsys, f"{words} --check", company)
    assert (status, "已过期" in err) == (1, True)
    assert "-- 支付金额 ￥31.85万，达成 100%，缺口 ￥1.56万。" in out
    assert opsctl(capsys, f"{words} --write --dry-run", company)[0] == 0
    assert "达成 100%" in page.read_text("utf-8")
    assert opsctl(capsys, f"{words} --write", company)[0] == 0
    assert "达成 100%" not in page.read_text("utf-8")
    assert opsctl(capsys, f"{words} --write -o x.md", company)[0] == 2
