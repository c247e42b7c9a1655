"""`fmt` changes spelling only, and a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.cli.app import run
from opsctl.commands.fmt import fmt
from opsctl.loading.house_style import in_house_style
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import parse

FILE = "teams/a.yaml"
Writer = Callable[[list[tuple[str, str]]], Path]


def styled(text: str, file: str = FILE) -> str:
    """The text in house style."""
    return in_house_style(Sources({file: text}), file)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a: b\n", "a: b\n"),
        ("a: b", "a: b\n"),
        ("a: b   \nc: d\t\n", "a: b\nc: d\n"),
        ("a: b  # why  \n", "a: b  # why\n"),
        ("a: b\n\n\n", "a: b\n"),
        ("a: b\n   \nc: d\n", "a: b\n\nc: d\n"),
        ("a: b\r\nc: d\ne: f\r\n", "a: b\r\nc: d\r\ne: f\r\n"),
        ("a: b\r\nc: d\ne: f\n", "a: b\nc: d\ne: f\n"),
        ("a: |\n  x  \n  y\nb: c  \n", "a: |\n  x  \n  y\nb: c\n"),
        ("a: |+\n  x\n\n\n", "a: |+\n  x\n\n\n"),
        ("a: 'x  \n  y'\nb: c  \n", "a: 'x  \n  y'\nb: c\n"),
        ("a: [  \n", "a: [  \n"),
        ("a: b  \na: c\n", "a: b  \na: c\n"),
        ("# nothing  \n", "# nothing\n"),
    ],
)
def test_only_the_spelling_changes(text: str, new: str) -> None:
    assert styled(text) == new
    assert styled(new) == new


def test_a_page_s_words_are_its_writer_s() -> None:
    assert styled("---\na: b  \n---\nText with a break  \nand more\n", "plans/2026/a.md") == (
        "---\na: b\n---\nText with a break  \nand more\n"
    )


@given(
    st.lists(
        st.sampled_from(["a: b", "c:", "  - x", "  y: 'z", "'", "  |", "f: |+", "  t  ", "", "# k ", "\t", "  "]),
        max_size=8,
    ),
    st.lists(st.sampled_from(["\n", "\r\n", "  \n", " \t\n"]), min_size=8, max_size=8),
)
def test_whatever_is_written_the_data_stays_and_once_is_enough(lines: list[str], ends: list[str]) -> None:
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    new = styled(text)
    assert styled(new) == new
    assert new == text or parse(new).data == parse(text).data


def test_check_and_diff_look_only_and_plain_writes(folder_from: Writer, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([(FILE, "name: A  \n"), ("teams/b.yaml", "name: B  \n")])
    assert run(["-C", str(root), "--lang", "en", "fmt", "--check"]) == 1
    assert capsys.readouterr().out == "teams/a.yaml\nteams/b.yaml\n"
    assert run(["-C", str(root), "--lang", "en", "fmt", "--diff", "teams/b.yaml"]) == 1
    assert capsys.readouterr().out.endswith("-name: B  \n+name: B\n")
    assert sorted(fmt(root, (root / "teams" / "b.yaml",), dry_run=False).new) == ["teams/b.yaml"]
    assert run(["-C", str(root), "fmt"]) == 0
    assert (root / FILE).read_bytes() == b"name: A\n"
    assert run(["-C", str(root), "fmt", "--check"]) == 0


@pytest.mark.parametrize("name", ["chenhe-home", "broken", "online-retail"])
def test_the_examples_are_in_house_style(name: str) -> None:
    root = Path(__file__).resolve().parents[2] / "examples" / name
    assert fmt(root, (), dry_run=True).new == {}
