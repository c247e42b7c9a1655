"""The review for a terminal."""

from __future__ import annotations

from opsctl.rendering.console import render
from opsctl.rendering.review_sheet import review_sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def review_text(workspace: Workspace, review: PeriodReview, lang: str, *, width: int = 0) -> str:
    """Lay the review out for standard output; a width of zero takes that of the terminal."""
    return render(*sheet_parts(review_sheet(review, workspace, lang)), width=width)
