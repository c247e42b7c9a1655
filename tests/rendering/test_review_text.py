"""The weekly review as people see it, word for word, in both languages and two widths."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from tests.rendering.example import review, sales, workspace

from opsctl.period import week
from opsctl.rendering.review_text import review_text
from opsctl.reviewing.view import Comparison, MetricRow, PaceRow, PeriodReview, Reading

CHINESE = """\
晨禾家居 周复盘 2026-W46   2026-11-09 至 2026-11-15 · 数据截至 2026-11-22

数据有 1 个错误、1 个警告；出错的那些天不参与判断。
支付金额 ￥112.35万，达成周目标 ￥120万 的 93.6%，缺口 ￥7.65万。
2026-11 已达成 60.0%，按节奏应达 61.7%，落后 1.7pp。
较新的 2026-W47 数据还不全，所以看的是这一周。

数据检查
- 错误 天猫旗舰店：有 1 天还没到（2026-11-14，今天是 2026-11-10）；请看月日有没有颠倒、是不是预测值
  ACT115 actuals-future
- 警告 actuals/a.csv：m 1，x没有目标。  ACT120 actuals-file

关键指标
指标              实际  天数   去重     目标      缺口   周环比    同比  达成率
───────────────────────────────────────────────────────────────────────────────────────────
支付金额    ￥112.35万   7/7      —  ￥120万  ￥7.65万   +12.3%       —   93.6%  █████████▍
访客数          8.12万   5/7  6.3万      8万    -1,234        —       —  101.5%  ██████████
支付转化率       0.33%   7/7      —    1.25%    0.92pp  +0.04pp  -2.0pp   26.7%  ██▋▁▁▁▁▁▁▁
缺口 = 目标 - 实际，负数是超出；周环比对 2026-W45，同比对 2025-W46（星期对齐）。
访客数：实际与目标都是日累计口径（每天去重后相加）；“去重”是整周去重人数，只作参考，不与目标比较。
“天数”少于 7 的行，只比较有数据也有目标的那几天；比率缺任何一天就不算，写作 —。

进度（截至 2026-11-15）
期间     指标         实际  全期目标   应达      进度差  达成率
───────────────────────────────────────────────────────────────────────
2026-11  支付金额  ￥300万   ￥500万  61.7%  落后 1.7pp   60.0%  ██████
2026     支付金额  ￥300万   ￥500万  58.0%  领先 2.0pp   60.0%  ██████
应达按目标自己的节奏曲线算，不是按天数平均。

每天：支付金额
日期             实际       目标  达成率
──────────────────────────────────────────────────────────────────
11-09 周一  ￥10.00万  ￥16.00万   62.5%  ████████████▁▁▁▁▁▁▁
11-10 周二  ￥12.00万  ￥16.00万   75.0%  ██████████████▍▁▁▁▁
11-11 周三  ￥14.00万  ￥16.00万   87.5%  ████████████████▊▁▁
11-12 周四  ￥16.00万  ￥16.00万  100.0%  ███████████████████▎
11-13 周五  ￥18.00万  ￥16.00万  112.5%  █████████████████████▋
11-14 周六  ￥20.00万  ￥16.00万  125.0%  ████████████████████████
11-15 周日          —  ￥16.00万       —

店铺对比：支付金额
店铺              实际        目标       缺口  周环比  同比  达成率              支付转化率  访客数
───────────────────────────────────────────────────────────────────────────────────────────────────
京东店       ￥12.35万   ￥10.00万  -￥2.35万  +12.3%     —  123.5%  ██████████           —       —
天猫旗舰店  ￥100.00万  ￥110.00万  ￥10.00万  +12.3%     —   90.9%  █████████▏       0.33%  8.12万

缺的数据
- 天猫旗舰店 缺 访客数：2026-11-14 至 2026-11-15，之前最后有数据的是 2026-11-13

下一步
  opsctl plan why gmv_paid/company/2026-W46
"""

ENGLISH = """\
Chenhe Home: weekly review 2026-W46   2026-11-09 to 2026-11-15 · data until
2026-11-22

