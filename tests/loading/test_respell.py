"""What a badly spelled value can only mean; nothing where it could mean two things."""

from __future__ import annotations

import pytest

from opsctl.loading.respell import choice, respelled


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("day", "2026/6/1", "2026-06-01"),
        ("day", "2026.06.01", "2026-06-01"),
        ("day", "2026年6月1日", "2026-06-01"),
        ("day", "２０２６-０６-０１", "2026-06-01"),
        ("day", "6/1/2026", None),
        ("day", "2026/02/30", None),
        ("day", "2026-06", None),
        ("period", "2026-w23", "2026-W23"),
        ("period", "2026W5", "2026-W05"),
        ("period", "2026q2", "2026-Q2"),
        ("period", "2026年6月", "2026-06"),
        ("period", "2026/6", "2026-06"),
        ("period", "2026/13", None),
        ("period", "2026-W54", None),
        ("period", "2026.6", None),
        ("amount", "1,450,000", "1_450_000"),
        ("amount", "１，２００", "1_200"),
        ("amount", "1,45", None),
        ("amount", "1.450.000", None),
        ("amount", "12%", None),
        ("rate", "１２％", "12%"),
        ("rate", "12 %", "12%"),
        ("rate", "about 12%", None),
        ("number", "8 %", "8%"),
        ("number", "1,000", "1_000"),
        ("whole", "３", "3"),
        ("whole", "1,000", "1000"),
        ("whole", "1.5", None),
        ("days", "7天", "7d"),
        ("days", "7 days", "7d"),
        ("days", "a week", None),
        ("currency", "cny", "CNY"),
        ("currency", "￥", None),
        ("flag", "yes", "true"),
        ("flag", "maybe", None),
        ("id", "Li Na", None),
        ("day", "2026-06-01", None),
    ],
)
def test_a_value_is_respelled_where_it_means_one_thing(kind: str, written: str, meant: str | None) -> None:
    assert respelled(kind, written) == meant
    assert meant is None or respelled(kind, meant) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Draft", "draft"), (" draft ", "draft"), ("ＤＲＡＦＴ", "draft"), ("done", None), ("draft", None)],
)
def test_a_word_of_a_few_is_known_in_capitals_too(written: str, meant: str | None) -> None:
    assert choice(("draft", "approved"), written) == meant
