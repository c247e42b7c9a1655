"""The page about attribution: its example recomputes, its study is the same in both languages and can be run again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from tests.planted import WEEK, explained, named, sums
from tests.simulator.simulate import Case, simulate
from tests.simulator.world import Effect

from opsctl.loading.read import load
from opsctl.reviewing.attribution.chain import chain
from opsctl.reviewing.attribution.lmdi import Negative, lmdi
from opsctl.reviewing.attribution.shapley import shapley

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "handbook" / "guide" / name for name in ("attribution.md", "attribution.zh.md")]
BASE = (Fraction(100_000), Fraction(3, 100), Fraction(150))
ACTUAL = (Fraction(110_000), Fraction(27, 1000), Fraction(156))
NUMBER = re.compile(r"-?[0-9,]+(?:\.[0-9]+)?")


def row(text: str, name: str) -> list[Fraction]:
    """The numbers of the table row with this first cell."""
    [cells] = re.findall(rf"^\| {re.escape(name)} \|(.*)\|$", text, re.MULTILINE)
    return [Fraction(number.replace(",", "")) for number in NUMBER.findall(cells)]


def rounded(effects: Sequence[Fraction] | Negative) -> list[Fraction]:
    assert not isinstance(effects, Negative)
    return [round(effect, 2) for effect in effects]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_worked_example_recomputes(page: Path) -> None:
    text = page.read_text("utf-8")
    for name, effects in (
        ("`shapley`", shapley(BASE, ACTUAL)),
        ("`chain`", chain(BASE, ACTUAL)),
        ("`lmdi`", lmdi(BASE, ACTUAL)),
    ):
        assert row(text, name) == [*rounded(effects), 13_320]
    orders = re.findall(r"^\| [^|`]+ \| 4([0-9],[0-9]{3}) \| (-[0-9,]+) \| ([0-9,]+) \|$", text, re.MULTILINE)
    assert [f"4{first}" for first, _, _ in orders] == ["45,000", "46,800"]
    assert rounded(chain(BASE, ACTUAL, (2, 0, 1))) == [46_800, -51_480, 18_000]
    assert rounded(chain((3000, 150), (2970, 156))) == [-4500, 17_820]


def test_both_pages_show_the_same_study() -> None:
    line = re.compile(r"^\|[^|]+((?:\| [0-9]+ (?:% )?){4})\|$", re.MULTILINE)
    numbers = [line.findall(page.read_text("utf-8")) for page in PAGES]
    assert numbers[0] == numbers[1]
    assert len(numbers[0]) == 8


def test_an_empty_shelf_of_the_largest_store_is_named() -> None:
    """One trial of the study, with a seed that is not in it."""
    store = "tmall-flagship"
    effect = Effect("planted", store, WEEK.start, WEEK.last, "stock-out", "linen-set")
    first = WEEK.previous().start
    usual, planted = (simulate(Case("page-1", effects), first, WEEK.last) for effects in ((), (effect,)))
    workspace = load(ROOT / "examples" / "chenhe-home").workspace
    why = explained(workspace, sums(usual, WEEK.previous()), sums(planted, WEEK), "shapley")
    assert named(why, store, "stock-out") == (True, True, None)
