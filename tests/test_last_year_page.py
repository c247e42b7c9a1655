"""What the pages about last year measure is what is measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.foretelling import Misses, chenhe, online_retail

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
ROW = re.compile(r"^\|.*\| ([0-9.]+) % \| ([0-9.]+) % \|$", re.MULTILINE)
REAL = {"even", "shares", "trading-days", "holidays", "fitted"}


def rows(page: str) -> list[tuple[str, str]]:
    """The measured rows of a page, both tables."""
    return ROW.findall((GUIDE / page).read_text("utf-8"))


def ordered(found: dict[str, Misses]) -> list[tuple[str, str]]:
    """What was measured, the smallest mean first, as pages show it."""
    return [(f"{mean}", f"{most}") for mean, most in sorted(found.values())]


def test_both_pages_show_the_same_numbers() -> None:
    assert rows("last-year.md") == rows("last-year.zh.md")
    assert len(rows("last-year.md")) == 8


def test_the_simulated_shops_are_as_the_pages_say() -> None:
    found = chenhe()
    assert rows("last-year.md")[5:] == ordered(found)
    assert found["fitted"] < found["shares"] < found["weekdays"]


def test_the_real_order_lines_are_as_the_pages_say(test_data: Path) -> None:
    folder = test_data / "online-retail"
    if not folder.is_dir():
        pytest.skip("OPSCTL_TEST_DATA has no online-retail: the real order lines are not here")
    found = online_retail(folder)
    assert found.keys() == REAL
    assert rows("last-year.md")[:5] == ordered(found)
    assert (f"{found['shares'][0]}", f"{found['shares'][1]}") == ("9.07", "28.85"), "what the data's README says"
    assert (f"{found['even'][0]}", f"{found['even'][1]}") == ("26.52", "59.60")
