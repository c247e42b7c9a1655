"""The review as Markdown, laid out by a template that gets nothing but prepared words."""

from __future__ import annotations

from opsctl.rendering.markdown_escape import Code, markdown
from opsctl.rendering.review_sheet import review_sheet
from opsctl.resources import data_root
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def review_markdown(workspace: Workspace, review: PeriodReview, lang: str) -> str:
    """Lay the review out as Markdown; every value a template prints is escaped on its way."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(data_root("templates"), encoding="utf-8"),
        undefined=StrictUndefined,
        # HTML escaping would show `&#34;` in Markdown; `finalize` escapes everything for Markdown instead.
        autoescape=False,
        finalize=markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    sheet = review_sheet(review, workspace, lang)
    commands = [Code(command) for command in sheet.commands]
    return environment.get_template("review/review.md.j2").render(sheet=sheet, commands=commands)
