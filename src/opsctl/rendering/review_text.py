"""The weekly review for a terminal."""

from __future__ import annotations

from opsctl.rendering.console import render
from opsctl.rendering.review_sheet import weekly_sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.view import WeeklyReview
from opsctl.workspace import Workspace


def review_text(workspace: Workspace, review: WeeklyReview, lang: str, *, width: int = 0) -> str:
    """Lay the review out for standard output; a width of zero takes that of the terminal."""
    return render(*sheet_parts(weekly_sheet(review, workspace, lang)), width=width)
