"""The tables of a review."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.period import Period
from opsctl.rendering.bars import bar
from opsctl.rendering.names import day_name, event_name, metric_name, scope_name, span_name
from opsctl.rendering.numbers import NOTHING, by_unit, money, percent
from opsctl.rendering.review_columns import (
    attained,
    bars,
    column,
    covered,
    figures,
    heads,
    is_behind,
    lead,
    missed,
    original_targets,
)
from opsctl.rendering.review_words import is_yearly, of_kind
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.eventyear import EventYear
from opsctl.reviewing.view import MetricRow, PaceRow, PeriodReview
from opsctl.workspace import Workspace

_PACE_BAR, _DAY_BAR = 10, 24


def figures_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """Every metric: actual, target, gap, earlier periods, attainment."""
    rows, total = review.rows, len(review.period.days)
    columns = [heads([_ripeness(row, workspace, lang) for row in rows], "metric", lang)]
    columns += figures(rows, review.period, review.currency, lang)
    if any(row.distinct is not None for row in rows):
        columns.insert(2, column("distinct", rows, lang, lambda row: by_unit(row.distinct, row.unit, lang, "")))
    if any(covered(row) < total for row in rows):
        columns.insert(2, column("days_covered", rows, lang, lambda row: f"{covered(row)}/{total}"))
    return Block(
        say(lang, "review.figures"),
        (*columns, *attained(rows, lang)),
        notes=tuple(_notes(review, workspace, lang)),
        name="figures",
    )


def pace_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """Month and year: what is reached beside what the goal's own curve had due."""
    rows = review.pace
    units = {metric: entry.unit for metric, entry in workspace.metrics.items()}

    def amount(row: PaceRow, value: Fraction | None) -> str:
        return by_unit(value, units.get(row.metric, "money"), lang, review.currency)

    behind = frozenset(number for number, row in enumerate(rows) if is_behind(row))
    gone = max(len(row.actual.missing) for row in rows)
    note = say(lang, "review.note_pace", days=f"{gone}") if gone else say(lang, "review.note_curve")
    return Block(
        say(lang, "review.pace", day=f"{rows[0].until}"),
        (
            heads([row.period.label for row in rows], "period", lang),
            column("metric", rows, lang, lambda row: metric_name(workspace, row.metric, lang), right=False),
            column("actual", rows, lang, lambda row: amount(row, row.actual.value)),
            column("whole_target", rows, lang, lambda row: amount(row, row.target)),
            *original_targets(rows, lang, lambda row: amount(row, row.original_target)),
            column("due", rows, lang, lambda row: percent(row.due)),
            column(
                "lead",
                rows,
                lang,
                lambda row: lead(row, lang),
                marked=behind,
            ),
            column("attainment", rows, lang, lambda row: percent(row.attainment)),
            bars([bar(row.attainment, _PACE_BAR, row.due) for row in rows]),
        ),
        notes=(note,),
        name="pace",
    )


def day_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """The headline metric day by day, drawn on one scale."""
    rows = review.days
    entry = workspace.metrics.get(review.headline)
    unit = entry.unit if entry else "money"
    scale = max((abs(value) for row in rows for value in (row.actual, row.target) if value is not None), default=0) or 1
    shares = [row.actual / row.target if row.actual is not None and row.target else None for row in rows]
    drawn = [
        "" if row.actual is None else bar(row.actual / scale, _DAY_BAR, (row.target or Fraction(0)) / scale)
        for row in rows
    ]

    def amount(value: Fraction | None) -> str:
        return by_unit(value, unit, lang, review.currency, even=True)

    return Block(
        say(lang, "review.by_day", metric=metric_name(workspace, review.headline, lang)),
        (
            heads([day_name(row.day, lang) for row in rows], "day", lang),
            column("actual", rows, lang, lambda row: amount(row.actual)),
            column("target", rows, lang, lambda row: amount(row.target)),
            Column(say(lang, "review.attainment"), tuple(percent(share) for share in shares), marked=missed(shares)),
            bars(drawn),
        ),
        name="days",
    )


