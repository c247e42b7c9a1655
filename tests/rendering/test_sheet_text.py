"""Tables in any width: nothing is cut off, numbers stay whole, and no file moves the cursor."""

from __future__ import annotations

import pytest

from opsctl.rendering.console import render
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts

WIDE = Block(
    "",
    (
        Column("名称", ("天猫旗舰店", "店"), right=False),
        Column("a", ("1,111,111,111", "2")),
        Column("b", ("3,333,333,333", "4")),
        Column("c", ("5,555,555,555", "6"), leading=True),
        Column("", ("█████", "█"), right=False, spare=True),
    ),
)


def laid_out(block: Block, width: int) -> str:
    """The text of one block."""
    return render(*sheet_parts(Sheet("t", blocks=(block,))), environ={}, width=width).removeprefix("t\n\n")


def test_everything_fits() -> None:
    assert laid_out(WIDE, 64) == (
        "名称                    a              b              c\n"
        "──────────────────────────────────────────────────────────────\n"
        "天猫旗舰店  1,111,111,111  3,333,333,333  5,555,555,555  █████\n"
        "店                      2              4              6  █\n"
    )


def test_spare_columns_go_first() -> None:
    assert "█" not in laid_out(WIDE, 56)
    assert "5,555,555,555" in laid_out(WIDE, 56)


def test_then_the_gaps_shrink() -> None:
    assert "天猫旗舰店 1,111,111,111 3,333,333,333 5,555,555,555" in laid_out(WIDE, 53)


def test_then_the_table_is_cut_with_leading_columns_first() -> None:
    assert laid_out(WIDE, 40) == (
        "名称                    c              a\n"
        "────────────────────────────────────────\n"
        "天猫旗舰店  5,555,555,555  1,111,111,111\n"
        "店                      6              2\n"
        "\n"
        "名称                    b\n"
        "─────────────────────────\n"
        "天猫旗舰店  3,333,333,333\n"
        "店                      4\n"
    )


def test_every_part_of_a_cut_table_says_which_row_is_which() -> None:
    store, metric = Column("店", ("天猫旗舰店", ""), right=False), Column("m", ("net", "paid"), right=False, key=True)
    parts = laid_out(Block("", (store, *WIDE.columns[1:3], metric)), 34).split("\n\n")
    assert [part.splitlines()[0].split() for part in parts] == [["店", "m", "a"], ["店", "m", "b"]]
    assert [part.splitlines()[3].split() for part in parts] == [["paid", "2"], ["paid", "4"]]


@pytest.mark.parametrize("width", range(40, 80))
def test_no_number_is_ever_broken_or_lost(width: int) -> None:
    text = laid_out(WIDE, width)
    assert all(number in text for number in ("1,111,111,111", "3,333,333,333", "5,555,555,555"))


def test_words_wrap() -> None:
    words = Block("", (Column("a", ("x",), right=False), Column("b", ("one two three " * 4,), right=False)))
    assert laid_out(words, 40).splitlines()[2:] == ["x  one two three one two three one two", "   three one two three"]


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202e", "\x07", "\r\n", "\x00"])
def test_nothing_unseen_reaches_the_terminal(hostile: str) -> None:
    name = f"a{hostile}b"
    block = Block(name, (Column(name, (name,)),), (name,), (name,))
    text = render(*sheet_parts(Sheet(name, name, (name,), (block,), name, (name,))), environ={})
    assert hostile not in text
    assert not set(text) & set("\x1b\u202e\x07\r\x00")


@pytest.mark.parametrize("name", ["::error::x", " ::warning x", "##[error]x", "##vso[task]x"])
def test_no_line_is_an_order_to_a_build_server(name: str) -> None:
    block = Block(name, (Column("a", (name,), right=False),), (name,), (name,), bullet="")
    text = render(*sheet_parts(Sheet(name, name, (name,), (block,))), environ={})
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in text and "##vso[" not in text


def test_steps_hang_behind_their_numbers() -> None:
    text = laid_out(Block("", lines=("word " * 10, "second"), bullet="1."), 40)
    assert text == "1. word word word word word word word\n   word word word\n2. second\n"
