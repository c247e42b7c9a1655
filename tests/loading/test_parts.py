"""Where a part of a text stands in the file, however the text is written in YAML."""

from __future__ import annotations

import pytest

from opsctl.diagnostics import Place
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import parse

WORD = "HERE"
EXACT = {
    "plain": "require: a and HERE and b\n",
    "plain-deep": "a:\n  b:\n    require: a HERE\n",
    "double": 'require: "a and HERE = 1"\n',
    "single": "require: 'a and HERE = 1'\n",
    "flow": "{name: x, require: a and HERE, z: 1}\n",
    "flow-quoted": '{name: x, require: "a, HERE", z: 1}\n',
    "plain-lines": "require: a and\n  b and HERE\n  or c\n",
    "double-lines": 'require: "a and\n   b and HERE or c"\n',
    "literal": "require: |\n  a and\n  b and HERE\n  or c\nname: x\n",
    "literal-indented": "require: |-\n  any(x,\n    HERE)\n",
    "literal-blank": "require: |\n  a\n\n  HERE\n",
    "folded": "require: >-\n  a and\n  b and HERE\n  or c\n",
    "folded-last": "require: >\n  a\n  HERE",
    "chinese": "require: 名称 = “店铺” 且 HERE\n",
    "windows": "require: |\r\n  a and\r\n  b HERE\r\nname: x\r\n",
    "comment": "require: a HERE  # and so on\n",
    "list": "- x: 1\n- require: b HERE\n",
}
WHOLE = {
    "escaped": 'require: "a \\u0041 HERE"\n',
    "doubled-quote": "require: 'it''s HERE'\n",
    "folded-blank": "require: >-\n  a\n\n  HERE\n",
    "folded-indented": "require: >-\n  a\n    b\n  HERE\n",
}


def route(data: object, path: tuple[str | int, ...] = ()) -> tuple[tuple[str | int, ...], str]:
    """The route to `require` and its text."""
    items = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for key, value in items:
        if key == "require":
            return (*path, key), str(value)
        if isinstance(value, list | dict):
            return route(value, (*path, key))
    if isinstance(data, list):
        return route(data[-1], (*path, len(data) - 1))
    raise AssertionError(data)


def found(text: str) -> str:
    """What stands where the part is said to stand."""
    text = text.replace("- x: 1\n", "")
    path, value = route(parse(text.replace("\r\n", "\n")).data)
    at = value.index(WORD)
    span = Sources({"rules/a.yaml": text}).span(Place("rules/a.yaml", path, part=(at, at + len(WORD))))
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("text", EXACT.values(), ids=EXACT)
def test_a_part_is_found(text: str) -> None:
    assert found(text) == WORD


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_where_characters_cannot_be_counted_off_the_whole_text_is_named(text: str) -> None:
    assert found(text) != WORD
    span = Sources({"rules/a.yaml": text}).span(Place("rules/a.yaml", ("require",)))
    assert span == Sources({"rules/a.yaml": text}).span(Place("rules/a.yaml", ("require",), part=(1, 2)))


def test_the_place_after_the_last_character_is_a_place() -> None:
    text = "require: a and\n"
    span = Sources({"rules/a.yaml": text}).span(Place("rules/a.yaml", ("require",), part=(5, 5)))
    assert (span.line, span.column, span.end_column) == (1, 15, 15)


def test_a_part_of_a_mapping_is_the_mapping() -> None:
    sources = Sources({"rules/a.yaml": "message: {zh: 甲, en: a}\n"})
    whole = sources.span(Place("rules/a.yaml", ("message",)))
    assert sources.span(Place("rules/a.yaml", ("message",), part=(1, 3))) == whole
