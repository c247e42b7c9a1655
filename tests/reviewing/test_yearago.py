"""Which week of last year a week is compared with: by weekday, and by number where that is another week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.period import week
from opsctl.reviewing.yearago import a_year_before, as_numbered
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
