"""Why, as people and machines read it: tables add up on sight, receipts recompute, nothing unasked is said."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.reviewing.attribution.shops import WEEK, company, facts

from opsctl.cli.app import run
from opsctl.rendering.attribution_blocks import attribution_blocks
from opsctl.rendering.attribution_json import attribution_json
from opsctl.rendering.attribution_words import first_sentence
from opsctl.rendering.sheet import Block
from opsctl.reviewing.attribution.build import attribution
from opsctl.reviewing.attribution.shapley import shapley
from opsctl.reviewing.attribution.view import Attribution
from opsctl.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
GOALS = {"gmv_paid": "365000", "cvr": "2%", "aov_buyer": "100", "buyers_paid": "derived", "visitors": "derived"}


def shops(target: dict[str, object] | None = None) -> tuple[Workspace, Attribution]:
    """Two stores against their targets; the second one's can be other ones."""
    workspace = company({"a": {}, "b": {"name": "B\x1b[31m"}}, {"a": GOALS, "b": target or GOALS})
    now = {}
    for store, factor in (("a", 1), ("b", 2)):
        for metric, value in (("visitors", 400), ("buyers_paid", 9), ("gmv_paid", 950)):
            now[store, metric] = [value * factor] * 7
    why = attribution(workspace, facts(now), "firm", "gmv_paid", WEEK)
    assert why is not None
    return workspace, why


def blocks(lang: str, target: dict[str, object] | None = None) -> dict[str, Block]:
    workspace, why = shops(target)
    return {block.name: block for block in attribution_blocks(why, workspace, lang, "CNY")}


def amount(text: str) -> Decimal:
    """The number of a printed amount."""
    digits = re.sub("[^0-9.]", "", text)
    return Decimal(digits or "0") * (-1 if text.startswith("-") else 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_printed_adds_up_in_both_directions(lang: str) -> None:
    found = blocks(lang)
    assert list(found) == ["attribution", "attribution-stores", "attribution-mix", "attribution-receipts"]
    effects = found["attribution"].columns[3].cells
    assert sum(map(amount, effects[:-1])) == amount(effects[-1]) != 0
    for name in ("attribution-stores", "attribution-mix"):
        columns = found[name].columns[1:]
        for column in columns:
            assert sum(map(amount, column.cells[:-1])) == amount(column.cells[-1])
        whole = columns[0] if name == "attribution-stores" else columns[-1]
        for row in range(len(whole.cells)):
            assert sum(amount(column.cells[row]) for column in columns if column is not whole) == amount(
                whole.cells[row]
            )


def test_the_first_sentence_names_driver_and_store() -> None:
    workspace, why = shops()
    said = first_sentence(why, workspace, "en", "CNY")
    assert said == (
        "￥5,950 more than target: the driver that did most is visitors (+￥3,059.26); the store that did most is "
        "B\x1b[31m (+￥6,300), there above all visitors (+￥4,588.89)."
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "No target for visitors, paying buyers in B"),
        ("zh", "没有访客数、支付买家数的目标"),
    ],
)
def test_targets_that_are_missing_are_named(lang: str, said: str) -> None:
    found = blocks(lang, {"gmv_paid": "365000"})
    assert any(said in note for note in found["attribution"].notes)
    assert "attribution-mix" not in found


def test_nothing_to_compare_is_one_sentence() -> None:
    workspace = company({"a": {}})
    why = attribution(workspace, facts({("a", "gmv_paid"): [1] * 7}), "a", "gmv_paid", WEEK, "previous")
    assert why is not None
    [block] = attribution_blocks(why, workspace, "en", "CNY")
    assert block.columns == () and block.notes == ()
    assert block.lines == ("No day is known both as actual and as 2026-W23, so there is nothing to explain.",)


def test_the_data_recomputes() -> None:
    """The totals of each store are enough to find every effect again."""
    _, why = shops()
    found: Any = json.loads(json.dumps(attribution_json(why)))
    assert sum(Decimal(store["effect"]) for store in found["stores"]) == Decimal(found["gap"])
    for store in found["stores"]:
        sides = []
        for side in ("baseline", "actual"):
            first, second, third = (Fraction(total[side]) for total in store["totals"])
            sides.append([first, second / first, third / second])
        again = shapley(*sides)
        for driver, effect in zip(store["drivers"], again, strict=True):
            assert abs(Fraction(driver["effect"]) - effect) < Fraction(1, 100)


@pytest.mark.parametrize("option", [("--against", "budget"), ("--method", "guess")])
def test_words_that_are_no_choice_are_refused(option: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "-C", str(EXAMPLE), "review", "weekly", "2026-W46", *option]) == 2
    told = capsys.readouterr().err
    assert option[1] in told and ("last-year" in told or "shapley" in told)


def test_the_command_explains_what_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--against", "last-year", "--method", "lmdi", "--format", "json"]
    assert run(["-C", str(EXAMPLE), "review", "weekly", "2026-W46", *asked]) == 0
    why = json.loads(capsys.readouterr().out)["data"]["attribution"]
    assert (why["against"], why["method"], why["compared_with"]) == ("last_year", "lmdi", "2025-W46")
    gap = Decimal(why["gap"])
    assert gap == Decimal(why["actual"]) - Decimal(why["baseline"]) != 0
    assert sum(Decimal(each["effect"]) for each in why["drivers"]) == gap
