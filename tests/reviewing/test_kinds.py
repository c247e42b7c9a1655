"""Which periods a review is of, which it is of unasked, what it is shown by and which longer ones it leads to."""

from __future__ import annotations

from datetime import date

import pytest

from opsctl.cli.review import KINDS as SPOKEN
from opsctl.period import parse_period
from opsctl.reviewing.kinds import KINDS, PERIODS, kind_of, longer, parts_of, usual_period
from opsctl.weeks import ISO, Weeks

APRIL, FOUR_FIVE_FOUR, JANUARY = Weeks(start=4), Weeks(first=6, start=2, pattern=(4, 5, 4)), Weeks(start=1)


def test_the_commands_are_the_kinds() -> None:
    assert SPOKEN == KINDS == tuple(PERIODS)


@pytest.mark.parametrize(
    ("weeks", "usual"),
    [
        (ISO, ("day", "week", "month", "quarter", "year")),
        (JANUARY, ("day", "week", "month", "quarter", "year")),
        (APRIL, ("day", "week", "month", "fiscal-quarter", "fiscal-year")),
        (FOUR_FIVE_FOUR, ("day", "week", "fiscal-month", "fiscal-quarter", "fiscal-year")),
    ],
)
def test_unasked_a_fiscal_period_where_it_is_another(weeks: Weeks, usual: tuple[str, ...]) -> None:
    assert tuple(usual_period(kind, weeks) for kind in KINDS) == usual


@pytest.mark.parametrize(
    ("text", "on", "found"),
    [
        ("2026-11-11", date(2026, 11, 11), ["2026-11", "2026-Q4", "2026"]),
        ("2026-W46", date(2026, 11, 15), ["2026-11", "2026-Q4", "2026"]),
        ("2026-10", date(2026, 10, 31), ["2026-Q4", "2026"]),
        ("2026-11", date(2026, 11, 22), ["2026-11", "2026-Q4", "2026"]),
        ("2026-Q3", date(2026, 9, 30), ["2026"]),
        ("2026", date(2026, 12, 31), []),
        ("2026", date(2026, 12, 30), ["2026"]),
    ],
)
def test_longer_periods_and_the_own_while_it_is_not_over(text: str, on: date, found: list[str]) -> None:
    period = parse_period(text)
    assert period is not None and [each.label for each in longer(period, on)] == found


def test_weeks_of_fiscal_months_lead_to_fiscal_months() -> None:
    period = parse_period("2026-W10", FOUR_FIVE_FOUR)
    assert period is not None
    assert [each.kind for each in longer(period, period.last)] == ["fiscal-month", "fiscal-quarter", "fiscal-year"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026-Q2", ["2026-04", "2026-05", "2026-06"]),
        ("2026", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("FY2026-Q1", ["FY2026-P01", "FY2026-P02", "FY2026-P03"]),
        ("FY2026", ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4"]),
        ("2026-06", []),
        ("2026-W23", []),
    ],
)
def test_quarters_are_shown_by_months_and_years_by_quarters(text: str, parts: list[str]) -> None:
    period = parse_period(text, FOUR_FIVE_FOUR if text.startswith("FY") else ISO)
    assert period is not None and [part.label for part in parts_of(period)] == parts


def test_a_half_year_has_no_review_of_its_own() -> None:
    period = parse_period("2026-H1")
    assert period is not None and kind_of(period) is None
