"""What lies ahead, in words: forecasts with range and chance, and what every day left has to bring."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.rendering.names import day_name, metric_name
from opsctl.rendering.numbers import NOTHING, by_unit, percent
from opsctl.rendering.review_columns import column, heads
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.outlook import DailyRate, Forecast
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def outlook_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """Every longer period that is not over: where it will end, how sure that is, and what its days left need."""
    rows = review.forecast
    rates = [_rate_of(row, review) for row in rows]

    def titled(name: str, cells: Iterator[str]) -> Column:
        return Column(say(lang, f"review_numbers.{name}"), tuple(cells))

    return Block(
        say(lang, "review_numbers.outlook"),
        (
            heads([row.period.label for row in rows], "period", lang),
            column("metric", rows, lang, lambda row: metric_name(workspace, row.metric, lang), right=False),
            titled("forecast", (_amount(row, row.value, review, workspace, lang) for row in rows)),
            titled("range", (_range(row, review, workspace, lang) for row in rows)),
            column("whole_target", rows, lang, lambda row: _amount(row, row.target, review, workspace, lang)),
            titled("attained_then", (percent(row.value / row.target if row.target else None) for row in rows)),
            titled("chance", (chance_word(row, lang) for row in rows)),
            titled("days_left", (NOTHING if rate is None else f"{rate.days}" for rate in rates)),
            titled("average", (_average(rate, review, workspace, lang) for rate in rates)),
            titled("times", (percent(None if rate is None else rate.times) for rate in rates)),
        ),
        notes=tuple(_notes(rows, lang)),
        name="forecast",
    )


def outlook_lines(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    """The nearest end of the headline metric, and what its days left need."""
    row = next((row for row in review.forecast if row.metric == review.headline), None)
    if row is None:
        return
    words = {"period": row.period.label, "chance": chance_word(row, lang)}
    for name, value in (("value", row.value), ("low", row.low), ("high", row.high), ("target", row.target)):
        words[name] = _amount(row, value, review, workspace, lang)
    yield say(lang, f"review_numbers.first_{'run_rate' if row.low is None else 'forecast'}", **words)
    rate = _rate_of(row, review)
    if rate is not None:
        yield rate_line(rate, review, workspace, lang)


def rate_line(rate: DailyRate, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    """What the days left of a period need, in one sentence."""
    if not rate.needed:
        return say(lang, "review_numbers.first_none_needed", period=rate.period.label, days=f"{rate.days}")
    unit = workspace.metrics[rate.metric].unit
    return say(
        lang,
        "review_numbers.first_rate",
        days=f"{rate.days}",
        average=by_unit(rate.average, unit, lang, review.currency),
        times=percent(rate.times),
        next=day_name(rate.next_day, lang),
        tomorrow=by_unit(rate.tomorrow, unit, lang, review.currency),
    )


def chance_word(row: Forecast, lang: str) -> str:
    """How likely the goal is met, in words; a dash where nobody can say."""
    return NOTHING if row.chance is None else say(lang, f"review_numbers.chance_{row.chance}")


def _rate_of(row: Forecast, review: PeriodReview) -> DailyRate | None:
    return next((rate for rate in review.daily_rate if (rate.metric, rate.period) == (row.metric, row.period)), None)


def _range(row: Forecast, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    if row.low is None or row.high is None:
        return NOTHING
    low, high = (_amount(row, value, review, workspace, lang) for value in (row.low, row.high))
    return say(lang, "review_numbers.from_to", low=low, high=high)


def _average(rate: DailyRate | None, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    if rate is None:
        return NOTHING
    return by_unit(rate.average, workspace.metrics[rate.metric].unit, lang, review.currency)


def _amount(row: Forecast, value: Fraction | None, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    return by_unit(value, workspace.metrics[row.metric].unit, lang, review.currency)


def _notes(rows: tuple[Forecast, ...], lang: str) -> Iterator[str]:
    shrunk = {row.by for row in rows if row.method == "shrunk"}
    if shrunk:
        name = "both_parts" if len(shrunk) > 1 else f"parts_{shrunk.pop()}"
        yield say(lang, "review_numbers.note_shrunk", parts=say(lang, f"review_numbers.{name}"))
    for by in ("day", "week"):
        few = dict.fromkeys(row.period.label for row in rows if row.method == "run_rate" and row.by == by)
        if few:
            parts = say(lang, f"review_numbers.parts_{by}")
            yield say(lang, "review_numbers.note_run_rate", periods=listed(few, lang), parts=parts)
