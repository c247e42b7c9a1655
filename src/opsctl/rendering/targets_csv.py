"""
What `plan show` answers for a spreadsheet: one row a metric, tier and version.

The first six columns are always the same and in this order: scope, metric, tier (commit, floor or stretch), version
(current, or original for what was planned before a re-plan), unit, and how many days of the period are covered. The
period itself follows, its sums (quarters of a year), then its parts (months, weeks or days); a ratio has none of
those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from opsctl.period import Period
from opsctl.planning.shown.show import ShownTarget, shown_targets
from opsctl.planning.tiers import TIERS, Tier
from opsctl.quantity import plain
from opsctl.rendering.exact_json import exact_text
from opsctl.rendering.targets_text import Shown, periods_of
from opsctl.rendering.tiers_text import COMMIT

CURRENT, ORIGINAL = "current", "original"
_HEAD = ("scope", "metric", "tier", "version", "unit", "days")


def show_csv(result: Shown) -> str:
    """The targets as plain decimals: of each metric what it is, what it was before a re-plan, its floor and stretch."""
    sums = periods_of([target.sums for target in result.targets])
    parts = periods_of([target.parts for target in result.targets])
    columns = (*sums, *parts)
    rows = [",".join((*_HEAD, result.period.label, *map(_label, columns)))]
    for target, tier, version in _rows(result):
        found = {**dict(target.sums), **dict(target.parts)}
        cells = (plain(found[period]) if period in found else "" for period in columns)
        unit = result.workspace.settings.currency if target.unit == "money" else target.unit
        head = (target.scope, target.metric, tier, version, unit, f"{target.days}", exact_text(target.value) or "")
        rows.append(",".join((*head, *cells)))
    return "\n".join(rows) + "\n"


def _rows(result: Shown) -> Iterator[tuple[ShownTarget, str, str]]:
    """Every row in order, with its tier and version."""
    first = {target.metric: target for target in result.original}
    tiers = {tier: _of_tier(result, tier) for tier in TIERS}
    for target in result.targets:
        yield target, result.tier or COMMIT, CURRENT
        if target.metric in first:
            yield first[target.metric], result.tier or COMMIT, ORIGINAL
        for tier, rows in tiers.items():
            if target.metric in rows:
                yield rows[target.metric], tier, CURRENT


def _of_tier(result: Shown, tier: Tier) -> dict[str, ShownTarget]:
    """The targets that have the tier: what adds up with its parts, a ratio as it is typed."""
    having = [target for target in result.targets if getattr(target, tier) is not None]
    names = [target.metric for target in having]
    laid: Sequence[ShownTarget] = ()
    if names:
        laid = shown_targets(result.workspace, result.scope, result.period, names, tier)
    typed = {each.metric: replace(each, value=getattr(each, tier), parts=(), sums=()) for each in having}
    return typed | {target.metric: target for target in laid}


def _label(part: Period) -> str:
    """A column's head: the label where it says it all, else the first day too."""
    return part.label if part.kind != "week" else f"{part.label} {part.start}"