Errors in the data: 1, warnings: 1; the days in error are not judged.
Paid GMV ￥1,123,457: 93.6% of the week's target of ￥1,200,000, ￥76,543 short.
2026-11: 60.0% reached where the curve had 61.7% due, behind by 1.7pp.
2026-W47 is newer, but its data is not complete yet, so this week is shown.

Data check
- error Tmall flagship: 1 day(s) are still to come (2026-11-14, today is
  2026-11-10); see whether month and day are swapped or rows are forecasts
  ACT115 actuals-future
- warning actuals/a.csv: m 1; there is no target for x.  ACT120 actuals-file

Key figures
metric                actual       target  attained  days  distinct       gap
─────────────────────────────────────────────────────────────────────────────
paid GMV         ￥1,123,457  ￥1,200,000     93.6%   7/7         —  ￥76,543
visitors              81,234       80,000    101.5%   5/7    63,008    -1,234
conversion rate        0.33%        1.25%     26.7%   7/7         —    0.92pp

metric               WoW     YoY
────────────────────────────────
paid GMV          +12.3%       —
visitors               —       —
conversion rate  +0.04pp  -2.0pp
gap = target - actual, negative when exceeded; WoW is against 2026-W45, YoY
against 2025-W46 by weekday.
visitors: actual and target are sums of days (日累计口径), each day counted
distinctly; “distinct” counts the whole week once and is never compared with the
target.
Rows with fewer than 7 days compare only those that have both data and a target;
a ratio that lacks any day is not computed and stands as —.

Pace (until 2026-11-15)
period   metric         actual  whole target    due          pace  attained
───────────────────────────────────────────────────────────────────────────
2026-11  paid GMV  ￥3,000,000   ￥5,000,000  61.7%  1.7pp behind     60.0%
2026     paid GMV  ￥3,000,000   ￥5,000,000  58.0%   2.0pp ahead     60.0%
Due follows the goal's own curve, not the calendar.

By day: paid GMV
day           actual     target  attained
───────────────────────────────────────────────────────────────────
11-09 Mon  ￥100,000  ￥160,000     62.5%  ████████████▁▁▁▁▁▁▁
11-10 Tue  ￥120,000  ￥160,000     75.0%  ██████████████▍▁▁▁▁
11-11 Wed  ￥140,000  ￥160,000     87.5%  ████████████████▊▁▁
11-12 Thu  ￥160,000  ￥160,000    100.0%  ███████████████████▎
11-13 Fri  ￥180,000  ￥160,000    112.5%  █████████████████████▋
11-14 Sat  ￥200,000  ￥160,000    125.0%  ████████████████████████
11-15 Sun          —  ￥160,000         —

Stores: paid GMV
store                actual       target  attained        gap     WoW  YoY
──────────────────────────────────────────────────────────────────────────
JD store          ￥123,457    ￥100,000    123.5%  -￥23,457  +12.3%    —
Tmall flagship  ￥1,000,000  ￥1,100,000     90.9%  ￥100,000  +12.3%    —

store           conversion rate  visitors
─────────────────────────────────────────
JD store                      —         —
Tmall flagship            0.33%    81,234

What is missing
- Tmall flagship lacks visitors: 2026-11-14 to 2026-11-15; the last day before
  with data is 2026-11-13

Next
  opsctl plan why gmv_paid/company/2026-W46
"""


def first_lines(shown: PeriodReview, lang: str) -> list[str]:
    """What stands between the title and the first table."""
    return review_text(workspace(), shown, lang, width=160).split("\n\n")[1].splitlines()


def headline(row: MetricRow) -> PeriodReview:
    """The review with another headline row and nothing on pace."""
    return replace(review(), rows=(row,), pace=(), newer=None, judgement=None)


def paced(pace: str | None) -> PaceRow:
    """The month's pace, set to something else."""
    return replace(review().pace[0], pace=None if pace is None else Fraction(pace))


def test_chinese() -> None:
    assert review_text(workspace(), review(), "zh", width=100) == CHINESE


