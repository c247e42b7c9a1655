"""The months of a quarter and the quarters of a year, in place of days."""

from __future__ import annotations

from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.bars import bar
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import by_unit, percent
from opsctl.rendering.review_columns import bars, column, heads, missed
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

_BAR = 24


def parts_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """The headline metric part by part, with the days that are known where some lack."""
    rows = review.parts
    entry = workspace.metrics.get(review.headline)
    unit = entry.unit if entry else "money"
    values = [value for row in rows for value in (row.actual.value, row.target) if value is not None]
    scale = max(map(abs, values), default=0) or 1
    shares = [row.attainment for row in rows]
    drawn = [
        "" if row.actual.value is None else bar(row.actual.value / scale, _BAR, (row.target or Fraction(0)) / scale)
        for row in rows
    ]
    partial = any(row.actual.missing for row in rows)
    days = column("days_covered", rows, lang, lambda row: f"{row.actual.days}/{len(row.period.days)}")
    kind = rows[0].period.kind.removeprefix("fiscal-")
    return Block(
        say(lang, f"review_numbers.by_{kind}", metric=metric_name(workspace, review.headline, lang)),
        (
            heads([row.period.label for row in rows], "period", lang),
            column("actual", rows, lang, lambda row: by_unit(row.actual.value, unit, lang, review.currency, even=True)),
            *([days] if partial else []),
            column("target", rows, lang, lambda row: by_unit(row.target, unit, lang, review.currency, even=True)),
            Column(say(lang, "review.attainment"), tuple(percent(share) for share in shares), marked=missed(shares)),
            bars(drawn),
        ),
        notes=(say(lang, "review_numbers.note_parts"),) if partial else (),
        name="parts",
    )
