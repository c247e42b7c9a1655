"""The fast reader of plain YAML: what it answers is what the full reader answers, and it answers for most records."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opsctl.loading.frontmatter import Page, split
from opsctl.loading.plainyaml import read_plain
from opsctl.loading.yamltext import Data, parse

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "examples").rglob("*.yaml")) + sorted((ROOT / "examples").rglob("*/20*/*.md"))
PIECES = (
    " ",
    "  ",
    "- ",
    "-",
    ":",
    ": ",
    "#",
    " #",
    "{",
    "}",
    "[",
    "]",
    ",",
    ", ",
    "\n",
    "\n  ",
    "\n- ",
    "'",
    '"',
    "~",
    "null",
    "a",
    "1",
    "|",
    ">",
    "&a",
    "*a",
    "?",
    "!x",
    "%",
    "\\",
    "...",
    "---",
    "<<",
    "a: b",
    "x:",
    "\n\n",
    "\t",
    "\r\n",
    "，",
    "：",
    "\u3000",
    "@",
    "`",
    '"a": 1',
    "''",
    '""',
    "{a: b}",
    "[a, b]",
)


def texts() -> list[str]:
    """The YAML of every record of the examples."""
    found = []
    for file in FILES:
        text = file.read_bytes().decode()
        page = split(text) if file.suffix == ".md" else None
        if file.suffix == ".yaml" or isinstance(page, Page):
            found.append(page.yaml if isinstance(page, Page) else text)
    return found


TEXTS = texts()


def disagrees(text: str) -> bool:
    """Say whether the fast reader answers something that the full one would not."""
    fast = read_plain(text)
    full = parse(text)
    return fast is not None and (full.data != fast or not full.sound or bool(full.problems))


def test_most_records_are_plain_and_read_the_same() -> None:
    assert len(TEXTS) > 80
    assert [text for text in TEXTS if disagrees(text)] == []
    assert sum(read_plain(text) is not None for text in TEXTS) > 0.85 * len(TEXTS)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b\n", {"a": "b"}),
        ("a: b", {"a": "b"}),
        ("# 注\n\na: 'it''s'  # why\nb: \"x # y\"\n", {"a": "it's", "b": "x # y"}),
        (
            "a:\n  b: 1\n  c:\n    - x\n    - y: 2\n      z: ~\nd:\n",
            {"a": {"b": "1", "c": ["x", {"y": "2", "z": None}]}, "d": None},
        ),
        ("a:\n- x\n-\n- - 1\n  - 2\nb: y\n", {"a": ["x", None, ["1", "2"]], "b": "y"}),
        (
            "a: {b: 1, c: [x, 'y, z', {d: null}], e: {}}  # f\n",
            {"a": {"b": "1", "c": ["x", "y, z", {"d": None}], "e": {}}},
        ),
        ("1: 618\n2026-Q1: -5\n店铺: 120万\n", {"1": "618", "2026-Q1": "-5", "店铺": "120万"}),
        ("a: b#c:d\r\ne: f\r\n", {"a": "b#c:d", "e": "f"}),
    ],
)
def test_plain_texts_are_read(text: str, data: Data) -> None:
    assert read_plain(text) == data
    assert not disagrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- a\n",
        "word\n",
        "a: b\na: c\n",
        "a: {b: 1, b: 2}\n",
        "a: b\n  c: d\n",
        "a: b\n  c\n",
        " a: b\nc: d\n",
        "a: |\n  x\n",
        "a: >\n  x\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !t b\n",
        "<<: {a: 1}\n",
        "? a\n",
        'a: "\\n"\n',
        "a: [b,\n  c]\n",
        "a: b: c\n",
        "a: 'b' c\n",
        "a: [b\n",
        "a: ]\n",
        "a: {b}\n",
        "a: [b: c]\n",
        "a: [b, ]\n",
        "a: {b:1}\n",
        "---\na: b\n",
        "a: b\n...\n",
        "%YAML 1.2\na: b\n",
        "a:\tb\n",
        "a: b\rc: d\n",
        "\ufeffa: b\n",
        "a:  - b\n",
        "a: - b\n",
        "a: @b\n",
        "a: `b`\n",
        "x" * 200 + ": y\n",
        "a: " + "[" * 40 + "]" * 40 + "\n",
        "".join(f"{' ' * n}a:\n" for n in range(40)),
        "a:\n" + "- " * 40 + "b\n",
    ],
)
def test_everything_unusual_is_left_to_the_full_reader(text: str) -> None:
    assert read_plain(text) is None


def test_it_agrees_on_the_yaml_test_suite(test_data: Path) -> None:
    files = sorted((test_data / "yaml-test-suite").glob("*.yaml"))
    assert len(files) > 400
    assert [file.name for file in files if disagrees(file.read_bytes().decode("utf-8", "surrogatepass"))] == []


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Some lines of a record with a few changes that matter to YAML."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.integers(1, 12))])
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 6)))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return text


@given(mutated())
@example("a: {b?c: d}\n")
@example("rows:   -   # x\n")
def test_it_agrees_on_mutated_records(text: str) -> None:
    assert not disagrees(text)


@pytest.mark.parametrize(
    "line",
    [
        "a: " + " " * 50_000 + ":",
        "a: " + "b " * 50_000 + ":",
        "- " * 50_000 + ":",
        "a: '" + "''" * 50_000,
        "a: {" + "b: c, " * 20_000,
        "a: [" * 20_000,
        "a: b" + "#b" * 50_000 + ": c",
        " " * 50_000 + ":",
        "- " * 50_000 + "x" * 50_000 + ": y: z",
    ],
)
def test_a_line_that_almost_fits_is_given_up_at_once(line: str) -> None:
    assert read_plain(f"x: y\n{line}\n") is None
