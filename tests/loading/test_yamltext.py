"""The strict subset of YAML: what is read, what is refused, and at which line and column."""

from __future__ import annotations

import pytest

from opsctl.loading import yamltext
from opsctl.loading.positions import place_span
from opsctl.loading.yamltext import locate, parse

Where = tuple[int, int, str]

BOTH = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])

READ: dict[str, tuple[str, object]] = {
    "text is kept as written": (
        "a: 1_000\nb: 012\nc: yes\nd: 2026-02-30\n",
        {"a": "1_000", "b": "012", "c": "yes", "d": "2026-02-30"},
    ),
    "unquoted nothing is None": ("a:\nb: ~\nc: null\nd: Null\n", {"a": None, "b": None, "c": None, "d": None}),
    "quoted nothing is text": ("a: ''\nb: \"~\"\nc: 'null'\n", {"a": "", "b": "~", "c": "null"}),
    "nothing as a list item": ("- \n- ~\n- x\n", [None, None, "x"]),
    "a key that looks like nothing is text": ("null: 1\n~: 2\n", {"null": "1", "~": "2"}),
    "a number is a text key": ("618: a\n2026-05-31: b\n", {"618": "a", "2026-05-31": "b"}),
    "a quoted merge mark is a key": ('"<<": 1\n', {"<<": "1"}),
    "flow and block nest": ("a: {b: [c, {d: e}]}\nf:\n- g: h\n", {"a": {"b": ["c", {"d": "e"}]}, "f": [{"g": "h"}]}),
    "a block of text": ("a: |\n  one\n  two\nb: >-\n  three\n  four\n", {"a": "one\ntwo\n", "b": "three four"}),
    "windows line ends": ("a: 1\r\nb:\r\n  - 2\r\n", {"a": "1", "b": ["2"]}),
    "an explicit start and end": ("---\na: 1\n...\n", {"a": "1"}),
    "an empty file": ("", None),
    "only comments": ("# nothing\n\n", None),
    "chinese": ("名称: 旗舰店 # 注释\n", {"名称": "旗舰店"}),
}

REFUSED: dict[str, tuple[str, bool, list[Where]]] = {
    "duplicate keys, all of them": (
        "a: 1\na: 2\nb: {c: 1, c: 2}\n'a': 3\n",
        True,
        [(2, 1, "yaml.duplicate_key"), (3, 11, "yaml.duplicate_key"), (4, 1, "yaml.duplicate_key")],
    ),
    "anchor and alias": ("a: &x 1\nb: *x\n", False, [(1, 4, "yaml.anchor"), (2, 4, "yaml.alias")]),
    "merge key": ("<<: {a: 1}\n", False, [(1, 1, "yaml.merge")]),
    "tag on text, list and mapping": (
        "a: !!int 1\nb: !x [c]\nd: ! e\n",
        True,
        [(1, 4, "yaml.tag"), (2, 4, "yaml.tag"), (3, 4, "yaml.tag")],
    ),
    "directive": ("# x\n%YAML 1.1\n---\na: 1\n", True, [(2, 1, "yaml.directive")]),
    "unknown directive": ("%FOO bar\n---\na: 1\n", True, [(1, 1, "yaml.directive")]),
    "second document": ("a: 1\n---\nb: 1\n", False, [(2, 1, "yaml.second_document")]),
    "list as key": ("? [a, b]\n: 1\nc: 2\n", False, [(1, 3, "yaml.key_not_text")]),
    "mapping as key": ("? {a: b}\n: 1\n", False, [(1, 3, "yaml.key_not_text")]),
    "no key": ("? \n: 1\n", False, [(1, 2, "yaml.key_empty")]),
    "depth 33": ("[" * 33 + "]" * 33, False, [(1, 33, "yaml.too_deep")]),
    "depth 100,000": ("[" * 100_000, False, [(1, 33, "yaml.too_deep")]),
    "an escape that brings in a control character": ('a: "x\\e[2J"\n', True, [(1, 4, "text.control")]),
    "an escape that turns text around": ('a: "\\u202e"\n', True, [(1, 4, "text.hidden")]),
    "an escape in a key": ('"a\\0": 1\n', True, [(1, 1, "text.control")]),
    "conflict markers": ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\n", False, [(2, 1, "syntax.conflict")]),
    "tab before a key": ("a:\n\tb: 1\n", False, [(2, 1, "syntax.tab")]),
    "second colon": ("a: 店: 旗舰\n", False, [(1, 5, "syntax.colon")]),
    "full-width colon": ("a: 1\n备注：某\nb: 1\n", False, [(2, 3, "syntax.wide_colon")]),
    "open quote": ("a: 1\nb: 'x\nc: 2\n", False, [(2, 4, "syntax.quote_open")]),
    "open list": ("a: [1,\n  2\nb: 3\n", False, [(1, 4, "syntax.list_open")]),
    "open mapping": ("a: {b: 1\nc: 2\n", False, [(1, 4, "syntax.map_open")]),
    "extra bracket": ("a: [b]]\n", False, [(1, 7, "syntax.extra")]),
    "reserved mark": ("a: @x\n", False, [(1, 4, "syntax.mark")]),
    "bare star": ("a: *\n", False, [(1, 4, "syntax.mark")]),
    "bare tag": ("a: !<x y\n", False, [(1, 4, "syntax.tag")]),
    "list under keys": ("a: 1\n- b\n", False, [(2, 1, "syntax.indent")]),
    "less indented than the beginning": (" a: 1\nb: 2\n", False, [(2, 1, "syntax.after_end")]),
    "text after a block mark": ("a: | x\n", False, [(1, 6, "syntax.block_header")]),
    "nothing before a comma": ("a: [ , b]\n", False, [(1, 6, "syntax.node")]),
    "duplicate keys and then a syntax error": (
        "a: 1\na: 2\nb: [\n",
        False,
        [(2, 1, "yaml.duplicate_key"), (3, 5, "syntax.cut")],
    ),
}


