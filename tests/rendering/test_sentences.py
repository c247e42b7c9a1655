"""The sentences of reviews, tables and numbers: both languages, the same parameters, printable everywhere."""

from __future__ import annotations

from string import Formatter

import pytest

from opsctl.locales import numbers, review

PAIRS = {**numbers.SENTENCES, **review.SENTENCES}


def parameters(text: str) -> set[str]:
    """The names a sentence is filled with."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("id_", PAIRS)
def test_both_languages_say_the_same(id_: str) -> None:
    zh, en = PAIRS[id_]
    assert zh and en
    assert parameters(zh) == parameters(en)


def test_a_gbk_console_can_print_every_sentence() -> None:
    for pair in PAIRS.values():
        for text in pair:
            assert text.encode("gbk").decode("gbk") == text


def test_the_check_sees_a_forgotten_parameter() -> None:
    assert parameters("{a} 的 {b}") != parameters("{a}")
