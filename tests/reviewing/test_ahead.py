"""What lies ahead of a goal, against sums made by hand from the days of the plan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import built, company

from opsctl.period import Period, month, quarter, year
from opsctl.planning.periods import day_targets
from opsctl.reviewing.ahead import daily_rate, forecast_of, goal_days
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.outlook import DailyRate, Forecast
from opsctl.reviewing.pace import pace_row
from opsctl.workspace import Workspace

CURVE = {"months": {str(number): f"{share}%" for number, share in enumerate((6, 4, 8, 7, 9, 11, 7, 8, 9, 9, 13, 9), 1)}}
EVENTS = [{"id": "618", "name": "618", "windows": {"all": {"from": "2026-06-18", "until": "2026-06-18", "lift": "4"}}}]
NOVEMBER = month(2026, 11)


def world() -> Workspace:
    stores: dict[str, dict[str, object]] = {"a": {}, "b": {}}
    goals = {"net_sales": {"value": "1000000", "split": {"weights": {"a": "3", "b": "1"}}}}
    return built(
        company(stores, goals, curve="home") | {"calendar": {"2026": {"curves": {"home": CURVE}, "events": EVENTS}}}
    )


MADE = world()


def foreseen(facts: Facts, period: Period, until: date, metric: str = "net_sales") -> Forecast | None:
    goal = goal_days(MADE, facts, "company", metric, period, until)
    return None if goal is None else forecast_of(goal)


def rate(facts: Facts, period: Period, until: date, metric: str = "net_sales") -> DailyRate | None:
    goal = goal_days(MADE, facts, "company", metric, period, until)
    return None if goal is None else daily_rate(goal)


def targets(period: Period) -> dict[date, Fraction]:
    return {day: Fraction(value) for day, value in day_targets(MADE, "company", "net_sales", period).items()}


def facts(until: date, factor: str = "0.9", without: frozenset[date] = frozenset(), first: date | None = None) -> Facts:
    """Every store at a factor of its plan up to a day."""
    daily = {}
    for store in "ab":
        plan = day_targets(MADE, store, "net_sales", year(2026))
        daily[store, "net_sales"] = {
            day: value * Decimal(factor)
            for day, value in plan.items()
            if day <= until and day not in without and (first is None or day >= first)
        }
    return Facts(daily=daily)


@pytest.mark.parametrize("period", [NOVEMBER, quarter(2026, 4), year(2026)])
@given(left=st.integers(1, 25), factor=st.sampled_from(["0.5", "0.9", "1.3"]), holes=st.sets(st.integers(2, 25)))
def test_the_rate_needed_meets_the_target_to_the_cent(period: Period, left: int, factor: str, holes: set[int]) -> None:
    until = date(2026, 11, 30) - timedelta(days=left)
    gone = frozenset(date(2026, 11, 1) + timedelta(days=hole) for hole in holes) - {until}
    found = rate(facts(until, factor, gone), period, until)
    plan = targets(period)
    known = [day for day in plan if day <= until and day not in gone]
    reached = sum((plan[day] * Fraction(factor) for day in known), Fraction(0))
    ahead = [day for day in plan if day > until]
    assert found is not None and found.days == len(ahead)
    # Reached and needed together are the plan of the days that are known or still to come.
    assert reached + found.needed == sum(plan[day] for day in (*known, *ahead)) or not found.needed
    assert found.average * len(ahead) == found.needed
    assert found.times is not None
    assert sum(plan[day] * found.times for day in ahead) == found.needed
    assert (found.next_day, found.tomorrow) == (ahead[0], plan[ahead[0]] * found.times)


def test_more_than_the_target_leaves_nothing_to_do() -> None:
    until = date(2026, 11, 29)
    found = rate(facts(until, "2"), NOVEMBER, until)
    assert found is not None and (found.needed, found.average, found.tomorrow) == (0, 0, 0)


@pytest.mark.parametrize("last", ["2026-11-30", "2026-12-05"])
def test_nothing_lies_ahead_of_what_is_over(last: str) -> None:
    until = date.fromisoformat(last)
    assert foreseen(facts(until), NOVEMBER, until) is None
    assert rate(facts(until), NOVEMBER, until) is None


def test_a_month_goes_by_days_and_a_year_by_whole_weeks() -> None:
    until = date(2026, 11, 15)
    by_day = foreseen(facts(until), NOVEMBER, until)
    by_week = foreseen(facts(until), year(2026), until)
    assert by_day is not None and by_week is not None
    # 2026 begins on a Thursday: its first days are no whole week.
    assert (by_day.by, by_day.parts, by_week.by, by_week.parts) == ("day", 15, "week", 45)


def test_the_forecast_lies_between_the_rate_so_far_and_the_plan() -> None:
    until = date(2026, 11, 15)
    for period in (NOVEMBER, year(2026)):
        found = foreseen(facts(until), period, until)
        plan = targets(period)
        done = sum(value for day, value in plan.items() if day <= until)
        left = sum(plan.values()) - done
        assert found is not None and found.target == sum(plan.values())
        assert found.reached == done * Fraction("0.9")
        assert found.reached + left * Fraction("0.89") < found.value < found.reached + left


def test_days_without_data_are_foreseen_like_those_to_come() -> None:
    until, gone = date(2026, 11, 15), frozenset({date(2026, 11, 10)})
    whole = foreseen(facts(until), NOVEMBER, until)
    found = foreseen(facts(until, without=gone), NOVEMBER, until)
    assert whole is not None and found is not None
    assert found.reached < whole.reached
    assert abs(found.value / whole.value - 1) < Fraction("0.005")


def test_after_three_days_only_the_rate_is_carried_on() -> None:
    until = date(2026, 11, 3)
    found = foreseen(facts(until, first=date(2026, 11, 1)), NOVEMBER, until)
    assert found is not None and (found.method, found.low, found.chance) == ("run_rate", None, None)
    assert abs(found.value / (found.target * Fraction("0.9")) - 1) < Fraction("0.001")


def test_without_data_or_goal_nothing_is_said() -> None:
    until = date(2026, 11, 15)
    assert foreseen(Facts(), NOVEMBER, until) is None
    assert foreseen(facts(until), NOVEMBER, until, "gmv_paid") is None
    assert rate(facts(until), NOVEMBER, until, "cvr") is None


def test_the_pace_counts_the_same_days() -> None:
    until, gone = date(2026, 11, 15), frozenset({date(2026, 11, 10)})
    paced = pace_row(MADE, facts(until, without=gone), "company", "net_sales", NOVEMBER, until)
    found = foreseen(facts(until, without=gone), NOVEMBER, until)
    assert paced is not None and found is not None
    assert (paced.actual.value, paced.target) == (found.reached, found.target)
