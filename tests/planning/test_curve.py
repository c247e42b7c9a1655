"""The laws of curves: what a month gets, what its days get, and what weekdays, events and opening dates change."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl import period
from opsctl.planning.curves.curve import Curve, day_units, flat_curve, month_units, open_between, resolve_curve
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.records.calendar import Calendar

MONTHS = range(1, 13)
SHARES = ("6.4%", "4.1%", "7.6%", "7.2%", "8.9%", "11.3%", "7.1%", "7.8%", "8.6%", "9.4%", "13.2%", "8.4%")
JUNE_LIFTS = {"2026-05-31": "3.0", "2026-06-01": "2.2", "2026-06-18": "3.2"}


def calendar(*events: dict[str, Any], weekdays: dict[str, str] | None = None) -> Calendar:
    """Build a calendar of one curve from source text, as loading does."""
    months = {str(month): share for month, share in zip(MONTHS, SHARES, strict=True)}
    shape = {"months": months, "weekdays": weekdays or {}}
    return Calendar.model_validate({"curves": {"home": shape}, "events": list(events)})


def event(name: str, **windows: tuple[str, str, Any]) -> dict[str, Any]:
    """Write an event of (from, until, lift) a platform."""
    written = {who: {"from": first, "until": last, "lift": lift} for who, (first, last, lift) in windows.items()}
    return {"id": name, "name": name, "windows": written}


def weight(curve: Curve, month: int, day: int) -> Fraction:
    """Weigh a day against the 10th of its month, which no event here touches."""
    days = curve.day_weights[month - 1]
    return Fraction(days[day - 1], days[9])


def all_days(curve: Curve, months: tuple[int, ...]) -> dict[date, int]:
    """Give every day of the year its units."""
    parts = [(month, day_units(curve, month, total)) for month, total in zip(MONTHS, months, strict=True)]
    return {date(curve.year, month, i): unit for month, units in parts for i, unit in enumerate(units, 1)}


def test_month_shares_are_those_of_the_file() -> None:
    curve = resolve_curve(calendar(), "home", "tmall", 2026)
    assert curve.month_shares == tuple(Fraction(share[:-1]) / 100 for share in SHARES)
    assert sum(curve.month_shares) == 1


def test_a_month_that_the_file_leaves_out_gets_nothing() -> None:
    half = Calendar.model_validate({"curves": {"half": {"months": {"1": "40%", "12": "60%"}}}})
    curve = resolve_curve(half, "half", None, 2026)
    assert month_units(curve, 10, {}, {}, {}) == (4, *[0] * 10, 6)


def test_a_leap_year_has_its_day() -> None:
    assert [len(resolve_curve(calendar(), "home", None, year).day_weights[1]) for year in (2026, 2028)] == [28, 29]


def test_without_a_calendar_every_day_weighs_the_same() -> None:
    curve = flat_curve(2026)
    assert sum(curve.month_shares) == 1
    assert month_units(curve, 365, {}, {}, {}) == (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    assert set(all_days(curve, month_units(curve, 730, {}, {}, {})).values()) == {2}


def test_weekdays_weigh_their_factor_and_one_where_none_is_given() -> None:
    curve = resolve_curve(calendar(weekdays={"fri": "1.05", "sat": "1.15", "sun": "0"}), "home", "tmall", 2026)
    week = [weight(curve, 6, day) for day in range(8, 15)]
    assert week == [1, 1, 1, 1, Fraction("1.05"), Fraction("1.15"), 0]


def test_one_lift_touches_each_day_of_its_window_and_a_list_only_its_days() -> None:
    dead = event("dead", all=("2026-02-11", "2026-02-23", "0.35"))
    sale = event("618", tmall=("2026-05-20", "2026-06-20", JUNE_LIFTS))
    curve = resolve_curve(calendar(dead, sale), "home", "tmall", 2026)
    days = [(day.month, day.day) for day in period.year(2026).days]
    lifted = {day for day in days if weight(curve, *day) != 1}
    assert lifted == {(2, day) for day in range(11, 24)} | {(5, 31), (6, 1), (6, 18)}
    assert [weight(curve, *day) for day in ((2, 11), (5, 31), (6, 1), (6, 18))] == [
        Fraction("0.35"),
        3,
        Fraction("2.2"),
        Fraction("3.2"),
    ]


def test_a_platform_without_a_window_uses_the_one_for_all_and_else_none() -> None:
    events = (
        event("own", tmall=("2026-06-18", "2026-06-18", "2"), all=("2026-06-18", "2026-06-18", "3")),
        event("others", jd=("2026-07-18", "2026-07-18", "5")),
    )
    for platform, june, july in (("tmall", 2, 1), ("jd", 3, 5), ("douyin", 3, 1), (None, 3, 1)):
        curve = resolve_curve(calendar(*events), "home", platform, 2026)
        assert [weight(curve, 6, 18), weight(curve, 7, 18)] == [june, july], platform


def test_where_events_overlap_the_larger_lift_counts_and_a_weekday_still_multiplies() -> None:
    events = (
        event("low", all=("2026-06-12", "2026-06-21", "0.5")),
        event("high", all=("2026-06-17", "2026-06-18", "2")),
        event("listed", all=("2026-06-12", "2026-06-21", {"2026-06-20": "4"})),
    )
    curve = resolve_curve(calendar(*events, weekdays={"sat": "1.5"}), "home", "tmall", 2026)
    assert [weight(curve, 6, day) for day in (16, 17, 18, 19, 20)] == [Fraction("0.5"), 2, 2, Fraction("0.5"), 6]


def test_d6_a_promotion_that_moves_takes_its_weight_along_and_leaves_the_months_alone() -> None:
    before = resolve_curve(calendar(event("sale", all=("2026-06-16", "2026-06-18", "3"))), "home", None, 2026)
    after = resolve_curve(calendar(event("sale", all=("2026-06-23", "2026-06-25", "3"))), "home", None, 2026)
    assert sorted(before.day_weights[5]) == sorted(after.day_weights[5])
    pairs = enumerate(zip(before.day_weights[5], after.day_weights[5], strict=True), 1)
    assert [day for day, (was, now) in pairs if was != now] == [16, 17, 18, 23, 24, 25]
    assert month_units(before, 10**9, {}, {}, {}) == month_units(after, 10**9, {}, {}, {})


def test_an_unknown_curve_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        resolve_curve(calendar(), "garden", None, 2026)


def test_days_before_opening_and_after_closing_weigh_nothing_and_shrink_their_month() -> None:
    curve = open_between(flat_curve(2026), date(2026, 4, 21), date(2026, 6, 15))
    assert [bool(share) for share in curve.month_shares] == [False] * 3 + [True] * 3 + [False] * 6
    assert month_units(curve, 56, {}, {}, {}) == (0, 0, 0, 10, 31, 15, 0, 0, 0, 0, 0, 0)
    days = all_days(curve, month_units(curve, 56, {}, {}, {}))
    assert [day for day, unit in days.items() if unit] == [date(2026, 4, 21) + timedelta(days=i) for i in range(56)]


def test_a_lost_day_costs_its_month_the_share_of_its_weight() -> None:
    full = resolve_curve(calendar(event("sale", all=("2026-06-01", "2026-06-01", "11"))), "home", None, 2026)
    curve = open_between(full, date(2026, 6, 2), None)
    assert curve.month_shares[5] == full.month_shares[5] * Fraction(29, 40)
    assert curve.month_shares[6:] == full.month_shares[6:]


def test_a_store_open_all_year_keeps_the_curve() -> None:
    curve = resolve_curve(calendar(weekdays={"sun": "1.2"}), "home", None, 2026)
    assert open_between(curve, None, None) == curve
    assert open_between(curve, date(2021, 5, 1), date(2026, 12, 31)) == curve


def test_a_store_open_no_day_of_the_year_takes_nothing() -> None:
    curve = open_between(flat_curve(2026), date(2027, 1, 1), None)
    with pytest.raises(Infeasible) as caught:
        month_units(curve, 5, {}, {}, {})
    assert caught.value.reason == "weights"


def test_a_hold_in_a_month_without_open_days_cannot_be_spread() -> None:
    curve = open_between(flat_curve(2026), date(2026, 3, 1), None)
    months = month_units(curve, 100, {1: 7}, {}, {})
    assert (months[0], months[1], sum(months)) == (7, 0, 100)
    with pytest.raises(Infeasible):
        day_units(curve, 1, months[0])


def test_a_hold_counts_before_the_bounds_of_its_month_and_bounds_bind_the_rest() -> None:
    months = month_units(flat_curve(2026), 3650, {2: 1}, {2: 50, 3: 400}, {6: 200})
    assert (months[1], months[2], months[5], sum(months)) == (1, 400, 200, 3650)


def test_a_negative_year_is_divided_by_symmetry() -> None:
    curve = flat_curve(2026)
    assert month_units(curve, -1000, {}, {}, {}) == tuple(-part for part in month_units(curve, 1000, {}, {}, {}))


factors = st.sampled_from(["0.35", "0.9", "1", "1.05", "1.2", "3"])
days_of_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    """Draw weekday factors, two events and perhaps an opening or closing day, for a store open in the year."""
    events = []
    for name in ("one", "two"):
        first = draw(days_of_2026)
        until = first + timedelta(days=draw(st.integers(0, 40)))
        events.append(event(name, all=(str(first), str(until), draw(factors))))
    weekdays = {name: draw(factors) for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    curve = resolve_curve(calendar(*events, weekdays=weekdays), "home", "tmall", 2026)
    first, last = sorted((draw(days_of_2026), draw(days_of_2026)))
    return open_between(curve, draw(st.sampled_from([None, first])), draw(st.sampled_from([None, last])))


totals = st.integers(0, 400) | st.integers(0, 10**12)


@given(curves(), totals)
def test_d2_weeks_and_months_are_both_sums_of_the_same_days(curve: Curve, total: int) -> None:
    months = month_units(curve, total, {}, {}, {})
    days = all_days(curve, months)
    year = period.year(2026)
    assert set(days) == set(year.days)
    assert tuple(sum(days[day] for day in month.days) for month in year.parts("month")) == months
    weeks = period.weeks_touching(year)
    assert len(weeks) == 53
    assert sum(days.get(day, 0) for week in weeks for day in week.days) == sum(months) == total


@given(curves(), totals)
def test_every_running_total_of_a_month_is_within_half_a_unit_of_the_curve(curve: Curve, total: int) -> None:
    for month, units in zip(MONTHS, month_units(curve, total, {}, {}, {}), strict=True):
        weights = curve.day_weights[month - 1]
        for reached, share in zip(accumulate(day_units(curve, month, units)), accumulate(weights), strict=True):
            assert abs(reached - Fraction(units * share, sum(weights) or 1)) <= Fraction(1, 2)


@given(curves(), totals, st.data())
def test_holding_months_at_what_they_were_given_changes_no_other(curve: Curve, total: int, data: st.DataObject) -> None:
    months = month_units(curve, total, {}, {}, {})
    holds = {month: months[month - 1] for month in data.draw(st.sets(st.sampled_from(MONTHS)))}
    assert month_units(curve, total, holds, {}, {}) == months


@given(curves(), totals)
def test_raising_the_year_lowers_no_month(curve: Curve, total: int) -> None:
    before, after = month_units(curve, total, {}, {}, {}), month_units(curve, total + 1, {}, {}, {})
    assert all(was <= now for was, now in zip(before, after, strict=True))


def phased(*phases: tuple[str, str, str | None], lift: Any = None) -> dict[str, Any]:
    """Write an event from 1 to 20 June in phases of (from, until, lift)."""
    made = [
        {"id": f"p{number}", "from": first, "until": last} | ({} if each is None else {"lift": each})
        for number, (first, last, each) in enumerate(phases)
    ]
    window = {"from": "2026-06-01", "until": "2026-06-20", "phases": made} | ({} if lift is None else {"lift": lift})
    return {"id": "sale", "name": "sale", "windows": {"all": window}}


def test_on_a_day_of_several_phases_the_largest_lift_counts_and_a_phase_without_one_changes_nothing() -> None:
    sale = phased(
        ("2026-06-01", "2026-06-05", "1.2"),
        ("2026-06-05", "2026-06-06", "3"),
        ("2026-06-07", "2026-06-08", None),
        ("2026-06-09", "2026-06-09", "0.5"),
    )
    curve = resolve_curve(calendar(sale), "home", None, 2026)
    days = [Fraction(each) for each in ("1.2", "3", "3", "1", "1", "0.5")]
    assert [weight(curve, 6, day) for day in (4, 5, 6, 7, 8, 9)] == days


def test_a_phase_and_the_window_s_own_lift_do_not_multiply_and_days_outside_stay_as_they_are() -> None:
    own = {"2026-06-03": "1.5", "2026-06-04": "2.5"}
    sale = phased(("2026-06-03", "2026-06-04", "2"), ("2026-06-19", "2026-06-22", "4"), lift=own)
    curve = resolve_curve(calendar(sale), "home", None, 2026)
    assert [weight(curve, 6, day) for day in (2, 3, 4, 5, 20, 21)] == [1, 2, Fraction("2.5"), 1, 4, 1]


DAYS_IN_2026 = st.dates(date(2025, 12, 20), date(2027, 1, 10))
LIFTS = st.sampled_from(("0", "0.35", "1", "1.15", "2", "3.3"))


@given(
    st.lists(st.tuples(DAYS_IN_2026, DAYS_IN_2026, LIFTS), max_size=6),
    st.dictionaries(st.sampled_from(("mon", "wed", "sat", "sun")), LIFTS),
)
def test_a_day_weighs_its_weekday_times_its_largest_lift(
    windows: list[tuple[date, date, str]], weekdays: dict[str, str]
) -> None:
    events = [event(f"e{index}", all=(f"{a}", f"{b}", lift)) for index, (a, b, lift) in enumerate(windows)]
    curve = resolve_curve(calendar(*events, weekdays=weekdays), "home", "jd", 2026)
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    for month in MONTHS:
        expected = []
        for day in period.month(2026, month).days:
            lifts = [Fraction(lift) for first, last, lift in windows if first <= day <= last]
            expected.append(Fraction(weekdays.get(names[day.weekday()], "1")) * max(lifts, default=Fraction(1)))
        found = curve.day_weights[month - 1]
        assert [Fraction(weight) * sum(expected) for weight in found] == [sum(found) * each for each in expected]
