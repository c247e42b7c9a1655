"""A day for a chat: at most 300 characters, whatever things are called."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.locales import say
from opsctl.rendering.clean import clean
from opsctl.rendering.names import day_name, metric_name, scope_name
from opsctl.rendering.numbers import by_unit, percent, points
from opsctl.rendering.review_exceptions import exception_line, shortened
from opsctl.reviewing.exceptions import exceptions
from opsctl.reviewing.view import MetricRow, PaceRow, PeriodReview
from opsctl.workspace import Workspace

LONGEST = 300
# How long a name may be at most, tried one after the other until everything fits.
_NAMES = range(40, 5, -2)


def review_chat(workspace: Workspace, review: PeriodReview, lang: str) -> str:
    """The day against its target, the month's pace, what the days left need, and up to three exceptions."""
    text = ""
    for names in _NAMES:
        lines = [clean(line) for line in _lines(workspace, review, lang, names)]
        text = "\n".join(lines)
        if len(text) <= LONGEST:
            return text + "\n"
    return text[: LONGEST - 1] + "…\n"


def _lines(workspace: Workspace, review: PeriodReview, lang: str, names: int) -> Iterator[str]:
    scope = shortened(clean(scope_name(workspace, review.scope, lang)), names)
    yield f"{scope} {day_name(review.period.start, lang)}"
    row = next((row for row in review.rows if row.metric == review.headline), None)
    yield _headline(row, workspace, review, lang, names)
    month = next((row for row in review.pace if row.metric == review.headline and "month" in row.period.kind), None)
    if month is not None and month.pace is not None:
        yield _pace(month, lang)
        yield from _rate(month, workspace, review, lang)
    found = exceptions(review)
    yield say(lang, "review_numbers.chat_exceptions" if found else "review_numbers.no_exceptions")
    for number, each in enumerate(found, 1):
        yield f"{number}. {exception_line(each, review, workspace, lang, longest=names)}"


def _headline(row: MetricRow | None, workspace: Workspace, review: PeriodReview, lang: str, names: int) -> str:
    metric = shortened(clean(metric_name(workspace, review.headline, lang)), names)
    if row is None or row.actual.value is None:
        return say(lang, "review_numbers.chat_no_actual", metric=metric)
    actual = by_unit(row.actual.value, row.unit, lang, review.currency)
    if row.target is None or row.attainment is None:
        return say(lang, "review_numbers.chat_no_target", metric=metric, actual=actual)
    target = by_unit(row.target, row.unit, lang, review.currency)
    share = percent(row.attainment)
    return say(lang, "review_numbers.chat_headline", metric=metric, actual=actual, target=target, attainment=share)


def _pace(month: PaceRow, lang: str) -> str:
    shown = points(month.pace)
    word = "ahead" if shown.startswith("+") else "behind" if shown.startswith("-") else "on"
    return say(
        lang,
        "review_numbers.chat_pace",
        period=month.period.label,
        attainment=percent(month.attainment),
        due=percent(month.due),
        lead=say(lang, f"review.{word}", lead=shown.lstrip("+-")),
    )


def _rate(month: PaceRow, workspace: Workspace, review: PeriodReview, lang: str) -> Iterator[str]:
    rates = (rate for rate in review.daily_rate if (rate.metric, rate.period) == (month.metric, month.period))
    rate = next(rates, None)
    if rate is None:
        return
    if not rate.needed:
        yield say(lang, "review_numbers.chat_reached", days=f"{rate.days}")
        return
    average = by_unit(rate.average, workspace.metrics[rate.metric].unit, lang, review.currency)
    yield say(lang, "review_numbers.chat_rate", days=f"{rate.days}", average=average, times=percent(rate.times, 0))
