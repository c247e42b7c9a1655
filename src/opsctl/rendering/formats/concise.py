"""Diagnostics one a line, for editors, `grep` and short logs."""

from __future__ import annotations

from opsctl.locales import say
from opsctl.rendering.formats.counts import set_aside, summary
from opsctl.rendering.formats.outcome import Outcome
from opsctl.rendering.formats.text import headline

SHOWN = 1000


def render(outcome: Outcome, lang: str) -> str:
    """Print a line for each finding, without excerpts, and the summary."""
    lines = [headline(found, outcome, lang) for found in outcome.diagnostics[:SHOWN]]
    more = len(outcome.diagnostics) - SHOWN
    if more > 0:
        lines.append(say(lang, "rules.more", count=str(more)))
    return "\n".join((*lines, summary(outcome, lang), *set_aside(outcome, lang))) + "\n"
