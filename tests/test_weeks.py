"""Weeks and fiscal years: published calendars, and the laws that any setting has to keep (D5 of the mathematics)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from opsctl.period import FISCAL, Period, fiscal, parse_period, period_of, week, week_of, weeks_touching
from opsctl.period import year as year_period
from opsctl.weeks import ISO, Weeks, fiscal_place, week_place, week_start, weeks_in

VECTORS = {
    vector["id"]: vector
    for vector in YAML(typ="safe").load((Path(__file__).parent / "math-vectors.yaml").read_text("utf-8"))["vectors"]
}
NRF = Weeks(6, 2, (4, 5, 4))
SUNDAY = Weeks(6)
APRIL = Weeks(0, 4, by_end=True)
PATTERNS = ((4, 4, 5), (4, 5, 4), (5, 4, 4))
RETAIL = st.builds(
    Weeks,
    st.integers(0, 6),
    st.integers(1, 12),
    st.sampled_from(PATTERNS),
    st.booleans(),
    st.integers(1, 12),
    st.booleans(),
)
MONTHLY = st.builds(Weeks, st.integers(0, 6), st.integers(1, 12), by_end=st.booleans())
YEARS = st.integers(1910, 2180)
DAYS = st.dates(date(1910, 1, 1), date(2180, 12, 31))


def named(text: str, weeks: Weeks = ISO) -> Period:
    """A period from its label."""
    found = parse_period(text, weeks)
    assert found is not None
    return found


def test_the_weeks_of_the_published_retail_years() -> None:
    expected: Any = VECTORS["cal-nrf-weeks"]["expected"]
    assert {year: weeks_in(NRF, year) for year in expected["weeks"]} == expected["weeks"]
    starts = {year: week_start(NRF, year, 1).isoformat() for year in expected["year_start"]}
    assert starts == expected["year_start"]


def test_the_months_of_the_published_retail_year() -> None:
    months = named("FY2018", NRF).parts("fiscal-month")
    found = [[month.start.isoformat(), month.last.isoformat()] for month in months]
    assert found == VECTORS["cal-nrf-2018"]["expected"]["months"]


def test_iso_years_of_53_weeks() -> None:
    first, last = VECTORS["cal-iso-53"]["inputs"]["years"]
    long = [year for year in range(first, last + 1) if weeks_in(ISO, year) == 53]
    assert long == VECTORS["cal-iso-53"]["expected"]["years_53"]


@given(DAYS)
def test_the_general_rule_gives_iso_weeks(day: date) -> None:
    # The same rule under another name: 4-4-5 weeks from Monday, nearest to the first of January.
    iso = day.isocalendar()
    assert week_place(Weeks(0, 1, (4, 4, 5)), day) == (iso.year, iso.week) == week_place(ISO, day)


@pytest.mark.parametrize(
    ("label", "weeks", "first", "last"),
    [
        ("2026-W01", SUNDAY, "2026-01-04", "2026-01-10"),
        ("2025-W53", SUNDAY, "2025-12-28", "2026-01-03"),
        ("2024-W01", SUNDAY, "2023-12-31", "2024-01-06"),
        ("2026-W53", ISO, "2026-12-28", "2027-01-03"),
        ("2023-W53", NRF, "2024-01-28", "2024-02-03"),
        ("FY2026", APRIL, "2025-04-01", "2026-03-31"),
        ("FY2026-Q4", APRIL, "2026-01-01", "2026-03-31"),
        ("FY2024-P11", APRIL, "2024-02-01", "2024-02-29"),
        ("FY2026-H2", Weeks(0, 4), "2026-10-01", "2027-03-31"),
        ("FY2023-P12", NRF, "2023-12-31", "2024-02-03"),
        ("FY2023-P06", Weeks(6, 2, (4, 5, 4), longest=6), "2023-07-02", "2023-08-05"),
        ("FY2026", Weeks(5, 9, (4, 4, 5), nearest=False), "2026-08-29", "2027-08-27"),
    ],
)
def test_known_periods(label: str, weeks: Weeks, first: str, last: str) -> None:
    found = named(label, weeks)
    assert (found.start.isoformat(), found.last.isoformat(), found.label) == (first, last, label)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("2026-W53", SUNDAY),
        ("2026-W00", NRF),
        ("2026-W1", ISO),
        ("FY2026", ISO),
        ("FY2026-P13", NRF),
        ("FY2026-P00", NRF),
        ("FY2026-P5", NRF),
        ("FY2026-Q5", NRF),
        ("FY2026-W01", NRF),
        ("FY26", NRF),
        ("fy2026", NRF),
        ("FY9999", NRF),
    ],
)
def test_what_is_no_period(text: str, weeks: Weeks) -> None:
    assert parse_period(text, weeks) is None


@given(RETAIL, YEARS)
def test_retail_weeks_nest_in_fiscal_months_and_years_tile(weeks: Weeks, year: int) -> None:
    whole = fiscal("fiscal-year", year, 1, weeks)
    inside = whole.parts("week")
    assert len(inside) in (52, 53) and len(inside) == weeks_in(weeks, year)
    assert [part.label for part in inside] == [f"{year}-W{number:02d}" for number in range(1, len(inside) + 1)]
    months = whole.parts("fiscal-month")
    assert all(month.start in {part.start for part in inside} for month in months)
    lengths = [len(month.parts("week")) for month in months]
    expected = list(weeks.pattern) * 4
    expected[weeks.longest - 1] += len(inside) - 52
    assert lengths == expected
    assert whole.following().start == whole.end and whole.following().previous() == whole


@given(st.one_of(RETAIL, MONTHLY), YEARS)
def test_fiscal_periods_tile_their_year_and_keep_their_names(weeks: Weeks, year: int) -> None:
    whole = fiscal("fiscal-year", year, 1, weeks)
    for kind, months in FISCAL.items():
        parts = whole.parts(kind)
        assert len(parts) == 12 // months
        assert all(one.end == other.start for one, other in pairwise(parts))
        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
        assert all(parse_period(part.label, weeks) == part for part in parts)


@given(st.one_of(RETAIL, MONTHLY, st.sampled_from((ISO, SUNDAY))), DAYS)
def test_every_day_lies_in_the_week_and_month_it_is_placed_in(weeks: Weeks, day: date) -> None:
    year, number = week_place(weeks, day)
    assert week(year, number, weeks) == week_of(day, weeks)
    assert week_of(day, weeks).contains(day) and week_of(day, weeks).start.weekday() == weeks.first
    if weeks.start:
        place = fiscal_place(weeks, day)
        month = fiscal("fiscal-month", *place, weeks)
        assert month.contains(day) and period_of("fiscal-month", day, weeks) == month


@given(MONTHLY, YEARS)
def test_without_retail_weeks_fiscal_months_are_calendar_months(weeks: Weeks, year: int) -> None:
    months = fiscal("fiscal-year", year, 1, weeks).parts("fiscal-month")
    assert months[0].start == date(year - (weeks.by_end and weeks.start > 1), weeks.start, 1)
    assert [(part.start, part.end) for part in months] == [
        (found.start, found.end) for part in months for found in [period_of("month", part.start)]
    ]


@given(st.sampled_from((ISO, SUNDAY, NRF)), YEARS)
def test_the_weeks_that_touch_a_year_cover_it_once(weeks: Weeks, year: int) -> None:
    found = weeks_touching(year_period(year), weeks)
    assert all(one.end == other.start for one, other in pairwise(found))
    assert found[0].contains(date(year, 1, 1)) and found[-1].contains(date(year, 12, 31))


def test_the_ends_of_the_calendar_have_weeks() -> None:
    for weeks in (SUNDAY, NRF):
        assert week_of(date(9999, 12, 20), weeks).label == f"9999-W{week_place(weeks, date(9999, 12, 20))[1]:02d}"
        assert week_place(weeks, date(1, 1, 1) + timedelta(days=40))[1] >= 1