@BOTH
@pytest.mark.parametrize("name", READ)
def test_reads_the_subset(name: str, pure: bool) -> None:
    text, data = READ[name]
    parsed = parse(text, pure=pure)
    assert (parsed.data, parsed.problems, parsed.sound) == (data, (), True)


@BOTH
@pytest.mark.parametrize("name", REFUSED)
def test_refuses_with_a_place(name: str, pure: bool) -> None:
    text, sound, expected = REFUSED[name]
    parsed = parse(text, pure=pure)
    found = [(flaw.span.line, flaw.span.column, flaw.message.id.removeprefix("load.")) for flaw in parsed.problems]
    assert found == expected
    assert parsed.sound is sound


@BOTH
def test_counts_values(monkeypatch: pytest.MonkeyPatch, pure: bool) -> None:
    monkeypatch.setattr(yamltext, "MAX_NODES", 4)
    assert parse("[a, b, c]", pure=pure).problems == ()
    assert [flaw.message.id for flaw in parse("[a, b, c, d]", pure=pure).problems] == ["load.yaml.too_many"]


def test_falls_back_where_the_c_parser_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    text, _ = READ["flow and block nest"]
    expected = parse(text), locate(text)
    monkeypatch.setattr(yamltext, "CParser", None)
    assert (parse(text), locate(text)) == expected


@BOTH
def test_a_duplicate_knows_its_first_place(pure: bool) -> None:
    text = "x:\n  - {}\n  - a: {k: 1}\n    b: 1\n    b: 2\n"
    (flaw,) = parse(text, pure=pure).problems
    assert flaw.first == ("x", 1, "b")
    assert place_span(locate(text, pure=pure), flaw.first, "key").line == 4


DOCUMENT = """\
# head
name: 店 # 注释
goals:
  net_sales:
    value: 2000万
    weights: {a: 55, b: [x,
      y]}
  cvr:
list:
  - 1
  - k: v
    l: w
text: |
  one
  two
"""

PLACES = {
    "a key": (("name",), "key", (2, 1, 2, 5)),
    "value in code points": (("name",), "value", (2, 7, 2, 8)),
    "nested value": (("goals", "net_sales", "value"), "value", (5, 12, 5, 17)),
    "block mapping by its first line": (("goals",), "value", (4, 3, 4, 13)),
    "flow mapping whole": (("goals", "net_sales", "weights"), "value", (6, 14, 7, 10)),
    "flow item": (("goals", "net_sales", "weights", "b", 1), "value", (7, 7, 7, 8)),
    "empty value is its key": (("goals", "cvr"), "value", (8, 3, 8, 6)),
    "list item": (("list", 0), "value", (10, 5, 10, 6)),
    "mapping in a list by its first line": (("list", 1), "value", (11, 5, 11, 9)),
    "block of text by its mark": (("text",), "value", (13, 7, 13, 8)),
    "missing key: the parent's key": (("goals", "net_sales", "owner"), "key", (4, 3, 4, 12)),
    "missing key in a list: the item": (("list", 1, "owner"), "key", (11, 5, 11, 9)),
    "missing key at the top: the first line": (("owner",), "key", (2, 1, 2, 13)),
    "something deeper than anything written": (("name", "zh", 3), "value", (2, 1, 2, 5)),
}


@BOTH
@pytest.mark.parametrize("name", PLACES)
def test_places(name: str, pure: bool) -> None:
    path, on, expected = PLACES[name]
    span = place_span(locate(DOCUMENT, pure=pure), path, "key" if on == "key" else "value")
    assert (span.line, span.column, span.end_line, span.end_column) == expected


def test_locates_what_stands_above_a_syntax_error() -> None:
    table = locate("a: 1\nb: [\n")
    assert place_span(table, ("a",), "value").line == 1
    assert place_span({}, ("a",), "value").line == 1
