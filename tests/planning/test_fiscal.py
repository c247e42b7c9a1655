"""Targets of fiscal periods and of weeks that begin on other days: sums of the same days, so everything adds up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, company, made, sheet, worlds, year_of

from opsctl.period import Period, parse_period, weeks_touching
from opsctl.period import year as year_period
from opsctl.planning.periods import day_targets, period_target
from opsctl.planning.receipt import receipt
from opsctl.planning.shown.show import shown_targets
from opsctl.records.settings import Settings
from opsctl.weeks import Weeks
from opsctl.workspace import Workspace

SETTINGS: tuple[dict[str, Any], ...] = (
    {"week": "sunday", "fiscal": {"start": "4", "named": "end"}},
    {"week": "454", "fiscal": {"start": "2", "first_day": "sun"}},
    {"week": "445"},
    {"week": "544", "fiscal": {"start": "9", "first_day": "sat", "year_start": "before", "week_53": "1"}},
)


def counted(workspace: Workspace, **settings: Any) -> Workspace:
    """The workspace with other settings."""
    given = Settings.model_validate({"opsctl": "1", "name": "公司", **settings})
    return replace(workspace, settings=given)


def named(text: str, workspace: Workspace) -> Period:
    """A period from its label."""
    found = parse_period(text, workspace.weeks)
    assert found is not None
    return found


def of(workspace: Workspace, scope: str, metric: str, period: Period) -> Decimal:
    """The target of a period; nothing where it has none."""
    found = period_target(workspace, scope, metric, period)
    return Decimal(0) if found is None else found.value


def flat(*years: int) -> Workspace:
    """One visitor a day in each of the years."""
    world = company({}, {})
    world["target"] = {f"{year}/company": sheet({"visitors": f"{366 if year % 4 == 0 else 365}"}) for year in years}
    return built(world)


def test_settings_say_how_weeks_are_counted() -> None:
    found = [counted(flat(), **settings).weeks for settings in ({}, {"week": "sunday"}, *SETTINGS)]
    assert found == [
        Weeks(),
        Weeks(6),
        Weeks(6, 4, by_end=True),
        Weeks(6, 2, (4, 5, 4)),
        Weeks(0, 1, (4, 4, 5)),
        Weeks(5, 9, (5, 4, 4), False, 1),
    ]


@FEW
@given(worlds(), st.sampled_from(SETTINGS))
def test_d1_d2_fiscal_months_quarters_and_weeks_add_up_to_the_fiscal_year(
    world: World, settings: dict[str, Any]
) -> None:
    number = year_of(world)
    workspace = counted(built(world), **settings)
    for scope, metric in list(made(workspace, number).cells)[:4]:
        for label in (f"FY{number}", f"FY{number + 1}"):
            whole = named(label, workspace)
            total = of(workspace, scope, metric, whole)
            assert total == sum(day_targets(workspace, scope, metric, whole).values())
            kinds = ["fiscal-half", "fiscal-quarter", "fiscal-month", *(["week"] if workspace.weeks.pattern else [])]
            for kind in kinds:
                assert sum(of(workspace, scope, metric, part) for part in whole.parts(kind)) == total
        calendar_year = year_period(number)
        weeks = weeks_touching(calendar_year, workspace.weeks)
        assert sum(of(workspace, scope, metric, week) for week in weeks) == of(workspace, scope, metric, calendar_year)


def test_a_fiscal_year_of_53_weeks_that_reaches_into_three_calendar_years_has_all_its_days() -> None:
    workspace = counted(flat(2025, 2026, 2027), week="445")
    whole = named("FY2026", workspace)
    assert (whole.start.year, whole.last.year) == (2025, 2027)
    (shown,) = shown_targets(workspace, "company", whole)
    assert (shown.value, shown.days, shown.whole) == (371, 371, True)
    assert [(part.label, amount) for part, amount in shown.parts][::11] == [("FY2026-P01", 28), ("FY2026-P12", 42)]
    assert [(part.label, amount) for part, amount in shown.sums] == [
        ("FY2026-Q1", 91), ("FY2026-Q2", 91), ("FY2026-Q3", 91), ("FY2026-Q4", 98),
    ]  # fmt: skip
    first = receipt(workspace, "company", "visitors", whole)[0]
    parts: Any = first.data["parts"]
    assert [len(parts), parts["2025-12-29"], parts["2026-02"], parts["2027-01-03"]] == [18, 1, 28, 1]
    assert sum(parts.values()) == 371


def test_a_fiscal_year_whose_second_half_has_no_targets_is_partial() -> None:
    workspace = counted(flat(2026), fiscal={"start": "4"})
    target = period_target(workspace, "company", "visitors", named("FY2026", workspace))
    assert target is not None and (target.value, target.days, target.whole) == (275, 275, False)


@pytest.mark.parametrize(("week", "first"), [("iso", "2026-06-01"), ("sunday", "2026-06-07"), ("454", "2026-06-08")])
def test_a_week_s_target_is_that_of_the_days_its_setting_gives_it(week: str, first: str) -> None:
    workspace = counted(flat(2026), week=week)
    period = named("2026-W23", workspace) if week != "454" else named("2026-W24", workspace)
    assert period.start.isoformat() == first
    assert of(workspace, "company", "visitors", period) == 7


def test_a_month_is_shown_by_the_weeks_of_the_setting() -> None:
    workspace = counted(flat(2026), week="sunday")
    (shown,) = shown_targets(workspace, "company", named("2026-06", workspace))
    assert [(part.label, part.start.day, amount) for part, amount in shown.parts] == [
        ("2026-W22", 1, 6), ("2026-W23", 7, 7), ("2026-W24", 14, 7), ("2026-W25", 21, 7), ("2026-W26", 28, 3),
    ]  # fmt: skip
