"""The Markdown page as a reader of Markdown sees it: one table, one list a file, no links, no calls."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from tests.rendering.formats.samples import HOSTILE, finding, hostile, outcome, small

from opsctl.diagnostics import Severity
from opsctl.rendering.formats.markdown import LONGEST, render
from opsctl.rendering.formats.outcome import Outcome


def tags(found: Outcome) -> list[str]:
    """The tags that the page becomes, in order, raw HTML by itself included."""
    html = MarkdownIt("commonmark").enable("table").render(render(found, "en").split("\n", 1)[1])
    return re.findall(r"<(\w+)", html)


def test_nothing_hostile_becomes_markup() -> None:
    allowed = {"h3", "p", "table", "thead", "tr", "th", "tbody", "td", "h4", "code", "ul", "li", "br"}
    for text in HOSTILE:
        found = outcome(finding(file=f"{text}.yaml", said=text))
        assert set(tags(found)) <= allowed
        assert tags(found).count("li") == tags(found).count("h4") == tags(found).count("table") == 1


def test_nobody_is_called_and_nothing_linked() -> None:
    page = MarkdownIt("commonmark").enable("table").render(render(hostile(), "en"))
    assert not re.search(r"@\w|(?<!&)#\d|<a |<img", re.sub(r"<code>.*?</code>", "", page))


def test_findings_stand_by_file_the_changed_ones_first() -> None:
    found = outcome(finding(file="a.yaml"), finding(file="b.yaml", line=2), finding(file="b.yaml", line=8))
    changed = render(replace(found, changed={"b.yaml": (range(8, 9),)}), "en")
    assert re.findall(r"#### `(.*)`|line (\d)", changed) == [
        ("b.yaml", ""),
        ("", "8"),
        ("", "2"),
        ("a.yaml", ""),
        ("", "2"),
    ]


def test_a_long_page_is_cut_between_findings_and_the_rest_counted() -> None:
    many = [finding(Severity.WARNING, f"stores/{number:04}.yaml", said="天" * 60) for number in range(2000)]
    page = render(outcome(*many), "zh")
    assert len(page) <= LONGEST
    shown = page.count("\n- ")
    assert shown > 300 and f"另有 {2000 - shown} 条" in page
    assert "条未列出" not in render(small(), "zh")


def test_findings_set_aside_are_counted() -> None:
    assert "1 ignored by comments, 2 waived, 3 in the baseline" in render(small(), "en")
