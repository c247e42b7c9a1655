"""A curve fitted from a past year: what was put into the year comes out of the fit, and nothing else matters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opsctl.holidays.lunar import spring_festival
from opsctl.period import year
from opsctl.planning.curves.fitting import Lift, Past, fit, month_shares, same_weekday, weekday_factors, written_lift
from opsctl.planning.curves.occasions import Unpaired, occasions
from opsctl.planning.curves.ordinary import median, ordinary
from opsctl.records.calendar import Calendar

PAST, NEW = 2025, 2026
# Monday to Sunday; together 7, so that they are their own factors.
WEEK = tuple(Fraction(each, 100) for each in (90, 90, 95, 95, 100, 110, 120))
DAYS = year(PAST).days
DOZENS = settings(max_examples=25)
"""A law looks at two whole years each time."""
LEVELS = st.lists(st.integers(1, 1_000), min_size=12, max_size=12)


def calendar(*events: tuple[str, str, str], **more: object) -> Calendar:
    """A calendar of events that hold on every platform."""
    made = [{"id": id_, "name": id_, "windows": {"all": {"from": first, "until": last}}} | more
            for id_, first, last in events]  # fmt: skip
    return Calendar.model_validate({"events": made})


def days_of(first: str, count: int) -> list[date]:
    """So many days from one on."""
    return [date.fromisoformat(first) + timedelta(days=step) for step in range(count)]


def lived(lifts: Mapping[date, Fraction] | None = None) -> dict[date, Fraction]:
    """A year on one level with a weekly rhythm and some lifted days."""
    return {day: 1_000 * WEEK[day.weekday()] * (lifts or {}).get(day, Fraction(1)) for day in DAYS}


def test_an_even_year_stays_even() -> None:
    made = fit(Past(PAST, lived()), NEW)
    assert made is not None
    assert made.days == {day: 1_000 * WEEK[day.weekday()] for day in year(NEW).days}
    assert weekday_factors(made.filled) == tuple(Decimal(int(each * 100)) / 100 for each in WEEK)


def test_an_event_takes_its_lifts_along() -> None:
    past, new = calendar(("sale", "2025-06-10", "2025-06-12")), calendar(("sale", "2026-09-20", "2026-09-22"))
    lifts = dict(zip(days_of("2025-06-10", 3), map(Fraction, (2, 3, 5)), strict=True))
    paired, alone = occasions(past, new, "tmall", (PAST, NEW))
    made = fit(Past(PAST, lived(lifts), occasions=paired), NEW)
    assert made is not None and not alone
    assert made.lifts["sale"] == dict(zip(days_of("2026-09-20", 3), map(Fraction, (2, 3, 5)), strict=True))
    assert {day for day, value in made.days.items() if value != 1_000 * WEEK[day.weekday()]} == set(made.lifts["sale"])


def test_spring_festival_is_followed_beyond_its_window() -> None:
    """The days around it that feel it move along, though the calendar's window is shorter."""
    past, new = calendar(("cny", "2025-01-25", "2025-02-03")), calendar(("cny", "2026-02-13", "2026-02-22"))
    before, after = date(2025, 1, 29), date(2026, 2, 17)
    dip = {before + timedelta(days=step): Fraction(1, 4) for step in range(-15, 13)}
    paired, _ = occasions(past, new, None, (PAST, NEW))
    made = fit(Past(PAST, lived(dip), occasions=paired), NEW)
    assert made is not None
    low = {day for day, value in made.days.items() if value * 2 < 1_000 * WEEK[day.weekday()]}
    assert low == {after + timedelta(days=step) for step in range(-15, 13)}
    assert written_lift(made.lifts["cny"]) == Lift(Decimal("0.25"), {})
    assert set(made.lifts["cny"]) == set(days_of("2026-02-13", 10))


def test_of_two_events_on_a_day_the_larger_lift_counts() -> None:
    past = calendar(("a", "2025-06-10", "2025-06-10"), ("b", "2025-08-10", "2025-08-10"))
    new = calendar(("a", "2026-06-10", "2026-06-10"), ("b", "2026-06-10", "2026-06-10"))
    paired, _ = occasions(past, new, None, (PAST, NEW))
    lifts = {date(2025, 6, 10): Fraction(2), date(2025, 8, 10): Fraction(3)}
    made = fit(Past(PAST, lived(lifts), occasions=paired), NEW)
    assert made is not None
    assert made.days[date(2026, 6, 10)] == 3 * 1_000 * WEEK[date(2026, 6, 10).weekday()]


