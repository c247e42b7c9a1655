"""Small bars of attainment that stand beside the numbers of a table."""

from __future__ import annotations

from opsctl.rendering.svg.bullet import share_bar
from opsctl.reviewing.view import PeriodReview


def share_bars(review: PeriodReview) -> dict[str, tuple[str, ...]]:
    """A bar for each row of the tables that have attainment, by the name of the block; empty where there is none."""
    rows = {"figures": review.rows, "stores": tuple(store.headline for store in review.stores)}
    made = {
        name: tuple("" if row.attainment is None else share_bar(row.attainment) for row in some)
        for name, some in rows.items()
    }
    made["pace"] = tuple("" if row.attainment is None else share_bar(row.attainment, row.due) for row in review.pace)
    return {name: drawn for name, drawn in made.items() if any(drawn)}
