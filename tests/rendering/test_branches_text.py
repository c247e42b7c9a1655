"""What `plan show --tree` answers: lines that meet, widths that hold in Chinese, ratios without shares."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from fractions import Fraction

from tests.rendering.example import workspace

from opsctl.period import Period
from opsctl.period import year as year_period
from opsctl.planning.shown.branches import Branch
from opsctl.planning.tiers import Tier
from opsctl.rendering.branches_text import tree_csv, tree_json, tree_text
from opsctl.workspace import Workspace

YEAR = year_period(2026)
TOP = Branch(
    "公司",
    Fraction(400),
    (Branch("a", Fraction(100), (Branch("a1", Fraction(100)),)), Branch("b", Fraction(300), (Branch("b1", None),))),
)


@dataclass(frozen=True)
class Grown:
    """A metric down a small company."""

    top: Branch = TOP
    metric: str = "visitors"
    period: Period = YEAR
    workspace: Workspace = field(default_factory=workspace)
    tier: Tier | None = None


def test_tree() -> None:
    assert tree_text(Grown(), "zh", width=60) == (
        "公司 目标 2026 (2026-01-01 至 2026-12-31)\n"
        "\n"
        "考核对象  访客数    占比\n"
        "──────────────────────────────────────────\n"
        "公司         400  100.0%  ████████████████\n"
        "├─ a         100   25.0%  ████▁▁▁▁▁▁▁▁▁▁▁▁\n"
        "│  └─ a1     100   25.0%  ████▁▁▁▁▁▁▁▁▁▁▁▁\n"
        "└─ b         300   75.0%  ████████████▁▁▁▁\n"
        "   └─ b1       —       —\n"
    )


def test_ratios_have_no_shares() -> None:
    ratio = Branch("a", Fraction(1, 50), (Branch("b", Fraction(1, 40)),))
    text = tree_text(Grown(ratio, "cvr"), "en", width=60)
    assert "share" not in text
    assert "2.50%" in text


def test_tree_as_rows_and_data() -> None:
    assert tree_csv(Grown()).splitlines() == [
        "level,scope,metric,tier,2026", "0,公司,visitors,commit,400", "1,a,visitors,commit,100",
        "2,a1,visitors,commit,100", "1,b,visitors,commit,300", "2,b1,visitors,commit,",
    ]  # fmt: skip
    data = json.loads(json.dumps(tree_json(Grown())))
    assert data["tree"]["below"][1] == {
        "scope": "b",
        "value": "300",
        "below": [{"scope": "b1", "value": None, "below": []}],
    }


def test_it_prints_on_a_gbk_console() -> None:
    text = tree_text(Grown(), "zh")
    assert text.encode("gbk").decode("gbk") == text
