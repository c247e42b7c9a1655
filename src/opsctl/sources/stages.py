"""Lines that a later export gives again: which of them count, and what they replaced."""

from __future__ import annotations

from collections.abc import Sequence

from opsctl.records.source import Source


def given_again(source: Source) -> bool:
    """Whether lines are known by keys, so that one that is exported again replaces the line."""
    return bool(source.keys) and source.by_lines


def newest(lines: str, keys: Sequence[str]) -> str:
    """Lines with keys as the last file gives them; a line without any key is a line of its own."""
    known = " AND ".join(f"{key} IS NULL" for key in keys)
    return f"{lines} QUALIFY f = max(f) OVER (PARTITION BY store, {', '.join(keys)}) OR ({known})"


def staged(lines: str, keys: Sequence[str]) -> str:
    """
    Lines with keys in stages: 0 stands as it came; 1 was given before and counts as it is now; 2 is what that replaced.

    What was replaced even before is gone. A line without any key is a line of its own, and one that had no day before,
    such as an order not yet paid, stands as it came.
    """
    known = " AND ".join(f"{key} IS NULL" for key in keys)
    place = f"PARTITION BY store, {', '.join(keys)}"
    ranked = (
        f"SELECT *, max(f) OVER ({place}) AS last, dense_rank() OVER ({place} ORDER BY f DESC) AS age FROM ({lines})"
    )
    before = f"max(f) FILTER (WHERE age = 2 AND slot IS NOT NULL) OVER ({place})"
    aged = f"SELECT *, {before} AS prior FROM ({ranked})"
    stage = f"CASE WHEN {known} OR prior IS NULL AND age = 1 THEN 0 ELSE age END::UTINYINT"
    return f"SELECT *, {stage} AS stage FROM ({aged}) WHERE age <= 2 OR ({known})"
