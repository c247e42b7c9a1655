"""A text that is written stays that text for every reader of YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from opsctl.loading.quoting import quoted
from opsctl.loading.yamltext import parse


def read_by_others(text: str) -> list[object]:
    """What a reader of YAML 1.1 and one of YAML 1.2 make of a text."""
    found = []
    for version in ("1.1", "1.2"):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        found.append(reader.load(text))
    return found


@pytest.mark.parametrize(
    "word",
    [
        "618",
        "1e3",
        "0x1F",
        "0o7",
        ".inf",
        ".NaN",
        "...",
        "=",
        "<<",
        "12:30:45",
        "y",
        "Null",
        "no",
        "ON",
        "~",
        "null",
        "1_000",
        "2026-06-01",
        "1:30",
        "",
        " a",
        "a: b",
        "- a",
        "#a",
        "店",
    ],
)
def test_words_that_a_reader_could_take_for_something_else_are_quoted(word: str) -> None:
    assert quoted(word).startswith('"')
    assert read_by_others(f"a: {quoted(word)}\n") == [{"a": word}, {"a": word}]
    assert parse(f"a: {quoted(word)}\n").data == {"a": word}


@pytest.mark.parametrize("word", ["li-na", "tmall-flagship", "a b", "w23", "x/y.csv"])
def test_plain_words_stay_plain(word: str) -> None:
    assert quoted(word) == word


@given(st.text(alphabet="abenoyfintruls0123456789xXEe_.,:+-~=<>/ %", min_size=1, max_size=6))
def test_no_reader_takes_a_quoted_word_for_something_else(word: str) -> None:
    assert read_by_others(f"a: {quoted(word)}\n") == [{"a": word}, {"a": word}]
