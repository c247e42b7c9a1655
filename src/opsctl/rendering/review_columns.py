"""The columns that the tables of a review share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from opsctl.locales import say
from opsctl.period import Period
from opsctl.rendering.bars import bar
from opsctl.rendering.numbers import NOTHING, by_unit, change, difference, percent, points
from opsctl.rendering.review_words import is_yearly, of_kind
from opsctl.rendering.sheet import Column
from opsctl.reviewing.view import Comparison, MetricRow, PaceRow

Row = TypeVar("Row")

_BAR = 10


def heads(names: Sequence[str], head: str, lang: str, *, area: str = "review") -> Column:
    """The first column, which names the rows."""
    return Column(say(lang, f"{area}.{head}"), tuple(names), right=False)


def column(
    head: str,
    rows: Sequence[Row],
    lang: str,
    cell: Callable[[Row], str],
    *,
    right: bool = True,
    leading: bool = False,
    marked: frozenset[int] = frozenset(),
) -> Column:
    """One cell a row, under the head of that name."""
    return Column(
        say(lang, f"review.{head}"), tuple(cell(row) for row in rows), right=right, leading=leading, marked=marked
    )


def bars(drawn: Sequence[str]) -> Column:
    """Bars come last: some consoles draw blocks twice as wide, and nothing behind them shall shift."""
    return Column("", tuple(drawn), right=False, spare=True)


def figures(rows: Sequence[MetricRow], period: Period, currency: str, lang: str, *, even: bool = False) -> list[Column]:
    """Actual, target, gap and the comparisons."""

    def amount(row: MetricRow, value: Fraction | None) -> str:
        return by_unit(value, row.unit, lang, currency, even=even)

    return [
        column("actual", rows, lang, lambda row: amount(row, row.actual.value), leading=True),
        column("target", rows, lang, lambda row: amount(row, row.target), leading=True),
        *original_targets(rows, lang, lambda row: amount(row, row.original_target)),
        column("gap", rows, lang, lambda row: difference(row.gap, row.unit, lang, currency, even=even)),
        *([] if is_yearly(period) else [_previous(rows, period, lang)]),
        column("last_year", rows, lang, lambda row: _compared(row.last_year, row.unit)),
        *_besides(rows, lang),
    ]


def attained(rows: Sequence[MetricRow], lang: str) -> tuple[Column, Column]:
    """Attainment as a percentage and as a bar."""
    shares = [row.attainment for row in rows]
    cells = tuple(percent(share) for share in shares)
    # What late refunds still change is shown, and judged when it is ripe.
    judged = [None if row.immature_until is not None else row.attainment for row in rows]
    return (
        Column(say(lang, "review.attainment"), cells, leading=True, marked=missed(judged)),
        bars([bar(share, _BAR) for share in shares]),
    )


def original_targets(
    rows: Sequence[MetricRow] | Sequence[PaceRow], lang: str, amount: Callable[[Any], str]
) -> list[Column]:
    """What the targets were before they were re-planned, and attainment of that; nothing where none was."""
    if all(row.original_target is None for row in rows):
        return []
    shares = tuple(percent(row.original_attainment) for row in rows)
    return [
        Column(say(lang, "replan.original_target"), tuple(amount(row) for row in rows)),
        Column(say(lang, "replan.original_attainment"), shares),
    ]


def covered(row: MetricRow) -> int:
    """The days a row stands for: known ones, and where there is a target, covered ones."""
    return row.actual.days if row.target is None else min(row.actual.days, row.target_days)


def missed(shares: Sequence[Fraction | None]) -> frozenset[int]:
    """The rows that fall short of their target."""
    return frozenset(number for number, share in enumerate(shares) if share is not None and share < 1)


def lead(row: PaceRow, lang: str) -> str:
    """The pace in words, so that it does not hang on a sign or a colour."""
    shown = points(row.pace)
    if shown == NOTHING:
        return shown
    word = "ahead" if shown.startswith("+") else "behind" if shown.startswith("-") else "on"
    return say(lang, f"review.{word}", lead=shown.lstrip("+-"))


def is_behind(row: PaceRow) -> bool:
    """Say whether the pace reads as behind."""
    return points(row.pace).startswith("-")


def _previous(rows: Sequence[MetricRow], period: Period, lang: str) -> Column:
    return Column(of_kind("previous", period, lang), tuple(_compared(row.previous, row.unit) for row in rows))


def _besides(rows: Sequence[MetricRow], lang: str) -> Iterator[Column]:
    """The comparisons by the number of the week and by a promotion; nothing where they are the aligned one."""
    for title, found in (
        ("review.same_number", [row.numbered for row in rows]),
        ("review_numbers.by_event", [row.by_event for row in rows]),
    ):
        if any(found):
            cells = (
                NOTHING if each is None else _compared(each, row.unit) for each, row in zip(found, rows, strict=True)
            )
            yield Column(say(lang, title), tuple(cells))


def _compared(earlier: Comparison, unit: str) -> str:
    return points(earlier.change) if unit == "percent" else change(earlier.change)