def test_english() -> None:
    assert review_text(workspace(), review(), "en", width=80) == ENGLISH


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (
            sales("1300000", "1000000"),
            "支付金额 ￥130万，达成周目标 ￥100万 的 130.0%，超出 ￥30万。",
            "Paid GMV ￥1,300,000: 130.0% of the week's target of ￥1,000,000, ￥300,000 over.",
        ),
        (
            sales("1000000", "1000000"),
            "支付金额 ￥100万，达成周目标 ￥100万 的 100.0%，超出 ￥0。",
            "Paid GMV ￥1,000,000: 100.0% of the week's target of ￥1,000,000, ￥0 over.",
        ),
        (
            sales("1000", None),
            "支付金额 ￥1,000，这一周没有目标。",
            "Paid GMV ￥1,000; there is no target for this week.",
        ),
        (
            replace(sales("1000", "2000"), attainment=None),
            "支付金额 ￥1,000，周目标 ￥2,000。",
            "Paid GMV ￥1,000, with the week's target of ￥2,000.",
        ),
        (
            replace(sales("1000", "2000"), actual=Reading(None, 0, review().period.days)),
            "支付金额这一周没有数据，无法判断。",
            "Paid GMV: no data for this week, so nothing can be judged.",
        ),
        (
            replace(sales("1000", "2000"), target_days=4),
            "支付金额 ￥1,000，达成周目标 ￥2,000 的 50.0%，缺口 ￥1,000。只比较有数据也有目标的 4/7 天。",
            "Paid GMV ￥1,000: 50.0% of the week's target of ￥2,000, ￥1,000 short. "
            "Only the 4 of 7 days that have both data and a target are compared.",
        ),
    ],
    ids=["over", "met", "no-target", "no-share", "no-data", "partly"],
)
def test_the_headline(row: MetricRow, zh: str, en: str) -> None:
    assert first_lines(headline(row), "zh") == [zh]
    assert first_lines(headline(row), "en") == [en]


@pytest.mark.parametrize(
    ("pace", "zh", "en"),
    [
        ("-0.017", "落后 1.7pp", "1.7pp behind"),
        ("0.02", "领先 2.0pp", "2.0pp ahead"),
        ("0.00001", "持平", "on pace"),
        (None, "—", "—"),
    ],
)
def test_pace_is_a_word_and_never_a_mere_colour(pace: str | None, zh: str, en: str) -> None:
    shown = replace(review(), pace=(paced(pace),))
    for lang, word in (("zh", zh), ("en", en)):
        line = next(line for line in review_text(workspace(), shown, lang, width=120).splitlines() if "61.7%  " in line)
        assert word in line


def test_parts_that_are_empty_leave_no_trace() -> None:
    empty = replace(
        review(),
        rows=(),
        pace=(),
        days=(),
        stores=(),
        missing=(),
        troubles=(),
        newer=None,
        data_until=None,
        judgement=None,
    )
    assert review_text(workspace(), empty, "en", width=80) == (
        "Chenhe Home: weekly review 2026-W46   2026-11-09 to 2026-11-15 · no data yet\n"
        "\n"
        "Paid GMV: no data for this week, so nothing can be judged.\n"
    )


def test_a_scope_or_metric_nobody_knows_stands_as_its_id() -> None:
    shown = replace(
        review(), scope="nowhere", rows=(replace(sales("1", "2"), metric="unheard_of"),), headline="unheard_of"
    )
    text = review_text(workspace(), shown, "zh", width=160)
    assert text.startswith("nowhere 周复盘")
    assert "unheard_of" in text


@pytest.mark.parametrize(("lang", "width"), list(product(("zh", "en"), (40, 80, 160))))
def test_a_gbk_console_can_print_it(lang: str, width: int) -> None:
    text = review_text(workspace(), review(), lang, width=width)
    assert text.encode("gbk").decode("gbk") == text


def test_columns_appear_only_where_they_say_something() -> None:
    text = review_text(workspace(), headline(sales("1", "2")), "zh", width=160)
    assert "去重" not in text
    assert "天数" not in text.split("进度")[0].split("每天")[0]


def test_a_change_needs_both_sides() -> None:
    row = replace(sales("1", "2"), previous=Comparison(week(2026, 45), Reading(None, 0), None))
    assert "—" in review_text(workspace(), headline(row), "zh", width=160)