def stores_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """Stores side by side: the headline metric in full, the others' actual values."""
    rows = [store.headline for store in review.stores]
    columns = [heads([scope_name(workspace, store.scope, lang) for store in review.stores], "store", lang)]
    columns += [*figures(rows, review.period, review.currency, lang, even=True), *attained(rows, lang)]
    others = dict.fromkeys(row.metric for store in review.stores for row in store.others)
    for metric in others:
        found = [next((row for row in store.others if row.metric == metric), None) for store in review.stores]
        cells = [row and by_unit(row.actual.value, row.unit, lang, review.currency, even=True) for row in found]
        columns.append(Column(metric_name(workspace, metric, lang), tuple(cell or NOTHING for cell in cells)))
    title = say(lang, "review.stores", metric=metric_name(workspace, review.headline, lang))
    return Block(title, tuple(columns), name="stores")


def rates_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """What exchange rates did to each store's headline amount; none of it is in the attainment."""
    rows = review.rates

    def home(value: Fraction | None) -> str:
        return money(value, lang, review.currency, even=True)

    unknown = [f"{row.currency} {month}" for row in rows for month in row.unknown]
    notes = [say(lang, "review.note_rates")]
    if unknown:
        notes.append(say(lang, "review.note_no_actual_rate", months=listed(dict.fromkeys(unknown), lang)))
    return Block(
        say(lang, "review.rates", metric=metric_name(workspace, review.headline, lang)),
        (
            heads([scope_name(workspace, row.scope, lang) for row in rows], "store", lang),
            column("foreign_amount", rows, lang, lambda row: money(row.amount, lang, row.currency, even=True)),
            column("at_budget", rows, lang, lambda row: home(row.planned)),
            column("rate_effect", rows, lang, lambda row: home(row.effect)),
        ),
        notes=tuple(notes),
        name="rates",
    )


def _notes(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    rows, total = review.rows, len(review.period.days)
    yield _compared_with(review, lang)
    if review.event is not None:
        yield _aligned_by(review.event, workspace, lang)
    if rows[0].numbered is not None:
        yield say(lang, "review.note_same_number", week=rows[0].numbered.period.label)
    elif _has_no_such_number(review.period, rows[0].last_year.period):
        yield say(lang, "review.note_no_such_number", week=review.period.label)
    counted = [row for row in rows if row.aggregation == "distinct"]
    if counted and total > 1:
        beside = any(row.distinct is not None for row in counted)
        names = listed((metric_name(workspace, row.metric, lang) for row in counted), lang)
        whole = of_kind("whole", review.period, lang)
        yield say(lang, "review.note_distinct" if beside else "review.note_daily_sum", metrics=names, whole=whole)
    if any(covered(row) < total for row in rows):
        yield say(lang, "review.note_days", total=f"{total}")
    for row in rows:
        if row.immature_until is not None:
            name = metric_name(workspace, row.metric, lang)
            yield say(lang, "review.note_immature", metric=name, day=f"{row.immature_until}")


def _ripeness(row: MetricRow, workspace: Workspace, lang: str) -> str:
    """A metric's name; with a mark where late refunds still change it."""
    name = metric_name(workspace, row.metric, lang)
    return name if row.immature_until is None else say(lang, "review_numbers.late", metric=name)


def _compared_with(review: PeriodReview, lang: str) -> str:
    row = review.rows[0]
    words = {"previous": row.previous.period.label, "last_year": row.last_year.period.label}
    if is_yearly(review.period):
        return say(lang, "review_numbers.compared_year", **words)
    how = "weekdays" if review.period.kind in ("day", "week") else "calendar"
    return say(lang, f"review_numbers.compared_{how}", name=of_kind("previous", review.period, lang), **words)


def _aligned_by(event: EventYear, workspace: Workspace, lang: str) -> str:
    return say(
        lang,
        "review_numbers.compared_event",
        event=event_name(workspace, event, lang),
        day=f"{event.day}",
        before=f"{event.before}",
        span=span_name(event.period.start, event.period.last, lang),
    )


def _has_no_such_number(period: Period, last_year: Period) -> bool:
    """Whether a week is compared with one of another number because last year has none of its own."""
    return period.kind == "week" and last_year.label.partition("-")[2] != period.label.partition("-")[2]
