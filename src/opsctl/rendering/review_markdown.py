"""The review as Markdown, laid out by a template that gets nothing but prepared words."""

from __future__ import annotations

from collections.abc import Mapping

from opsctl.rendering.templated.reports import report
from opsctl.rendering.templated.values import review_values
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

_TEMPLATE = "review/review.md.j2"


def review_markdown(workspace: Workspace, review: PeriodReview, lang: str, own: Mapping[str, str] | None = None) -> str:
    """Lay the review out as Markdown; every value a template prints is escaped on its way.

    `own` are the team's templates by name.
    """
    return report("markdown", _TEMPLATE, review_values(workspace, review, lang), own or {})
