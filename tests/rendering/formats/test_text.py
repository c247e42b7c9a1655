"""Diagnostics as text: places, excerpts, wide characters, long lines, hostile text, and the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from opsctl.diagnostics import Diagnostic, Message, Place, Problem, Severity, Span, message
from opsctl.rendering.formats.outcome import Outcome
from opsctl.rendering.formats.text import SHOWN, cells, render, render_one

SAID = message("rules.unknown_reference_team", id="x")


def at(span: Span, said: Message = SAID, file: str = "a.yaml") -> Diagnostic:
    """A diagnostic at a span."""
    return Diagnostic("REF102", "unknown-reference", Severity.ERROR, file, span, Problem(Place(file), said))


def shown(text: str, span: Span, **more: object) -> list[str]:
    """The lines printed for a place in a text."""
    found = at(span, **more)  # type: ignore[arg-type]
    return render_one(found, Outcome((found,), 1, 1, {found.file: text}), "en").rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("line", "column", "end", "marks"),
    [
        ("parent: x", 9, 10, "        ^"),
        ("name: 天猫组", 7, 10, "      ^^^^^^"),
        ("天猫: x", 5, 6, "      ^"),
        ("name: e\u0301te\u0301", 7, 12, "      ^^^"),
        ("name: 👍x", 8, 9, "        ^"),
        ("a\tb: c", 2, 3, " ^^"),
        ("empty:", 7, 7, "      ^"),
        ("short", 50, 60, "     ^"),
    ],
    ids=["plain", "wide", "after-wide", "combining", "emoji", "tab", "end-of-line", "beyond"],
)
def test_the_place_is_underlined_where_a_terminal_shows_it(line: str, column: int, end: int, marks: str) -> None:
    assert shown(line, Span(1, column, 1, end))[2] == "      | " + marks


def test_the_first_line_names_place_severity_and_rule() -> None:
    first, excerpt, _ = shown("a\nparent: x", Span(2, 9, 2, 10))
    assert first == "a.yaml:2:9: error REF102 unknown-reference: no team has the id x"
    assert excerpt == "    2 | parent: x"


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert shown("ab: cd\nef", Span(1, 5, 2, 2))[2] == "      |     ^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "天" * 300 + "X" + "猫" * 300
    _, excerpt, marks = shown(line, Span(1, 301, 1, 302))
    assert excerpt.startswith("    1 | …天") and excerpt.endswith("猫…")
    assert cells(marks.removesuffix("^")) == cells(excerpt.partition("X")[0])


@pytest.mark.parametrize("text", ["", "one line"])
def test_a_file_without_that_line_gets_no_excerpt(text: str) -> None:
    assert len(shown(text, Span(7, 1, 7, 2))) == 1


def test_a_windows_line_end_is_not_shown() -> None:
    assert shown("a: b\r\nc: d\r\n", Span(1, 4, 1, 5))[1] == "    1 | a: b"


def test_related_places_follow_indented() -> None:
    related = (("b.yaml", Span(3, 2, 3, 4), message("rules.duplicate_id_first", id="y")),)
    found = replace(at(Span(1, 1, 1, 2)), related=related)
    printed = render_one(found, Outcome((found,), 1, 1, {}), "en")
    assert printed.split("\n")[1] == "  → b.yaml:3:2: y is used here first"


def test_what_files_say_cannot_steer_the_terminal_or_the_build_server() -> None:
    said = message("rules.unknown_reference_team", id="\x1b[31m\n::error::x \u202eabc")
    printed = "\n".join(shown("a: \x1b[2J", Span(1, 1, 1, 2), said=said, file="a\nb.yaml"))
    assert "\x1b" not in printed and "\u202e" not in printed
    assert printed.startswith("a\\nb.yaml:1:1: error ")
    assert not any(line.startswith(("::", "##")) for line in printed.split("\n"))


def test_the_summary_counts_and_names_the_next_step() -> None:
    found = (at(Span(1, 1, 1, 2)), at(Span(2, 1, 2, 2)))
    assert render(Outcome(found, 3, 2, {}), "en").split("\n")[-2] == (
        "2 errors in 3 files with 2 records; for more: opsctl explain REF102"
    )
    one = (replace(found[0], severity=Severity.WARNING), found[1])
    assert (
        render(Outcome(one, 1, 1, {}), "en").split("\n")[-2].startswith("1 error, 1 warning in 1 file with 1 record;")
    )
    assert (
        render(Outcome(one, 1, 1, {}), "zh").split("\n")[-2].startswith("1 个错误、1 个警告；共查 1 个文件、1 条记录。")
    )
    assert render(Outcome((), 3, 2, {}), "en") == "no problems in 3 files with 2 records\n"
    assert render(Outcome((), 3, 2, {}), "zh") == "没有问题：共查 3 个文件、2 条记录\n"


def test_of_very_many_diagnostics_the_first_are_shown() -> None:
    found = tuple(at(Span(line, 1, line, 2)) for line in range(1, SHOWN + 6))
    printed = render(Outcome(found, 1, 1, {}), "en")
    assert printed.count("REF102 unknown-reference") == SHOWN
    assert "… and 5 more" in printed and f"{SHOWN + 5} errors" in printed


@pytest.mark.parametrize(("least", "fails"), [("error", False), ("warning", True), ("info", True)])
def test_an_outcome_fails_at_or_above_a_severity(least: str, fails: bool) -> None:
    found = Diagnostic("A101", "a-b", Severity.WARNING, "a", Span(1, 1, 1, 2), Problem(Place("a"), SAID))
    assert Outcome((found,), 1, 1, {}).fails_on(Severity(least)) is fails
    assert not Outcome((), 1, 1, {}).fails_on(Severity(least))


def test_the_severity_is_coloured_where_asked() -> None:
    found = at(Span(1, 1, 1, 2))
    assert "\x1b" not in render(Outcome((found,), 1, 1, {}), "en")
    assert ": \x1b[1;31merror\x1b[0m REF102" in render(Outcome((found,), 1, 1, {}, coloured=True), "en")
