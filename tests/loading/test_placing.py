"""A value put into a record: where it stands, what stays, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.loading.edits import data_of
from opsctl.loading.placing import Route, Value, block, put

FILE = "calendar/2026.yaml"
LONG = {f"2026-05-{day:02d}": "1.25" for day in range(1, 9)}


@pytest.mark.parametrize(
    ("text", "path", "value", "new"),
    [
        pytest.param("a: 1 # why\n", ("a",), "2", "a: 2 # why\n", id="a number, its comment stays"),
        pytest.param("a:\n  b: 1  # b\n  c: 2\n", ("a",), {"b": "3", "c": "4"}, "a:\n  b: 3  # b\n  c: 4\n", id="same"),
        pytest.param("a: {b: 1, c: 2} # k\n", ("a",), {"c": "4", "b": "3"}, "a: {b: 3, c: 4} # k\n", id="same, flow"),
        pytest.param("a: {b: 1} # k\nd: 1\n", ("a",), {"b": "3", "c": "4"}, "a: {b: 3, c: 4} # k\nd: 1\n", id="more"),
        pytest.param("a: {b: 1}\n", ("a", "c"), {"d": "1"}, "a: {b: 1, c: {d: 1}}\n", id="a new key in brackets"),
        pytest.param("a:\n  b: 1\nz: 1\n", ("a", "c"), "x", "a:\n  b: 1\n  c: x\nz: 1\n", id="a new key below"),
        pytest.param("a:\n  b: 1\nz: 1\n", ("a",), {"q": "1"}, "a: {q: 1}\nz: 1\n", id="a block becomes a line"),
        pytest.param("a: 1\nz: 1\n", ("a",), {"b": LONG}, "a:\n  b:\n" + block(LONG, 4) + "z: 1\n", id="a long block"),
        pytest.param("a:\nz: 1\n", ("a", "b"), "1", "a: {b: 1}\nz: 1\n", id="into nothing"),
        pytest.param("z: 1\n", ("a", "b", "c"), "1", "z: 1\na:\n  b: {c: 1}\n", id="all of it is new"),
        pytest.param("z: 1", ("a",), "1", "z: 1\na: 1\n", id="no line ending"),
        pytest.param("e:\n  - id: x\n    w: {t: 1}\n", ("e", 0, "w", "t"), {"l": "2"},
                     "e:\n  - id: x\n    w: {t: {l: 2}}\n", id="in a list"),
        pytest.param("e:\n  - {id: x, w: 1}\n", ("e", 0, "w"), "2", "e:\n  - {id: x, w: 2}\n", id="in a list of flow"),
        pytest.param("a: 1\r\nz: 1\r\n", ("b", "c"), {"d": "1"}, "a: 1\r\nz: 1\r\nb:\r\n  c: {d: 1}\r\n", id="Windows"),
        pytest.param("a: b\n", ("s",), "2025 年，断货, [x]", 'a: b\ns: "2025 年，断货, [x]"\n', id="a text in quotes"),
    ],
)  # fmt: skip
def test_a_value_is_put_where_it_belongs(text: str, path: Route, value: Value, new: str) -> None:
    assert put(FILE, text, path, value) == new
    assert put(FILE, new, path, value) == new, "a second time changes nothing"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1\n", ("a", "b")),
        ("a: [1]\n", ("a", 3)),
        ("a: [1]\n", ("a", "b")),
        ("a: 'x\n", ("a",)),
        ("a: |\n  x\n", ("a", "b")),
    ],
)
def test_what_has_no_clear_place_is_refused(text: str, path: Route) -> None:
    assert put(FILE, text, path, "1") is None


WORDS = st.sampled_from(["a", "b", "c", "x-y", "2026-05-01", "5.1%", "yes", "一 二", "d: e", "#f", "[g", "1"])
VALUES = st.recursive(WORDS, lambda inner: st.dictionaries(WORDS, inner, min_size=1, max_size=4), max_leaves=12)


@given(VALUES, VALUES, st.lists(WORDS, min_size=1, max_size=3))
def test_nothing_else_changes(before: Value, value: Value, path: list[str]) -> None:
    text = block({"k": before, "z": "1"})
    made = put(FILE, text, tuple(path), value)
    old = data_of(FILE, text)
    if made is None:
        assert path[0] == "z" or isinstance(old["k"], str) or len(path) > 1
        return
    new = data_of(FILE, made)
    assert new is not None
    assert {key: each for key, each in new.items() if key != path[0]} == {
        key: each for key, each in old.items() if key != path[0]
    }
    for step in path:
        new = new[step]
    assert new == value
