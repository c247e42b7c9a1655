"""The weekly review as Markdown: the same words, and no name that breaks out of its cell."""

# ruff: noqa: E501 — a line of Markdown is a line here.

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from tests.rendering.example import review, workspace

from opsctl.errors import OpsctlError
from opsctl.rendering.markdown_escape import Code, markdown
from opsctl.rendering.review_markdown import review_markdown

CHINESE = """\
# 晨禾家居 周复盘 2026-W46

2026-11-09 至 2026-11-15 · 数据截至 2026-11-22

- 数据有 1 个错误、1 个警告；出错的那些天不参与判断。
- 支付金额 ￥112.35万，达成周目标 ￥120万 的 93.6%，缺口 ￥7.65万。
- 2026-11 已达成 60.0%，按节奏应达 61.7%，落后 1.7pp。
- 较新的 2026-W47 数据还不全，所以看的是这一周。

## 数据检查

- 错误 天猫旗舰店：有 1 天还没到（2026-11-14，今天是 2026-11-10）；请看月日有没有颠倒、是不是预测值  ACT115 actuals-future
- 警告 actuals/a.csv：m 1，x没有目标。  ACT120 actuals-file

## 关键指标

| 指标 | 实际 | 天数 | 去重 | 目标 | 缺口 | 周环比 | 同比 | 达成率 |  |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
| 支付金额 | ￥112.35万 | 7/7 | — | ￥120万 | ￥7.65万 | +12.3% | — | 93.6% | █████████▍ |
| 访客数 | 8.12万 | 5/7 | 6.3万 | 8万 | -1,234 | — | — | 101.5% | ██████████ |
| 支付转化率 | 0.33% | 7/7 | — | 1.25% | 0.92pp | +0.04pp | -2.0pp | 26.7% | ██▋▁▁▁▁▁▁▁ |

- 缺口 = 目标 - 实际，负数是超出；周环比对 2026-W45，同比对 2025-W46（星期对齐）。
- 访客数：实际与目标都是日累计口径（每天去重后相加）；“去重”是整周去重人数，只作参考，不与目标比较。
- “天数”少于 7 的行，只比较有数据也有目标的那几天；比率缺任何一天就不算，写作 —。

## 进度（截至 2026-11-15）

| 期间 | 指标 | 实际 | 全期目标 | 应达 | 进度差 | 达成率 |  |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
| 2026-11 | 支付金额 | ￥300万 | ￥500万 | 61.7% | 落后 1.7pp | 60.0% | ██████ |
| 2026 | 支付金额 | ￥300万 | ￥500万 | 58.0% | 领先 2.0pp | 60.0% | ██████ |

- 应达按目标自己的节奏曲线算，不是按天数平均。

## 每天：支付金额

| 日期 | 实际 | 目标 | 达成率 |  |
| --- | ---: | ---: | ---: | --- |
| 11-09 周一 | ￥10.00万 | ￥16.00万 | 62.5% | ████████████▁▁▁▁▁▁▁ |
| 11-10 周二 | ￥12.00万 | ￥16.00万 | 75.0% | ██████████████▍▁▁▁▁ |
| 11-11 周三 | ￥14.00万 | ￥16.00万 | 87.5% | ████████████████▊▁▁ |
| 11-12 周四 | ￥16.00万 | ￥16.00万 | 100.0% | ███████████████████▎ |
| 11-13 周五 | ￥18.00万 | ￥16.00万 | 112.5% | █████████████████████▋ |
| 11-14 周六 | ￥20.00万 | ￥16.00万 | 125.0% | ████████████████████████ |
| 11-15 周日 | — | ￥16.00万 | — |  |

## 店铺对比：支付金额

| 店铺 | 实际 | 目标 | 缺口 | 周环比 | 同比 | 达成率 |  | 支付转化率 | 访客数 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: |
| 京东店 | ￥12.35万 | ￥10.00万 | -￥2.35万 | +12.3% | — | 123.5% | ██████████ | — | — |
| 天猫旗舰店 | ￥100.00万 | ￥110.00万 | ￥10.00万 | +12.3% | — | 90.9% | █████████▏ | 0.33% | 8.12万 |

## 缺的数据

- 天猫旗舰店 缺 访客数：2026-11-14 至 2026-11-15，之前最后有数据的是 2026-11-13

## 下一步

- `opsctl plan why gmv_paid/company/2026-W46`
"""

HOSTILE = [
    "| a | b |",
    "<b>x</b><script>alert(1)</script>",
    "::error file=a::x",
    "##[error]x",
    "a\nb\n# heading",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "`code`",
    "``` fence",
    "**bold** __bold__ *x* _x_ ~~x~~",
    "[link](https://example.org) ![image](https://example.org/a.png)",
    "<https://example.org>",
    "https://example.org www.example.org",
    "@someone #12 GH-12 a@b.cd",
    "&lt; &#124; &amp;",
    "\\ \\| \\\\|",
    "$x$ ---",
    "---",
    "\x1b[2J\u202e",
    "gmv_paid",
]


def test_chinese() -> None:
    assert review_markdown(workspace(), review(), "zh") == CHINESE


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_shows_as_it_is_and_does_nothing(name: str) -> None:
    text = review_markdown(workspace(name), review(), "zh")
    plain = review_markdown(workspace("店"), review(), "zh")
    assert shape(text) == shape(plain)
    assert [row[1:] for row in rows(text)] == [row[1:] for row in rows(plain)]
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in text
    assert "<" not in text
    assert not set(text) & set("\x1b\u202e\r")


def rows(text: str) -> list[list[str]]:
    """The cells of every table row as a reader gets them."""
    found: list[list[str]] = []
    inside = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in ("tr_open", "tr_close"):
            inside = token.type == "tr_open"
            found += [[]] if inside else []
        elif token.type == "inline" and inside:
            found[-1].append(token.content)
    return found


def shape(text: str) -> list[str]:
    """The structure of a page: every token but the words."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    flat = [child for token in tokens for child in (token, *(token.children or ()))]
    return [token.type for token in flat if token.type not in ("text", "text_special")]


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.isprintable()])
def test_a_reader_sees_every_character(name: str) -> None:
    shown = "".join(
        child.content
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"- {markdown(name)}")
        for child in token.children or ()
    )
    assert shown.replace("\u2060", "").replace("\\", "") == name.replace("\\", "")


def test_plain_names_and_numbers_stay_readable() -> None:
    for text in ("天猫旗舰店", "gmv_paid", "-8.6%", "+2.0pp", "￥1,234.5万", "2026-11-09 至 2026-11-15", "618"):
        assert markdown(text) == text


@pytest.mark.parametrize(("text", "quoted"), [("a b", "`a b`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```")])
def test_code_quotes_are_longer_than_what_is_inside(text: str, quoted: str) -> None:
    assert markdown(Code(text)) == quoted


def test_english_too_and_gbk() -> None:
    for lang in ("zh", "en"):
        text = review_markdown(workspace(), review(), lang)
        assert text.encode("gbk").decode("gbk") == text
        assert text.endswith("`\n")
        assert "\n\n\n" not in text


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    with pytest.raises(OpsctlError):
        review_markdown(workspace(), review(), "zh", {"review/review.md.j2": "{{ sheet.nothing }}"})
