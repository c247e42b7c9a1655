"""Edits change the characters of a key or value and nothing else, and what cannot be shown to be right is refused."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from opsctl.diagnostics import Edit, Place
from opsctl.loading.edits import edited
from opsctl.loading.texts import Sources

FILE = "teams/a.yaml"
Path = tuple[str | int, ...]
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


def insert(text: str, path: Path, file: str = FILE) -> str | None:
    """The text with a new entry; None where it is refused."""
    return edited(Sources({file: text}), [Edit(Place(file, path), "new", "insert")]).texts.get(file)


def remove(text: str, path: Path) -> str | None:
    """The text without an entry; None where that is refused."""
    return edited(Sources({FILE: text}), [Edit(Place(FILE, path), action="remove")]).texts.get(FILE)


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
        ("a: x\n", ("a",), "y\n# z"),
        ("a: x\n", ("a",), "#z"),
        ("a: x\n", ("a",), "y "),
        ("a: 'x'\n", ("a",), ":"),
        ("a:\n  b: x  # why\n", ("a",), "y"),
        ("a:\n  - x  # why\n", ("a",), "y"),
        ("a:\n  b: x  # why\n", (), "y"),
        ("a: x\na: y\n", ("a",), "z"),
    ],
)
def test_what_is_not_certain_is_refused(text: str, path: tuple[str | int, ...], new: str) -> None:
    assert change(text, path, new) is None


# An entry is put below its neighbours, whole lines and their indentation.
INSERTED = {
    "top": ("a: x\nb: y\n", ("c",), "a: x\nb: y\nc: new\n"),
    "no-newline": ("a: x", ("c",), "a: x\nc: new"),
    "crlf": ("a: x\r\nb: y\r\n", ("c",), "a: x\r\nb: y\r\nc: new\r\n"),
    "crlf-no-newline": ("a: x\r\nb: y", ("c",), "a: x\r\nb: y\r\nc: new"),
    "mixed-endings-like-the-line-above": ("a: x\r\nb: y\nd: z\r\n", ("c",), "a: x\r\nb: y\nd: z\r\nc: new\r\n"),
    "comments-and-blank-lines-below": ("a: x  # why\n\n# the end\n", ("c",), "a: x  # why\nc: new\n\n# the end\n"),
    "nested": ("a:\n    b: x\n\nz: y\n", ("a", "c"), "a:\n    b: x\n    c: new\n\nz: y\n"),
    "after-a-deep-entry": ("a:\n  b:\n    - x\nz: y\n", ("a", "c"), "a:\n  b:\n    - x\n  c: new\nz: y\n"),
    "after-a-block-text": ("a: |\n  x\n  y\n# c\n", ("c",), "a: |\n  x\n  y\nc: new\n# c\n"),
    "after-a-text-over-lines": ("a: 'x\n  y'\n", ("c",), "a: 'x\n  y'\nc: new\n"),
    "after-a-flow-map-over-lines": ("a: {\n  b: x,\n}\n", ("c",), "a: {\n  b: x,\n}\nc: new\n"),
    "in-a-list-s-map": ("l:\n  - a: x\n    b: y\n", ("l", 0, "c"), "l:\n  - a: x\n    b: y\n    c: new\n"),
    "in-a-list-s-short-map": ("l:\n  - a: x\n", ("l", 0, "c"), "l:\n  - a: x\n    c: new\n"),
    "list": ("l:\n  - x\n  - y  # last\n", ("l", 2), "l:\n  - x\n  - y  # last\n  - new\n"),
    "list-in-the-key-s-column": ("l:\n- x\nm: y\n", ("l", 1), "l:\n- x\n- new\nm: y\n"),
    "document-marks": ("---\na: x\n...\n", ("c",), "---\na: x\nc: new\n...\n"),
    "key-in-quotes": ("a: x\n", ("no",), 'a: x\n"no": new\n'),
}  # fmt: skip
# An entry goes with its own lines and the comment lines right above it.
REMOVED = {
    "top": ("a: x\nb: y  # b\nc: z\n", ("b",), "a: x\nc: z\n"),
    "first": ("# the file\na: x\nb: y\n", ("a",), "# the file\nb: y\n"),
    "last-no-newline": ("a: x\nb: y", ("b",), "a: x\n"),
    "crlf": ("a: x\r\nb: y\r\nc: z\r\n", ("b",), "a: x\r\nc: z\r\n"),
    "comments": ("a: x\n\n# about b\nb: y  # two\n# about c\nc: z\n", ("b",), "a: x\n\n# about c\nc: z\n"),
    "with-all-below": ("a: x\nb:\n  - y\n  - z: |\n      t\n\nc: z\n", ("b",), "a: x\n\nc: z\n"),
    "list": ("l:\n  - x\n  - y\n  - z\n", ("l", 1), "l:\n  - x\n  - z\n"),
    "list-of-maps": ("l:\n  - a: x\n    b: y\n  - a: z\n", ("l", 0), "l:\n  - a: z\n"),
    "flow-list-middle": ("l: [x, y, z]  # l\n", ("l", 1), "l: [x, z]  # l\n"),
    "flow-list-first": ("l: [x, y, z]\n", ("l", 0), "l: [y, z]\n"),
    "flow-list-last": ("l: [x,y,z]\n", ("l", 2), "l: [x,y]\n"),
    "flow-map": ("m: {a: x, b: [y], c: z}\n", ("m", "b"), "m: {a: x, c: z}\n"),
    "astral": ("l: [🛒🛒, 店, z]\n", ("l", 1), "l: [🛒🛒, z]\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", INSERTED)
def test_a_new_entry_stands_below_its_neighbours(name: str) -> None:
    text, path, new = INSERTED[name]
    assert insert(text, path) == new
    page = f"---\n{text.replace('---', '').replace('...', '').strip()}\n---\na: x\n"
    made = insert(page, path, "plans/2026/a.md")
    assert made is not None and made.endswith("\n---\na: x\n") and made.count("new") == 1


@pytest.mark.parametrize("name", REMOVED)
def test_an_entry_goes_with_its_lines(name: str) -> None:
    text, path, new = REMOVED[name]
    assert remove(text, path) == new


@pytest.mark.parametrize(
    ("text", "path"),
    [("a: {b: x}\n", ("a", "c")), ("a: [x]\n", ("a", 1)), ("a:\n", ("a", "b")), ("", ("a",)),
     ("l:\n  - - x\n", ("l", 0, 1)), ("a: x\n", ("a",)), ("a: 'x\n", ("b",))],
)  # fmt: skip
def test_a_new_entry_without_a_clear_place_is_refused(text: str, path: Path) -> None:
    assert insert(text, path) is None


@pytest.mark.parametrize(
    ("text", "path"),
    [("a: x\n", ("a",)), ("l: [x]\n", ("l", 0)), ("l:\n  - a: x\n    b: y\n", ("l", 0, "a")),
     ("l: [x,  # x\n  y]\n", ("l", 1)), ("l: [x,\n  y]\n", ("l", 0)), ("a: x\nb: y\n", ("c",))],
)  # fmt: skip
def test_an_entry_that_cannot_go_alone_is_left(text: str, path: Path) -> None:
    assert remove(text, path) is None


def test_several_entries_of_a_list_go_at_once() -> None:
    edits = [Edit(Place(FILE, ("l", at)), action="remove") for at in (1, 3)]
    assert edited(Sources({FILE: "l: [a, b, c, d]\n"}), edits).texts == {FILE: "l: [a, c]\n"}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a: OLD\n  more\nb: y\n", "a: new\nb: y\n"),
        ("a: 'OLD\n\n  more'  # why\n", "a: 'new'  # why\n"),
        ('a: "OLD \\\n  more"\r\nb: y\r\n', 'a: "new"\r\nb: y\r\n'),
        ("a: 'it''s OLD'\n", "a: 'new'\n"),
    ],
)
def test_a_value_over_several_lines_is_changed_as_a_whole(text: str, new: str) -> None:
    assert change(text, ("a",), "new") == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ('a: x = "OLD" and y = "OLD"\n', 'a: x = "new" and y = "OLD"\n'),
        ("a: 'x = \"OLD\" and y'  # OLD\n", "a: 'x = \"new\" and y'  # OLD\n"),
        ('a: >-\n  x = "OLD"\n  and y\n', 'a: >-\n  x = "new"\n  and y\n'),
        ('a: |\n  x = "OLD"\n  and y\n', 'a: |\n  x = "new"\n  and y\n'),
    ],
)
def test_a_part_of_a_text_is_changed_where_it_stands(text: str, new: str) -> None:
    assert edited(Sources({FILE: text}), [Edit(Place(FILE, ("a",), part=(5, 8)), "new")]).texts == {FILE: new}


def test_a_part_that_cannot_be_counted_off_is_refused() -> None:
    text = 'a: "x = \\"OLD\\" and y"\n'
    assert edited(Sources({FILE: text}), [Edit(Place(FILE, ("a",), part=(5, 8)), "new")]).texts == {}


@pytest.mark.parametrize(
    ("word", "written"), [("no", '"no"'), ("618", '"618"'), ("0x1F", '"0x1F"'), ("li-na", "li-na")]
)
def test_a_text_is_quoted_where_it_has_to_be(word: str, written: str) -> None:
    sources = Sources({FILE: "a: x\nb: 'y'\nc: [z]\nd: {w: v}\n"})
    places = [Place(FILE, ("a",)), Place(FILE, ("b",)), Place(FILE, ("c", 0)), Place(FILE, ("d", "w"), "key")]
    made = edited(sources, [Edit(place, word, quote=True) for place in places])
    assert made.texts == {FILE: f"a: {written}\nb: '{word}'\nc: [{written}]\nd: {{{written}: v}}\n"}


def test_a_key_and_what_stands_below_it_change_together() -> None:
    edits = [Edit(Place(FILE, ("a",), "key"), "n"), Edit(Place(FILE, ("a", "b")), "y")]
    assert edited(Sources({FILE: "a: {b: x}\n"}), edits).texts == {FILE: "n: {b: y}\n"}


def test_a_key_that_is_there_already_is_not_written_twice() -> None:
    assert change("a: x\nb: y\n", ("a",), "b", on="key") is None


def test_edits_that_overlap_wait_and_the_others_are_made() -> None:
    places = [Place(FILE, ("a",)), Place(FILE, ("a",)), Place(FILE, ("b",))]
    made = edited(Sources({FILE: "a: x\nb: y\n"}), [Edit(place, f"n{at}") for at, place in enumerate(places)])
    assert made.texts == {FILE: "a: n0\nb: n2\n"}
    assert [edit.text for edit in made.refused] == ["n1"]
