"""Markdown parted into front matter and body, with the lines each begins on."""

from __future__ import annotations

import pytest

from opsctl.loading.flaws import Flaw
from opsctl.loading.frontmatter import Page, split

PARTED = {
    "usual": ("---\na: 1\n---\n# x\ny\n", Page("a: 1\n", 1, "# x\ny\n", 4)),
    "a rule in the body": ("---\na: 1\n---\nb\n\n---\n\nc\n", Page("a: 1\n", 1, "b\n\n---\n\nc\n", 4)),
    "closed by dots": ("---\na: 1\n...\nb\n", Page("a: 1\n", 1, "b\n", 4)),
    "spaces after the marks": ("---  \na: 1\n---\t\nb", Page("a: 1\n", 1, "b", 4)),
    "windows line ends": ("---\r\na: 1\r\n---\r\nb\r\n", Page("a: 1\r\n", 1, "b\r\n", 4)),
    "nothing between": ("---\n---\nb\n", Page("", 1, "b\n", 3)),
    "nothing below": ("---\na: 1\n---", Page("a: 1\n", 1, "", 3)),
}

REFUSED = {
    "no front matter": ("# only text\n", "load.front.missing"),
    "empty": ("", "load.front.missing"),
    "toml": ("+++\na = 1\n+++\n", "load.front.missing"),
    "four dashes": ("----\na: 1\n---\n", "load.front.missing"),
    "never closed": ("---\na: 1\n# x\n", "load.front.open"),
    "only the first mark": ("---", "load.front.open"),
}


@pytest.mark.parametrize("name", PARTED)
def test_parts(name: str) -> None:
    text, page = PARTED[name]
    assert split(text) == page


@pytest.mark.parametrize("name", REFUSED)
def test_refuses(name: str) -> None:
    text, said = REFUSED[name]
    flaw = split(text)
    assert isinstance(flaw, Flaw)
    assert (flaw.message.id, flaw.span.line) == (said, 1)
