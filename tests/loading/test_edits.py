"""Edits change the characters of a key or value and nothing else, and what cannot be shown to be right is refused."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.diagnostics import Edit, Place
from opsctl.loading.edits import edited
from opsctl.loading.quoting import quoted
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import parse

FILE = "teams/a.yaml"
# The word to change is OLD, wherever it stands; every layout but for it has to be the same afterwards.
LAYOUTS: Mapping[str, tuple[str, tuple[str | int, ...]]] = {
    "plain": ("a: OLD\n", ("a",)),
    "no-newline": ("a: OLD", ("a",)),
    "crlf": ("a: OLD\r\nb: x\r\n", ("a",)),
    "mixed-line-endings": ("a: OLD\r\nb: x\nc: y\r\n", ("a",)),
    "comment-after": ("a: OLD  # why\n", ("a",)),
    "comment-before": ("# why\na: OLD\n", ("a",)),
    "comment-between": ("a: OLD\n# about b\nb: x\n", ("a",)),
    "comment-at-the-end": ("a: OLD\n# the end\n", ("a",)),
    "comment-without-space-after-mark": ("a: OLD #why\n", ("a",)),
    "single-quotes": ("a: 'OLD'  # why\n", ("a",)),
    "double-quotes": ('a: "OLD"  # why\n', ("a",)),
    "quotes-with-colon-beside": ("a: 'OLD'\nb: 'x: y'\n", ("a",)),
    "many-spaces": ("a:      OLD   \n", ("a",)),
    "nested": ("a:\n  b:\n    c: OLD\n", ("a", "b", "c")),
    "deep-indent": ("a:\n      b: OLD\n", ("a", "b")),
    "list": ("a:\n  - x\n  - OLD\n", ("a", 1)),
    "list-in-the-key-s-column": ("a:\n- x\n- OLD\n", ("a", 1)),
    "list-of-maps": ("a:\n  - b: x\n    c: OLD\n", ("a", 0, "c")),
    "list-of-lists": ("a:\n  - - x\n    - OLD\n", ("a", 0, 1)),
    "flow-list": ("a: [x, OLD, y]\n", ("a", 1)),
    "flow-list-tight": ("a: [x,OLD,y]\n", ("a", 1)),
    "flow-list-over-lines": ("a: [x,  # first\n  OLD,  # second\n  y]\n", ("a", 1)),
    "flow-map": ("a: {b: x, c: OLD}\n", ("a", "c")),
    "flow-map-over-lines": ("a: {\n  b: x,   # b\n  c: OLD,   # c\n}\n", ("a", "c")),
    "flow-in-flow": ("a: {b: [x, {c: OLD}]}  # deep\n", ("a", "b", 1, "c")),
    "chinese-before": ("店铺: 天猫  # 旗舰\na: OLD\n", ("a",)),
    "chinese-on-the-line": ("名: {店: 天猫旗舰店, a: OLD}\n", ("名", "a")),
    "astral-on-the-line": ('名: {店: "🛒🛒", a: OLD}\n', ("名", "a")),
    "combining-characters": ("名: {店: e\u0301te\u0301, a: OLD}\n", ("名", "a")),
    "block-text-before": ("n: |\n  OLD\n  # no comment\n\na: OLD\n", ("a",)),
    "folded-text-before": ("n: >-\n  OLD\n  more\na: OLD\n", ("a",)),
    "block-text-after": ("a: OLD\nn: |+\n  OLD\n\n", ("a",)),
    "quoted-over-lines-before": ("n: 'one\n  two'\na: OLD\n", ("a",)),
    "plain-over-lines-before": ("n: one\n  two\na: OLD\n", ("a",)),
    "document-marks": ("---\na: OLD\n...\n", ("a",)),
    "empty-values-beside": ("b:\na: OLD\nc: ~\n", ("a",)),
    "odd-keys-beside": ("618: x\n2026-Q1: y\na: OLD\n1: z\n", ("a",)),
    "same-word-elsewhere": ("x: OLD\na: OLD\ny: [OLD]\n", ("a",)),
    "blank-lines": ("\n\nb: x\n\n\na: OLD\n\n\n", ("a",)),
    "trailing-spaces-beside": ("b: x   \na: OLD\n", ("a",)),
    "tab-before-comment": ("b: x\t# tab\na: OLD\n", ("a",)),
    "quoted-key": ("'a': OLD\n", ("a",)),
}  # fmt: skip


def change(text: str, path: tuple[str | int, ...], new: str, on: str = "value", file: str = FILE) -> str | None:
    """The text after one edit; None where it is refused."""
    place = Place(file, path, "key" if on == "key" else "value")
    return edited(Sources({file: text}), [Edit(place, new)]).texts.get(file)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_value_is_changed_and_nothing_else(name: str) -> None:
    text, path = LAYOUTS[name]
    head, _, tail = text.rpartition("OLD") if name.endswith(("before", "elsewhere")) else text.partition("OLD")
    if name == "same-word-elsewhere":
        head, tail = "x: OLD\na: ", "\ny: [OLD]\n"
    assert change(text, path, "new-word") == f"{head}new-word{tail}"
    page = f"---\n{text.replace('---', '').replace('...', '').strip()}\n---\n# OLD text\n"
    made = change(page, path, "new-word", file="plans/2026/a.md")
    assert made is not None and made.endswith("---\n# OLD text\n") and len(made) == len(page) + 5


@pytest.mark.parametrize(
    ("text", "path", "new"),
    [
        ("OLD: x  # why\n", ("OLD",), "new: x  # why\n"),
        ("a:\n  OLD:\n    b: x\n", ("a", "OLD"), "a:\n  new:\n    b: x\n"),
        ("a: {OLD: x, c: y}\n", ("a", "OLD"), "a: {new: x, c: y}\n"),
        ("'OLD': x\n", ("OLD",), "'new': x\n"),
        ("a:\n  - OLD: x\n    c: y\n", ("a", 0, "OLD"), "a:\n  - new: x\n    c: y\n"),
    ],
)
def test_a_key_is_renamed_and_nothing_else(text: str, path: tuple[str | int, ...], new: str) -> None:
    assert change(text, path, "new", on="key") == new


@pytest.mark.parametrize(
    ("text", "path", "new"),
    [
        ("a: |\n  text\n", ("a",), "x"),
        ("a: [x]\n", ("a",), "y"),
        ("a: {b: c}\n", ("a",), "y"),
        ("a: x\n", ("b",), "y"),
        ("a: x\n", ("a",), "y: z"),
        ("a: x\n", ("a",), "[y"),
        ("a: [x, y]\n", ("a", 0), "p, q"),
        ("a: x\n", ("a",), "y # z"),
        ("a: 'x\n", ("a",), "y"),
        ("a: x\nb: y\n", ("a",), "x\nb: z"),
        ("a: x\na: y\n", ("a",), "z"),
    ],
)
def test_what_is_not_certain_is_refused(text: str, path: tuple[str | int, ...], new: str) -> None:
    assert change(text, path, new) is None


def test_a_key_that_is_there_already_is_not_written_twice() -> None:
    assert change("a: x\nb: y\n", ("a",), "b", on="key") is None


def test_edits_that_overlap_wait_and_the_others_are_made() -> None:
    places = [Place(FILE, ("a",)), Place(FILE, ("a",)), Place(FILE, ("b",))]
    made = edited(Sources({FILE: "a: x\nb: y\n"}), [Edit(place, f"n{at}") for at, place in enumerate(places)])
    assert made.texts == {FILE: "a: n0\nb: n2\n"}
    assert [edit.text for edit in made.refused] == ["n1"]


@pytest.mark.parametrize(
    "word", ["618", "1e3", "no", "ON", "~", "null", "1_000", "2026-06-01", "1:30", "", " a", "a: b", "- a", "#a", "店"]
)
def test_words_that_a_reader_could_take_for_something_else_are_quoted(word: str) -> None:
    assert quoted(word).startswith('"')
    assert parse(f"a: {quoted(word)}\n").data == {"a": word}


@pytest.mark.parametrize("word", ["li-na", "tmall-flagship", "a b", "w23", "x/y.csv"])
def test_plain_words_stay_plain(word: str) -> None:
    assert quoted(word) == word


WORDS = st.text(alphabet="abc店🛒 -_:#'\"[]{}|>&*!%@,.0~\n", max_size=8)


@given(st.sampled_from(sorted(LAYOUTS)), WORDS, st.booleans())
def test_whatever_is_written_only_that_value_changes(name: str, word: str, plain: bool) -> None:
    text, path = LAYOUTS[name]
    new = change(text, path, word if plain else quoted(word))
    if new is None:
        return
    was, now = parse(text).data, parse(new).data
    for step in path:
        was, now = was[step], now[step]  # type: ignore[index]
    assert was == "OLD" and (plain or now == word)
    assert new.count("#") - (word if plain else quoted(word)).count("#") == text.count("#")
    assert new.count("\r\n") == text.count("\r\n")
