"""Targets of periods: whatever the calendar cuts, days make it up and nothing is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, company, made, sheet, worlds, year_of

from opsctl.period import Period, half, month, parse_period, quarter, week, weeks_touching
from opsctl.period import year as year_period
from opsctl.planning.periods import PeriodTarget, day_targets, period_target, targeted_metrics
from opsctl.planning.shown.show import shown_targets
from opsctl.workspace import Workspace


def value(workspace: Workspace, scope: str, metric: str, period: Period) -> Decimal:
    """The target of a period that has one."""
    found = period_target(workspace, scope, metric, period)
    assert found is not None
    return found.value


@FEW
@given(worlds())
def test_months_quarters_halves_and_weeks_add_up_to_the_year(world: World) -> None:
    number = year_of(world)
    workspace, whole = built(world), year_period(number)
    for (scope, metric), cell in list(made(workspace, number).cells.items())[:6]:
        year = value(workspace, scope, metric, whole)
        assert year == Decimal(cell.year).scaleb(-cell.digits)
        for parts in (
            [month(number, part) for part in range(1, 13)],
            [quarter(number, part) for part in range(1, 5)],
            [half(number, part) for part in (1, 2)],
            list(weeks_touching(whole)),
        ):
            assert sum(value(workspace, scope, metric, part) for part in parts) == year
        assert sum(day_targets(workspace, scope, metric, whole).values()) == year


@FEW
@given(worlds(), st.integers(1, 53), st.data())
def test_a_week_is_the_sum_of_its_days_and_a_team_the_sum_of_its_children(
    world: World, number: int, data: st.DataObject
) -> None:
    year = year_of(world)
    workspace, found = built(world), made(world, year)
    period = weeks_touching(year_period(year))[number - 1]
    for (scope, metric), cell in found.cells.items():
        target = period_target(workspace, scope, metric, period)
        assert target is not None
        days = [day for day in period.days if day.year == year]
        assert (target.days, target.whole) == (len(days), len(days) == 7)
        for part in [period, *([month(year, data.draw(st.integers(1, 12)))] if cell.parts else [])]:
            parts = [value(workspace, child, metric, part) for child in cell.parts]
            assert not parts or sum(parts) == value(workspace, scope, metric, part)


def visitors_a_day(*years: int) -> Workspace:
    """One visitor a day in each of the years."""
    world = company({}, {})
    world["target"] = {f"{year}/company": sheet({"visitors": f"{366 if year % 4 == 0 else 365}"}) for year in years}
    return built(world)


def test_a_boundary_week_is_partial_where_one_of_its_years_has_no_target() -> None:
    alone = visitors_a_day(2026)
    assert period_target(alone, "company", "visitors", week(2026, 1)) == PeriodTarget(Decimal(4), 4, False)
    assert period_target(alone, "company", "visitors", week(2026, 53)) == PeriodTarget(Decimal(4), 4, False)
    assert period_target(alone, "company", "visitors", week(2026, 2)) == PeriodTarget(Decimal(7), 7, True)
    assert period_target(alone, "company", "visitors", week(2027, 1)) is None


def test_a_boundary_week_is_whole_where_both_years_have_targets() -> None:
    both = visitors_a_day(2026, 2027)
    assert period_target(both, "company", "visitors", week(2026, 53)) == PeriodTarget(Decimal(7), 7, True)
    assert week(2026, 53).last == date(2027, 1, 3)


def test_a_week_that_straddles_two_months_takes_its_days_from_both() -> None:
    goal = {"value": "90", "hold": {}}
    world = company({}, {"visitors": goal}, curve="home")
    world["calendar"] = {"2026": {"curves": {"home": {"months": {"6": "33.33333333%", "7": "66.66666667%"}}}}}
    workspace = built(world)
    straddling = parse_period("2026-W27")
    assert straddling is not None and (straddling.start, straddling.last) == (date(2026, 6, 29), date(2026, 7, 5))
    (shown,) = shown_targets(workspace, "company", straddling)
    # 30 over the 30 days of June, 60 over the 31 of July.
    assert [(part.label, value) for part, value in shown.sums] == [("2026-06", Decimal(2)), ("2026-07", Decimal(10))]
    assert [value for _, value in shown.parts] == [1, 1, 2, 2, 2, 2, 2]
    assert (shown.value, shown.days, shown.whole) == (12, 7, True)


def test_a_leap_day_has_its_target() -> None:
    workspace = visitors_a_day(2028)
    assert value(workspace, "company", "visitors", month(2028, 2)) == 29
    leap_day = parse_period("2028-02-29")
    assert leap_day is not None
    assert value(workspace, "company", "visitors", leap_day) == 1


def test_only_what_has_a_target_in_the_period_is_listed() -> None:
    workspace = visitors_a_day(2026)
    assert targeted_metrics(workspace, "company", week(2026, 53)) == ("visitors",)
    assert targeted_metrics(workspace, "company", week(2025, 40)) == ()
    assert targeted_metrics(workspace, "nobody", week(2026, 40)) == ()
    assert shown_targets(workspace, "company", week(2025, 40)) == ()


def test_a_ratio_is_shown_from_the_targets_of_its_parts() -> None:
    goals = {"gmv_paid": "1000", "refund_amount": "120", "refund_rate": "12%"}
    split = {"weights": {"a": "1", "b": "3"}}
    world = company({"a": {}, "b": {}}, {key: {"value": text, "split": split} for key, text in goals.items()})
    del world["target"]["2026/company"]["goals"]["refund_rate"]["split"]
    shown = {row.metric: row for row in shown_targets(built(world), "a", quarter(2026, 1))}
    assert set(shown) == {"gmv_paid", "refund_amount", "refund_rate"}
    assert shown["refund_rate"].value == shown["refund_amount"].value / shown["gmv_paid"].value
    assert shown["refund_rate"].whole and shown["refund_rate"].parts == ()
