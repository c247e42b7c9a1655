"""Bars: eighths of a cell, never longer than their room."""

from __future__ import annotations

from fractions import Fraction

import pytest

from opsctl.rendering.bars import bar


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (None, ""),
        ("0", "▁▁▁▁"),
        ("-1", "▁▁▁▁"),
        ("1/32", "▏▁▁▁"),
        ("1/2", "██▁▁"),
        ("5/8", "██▌▁"),
        ("1", "████"),
        ("9", "████"),
    ],
)
def test_a_bar(share: str | None, drawn: str) -> None:
    assert bar(None if share is None else Fraction(share), 4) == drawn


def test_the_line_goes_on_to_what_was_due() -> None:
    assert bar(Fraction(1, 4), 8, Fraction(1, 2)) == "██▁▁"
    assert bar(Fraction(3, 4), 8, Fraction(1, 2)) == "██████"


def test_every_bar_is_in_gbk() -> None:
    for eighths in range(33):
        bar(Fraction(eighths, 32), 4).encode("gbk")
