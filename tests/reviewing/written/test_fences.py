"""The number blocks of a page: found, told broken, and renewed without a byte of what people wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.reviewing.written.fences import digest, fenced, fences_in, refreshed

TARGETS = digest("targets")
# What people write: any line ends, half marks, none at all, and no final newline.
HUMAN = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["\r\n", "\n", "\n\n", "<!--x ", " -->", "## 判断\r\n", "opsctl:begin", "```", "é", "|a|"]),
    ),
    max_size=8,
).map("".join)
CONTENT = st.text(alphabet="ab|-#\n 数", max_size=20)


def page(*parts: str) -> str:
    return "".join(parts)


def outside(text: str) -> str:
    """What is left when every block's contents and last mark are cut out."""
    found, _ = fences_in(text)
    for fence in reversed(found):
        text = text[: fence.start] + text[fence.end :]
    return text


@given(HUMAN, HUMAN, HUMAN, CONTENT, CONTENT, CONTENT)
def test_what_people_wrote_is_kept_byte_for_byte(
    before: str, between: str, after: str, one: str, two: str, new: str
) -> None:
    first, second = fenced("headline", one, TARGETS), fenced("figures", two, TARGETS)
    text = page(before, "\n", first, between, "\n", second.removesuffix("\n"), "\n" + after if after else "")
    assert fences_in(text)[1] == ()
    renewed = refreshed(text, {"headline": new, "gone": "x"}, TARGETS)
    assert outside(renewed) == outside(text)
    found = {fence.name: fence for fence in fences_in(renewed)[0]}
    assert found["headline"].content.removesuffix("\n") == new.removesuffix("\n")
    assert found["figures"].content.removesuffix("\n") == two.removesuffix("\n")
    assert all(fence.is_as_sealed for fence in found.values())
    assert refreshed(renewed, {"headline": new}, TARGETS) == renewed


def test_a_page_with_line_ends_of_windows_keeps_them_inside_its_blocks_too() -> None:
    text = page("a\r\n", fenced("headline", "x\n", TARGETS).replace("\n", "\r\n"), "b")
    renewed = refreshed(text, {"headline": "y\nz"}, TARGETS)
    assert renewed.replace("\r\n", "").count("\n") == 0
    assert renewed.startswith("a\r\n<!-- opsctl:begin headline -->\r\ny\r\nz\r\n<!-- opsctl:end ")
    assert renewed.endswith(" -->\r\nb")
    assert fences_in(renewed)[0][0].is_as_sealed


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("<!-- opsctl:begin a -->\nx\n", [("never_ends", 1, "a")]),
        ("x\n<!-- opsctl:end -->\n", [("never_begins", 2, "")]),
        ("<!-- opsctl:begin a -->\n<!-- opsctl:begin b -->\n<!-- opsctl:end -->\n", [("never_ends", 1, "a")]),
        (fenced("a", "", TARGETS) * 2, [("twice", 3, "a")]),
        ("<!-- opsctl:begin A -->\n", [("unreadable", 1, "")]),
        ("<!--opsctl:begin a-->\n<!-- opsctl:end -->\n", [("unreadable", 1, ""), ("never_begins", 2, "")]),
        ("  <!-- opsctl:begin a -->\n", [("unreadable", 1, "")]),
        ("<!-- opsctl:begin a --> and more\n", [("unreadable", 1, "")]),
    ],
)
def test_marks_that_do_not_pair_are_told_and_nothing_is_written(text: str, wrong: list[tuple[str, int, str]]) -> None:
    assert [(each.what, each.line, each.name) for each in fences_in(text)[1]] == wrong
    with pytest.raises(ValueError, match=wrong[0][0]):
        refreshed(text, {"a": "new"}, TARGETS)


def test_a_hand_in_a_block_breaks_its_seal() -> None:
    text = fenced("headline", "达成 93.6%\n", TARGETS)
    assert fences_in(text)[0][0].is_as_sealed
    assert not fences_in(text.replace("93.6", "99.9"))[0][0].is_as_sealed
    assert fences_in(text.replace("\n", "\r\n"))[0][0].is_as_sealed
    assert not fences_in("<!-- opsctl:begin a -->\n<!-- opsctl:end -->")[0][0].is_as_sealed
