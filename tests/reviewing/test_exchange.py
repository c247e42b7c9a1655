"""Money of other currencies is counted at the budget rate, with the rate's own effect beside it; nothing mixes."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.commands.review import review_of
from opsctl.loading.read import LoadResult

WEEK = "2026-W24"
SHOP = """\
opsctl.yaml
opsctl: 1
name: Firm
top: firm
---
teams/firm.yaml
name: Firm
---
stores/home.yaml
{name: Home, platform: tmall, team: firm}
---
stores/us.yaml
{name: US, platform: shopify, team: firm, currency: USD}
---
targets/2026/firm.yaml
owner: li-na
goals:
  gmv_paid: {value: 3650000, split: {weights: {home: 1, us: 1}}}
"""
SOURCE = """\
files: actuals/%s.csv
grain: days
columns: {day: day, shop: shop, paid: paid, seen: seen}
store: {column: shop, map: {%s: %s}}
day: day
currency: %s
money: {basis: %s, tax: included}
metrics: {gmv_paid: {sum: paid}, visitors: {sum: seen}}
"""
RATES = 'budget: {USD: "7.15"}\nactual: {USD: {2026-06: "7.00"}}\n'


def made(folder: Path, rates: str = RATES, basis: str = "paid") -> Path:
    """A firm with a store at home and one in dollars: 1000 yuan and 100.10 dollars a day."""
    for part in SHOP.split("---\n"):
        name, _, text = part.partition("\n")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for name in ("sources", "actuals", "fx"):
        (folder / name).mkdir()
    if rates:
        (folder / "fx/2026.yaml").write_text(rates, "utf-8")
    for store, currency, amount, on in (("home", "CNY", "1000", "paid"), ("us", "USD", "100.10", basis)):
        (folder / f"sources/{store}.yaml").write_text(SOURCE % (store, store, store, currency, on), "utf-8")
        rows = "".join(f"2026-06-{day:02d},{store},{amount},50\n" for day in range(1, 31))
        (folder / f"actuals/{store}.csv").write_text("day,shop,paid,seen\n" + rows, "utf-8")
    return folder


def test_a_sum_is_at_the_budget_rate_and_the_rate_effect_beside_it(tmp_path: Path) -> None:
    review = review_of(made(tmp_path), "weekly", WEEK, None, None, None).review
    (row,) = [row for row in review.rows if row.metric == "gmv_paid"]
    assert row.actual.value == 7 * 1000 + 7 * Fraction("100.10") * Fraction("7.15")
    (effect,) = review.rates
    assert (effect.scope, effect.currency, effect.amount) == ("us", "USD", 7 * Fraction("100.10"))
    assert effect.effect == 7 * Fraction("100.10") * (Fraction("7.00") - Fraction("7.15"))
    (seen,) = [row for row in review.rows if row.metric == "visitors"]
    assert seen.actual.value == 700


def test_a_month_without_an_actual_rate_is_named(tmp_path: Path) -> None:
    review = review_of(made(tmp_path, 'budget: {USD: "7.15"}\n'), "weekly", WEEK, "us", None, None).review
    assert [(row.effect, row.unknown) for row in review.rates] == [(None, ("2026-06",))]


def test_without_a_budget_rate_there_is_no_sum_but_both_labels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "en", "-C", str(made(tmp_path, "")), "review", "weekly", "2026-W24"]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "paid GMV of US is in USD and the workspace in CNY; 2026 has no budget rate" in shown
    assert review_of(tmp_path, "weekly", WEEK, None, None, None).review.rows[0].actual.value is None


def test_mixed_bases_have_no_sum_but_each_store_its_own(tmp_path: Path) -> None:
    root = made(tmp_path, basis="ordered")
    review = review_of(root, "weekly", WEEK, None, None, None).review
    (row,) = [row for row in review.rows if row.metric == "gmv_paid"]
    assert row.actual.value is None
    (told,) = [trouble.message for trouble in review.troubles]
    params = dict(told.params)
    assert [params[key] for key in ("first", "before", "second", "basis")] == ["home", "paid", "us", "ordered"]
    assert review_of(root, "weekly", WEEK, "home", None, None).review.rows[0].actual.value == 7000


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_effect_is_shown_in_both_languages_and_as_data(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(made(tmp_path))
    assert run(["--lang", lang, "-C", root, "review", "weekly", "2026-W24"]) == 0
    shown = capsys.readouterr().out
    assert {"zh": "支付金额的汇率影响", "en": "What exchange rates did to paid GMV"}[lang] in shown
    assert "-￥105.11" in shown
    assert run(["-C", root, "review", "weekly", "2026-W24", "--format", "json"]) == 0
    (rate,) = json.loads(capsys.readouterr().out)["data"]["rates"]
    assert (rate["scope"], rate["currency"], rate["unknown"]) == ("us", "USD", [])
    assert (rate["amount"], rate["at_budget"], rate["effect"]) == ("700.7", "5010.005", "-105.105")


def test_a_target_is_shown_in_the_stores_own_currency_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "-C", str(made(tmp_path)), "plan", "show", "2026", "--scope", "us"]) == 0
    shown = capsys.readouterr().out
    # 1,825,000 / 7.15, to the cent.
    assert "USD at the budget rate 7.15" in shown
    assert "$255,244.76" in shown


@pytest.mark.parametrize("value", ["0", "-7", "7.15%", "1万", "one", "~"])
def test_what_is_no_exchange_rate_is_refused(value: str, workspace_from: Callable[[str], LoadResult]) -> None:
    loaded = workspace_from(f"```yaml fx/2026.yaml\nbudget: {{USD: {value}}}\n```\n")
    assert loaded.workspace.get("fx", "2026") is None