def test_a_day_within_the_noise_has_no_lift_of_its_own() -> None:
    """Ordinary days swing by a tenth here, so of the event's days only one that stands out keeps its number."""
    swing = {day: Fraction(9 + 2 * (day.toordinal() // 7 % 2), 10) for day in DAYS}
    window = days_of("2025-06-01", 10)
    lifts = {day: swing[day] * (5 if day == window[4] else 2) if day in window else swing[day] for day in DAYS}
    paired, _ = occasions(calendar(("e", "2025-06-01", "2025-06-10")), calendar(("e", "2026-06-01", "2026-06-10")),
                          None, (PAST, NEW))  # fmt: skip
    made = fit(Past(PAST, lived(lifts), occasions=paired), NEW)
    assert made is not None
    lift = written_lift(made.lifts["e"])
    assert list(lift.days) == [date(2026, 6, 5)]
    assert Decimal("1.8") <= lift.usual <= Decimal("2.2") and Decimal("4.5") <= lift.days[date(2026, 6, 5)]


def test_a_longer_window_takes_the_usual_lift_and_a_shorter_one_gives_days_back() -> None:
    past = calendar(("e", "2025-06-10", "2025-06-12"))
    lifts = dict.fromkeys(days_of("2025-06-10", 3), Fraction(2))
    for first, count in (("2026-06-08", 5), ("2026-06-11", 2)):
        until = days_of(first, count)[-1]
        paired, _ = occasions(past, calendar(("e", first, f"{until}")), None, (PAST, NEW))
        made = fit(Past(PAST, lived(lifts), occasions=paired), NEW)
        assert made is not None
        assert made.lifts["e"] == dict.fromkeys(days_of(first, count), Fraction(2))


@given(LEVELS, st.sets(st.sampled_from(DAYS), max_size=12), st.integers(0, 100_000))
@DOZENS
def test_marked_days_are_as_if_nobody_knew_them(levels: list[int], marked: set[date], wrong: int) -> None:
    values = {day: Fraction(levels[day.month - 1]) * WEEK[day.weekday()] for day in DAYS}
    spoilt = {day: Fraction(wrong) if day in marked else value for day, value in values.items()}
    unknown = {day: value for day, value in values.items() if day not in marked}
    made = fit(Past(PAST, spoilt, frozenset(marked)), NEW)
    assert made == fit(Past(PAST, unknown), NEW)
    assert made is not None


@given(LEVELS, st.integers(1, 10**9), st.booleans())
@DOZENS
def test_shares_add_up_to_one_and_size_does_not_matter(levels: list[int], scale: int, closed: bool) -> None:
    values = {day: Fraction(0 if closed and day.weekday() == 5 else levels[day.month - 1]) for day in DAYS}
    small, large = (fit(Past(PAST, {day: value * by for day, value in values.items()}), NEW) for by in (1, scale))
    assert small is not None and large is not None
    shares = month_shares(small.days)
    assert sum(shares) == 1 and all(share == share.quantize(Decimal("0.0001")) for share in shares)
    assert shares == month_shares(large.days)
    assert weekday_factors(small.filled) == weekday_factors(large.filled)
    assert not closed or weekday_factors(small.filled)[5] == 0


@given(st.dates(date(2016, 1, 1), date(2040, 12, 31)), st.integers(2010, 2039))
def test_the_same_weekday_lies_in_the_other_year(day: date, past: int) -> None:
    then = same_weekday(day, past)
    assert then.year == past and then.weekday() == day.weekday()
    if past == day.year - 1 and (day - timedelta(days=364)).year == past:
        assert day - then == timedelta(days=364)


@pytest.mark.parametrize(
    ("past", "new", "main"),
    [
        (("2025-05-13", "2025-06-20"), ("2026-05-20", "2026-06-20"), ("2025-06-20", "2026-06-20")),
        (("2025-10-15", "2025-11-14"), ("2026-10-20", "2026-11-13"), ("2025-11-14", "2026-11-13")),
        (("2025-11-28", "2025-12-01"), ("2026-11-27", "2026-11-30"), ("2025-12-01", "2026-11-30")),
        (("2025-01-25", "2025-02-03"), ("2026-02-13", "2026-02-22"), ("2025-01-29", "2026-02-17")),
        (("2024-02-29", "2024-02-29"), ("2026-02-28", "2026-03-01"), ("2024-02-29", "2026-03-01")),
    ],
    ids=["same-date", "ends-apart", "moves", "spring-festival", "leap-day"],
)
def test_the_main_day_of_an_event(past: tuple[str, str], new: tuple[str, str], main: tuple[str, str]) -> None:
    years = int(past[0][:4]), NEW
    (paired,), _ = occasions(calendar(("e", *past)), calendar(("e", *new)), None, years)
    assert (f"{paired.main}", f"{paired.new_main}") == main


def test_a_main_day_that_is_named_counts_and_so_does_a_single_largest_lift() -> None:
    named = (calendar(("e", "2025-11-20", "2025-12-01"), day="2025-11-28"),
             calendar(("e", "2026-11-19", "2026-11-30"), day="2026-11-27"))  # fmt: skip
    (paired,), _ = occasions(*named, None, (PAST, NEW))
    assert paired.then(date(2026, 11, 27)) == date(2025, 11, 28)
    window = {"from": "2025-10-15", "until": "2025-11-14", "lift": {"2025-10-20": "2", "2025-11-11": "3.8"}}
    lifted = Calendar.model_validate({"events": [{"id": "e", "name": "e", "windows": {"jd": window}}]})
    (paired,), _ = occasions(lifted, calendar(("e", "2026-10-20", "2026-11-13")), "jd", (PAST, NEW))
    assert paired.then(date(2026, 11, 11)) == date(2025, 11, 11)


def test_an_event_of_one_year_only_is_told_and_its_days_are_no_base() -> None:
    past, new = calendar(("old", "2025-06-10", "2025-06-12")), calendar(("new", "2026-06-10", "2026-06-12"))
    paired, alone = occasions(past, new, "jd", (PAST, NEW))
    assert alone == (Unpaired("old", "jd", PAST), Unpaired("new", "jd", NEW))
    made = fit(Past(PAST, lived(dict.fromkeys(days_of("2025-06-10", 3), Fraction(9))), occasions=paired), NEW)
    assert made is not None
    assert made.days == {day: 1_000 * WEEK[day.weekday()] for day in year(NEW).days}


def test_without_an_ordinary_day_of_some_weekday_there_is_no_fit() -> None:
    sundays = {day: value for day, value in lived().items() if day.weekday() != 6}
    assert fit(Past(PAST, sundays), NEW) is None


def test_a_long_event_reaches_further_for_ordinary_days() -> None:
    special = frozenset(days_of("2025-03-01", 120))
    base = ordinary(DAYS, lived(), special)
    assert base is not None
    assert base.usual == lived() and base.noise == 1


@given(st.lists(st.integers(0, 100), min_size=1))
def test_half_are_at_or_above_the_median_and_half_at_or_below(numbers: list[int]) -> None:
    middle = median([Fraction(each) for each in numbers])
    assert 2 * sum(each <= middle for each in numbers) >= len(numbers)
    assert 2 * sum(each >= middle for each in numbers) >= len(numbers)


def test_spring_festival_by_year() -> None:
    found = [spring_festival(each) for each in (2015, 2020, 2025, 2026, 2027, 2033, 2060)]
    assert [f"{day}" for day in found] == [
        "2015-02-19", "2020-01-25", "2025-01-29", "2026-02-17", "2027-02-06", "2033-01-31", "2060-02-02",
    ]  # fmt: skip
    assert spring_festival(2014) is spring_festival(2061) is None
    known = [day for each in range(2015, 2061) if (day := spring_festival(each))]
    # A lunar year has 353 to 355 days, or 383 to 385 with a leap month.
    assert all((b - a).days in (353, 354, 355, 383, 384, 385) for a, b in pairwise(known))


def test_a_lift_is_written_short() -> None:
    assert written_lift({date(2026, 6, day): Fraction(131, 100) for day in (1, 2)}) == Lift(Decimal("1.31"), {})
    days = {date(2026, 6, day): Fraction(3 if day == 4 else 1) for day in range(1, 6)}
    assert written_lift(days) == Lift(Decimal("1.00"), {date(2026, 6, 4): Decimal("3.00")})
