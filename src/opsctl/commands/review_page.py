"""A review as a file for people: a page, a workbook, a document; with the team's own templates where it has some."""

from __future__ import annotations

from pathlib import Path

from opsctl.loading import reportfile
from opsctl.loading.templates import team_document, team_templates
from opsctl.rendering.document.review_document import review_docx
from opsctl.rendering.html.page import review_html
from opsctl.rendering.review_markdown import review_markdown
from opsctl.rendering.xlsx.review_book import review_xlsx
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def review_page(root: Path, workspace: Workspace, review: PeriodReview, format_: str, lang: str) -> bytes:
    """The review in that format: html, xlsx, docx or markdown."""
    if format_ == "xlsx":
        return review_xlsx(workspace, review, lang)
    if format_ == "docx":
        return review_docx(workspace, review, lang, team_document(root))
    if format_ == "html":
        return review_html(workspace, review, lang, team_templates(root)).encode()
    return review_markdown(workspace, review, lang, team_templates(root)).encode()


def write_page(path: Path, data: bytes) -> None:
    """Write a report where the user asked for it; parent folders are made."""
    reportfile.write_document(reportfile.report_file(path, new_folder=True), data)
