"""Both parsers on the public YAML test suite and on mutated records: never an exception, equal data where both read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from opsctl.loading.frontmatter import split
from opsctl.loading.positions import place_span
from opsctl.loading.schema import judge
from opsctl.loading.textguard import guard
from opsctl.loading.yamltext import locate, parse
from opsctl.locales import LANGUAGES, tell
from opsctl.records import KINDS

SEED = """\
# 目标表
owner: li-na
goals:
  net_sales: {value: 2000万, floor: "1_800"}
  cvr: 1.5%
list:
  - 'a'
  - b: |
      text
    c: "\\u5e97"
"""
PIECES = ["&a ", "*a", "!t ", "<<: ", "? ", ": ", "- ", "[", "]", "{", "}", ",", "\n", "\t", "'", '"', "|\n", "---\n"]
PIECES += [
    "%YAML 1.2\n",
    "\\",
    "#",
    "\r",
    "\0",
    "\ufeff",
    "\u202e",
    "店",
    "~",
    "owner: x\n",
    "  ",
    "@",
    "...\n",
    "\ud800",
]


def agree(text: str) -> None:
    fast, slow = parse(text), parse(text, pure=True)
    for parsed, table in ((fast, locate(text)), (slow, locate(text, pure=True))):
        assert parsed.sound or parsed.problems
        for flaw in parsed.problems:
            assert flaw.span.line >= 1 and flaw.span.column >= 1
            assert all(tell(lang, flaw.message).isprintable() for lang in LANGUAGES)
        assert place_span(table, ("goals", "cvr", "x"), "key").line >= 1
    if fast.sound and slow.sound and not fast.problems and not slow.problems:
        assert fast.data == slow.data


def test_agree_on_the_yaml_test_suite(test_data: Path) -> None:
    files = sorted((test_data / "yaml-test-suite").glob("*.yaml"))
    if not files:
        pytest.skip("the YAML test suite is not among the data")
    for file in files:
        agree(file.read_bytes().decode("utf-8", "surrogatepass"))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = SEED
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 6)))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return text


@settings(max_examples=200)
@given(mutated())
@example("[" * 5_000)
@example("- " * 5_000)
@example("? " * 500)
@example("{a: " * 200)
@example("a: &a [*a, *a]\n")
@example("\ud800")
@example("%TAG ! tag:x,2000:\n---\n!a b\n")
def test_no_text_breaks_the_reader(text: str) -> None:
    agree(text)


@settings(max_examples=200)
@given(st.one_of(mutated().map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=200)))
def test_no_bytes_break_the_whole_chain(data: bytes) -> None:
    guarded = guard(data)
    assert all(flaw.span.line >= 1 and flaw.span.column >= 1 for flaw in guarded.problems)
    split(guarded.text)
    parsed = parse(guarded.text)
    for kind in KINDS:
        record, found = judge(kind.model, parsed.data, "f.yaml")
        assert (record is None) == bool(found)
        assert all(tell(lang, finding.problem.message).isprintable() for finding in found for lang in LANGUAGES)
