"""What `plan show` answers: parts and sums in order, bars, rows for a spreadsheet, and data."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.rendering.example import workspace

from opsctl.period import Period, day, week
from opsctl.planning.drivers.profit import ProfitRoom
from opsctl.planning.drivers.remarks import Counted, PaidTraffic, UnlikeTraffic
from opsctl.planning.guardrails import Guarded
from opsctl.planning.replans.plan_versions import PlanVersion
from opsctl.planning.shown.show import ShownTarget
from opsctl.planning.tiers import Tier
from opsctl.rendering.targets_csv import show_csv
from opsctl.rendering.targets_text import show_json, show_text
from opsctl.workspace import Workspace

WEEK = week(2026, 27)
JUNE, JULY = (Period(WEEK.start, date(2026, 7, 1), "month"), Period(date(2026, 7, 1), WEEK.end, "month"))
LAST, FIRST = day(date(2026, 6, 30)), day(date(2026, 7, 1))
PAID = (LAST, Decimal("1000000.01")), (FIRST, Decimal("234.56"))
TARGETS = (
    ShownTarget(
        "tmall-flagship", "gmv_paid", "money", "sum", Fraction("1000234.57"), 7, True,
        PAID, ((JUNE, Decimal("1000000.01")), (JULY, Decimal("234.56"))),
    ),
    ShownTarget(
        "tmall-flagship", "visitors", "count", "distinct", Fraction(12_345), 6, False, ((FIRST, Decimal(12_345)),)
    ),
    ShownTarget("tmall-flagship", "cvr", "percent", "ratio", Fraction(1, 60), 6, False),
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """The targets of a period."""

    targets: tuple[ShownTarget, ...]
    period: Period = WEEK
    scope: str = "tmall-flagship"
    leading: str | None = "gmv_paid"
    contributions: tuple[tuple[str, ...], ...] = ()
    profit: tuple[ProfitRoom, ...] = ()
    paid_traffic: PaidTraffic | None = None
    unlike_traffic: tuple[UnlikeTraffic, ...] = ()
    tier: Tier | None = None
    guardrails: tuple[Guarded, ...] = ()
    original: tuple[ShownTarget, ...] = ()
    versions: tuple[PlanVersion, ...] = ()
    workspace: Workspace = field(default_factory=workspace)


def test_show() -> None:
    assert show_text(Shown(TARGETS), "zh", width=80) == (
        "天猫旗舰店 目标 2026-W27 (2026-06-29 至 2026-07-05)\n"
        "\n"
        "指标                  目标  覆盖天数\n"
        "────────────────────────────────────\n"
        "支付金额    ￥1,000,234.57       7/7\n"
        "访客数              12,345       6/7\n"
        "支付转化率           1.67%       6/7\n"
        "比率由分子和分母的目标推出，从不相加。\n"
        "期间跨出了有目标的年份，目标只含覆盖到的天数。\n"
        "\n"
        "分期\n"
        "期间              支付金额                访客数\n"
        "────────────────────────────────────────────────\n"
        "06-30 周二  ￥1,000,000.01  ████████████       —\n"
        "2026-06     ￥1,000,000.01                     —\n"
        "07-01 周三        ￥234.56  ▁▁▁▁▁▁▁▁▁▁▁▁  12,345\n"
        "2026-07           ￥234.56                     —\n"
        "合计        ￥1,000,234.57                12,345\n"
    )


def test_what_goals_move() -> None:
    text = show_text(Shown(TARGETS, contributions=(("inquiry_cvr", "cvr"),)), "zh", width=80)
    assert "过程目标推动什么\n- 询单转化率 → 支付转化率\n" in text


SPEND, VISITORS = Decimal("1818181.82"), Decimal(7_652_280)
CLICKS = Fraction(SPEND) / Fraction("1.5")


@pytest.mark.parametrize(
    ("lang", "share", "line"),
    [
        ("en", Fraction(8, 100), "8% of paid sales buys 1.21 million clicks at 1.50, 15.8% of the 7.65 million "
         "visitors needed; the rest must come from free traffic"),
        ("zh", Fraction(8, 100), "支付金额的 8% 按每次点击 1.50 能买 121.21万 次点击，"
         "是所需 765.23万 访客的 15.8%，其余要靠免费流量"),
        ("en", None, "1,818,181.82 of ad spend buys 1.21 million clicks at 1.50, 15.8% of the 7.65 million visitors "
         "needed; the rest must come from free traffic"),
    ],
)  # fmt: skip
def test_how_far_ad_spend_goes(lang: str, share: Fraction | None, line: str) -> None:
    paid = PaidTraffic(SPEND, Decimal("1.5"), CLICKS, VISITORS, share)
    assert f"\n{line}\n" in show_text(Shown(TARGETS, paid_traffic=paid), lang, width=200)


def test_more_clicks_than_visitors_are_needed_is_said() -> None:
    paid = PaidTraffic(SPEND, Decimal("0.1"), CLICKS * 15, VISITORS, None)
    assert show_text(Shown(TARGETS, paid_traffic=paid), "en", width=200).count("; more than are needed\n") == 1


def test_visitors_of_unlike_platforms_are_labelled() -> None:
    parts = Counted("content", ("douyin-main",), Decimal(2_909_580)), Counted("shelf", ("jd", "tmall"), Decimal(900))
    unlike = (UnlikeTraffic("visitors", parts),)
    text = show_text(Shown(TARGETS, unlike_traffic=unlike), "en", width=200)
    label = "visitors from content 2.91 million (douyin-main); shop visitors 900 (jd, tmall)"
    assert f"visitors adds up what unlike platforms count: {label}\n" in text
    found = show_json(Shown(TARGETS, unlike_traffic=unlike))["unlike_traffic"]
    assert json.loads(json.dumps(found)) == [{"metric": "visitors", "parts": [
        {"drivers": "content", "scopes": ["douyin-main"], "value": "2909580"},
        {"drivers": "shelf", "scopes": ["jd", "tmall"], "value": "900"},
    ]}]  # fmt: skip


def test_bars_go_first_where_it_is_tight() -> None:
    assert "█" not in show_text(Shown(TARGETS), "zh", width=40)


def test_show_nothing() -> None:
    text = show_text(Shown(()), "en", width=80)
    assert text.splitlines()[2:] == ["There are no targets in this period."]


def test_what_has_one_part_is_not_broken_down() -> None:
    whole = ShownTarget("tmall-flagship", "gmv_paid", "money", "sum", Fraction(7), 7, True, ((LAST, Decimal(7)),))
    assert "06-30" not in show_text(Shown((whole,)), "en", width=80)


def test_show_as_data() -> None:
    data = json.loads(json.dumps(show_json(Shown(TARGETS))))
    june = {"period": "2026-06", "first": "2026-06-29", "last": "2026-06-30", "value": "1000000.01"}
    assert data["targets"][0] == {
        "metric": "gmv_paid",
        "unit": "money",
        "aggregation": "sum",
        "value": "1000234.57",
        "days": 7,
        "whole": True,
        "parts": [
            {"period": "2026-06-30", "first": "2026-06-30", "last": "2026-06-30", "value": "1000000.01"},
            {"period": "2026-07-01", "first": "2026-07-01", "last": "2026-07-01", "value": "234.56"},
        ],
        "sums": [june, {"period": "2026-07", "first": "2026-07-01", "last": "2026-07-05", "value": "234.56"}],
    }
    assert data["targets"][2]["value"] == "0.016667"


def test_show_as_rows() -> None:
    assert show_csv(Shown(TARGETS)).splitlines() == [
        "scope,metric,tier,version,unit,days,2026-W27,2026-06,2026-07,2026-06-30,2026-07-01",
        "tmall-flagship,gmv_paid,commit,current,CNY,7,1000234.57,1000000.01,234.56,1000000.01,234.56",
        "tmall-flagship,visitors,commit,current,count,6,12345,,,,12345",
        "tmall-flagship,cvr,commit,current,percent,6,0.016667,,,,",
    ]


def test_all_of_it_prints_on_a_gbk_console() -> None:
    for lang in ("zh", "en"):
        text = show_text(Shown(TARGETS), lang)
        assert text.encode("gbk").decode("gbk") == text
