"""A stub until the numbers of a day are there."""

from __future__ import annotations

from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def review_chat(workspace: Workspace, review: PeriodReview, lang: str) -> str:
    """Nothing yet."""
    raise NotImplementedError
