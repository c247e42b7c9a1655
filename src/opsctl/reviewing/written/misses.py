"""Which metrics missed by more than the tolerance, and of which of them a cause and an action are asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.metrics import additive
from opsctl.reviewing.view import MetricRow, PeriodReview
from opsctl.workspace import Workspace

# Nobody explains more than this in a meeting and does something about it.
_ASKED = 3
_MARK = re.compile(r"^<!-- opsctl:waiting((?: [a-z0-9_]+=(?:red|miss))*) -->\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Limits:
    """The share of a target from which a miss counts and is red, and the money from which it is asked about."""

    tolerance: Fraction
    red: Fraction
    floor: Fraction


@dataclass(frozen=True, slots=True)
class Miss:
    """A metric beyond tolerance: the share missed, its weight in money if that can be said, and whether it is asked."""

    row: MetricRow
    share: Fraction
    effect: Fraction | None
    red: bool
    asked: bool = False


def misses(workspace: Workspace, review: PeriodReview, limits: Limits) -> tuple[Miss, ...]:
    """The metrics beyond tolerance, the heaviest first; those that are not mature yet are not judged.

    What is a ratio's numerator follows from the ratio and its denominator, which are judged in its place. A driver of
    the headline weighs what the split of its gap says. Another amount weighs what it lacks, and a rate of two amounts
    what it makes of the lower one. Any other count or ratio weighs its missed share of the headline's target: what the
    headline would lose if nothing but this had missed, to the first order.
    """
    headline = next((row for row in review.rows if row.metric == review.headline), None)
    whole = headline.target if headline is not None else None
    shown = {row.metric: workspace.metrics[row.metric] for row in review.rows}
    follows = {entry.numerator for entry in shown.values() if entry.denominator in shown} - {review.headline}
    rows = [row for row in review.rows if row.metric not in follows]
    split = dict(_split(review))
    found = [miss for row in rows if (miss := _miss(workspace, row, whole, split, limits)) is not None]
    found.sort(key=lambda each: (-(each.effect or Fraction(0)), each.row.metric))
    heavy = [each for each in found if each.effect is not None and each.effect >= limits.floor][:_ASKED]
    return tuple(Miss(each.row, each.share, each.effect, each.red, each in heavy) for each in found)


def waiting_mark(found: Sequence[Miss]) -> str:
    """The asked metrics in a comment that a rule can read without any number."""
    asked = sorted((each.row.metric, "red" if each.red else "miss") for each in found if each.asked)
    return f"<!-- opsctl:waiting{''.join(f' {metric}={level}' for metric, level in asked)} -->"


def waiting_in(text: str) -> Mapping[str, str]:
    """The metrics that a written review is asked about, each `red` or `miss`, as its own block says."""
    # Several rules ask every review, so the block is looked up without parting the whole page.
    start = text.find("<!-- opsctl:begin waiting -->")
    mark = _MARK.search(text, start, text.find("<!-- opsctl:end", start)) if start >= 0 else None
    return dict(pair.split("=") for pair in mark[1].split()) if mark else {}


def _split(review: PeriodReview) -> Iterator[tuple[str, Fraction]]:
    """What each driver took from the headline, where its gap to the target was split."""
    why = review.attribution
    if why is not None and why.against == "target" and why.metric == review.headline:
        yield from ((each.driver, max(-Fraction(each.effect), Fraction(0))) for each in why.drivers)


def _miss(
    workspace: Workspace, row: MetricRow, whole: Fraction | None, split: Mapping[str, Fraction], limits: Limits
) -> Miss | None:
    if row.attainment is None or row.gap is None or row.immature_until is not None:
        return None
    share = 1 - row.attainment
    if share <= limits.tolerance:
        return None
    effect = split[row.metric] if row.metric in split else _effect(workspace, row, share, whole)
    return Miss(row, share, effect, share > limits.red)


def _effect(workspace: Workspace, row: MetricRow, share: Fraction, whole: Fraction | None) -> Fraction | None:
    entry = workspace.metrics[row.metric]
    if entry.unit == "money" and additive(entry) and row.gap is not None:
        return abs(row.gap)
    over = workspace.metrics.get(entry.denominator or "")
    if entry.unit == "percent" and over is not None and over.unit == "money" and row.actual.denominator is not None:
        return abs((row.gap or 0) * row.actual.denominator)
    return share * whole if whole is not None else None
