"""The differences of files, as `git apply` reads them and people do too."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from opsctl.rendering.text_diff import text_diff

CASES: dict[str, tuple[dict[str, str], dict[str, str | None], dict[str, str]]] = {
    "changed": ({"a": "x\ny\n"}, {"a": "x\nz\n"}, {}),
    "new": ({}, {"d/a": "x\n"}, {}),
    "gone": ({"a": "x\n"}, {"a": None}, {}),
    "no-newline-before": ({"a": "x"}, {"a": "x\n"}, {}),
    "no-newline-after": ({"a": "x\ny\n"}, {"a": "x\ny"}, {}),
    "no-newline-at-all": ({"a": "x\ny"}, {"a": "x\nz"}, {}),
    "renamed": ({"a": "x\n"}, {"a": None, "b": "x\n"}, {"b": "a"}),
    "renamed-and-changed": ({"a": "x\ny\nz\nw\n"}, {"a": None, "b": "x\nq\nz\nw\n"}, {"b": "a"}),
    "renamed-among-others": (
        {"a": "x\n", "c": "y\n", "e": "z\n"},
        {"a": None, "b": "x\n", "c": "q\n", "e": None, "f": "n\n"},
        {"b": "a"},
    ),
    "chinese": ({"a": "店铺: 天猫 🛒\n"}, {"a": "店铺: 京东 🛒\n"}, {}),
}


@pytest.mark.parametrize("name", CASES)
def test_git_applies_it(name: str, tmp_path: Path) -> None:
    old, new, renamed = CASES[name]
    for file, text in old.items():
        (tmp_path / file).write_bytes(text.encode())
    diff = text_diff(old, new, renamed)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=True)
    there = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    expected = {file: text for file, text in {**old, **new}.items() if text is not None}
    assert {file: path.read_bytes().decode() for file, path in there.items()} == expected


def test_line_endings_are_shown_only_where_they_change() -> None:
    assert "\\r" not in text_diff({"a": "x\r\ny\r\n"}, {"a": "x\r\nz\r\n"})
    assert text_diff({"a": "x\r\ny\n"}, {"a": "x\ny\n"}).endswith("-x\\r\n+x\n y\n")


def test_what_steers_a_terminal_is_escaped() -> None:
    assert text_diff({"a": "x\n"}, {"a": "\x1b[2J\n"}).endswith("+\\x1b[2J\n")


def test_equal_texts_have_no_difference() -> None:
    assert text_diff({"a": "x\n"}, {"a": "x\n"}) == ""
