"""Every kind of review through the command, in both languages, on calendar and fiscal periods."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from opsctl.cli.app import run

FIRST, LAST = date(2025, 1, 1), date(2026, 6, 16)
WORKSPACE = """
```yaml stores/tmall.yaml
name: 旗舰店
platform: tmall
team: company
```
```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: {value: "365000", split: {weights: {tmall: "1"}}}
```
```yaml sources/shop.yaml
files: actuals/shop/*.csv
grain: days
columns: {day: 日期, gmv: 支付金额, back: 成功退款金额}
store: tmall
day: day
currency: CNY
money: {basis: paid, tax: included}
metrics: {gmv_paid: {sum: gmv}, refund_amount: {sum: back}}
```
"""
FISCAL = """
```yaml opsctl.yaml
opsctl: 1
name: Example
week: "445"
fiscal: {start: 2}
```
"""


@pytest.fixture(params=["", FISCAL], ids=["calendar", "fiscal"])
def root(request: pytest.FixtureRequest, folder_from: Callable[[str], Path]) -> Path:
    """A store that sells nine tenths of its plan of a thousand a day."""
    made = folder_from(WORKSPACE + request.param)
    rows = [f"{FIRST + timedelta(n)},900,90" for n in range((LAST - FIRST).days + 1)]
    (made / "actuals/shop").mkdir(parents=True)
    (made / "actuals/shop/all.csv").write_text("\n".join(["日期,支付金额,成功退款金额", *rows]) + "\n", "utf-8")
    return made


def asked(capsys: pytest.CaptureFixture[str], root: Path, *words: str, lang: str = "en") -> tuple[int, str, str]:
    status = run(["--lang", lang, "-C", str(root), "review", *words, "--today", "2026-06-17"])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


KINDS = {
    # The last complete one, by the calendar and by the fiscal year.
    "daily": ("2026-06-16", "2026-06-16"),
    "weekly": ("2026-W24", "2026-W19"),
    "monthly": ("2026-05", "FY2026-P04"),
    "quarterly": ("2026-Q1", "FY2026-Q1"),
    "yearly": ("2025", "FY2025"),
}
WORDS = {
    "daily": ("日报", "当天目标", "周同比", "vs last week"),
    "weekly": ("周复盘", "周目标", "周环比", "WoW"),
    "monthly": ("月复盘", "本月目标", "月环比", "MoM"),
    "quarterly": ("季复盘", "本季目标", "季环比", "QoQ"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_unasked_the_last_complete_one(capsys: pytest.CaptureFixture[str], root: Path, kind: str) -> None:
    label = KINDS[kind]["fiscal" in (root / "opsctl.yaml").read_text("utf-8")]
    status, out, _ = asked(capsys, root, kind, "--format", "json")
    answer = json.loads(out)
    assert (status, answer["command"], answer["data"]["period"]["label"]) == (0, f"review {kind}", label)
    row = next(row for row in answer["data"]["metrics"] if row["metric"] == "gmv_paid")
    days = (
        date.fromisoformat(answer["data"]["period"]["last"]) - date.fromisoformat(answer["data"]["period"]["first"])
    ).days + 1
    assert row["actual"] == {"value": str(900 * days), "days": days, "missing": []}
    if kind not in ("yearly", "quarterly"):
        assert row["attainment"] == "0.900000"
    assert len(answer["data"]["parts"]) == {"quarterly": 3, "yearly": 4}.get(kind, 0)


@pytest.mark.parametrize("kind", WORDS)
def test_each_kind_has_its_own_words(capsys: pytest.CaptureFixture[str], root: Path, kind: str) -> None:
    title, goal, before, english = WORDS[kind]
    chinese = asked(capsys, root, kind, lang="zh")[1]
    assert title in chinese.splitlines()[0]
    assert goal in chinese and before in chinese
    assert english in asked(capsys, root, kind)[1]


def test_a_year_has_no_column_of_the_period_before(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    text = asked(capsys, root, "yearly", lang="zh")[1]
    assert "年度复盘" in text.splitlines()[0]
    assert "同比" in text and "年环比" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("monthly", "2026-W23"), "2026-W23 is not a month"),
        (("weekly", "2026-06"), "2026-06 is not a week"),
        (("daily", "2026"), "2026 is not a day"),
        (("yearly", "2026-Q1"), "2026-Q1 is not a year"),
        (("quarterly", "2026-H1"), "2026-H1 is not a quarter"),
    ],
)
def test_a_period_of_another_kind_is_refused(
    capsys: pytest.CaptureFixture[str], root: Path, words: tuple[str, str], said: str
) -> None:
    status, out, err = asked(capsys, root, *words)
    assert (status, out) == (2, "")
    assert said in err and "write a" in err


def test_a_month_that_is_not_over_is_shown_on_its_way(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    data = json.loads(asked(capsys, root, "monthly", "2026-06", "--format", "json")[1])["data"]
    own = next(row for row in data["forecast"] if row["period"]["label"] == "2026-06")
    assert (own["method"], own["by"], own["closed"], own["target"]) == ("shrunk", "day", 16, "30000")
    assert float(own["low"]) < float(own["value"]) < float(own["high"])
    rate = next(row for row in data["daily_rate"] if row["period"]["label"] == "2026-06")
    assert (rate["days"], rate["needed"]) == (14, "15600")
    # The days to come are not missing.
    assert all(run["last"] <= "2026-06-16" for run in data["missing"] if "gmv_paid" in run["metrics"])


def test_chat_is_for_days_only(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    status, out, _ = asked(capsys, root, "daily", "--format", "chat", lang="zh")
    assert status == 0 and len(out) <= 301 and "达成当天目标 ￥1,000 的 90.0%" in out
    assert asked(capsys, root, "weekly", "--format", "chat")[0] == 2
