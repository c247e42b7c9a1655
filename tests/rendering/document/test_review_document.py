"""The Word document: by the shipped template, by a team's own, and by one that is wrong or greedy."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from tests.rendering.example import review, workspace

from opsctl.errors import OpsctlError
from opsctl.locales import tell

docx = pytest.importorskip("docx", reason="the extra `docx` is not installed")
pytest.importorskip("docxtpl", reason="the extra `docx` is not installed")

from opsctl.rendering.document.review_document import review_docx  # noqa: E402


def opened(data: bytes) -> Any:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def template(*paragraphs: str) -> bytes:
    """A team's template of some paragraphs."""
    made, kept = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(kept)
    return kept.getvalue()


def refused(*paragraphs: str) -> str:
    """What is said of a template that cannot be filled."""
    with pytest.raises(OpsctlError) as caught:
        review_docx(workspace(), review(), "en", template(*paragraphs))
    return tell("en", caught.value.said)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_shipped_template_has_every_block_and_table(lang: str) -> None:
    made = opened(review_docx(workspace("A&B <旗舰店> {{ 7*7 }}"), review(), lang, None))
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert "2026-W46" in text
    assert "%p" not in text and "%tc" not in "".join(cells)
    assert len(made.tables) >= 3
    if lang == "zh":
        assert "A&B <旗舰店> {{ 7*7 }}" in cells
    fonts = made.styles["Normal"].element.xml
    assert 'w:eastAsia="Microsoft YaHei"' in fonts


def test_the_teams_template_is_taken_first() -> None:
    made = opened(
        review_docx(workspace(), review(), "en", template("{{ scope.id }}: {{ numbers.gmv_paid.attainment }}"))
    )
    assert made.paragraphs[0].text.startswith("company: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% if %}", "{% if %}"),
        ("{{ ''.__class__ }}", "__class__"),
        ("{{ 'x' | safe }}", "safe"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
def test_what_is_wrong_is_told_with_what_stands_there(text: str, said: str) -> None:
    found = refused("fine", text)
    assert "templates/review/review.docx" in found
    assert said in found


@pytest.mark.parametrize(
    "text",
    ["{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", "{{ 'a' * 10000000000 }}"],
)
def test_a_greedy_template_is_stopped(text: str) -> None:
    assert "stopped" in refused(text)


def test_what_is_no_word_file_is_told() -> None:
    with pytest.raises(OpsctlError) as caught:
        review_docx(workspace(), review(), "en", b"PK not a zip")
    assert "review.docx" in tell("en", caught.value.said)


def test_the_same_review_is_the_same_bytes_without_a_clock() -> None:
    once, again = (review_docx(workspace(), review(), "zh", None) for _ in range(2))
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml"
