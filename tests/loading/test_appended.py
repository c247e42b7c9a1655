"""One more entry of several lines at the end of a list: in its place, in its style, or not at all."""

from __future__ import annotations

import pytest

from opsctl.loading.appended import appended
from opsctl.loading.texts import Sources

ENTRY = ["from: 2026-07", "closed:", "  visitors: {2026-01: 1}"]
LINES = "  - from: 2026-07\n    closed:\n      visitors: {2026-01: 1}\n"


def after(text: str) -> str | None:
    """The text of a sheet with the entry."""
    return appended(Sources({"a.yaml": text}), "a.yaml", "replan", ENTRY)


@pytest.mark.parametrize(
    "text",
    [
        "owner: li-na\n",
        "owner: li-na\ngoals:\n  visitors: 1   # 定了\n# 结尾\n",
        "# 开头\nowner: li-na\nx-note: |\n  两行\n  文字\n",
    ],
)
def test_a_list_that_is_not_there_is_made_at_the_end(text: str) -> None:
    assert after(text) == text + "replan:\n" + LINES


def test_a_file_without_a_last_line_ending_gets_one() -> None:
    assert after("owner: li-na") == "owner: li-na\nreplan:\n" + LINES


def test_lines_end_as_the_file_ends_them() -> None:
    assert after("owner: li-na\r\n") == "owner: li-na\r\n" + ("replan:\n" + LINES).replace("\n", "\r\n")


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_an_entry_stands_below_the_last_one_indented_like_it(indent: str) -> None:
    head = f"owner: li-na\nreplan:\n{indent}- from: 2026-02   # 第一次\n{indent}  closed: {{}}\n"
    lines = "".join(f"{indent}{line.removeprefix('  ')}\n" for line in LINES.splitlines())
    assert after(head) == head + lines
    below = "# 别的\ngoals: {}\n"
    assert after(head + below) == head + lines + below


@pytest.mark.parametrize(
    "text",
    [
        "{owner: li-na}\n",
        "owner: li-na\nreplan: []\n",
        "owner: li-na\nreplan: [{from: 2026-02}]\n",
        "owner: li-na\nreplan: x\n",
        "- owner\n",
        "owner: [li-na\n",
    ],
)
def test_what_has_no_clear_place_is_left_alone(text: str) -> None:
    assert after(text) is None
