"""What is read in five seconds: the headline metric against its target, and a few numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.locales import say
from opsctl.rendering.html.receipts import Receipts, plain_parts
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import by_unit, change, difference, percent, points
from opsctl.rendering.review_columns import is_behind, lead
from opsctl.rendering.review_words import is_yearly, of_kind
from opsctl.rendering.svg.bullet import share_bar
from opsctl.rendering.templated.values import Values
from opsctl.reviewing.view import MetricRow, PeriodReview
from opsctl.workspace import Workspace


def headline_values(review: PeriodReview, workspace: Workspace, lang: str) -> Values:
    """The large number: attainment, or the actual where there is no target; `state` is met, short or unknown."""
    row = headline_row(review)
    name = metric_name(workspace, review.headline, lang)
    if row is None or row.actual.value is None:
        return {"name": name, "number": say(lang, "page.no_actual"), "state": "unknown", "verdict": "", "detail": "",
                "receipt": []}  # fmt: skip
    actual = by_unit(row.actual.value, row.unit, lang, review.currency)
    shared = {"name": name, "receipt": _receipt(row, review, workspace, lang)}
    if row.target is None or row.attainment is None or row.gap is None:
        verdict = say(lang, "page.no_target")
        return {**shared, "number": actual, "state": "unknown", "verdict": verdict, "detail": ""}
    target = by_unit(row.target, row.unit, lang, review.currency)
    return {
        **shared,
        "number": percent(row.attainment),
        "state": "met" if row.attainment >= 1 else "short",
        "verdict": _verdict(row, review, lang),
        "detail": say(lang, "page.actual_and_target", actual=actual, target=target),
    }


def headline_bar(review: PeriodReview) -> str:
    """The attainment of the headline metric as a bar; empty where there is none."""
    row = headline_row(review)
    return "" if row is None or row.attainment is None else share_bar(row.attainment)


def tile_values(review: PeriodReview, workspace: Workspace, lang: str) -> list[Values]:
    """Numbers beside the headline: pace of the longer periods, and what earlier ones were."""
    return list(_tiles(review, workspace, lang))


def headline_row(review: PeriodReview) -> MetricRow | None:
    """The row of the metric that the period is judged by."""
    return next((row for row in review.rows if row.metric == review.headline), None)


def _tiles(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[Values]:
    receipts = Receipts(review, workspace, lang)
    # The nearest of the longer periods and the longest.
    own = [pace for pace in review.pace if pace.metric == review.headline and pace.pace is not None]
    for pace in own[:1] + own[1:][-1:]:
        note = say(lang, "page.pace_note", attainment=percent(pace.attainment), due=percent(pace.due))
        name = say(lang, "page.pace_of", period=pace.period.label)
        yield _tile(
            name, lead(pace, lang), note, plain_parts(receipts.of_pace(pace)), "short" if is_behind(pace) else ""
        )
    yield from _forecasts(review, workspace, lang)
    row = headline_row(review)
    if row is not None:
        yield from _earlier(row, review, workspace, lang)


def _earlier(row: MetricRow, review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[Values]:
    """What the number was before, and a year before."""
    compared = {"page.tile_last_year": row.last_year}
    if not is_yearly(review.period):
        compared = {of_kind("previous", review.period, lang): row.previous, **compared}
    for name, earlier in compared.items():
        if earlier.change is not None:
            moved = points(earlier.change) if row.unit == "percent" else change(earlier.change)
            before = by_unit(earlier.reading.value, row.unit, lang, review.currency)
            note = say(lang, "page.against", period=earlier.period.label, value=before)
            shown = say(lang, name) if name.startswith("page.") else name
            yield _tile(shown, moved, note, _receipt(row, review, workspace, lang))


def _forecasts(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[Values]:
    """Where the nearest of the longer periods will end."""
    row = next((row for row in review.forecast if row.metric == review.headline), None)
    if row is None:
        return
    unit = workspace.metrics[row.metric].unit
    low, high, value = (by_unit(one, unit, lang, review.currency) for one in (row.low, row.high, row.value))
    note = "" if row.low is None else say(lang, "page.range", low=low, high=high)
    receipt = plain_parts(Receipts(review, workspace, lang).of_forecast(row))
    name = say(lang, "page.forecast_of", period=row.period.label)
    yield _tile(name, value, note, receipt, "short" if row.value < row.target else "")


def _tile(name: str, number: str, note: str, receipt: list[Values], state: str = "") -> Values:
    return {"name": name, "number": number, "note": note, "state": state, "receipt": receipt}


def _verdict(row: MetricRow, review: PeriodReview, lang: str) -> str:
    assert row.gap is not None
    gap = difference(abs(row.gap), row.unit, lang, review.currency)
    if row.gap == 0:
        return say(lang, "page.even")
    if row.direction == "down":
        return say(lang, "page.over_cost" if row.gap < 0 else "page.under_cost", gap=gap)
    return say(lang, "page.short" if row.gap > 0 else "page.met", gap=gap)


def _receipt(row: MetricRow, review: PeriodReview, workspace: Workspace, lang: str) -> list[Values]:
    return plain_parts(Receipts(review, workspace, lang).of_metric(row, review.scope))
