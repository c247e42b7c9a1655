"""The charts of a review, drawn from its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from opsctl.locales import say
from opsctl.metrics import attainment
from opsctl.rendering.html.gap_charts import gap_charts
from opsctl.rendering.names import day_name, metric_name, scope_name
from opsctl.rendering.numbers import by_unit, percent
from opsctl.rendering.svg.bars import Bar, bars
from opsctl.rendering.svg.bullet import Bullet, bullets
from opsctl.rendering.svg.line import Line, lines
from opsctl.reviewing.course import Course
from opsctl.reviewing.view import DayRow, PeriodReview
from opsctl.workspace import Workspace

# Up to a week every day has its weekday and its share above the bar.
_A_WEEK = 7


def charts(review: PeriodReview, workspace: Workspace, lang: str) -> dict[str, str]:
    """Every chart the review has numbers for, by the name of the block it stands with."""
    return dict(_found(review, workspace, lang))


def _found(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[tuple[str, str]]:
    yield from gap_charts(review, workspace, lang)
    if review.course is not None and any(day.actual is not None for day in review.course.days):
        yield "pace", _course(review, workspace, lang)
    if any(row.actual is not None for row in review.days):
        yield "days", _days(review, workspace, lang)
    if any(part.actual.value is not None for part in review.parts):
        yield "parts", _parts(review, workspace, lang)
    if any(store.headline.actual.value is not None for store in review.stores):
        yield "stores", _stores(review, workspace, lang)


def _label(review: PeriodReview, workspace: Workspace, lang: str, metric: str) -> Callable[[Fraction | None], str]:
    entry = workspace.metrics.get(metric)
    unit = entry.unit if entry else "money"
    return lambda value: by_unit(value, unit, lang, review.currency)


def _course(review: PeriodReview, workspace: Workspace, lang: str) -> str:
    course = review.course
    assert course is not None
    label = _label(review, workspace, lang, course.metric)
    last = next(day for day in reversed(course.days) if day.actual is not None)
    return lines(
        "course",
        say(lang, "page.chart_course", metric=metric_name(workspace, course.metric, lang), period=course.period.label),
        say(
            lang,
            "page.chart_course_told",
            day=f"{last.day}",
            actual=label(last.actual),
            target=label(last.target),
            whole=label(course.days[-1].target),
        ),
        [f"{day.day:%m-%d}" for day in course.days],
        (
            Line(say(lang, "page.chart_target"), tuple(day.target for day in course.days), "planned"),
            *_foreseen(review, course, lang),
            Line(say(lang, "page.chart_actual"), tuple(day.actual for day in course.days), "reached"),
        ),
        label,
    )


def _foreseen(review: PeriodReview, course: Course, lang: str) -> tuple[Line, ...]:
    """From what is reached to where it will end, along the curve of what is left of the target."""
    found = [row for row in review.forecast if (row.metric, row.period) == (course.metric, course.period)]
    reached = [day for day in course.days if day.actual is not None]
    if not found or not reached or reached[-1].actual is None:
        return ()
    last, start = reached[-1], reached[-1].actual
    left = course.days[-1].target - last.target
    values = tuple(
        start + (found[0].value - start) * (day.target - last.target) / left if day.day >= last.day and left else None
        for day in course.days
    )
    return (Line(say(lang, "page.chart_forecast"), values, "foreseen"),)


def _days(review: PeriodReview, workspace: Workspace, lang: str) -> str:
    rows = review.days
    label = _label(review, workspace, lang, review.headline)
    shares = [_share(row, review, workspace) for row in rows]
    known = [share for share in shares if share is not None]
    name = metric_name(workspace, review.headline, lang)
    return bars(
        "days",
        say(lang, "page.chart_days", metric=name),
        say(lang, "page.chart_days_told", met=f"{sum(share >= 1 for share in known)}", total=f"{len(known)}"),
        [
            Bar(
                day_name(row.day, lang).split()[-1] if len(rows) <= _A_WEEK else f"{row.day:%m-%d}",
                row.actual,
                row.target,
                share is not None and share < 1,
                percent(share) if share is not None else "",
            )
            for row, share in zip(rows, shares, strict=True)
        ],
        label,
    )


def _parts(review: PeriodReview, workspace: Workspace, lang: str) -> str:
    """The months of a quarter or the quarters of a year."""
    known = [part.attainment for part in review.parts if part.attainment is not None]
    return bars(
        "parts",
        say(lang, "page.chart_parts", metric=metric_name(workspace, review.headline, lang)),
        say(lang, "page.chart_days_told", met=f"{sum(share >= 1 for share in known)}", total=f"{len(known)}"),
        [
            Bar(
                part.period.label,
                part.actual.value,
                part.target,
                part.attainment is not None and part.attainment < 1,
                "" if part.attainment is None else percent(part.attainment),
            )
            for part in review.parts
        ],
        _label(review, workspace, lang, review.headline),
    )


def _stores(review: PeriodReview, workspace: Workspace, lang: str) -> str:
    return bullets(
        "stores",
        say(lang, "page.chart_stores", metric=metric_name(workspace, review.headline, lang)),
        say(lang, "page.chart_stores_told"),
        [
            Bullet(
                scope_name(workspace, store.scope, lang),
                store.headline.actual.value,
                store.headline.target,
                percent(store.headline.attainment),
                store.headline.attainment is not None and store.headline.attainment < 1,
            )
            for store in review.stores
        ],
    )


def _share(row: DayRow, review: PeriodReview, workspace: Workspace) -> Fraction | None:
    entry = workspace.metrics.get(review.headline)
    if row.actual is None or row.target is None:
        return None
    return attainment(entry.direction if entry else "up", row.actual, row.target)
