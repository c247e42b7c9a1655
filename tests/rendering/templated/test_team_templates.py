"""A team's own templates: used first, held to the values that are listed, and unable to hurt whoever runs them."""

from __future__ import annotations

import time

import pytest
from tests.rendering.example import review, workspace

from opsctl.errors import OpsctlError
from opsctl.locales import tell
from opsctl.rendering.html.page import review_html
from opsctl.rendering.review_markdown import review_markdown
from opsctl.rendering.templated.apart import SECONDS

MARKDOWN, HTML = "review/review.md.j2", "review/review.html.j2"


def markdown(text: str, more: dict[str, str] | None = None) -> str:
    """The example's review by a team's Markdown template."""
    return review_markdown(workspace(), review(), "en", {MARKDOWN: text, **(more or {})})


def refused(text: str) -> str:
    """What is said of a Markdown template that cannot be filled, in English."""
    with pytest.raises(OpsctlError) as caught:
        markdown(text)
    return tell("en", caught.value.said)


def test_the_teams_template_is_taken_first() -> None:
    assert markdown("Week {{ period.label }} of {{ scope.id }}: {{ numbers.gmv_paid.attainment }}\n").startswith(
        "Week 2026-W46 of company: "
    )


def test_a_team_may_override_only_the_colours_of_the_page() -> None:
    page = review_html(workspace(), review(), "zh", {"review/review.css": "body { color: teal }"})
    assert "body { color: teal }" in page
    assert '<html lang="zh-CN">' in page


def test_templates_may_include_each_other() -> None:
    text = "{% include 'review/head.md.j2' %}rest\n"
    assert markdown(text, {"review/head.md.j2": "# {{ sheet.title }}\n"}).splitlines()[-1] == "rest"


def test_words_of_records_stay_words_in_markdown_and_html() -> None:
    hostile = workspace("<script>alert(1)</script> **x** [a](javascript:1)")
    made = review_markdown(
        hostile, review(), "zh", {MARKDOWN: "{% for r in blocks.stores.rows %}{{ r[0] }}\n{% endfor %}"}
    )
    assert "<script>" not in made
    assert "**x**" not in made
    page = review_html(hostile, review(), "zh", {HTML: "{% for r in blocks.stores.rows %}{{ r[0] }}{% endfor %}"})
    assert "<script>" not in page


WRONG = [
    ("line one\n{{ nothing }}\n", "templates/review/review.md.j2:2", "'nothing' is undefined"),
    ("{{ sheet.nothing }}", "templates/review/review.md.j2:1", "nothing"),
    ("\n\n{% if %}", "templates/review/review.md.j2:3", ""),
    ("{% for x in [1] %}", "templates/review/review.md.j2:1", ""),
    ("{{ 1 / 0 }}", "templates/review/review.md.j2:1", "division by zero"),
    ("\n{{ sheet.title | nosuch }}", "templates/review/review.md.j2:2", "nosuch"),
    ("{{ sheet | safe }}", "templates/review/review.md.j2:1", "safe"),
    ("{{ sheet | attr('x') }}", "templates/review/review.md.j2:1", "attr"),
    ("{{ '%s' | format(1) }}", "templates/review/review.md.j2:1", "format"),
    ("{{ ''.__class__ }}", "templates/review/review.md.j2:1", "__class__"),
    ("{{ ''.__class__.__mro__ }}", "templates/review/review.md.j2:1", "__class__"),
    ("{{ '{0.__class__}'.format(1) }}", "templates/review/review.md.j2:1", "__class__"),
    ("{{ cycler }}", "templates/review/review.md.j2:1", "cycler"),
    ("{{ lipsum() }}", "templates/review/review.md.j2:1", "lipsum"),
    ("{{ self.__init__.__globals__ }}", "templates/review/review.md.j2:1", "__init__"),
    ("{% set x = sheet.blocks.append(1) %}{{ x }}", "templates/review/review.md.j2:1", "append"),
    ("\n{% include 'review/none.j2' %}", "templates/review/review.md.j2:2", "none.j2"),
    ("{% include '../../../etc/passwd' %}", "templates/review/review.md.j2:1", "passwd"),
    ("{% include 'review/review.md.j2' %}", "templates/review/review.md.j2:1", ""),
    ("{% autoescape false %}{{ 1 }}{% endautoescape %}", "templates/review/review.md.j2:1", "autoescape"),
    ("{% for i in range(1000000) %}{% endfor %}", "templates/review/review.md.j2:1", "Range too big"),
]


@pytest.mark.parametrize(("text", "place", "detail"), WRONG, ids=[text.strip()[:30] for text, _, _ in WRONG])
def test_what_is_wrong_is_told_with_file_and_line(text: str, place: str, detail: str) -> None:
    said = refused(text)
    assert place in said
    assert detail in said


def test_a_page_cannot_switch_escaping_off() -> None:
    with pytest.raises(OpsctlError) as caught:
        review_html(workspace(), review(), "en", {HTML: "\n{% autoescape false %}{{ sheet.title }}{% endautoescape %}"})
    assert "review.html.j2:2" in tell("en", caught.value.said)


GREEDY = [
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "{% for a in range(90000) %}{{ 'xxxxxxxxxx' * 1000 }}{% endfor %}",
    "{{ 'a' * 10000000000 }}",
    "{% set n = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}{{ n.s }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ ('x' * 100000).replace('x', 'y' * 100000) }}",
    "{{ 'x'.center(10000000000) }}",
    "{{ '%010000000000d' % 1 }}",
]


@pytest.mark.parametrize("text", GREEDY, ids=[text[:30] for text in GREEDY])
def test_a_template_that_would_eat_the_machine_is_stopped(text: str) -> None:
    began = time.monotonic()
    said = refused(text)
    assert "review.md.j2" in said
    # The clock of a busy machine runs faster than the processor's.
    assert time.monotonic() - began < SECONDS * 10


def test_a_template_sees_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPSCTL_FEISHU_URL", "https://example.org/tok3n")
    assert "undefined" in refused("{{ environ }}")
    assert "undefined" in refused("{{ os.environ }}")
