"""What a period is compared with: weekdays for days and weeks, the calendar for longer ones, weeks also by number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.period import Period, day, parse_period, period_of, week
from opsctl.reviewing.yearago import a_year_before, as_numbered, just_before
from opsctl.weeks import ISO, Weeks, weeks_in

SUNDAYS, FOUR_FIVE_FOUR = Weeks(first=6), Weeks(first=6, start=2, pattern=(4, 5, 4))


@pytest.mark.parametrize(
    ("weeks", "year", "number", "aligned", "numbered"),
    [
        (ISO, 2026, 46, "2025-W46", None),
        (ISO, 2026, 53, "2026-W01", None),
        (ISO, 2027, 1, "2026-W02", "2026-W01"),
        (ISO, 2027, 10, "2026-W11", "2026-W10"),
        (ISO, 2027, 52, "2026-W53", "2026-W52"),
        (ISO, 2028, 10, "2027-W10", None),
        (SUNDAYS, 2026, 45, "2025-W46", "2025-W45"),
    ],
)
def test_weeks_shift_after_a_year_of_53(
    weeks: Weeks, year: int, number: int, aligned: str, numbered: str | None
) -> None:
    shown = week(year, number, weeks)
    other = as_numbered(shown)
    assert (a_year_before(shown).label, None if other is None else other.label) == (aligned, numbered)


@given(st.sampled_from([ISO, SUNDAYS, FOUR_FIVE_FOUR]), st.integers(2000, 2060), st.integers(1, 53))
def test_the_two_differ_exactly_after_a_year_of_53_and_then_by_one_week(weeks: Weeks, year: int, number: int) -> None:
    shown = week(year, min(number, weeks_in(weeks, year)), weeks)
    aligned, numbered = a_year_before(shown), as_numbered(shown)
    assert (shown.start - aligned.start).days == 364
    assert (numbered is not None) == (weeks_in(weeks, year - 1) == 53)
    assert numbered is None or (aligned.start - numbered.start).days == 7


NRF = Weeks(first=6, start=2, pattern=(4, 5, 4))


def labels(text: str, weeks: Weeks = ISO) -> tuple[str, str]:
    """The period before and the one a year before, by name."""
    shown = parse_period(text, weeks)
    assert shown is not None
    return just_before(shown).label, a_year_before(shown).label


@pytest.mark.parametrize(
    ("text", "before", "a_year"),
    [
        ("2026-11-11", "2026-11-04", "2025-11-12"),
        ("2024-02-29", "2024-02-22", "2023-03-02"),
        ("2026-W46", "2026-W45", "2025-W46"),
        ("2026-01", "2025-12", "2025-01"),
        ("2024-02", "2024-01", "2023-02"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026-H2", "2026-H1", "2025-H2"),
        ("2026", "2025", "2025"),
    ],
)
def test_what_each_kind_is_compared_with(text: str, before: str, a_year: str) -> None:
    assert labels(text) == (before, a_year)


@pytest.mark.parametrize(
    ("text", "before", "a_year"),
    [
        ("FY2026-P05", "FY2026-P04", "FY2025-P05"),
        ("FY2026-P01", "FY2025-P12", "FY2025-P01"),
        ("FY2026-Q1", "FY2025-Q4", "FY2025-Q1"),
        ("FY2026", "FY2025", "FY2025"),
    ],
)
def test_fiscal_periods_are_compared_with_fiscal_ones(text: str, before: str, a_year: str) -> None:
    assert labels(text, NRF) == (before, a_year)


@given(st.dates(date(2001, 1, 1), date(2060, 12, 31)), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_a_year_before_keeps_weekdays_or_the_place_in_the_year(on: date, kind: str) -> None:
    shown = period_of(kind, on)
    before: Period = a_year_before(shown)
    assert (before.kind, before.end <= shown.start) == (kind, True)
    if kind in ("day", "week"):
        assert before.start.weekday() == shown.start.weekday()
    else:
        assert (before.start.month, before.start.day) == (shown.start.month, shown.start.day)
    assert just_before(day(on)).start.weekday() == on.weekday()
