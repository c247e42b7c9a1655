"""The tiers of goals in words."""

from __future__ import annotations

from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import by_unit
from opsctl.rendering.review_columns import column, heads
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.outlook import TierRow
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def tiers_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """The actual beside the floor, the commitment and the stretch of the same days."""
    rows = review.tiers

    def amount(row: TierRow, value: Fraction | None) -> str:
        return by_unit(value, workspace.metrics[row.metric].unit, lang, review.currency)

    def titled(name: str, values: list[Fraction | None]) -> Column:
        cells = tuple(amount(row, value) for row, value in zip(rows, values, strict=True))
        return Column(say(lang, f"review_numbers.{name}"), cells)

    return Block(
        say(lang, "review_numbers.tiers"),
        (
            heads([row.period.label for row in rows], "period", lang),
            column("metric", rows, lang, lambda row: metric_name(workspace, row.metric, lang), right=False),
            column("actual", rows, lang, lambda row: amount(row, row.actual)),
            titled("floor", [row.floor for row in rows]),
            titled("commit", [row.commit for row in rows]),
            titled("stretch", [row.stretch for row in rows]),
            Column(
                say(lang, "review_numbers.reached"),
                tuple(say(lang, f"review_numbers.reached_{row.reached}") for row in rows),
                right=False,
                marked=frozenset(number for number, row in enumerate(rows) if row.reached in ("below", "floor")),
            ),
        ),
        notes=(say(lang, "review_numbers.note_tiers"),),
        name="tiers",
    )
