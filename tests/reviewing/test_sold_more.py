"""More sales with less profit are said first, in figures, with the costs that took it."""

from __future__ import annotations

from pathlib import Path

import pytest

from opsctl.cli.app import run

FILES = {
    "opsctl.yaml": "opsctl: 1\nname: Firm\ntop: firm\n",
    "teams/firm.yaml": "name: Firm\n",
    "stores/a.yaml": "{name: A, platform: tmall, team: firm}\n",
    "targets/2026/a.yaml": "owner: li-na\ngoals: {gmv_paid: 365000, contribution: 36500, ad_spend: 36500}\n",
    "sources/day.yaml": (
        "files: actuals/day.csv\ngrain: days\ncolumns: {day: day, paid: paid, profit: profit, ads: ads}\n"
        "store: {other: a}\nday: day\n"
        "metrics: {gmv_paid: {sum: paid}, contribution: {sum: profit}, ad_spend: {sum: ads}}\n"
    ),
}  # fmt: skip


def said(folder: Path, lang: str, profit: int, capsys: pytest.CaptureFixture[str]) -> str:
    """The review of a week of 1,100 a day where 1,000 were planned, with that much profit a day where it was 100."""
    rows = "".join(f"2026-06-{day:02d},1100,{profit},130\n" for day in range(1, 31))
    for name, text in {**FILES, "actuals/day.csv": "day,paid,profit,ads\n" + rows}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    assert run(["--lang", lang, "-C", str(folder), "review", "weekly", "2026-W24", "--scope", "a"]) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Sold more, earned less: Paid GMV is ￥700 over its target and contribution ￥140 short of it; ￥210 more",
        ),
        ("zh", "卖得多，赚得少：支付金额超出目标 ￥700，贡献利润却少了 ￥140；少在 推广花费多 ￥210。"),
    ],
)
def test_sales_over_their_target_that_earned_less(
    tmp_path: Path, lang: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sentence in said(tmp_path, lang, 80, capsys)


def test_sales_that_earned_more_say_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "earned less" not in said(tmp_path, "en", 120, capsys)
