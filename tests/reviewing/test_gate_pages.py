"""Each check of the data gate has a page that is true: what fails says what is shown, what passes says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.explain import File, page_of
from opsctl.commands.actuals import Reading, check_actuals
from opsctl.locales import gate_pages
from opsctl.rendering.gate_words import line
from opsctl.reviewing.gate.check import Check
from opsctl.reviewing.gate.checks import CHECKS

# What the examples leave out because it is not what they show: a store and the mapping of its daily export.
STORE = ("stores/tmall-flagship.yaml", "name: {zh: 天猫旗舰店, en: Tmall flagship}\nplatform: tmall\nteam: company\n")
SOURCE = (
    "sources/shop-daily.yaml",
    """\
files: actuals/shop-daily.csv
grain: days
columns:
  day: 日期
  shop: 店铺
  gmv: 支付金额
  orders: 支付订单数
  buyers: 支付买家数
  visitors: 访客数
  spend: 推广花费
  back: 成功退款金额
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
  orders_paid: {sum: orders}
  buyers_paid: {sum: buyers}
  visitors: {sum: visitors}
  ad_spend: {sum: spend}
  refund_amount: {sum: back}
""",
)
TODAY = date(2026, 6, 8)
Folder = Callable[[str | Iterable[File]], Path]


def said(check: Check, files: Iterable[File], folder_from: Folder) -> str:
    """What one check says of these files in the week before `TODAY`, a line each."""
    root = folder_from([STORE, SOURCE, *files])
    period = "2026-06" if check.NAME == "actuals-future" else "2026-W23"
    found = check_actuals(root, period, None, TODAY, Reading())
    return "".join(
        f"{line(each, found.workspace, 'en')}\n" for each in found.judgement.objections if each.code == check.CODE
    )


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)
def test_what_fails_says_exactly_what_the_page_shows(check: Check, folder_from: Folder) -> None:
    page = page_of(check)
    assert page.output
    assert said(check, page.fails, folder_from) == page.output


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)
def test_what_passes_is_not_objected_to(check: Check, folder_from: Folder) -> None:
    page = page_of(check)
    assert said(check, (*page.fails, *page.passes), folder_from) == ""


def test_every_check_has_a_chinese_page_and_a_code_and_name_of_its_own() -> None:
    assert list(gate_pages.PAGES) == [check.CODE for check in CHECKS]
    assert len({check.NAME for check in CHECKS}) == len(CHECKS)
    assert all(check.NAME.startswith("actuals-") for check in CHECKS)
