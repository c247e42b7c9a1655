"""A day for a chat: what it says, and that it never has more than 300 characters, whatever things are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering.example import review, sales, workspace

from opsctl.commands.actual_facts import read_actuals
from opsctl.loading.read import load
from opsctl.period import day
from opsctl.rendering.review_chat import LONGEST, review_chat
from opsctl.rendering.review_sheet import review_sheet
from opsctl.reviewing.exceptions import exceptions
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.periodic import period_review
from opsctl.reviewing.view import PeriodReview, StoreRow
from opsctl.workspace import Loaded, Workspace

ROOT = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
LANGUAGES = ("zh", "en")
HOSTILE = ("a\u202eb" * 30, "::error::" * 20, "店" * 200, "x\x1b[31m" * 40, "🧧" * 120, " ", "a\nb\r\nc" * 20)


@pytest.fixture(scope="module")
def example() -> tuple[Workspace, Facts]:
    """The example company and what happened in it, read once."""
    made = load(ROOT).workspace
    return made, read_actuals(made, ROOT, None, ()).facts


def a_day() -> PeriodReview:
    """The example review of a week as if it were of a day."""
    return replace(review(), period=day(date(2026, 11, 11)), broken=())


def named(name: str) -> Workspace:
    """The example workspace with every scope called that."""
    made = workspace()

    def called(record: Loaded) -> Loaded:
        if record.kind not in ("team", "store"):
            return record
        return replace(
            record,
            data=record.data.model_copy(update={"name": record.data.name.model_copy(update={"zh": name, "en": name})}),
        )

    return replace(made, records=tuple(map(called, made.records)))


def test_chinese(example: tuple[Workspace, Facts]) -> None:
    made = period_review(*example, "company", day(date(2026, 11, 11)))
    assert review_chat(example[0], made, "zh") == (
        "晨禾家居电商中心 11-11 周三\n"
        "支付金额 ￥19.58万，达成当天目标 ￥25.24万 的 77.6%\n"
        "2026-11 达成 40.0%，应达 41.9%，落后 1.8pp\n"
        "剩余 19 天日均要 ￥9.56万（计划的 103%）\n"
        "异常：\n"
        "1. 访客数 5.41万，目标 7.89万（68.6%）\n"
        "2. 京东店 达成 69.9%，差 ￥1.4万\n"
        "3. 天猫旗舰店 达成 71.3%，差 ￥4.92万\n"
    )


def test_english_names_give_way_to_numbers(example: tuple[Workspace, Facts]) -> None:
    made = period_review(*example, "company", day(date(2026, 11, 11)))
    assert review_chat(example[0], made, "en") == (
        "Chenhe Home e-commerc… 11-11 Wed\n"
        "paid GMV ￥195,846: 77.6% of ￥252,411\n"
        "2026-11: 40.0% reached, 41.9% due, 1.8pp behind\n"
        "19 days left need ￥95,551 a day (103% of plan)\n"
        "Look at:\n"
        "1. visitors 54,123, target 78,872 (68.6%)\n"
        "2. JD store at 69.9%, ￥14,023 short\n"
        "3. Tmall flagship store at 71.3%, ￥49,170 short\n"
    )


def test_a_day_without_data_says_whose_is_missing(example: tuple[Workspace, Facts]) -> None:
    made = period_review(*example, "company", day(date(2026, 11, 19)))
    text = review_chat(example[0], made, "zh").splitlines()
    assert text[1] == "支付金额：没有数据"
    assert text[-1] == "1. 美国独立站缺支付金额"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scope", ["company", "tmall-flagship", "shopify-us"])
def test_it_is_short_on_every_day_of_the_example(example: tuple[Workspace, Facts], scope: str, lang: str) -> None:
    days = [date(2026, 1, 1) + timedelta(days=29 * step) for step in range(11)] + [date(2025, 3, 1), date(2027, 1, 1)]
    for on in days:
        text = review_chat(example[0], period_review(*example, scope, day(on)), lang)
        assert len(text) <= LONGEST + 1 and text.endswith("\n") and "{" not in text
        assert len(text.splitlines()) >= 3


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_cut_and_harmless(name: str, lang: str) -> None:
    text = review_chat(named(name), a_day(), lang)
    assert len(text) <= LONGEST + 1
    assert "\x1b" not in text and "\u202e" not in text and "\r" not in text
    assert not any(line.startswith("::") for line in text.splitlines())
    # The numbers stay, whatever had to go.
    assert "93.6%" in text and "61.7%" in text


@given(st.text(max_size=400), st.integers(0, 10**40), st.sampled_from(LANGUAGES))
def test_no_name_and_no_amount_makes_it_long(name: str, amount: int, lang: str) -> None:
    huge = sales(str(amount), str(2 * amount + 1))
    shown = replace(a_day(), rows=(huge,), stores=(StoreRow("jd-pop", huge, ()), StoreRow("tmall-flagship", huge, ())))
    assert len(review_chat(named(name or "x"), shown, lang)) <= LONGEST + 1


def test_small_stores_and_small_misses_do_not_alarm() -> None:
    small, near = sales("100", "1000"), sales("91", "100")
    whole = sales("980000", "1000000")
    shown = replace(a_day(), rows=(whole,), missing=(), stores=(StoreRow("a", small, ()), StoreRow("b", near, ())))
    assert exceptions(shown) == ()
    large = replace(shown, stores=(StoreRow("a", sales("70000", "100000"), ()),))
    assert [(each.kind, each.scope) for each in exceptions(large)] == [("store", "a")]
    assert Fraction(7, 10) == large.stores[0].headline.attainment


def test_at_most_three_and_doubts_come_first(example: tuple[Workspace, Facts]) -> None:
    shown = a_day()
    lacking = replace(shown.missing[0], metrics=("gmv_paid",))
    found = exceptions(replace(shown, missing=(lacking, lacking, lacking, lacking)))
    assert [each.kind for each in found] == ["missing"] * 3


def test_the_sheet_of_a_day_has_them_too(example: tuple[Workspace, Facts]) -> None:
    made = period_review(*example, "company", day(date(2026, 11, 11)))
    blocks = {block.name: block for block in review_sheet(made, example[0], "zh").blocks}
    assert blocks["exceptions"].lines[1] == "京东店 达成 69.9%，差 ￥1.4万"
    assert "days" not in blocks
