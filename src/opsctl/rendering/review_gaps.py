"""What a review cannot say: missing days."""

from __future__ import annotations

from opsctl.locales import listed, say
from opsctl.rendering.names import metric_name, scope_name, span_name
from opsctl.rendering.sheet import Block
from opsctl.reviewing.view import MissingRun, PeriodReview
from opsctl.workspace import Workspace


def missing_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """What is missing, store by store, and since when."""
    lines = tuple(_run(run, workspace, lang) for run in review.missing)
    return Block(say(lang, "review.missing"), lines=lines, name="missing")


def _run(run: MissingRun, workspace: Workspace, lang: str) -> str:
    return say(
        lang,
        "review.missing_since" if run.last_known else "review.missing_always",
        scope=scope_name(workspace, run.scope, lang),
        metrics=listed((metric_name(workspace, metric, lang) for metric in run.metrics), lang),
        span=span_name(run.first, run.last, lang),
        known=f"{run.last_known}",
    )
