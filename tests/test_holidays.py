"""Holidays of mainland China: the notices against an independent list, provisional years against the law."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from opsctl.holidays import FESTIVAL_DAYS, STATUTORY, Holiday, holidays_of

VECTORS = YAML(typ="safe").load((Path(__file__).parent / "math-vectors.yaml").read_text("utf-8"))["vectors"]
# Every free day and every make-up workday by chinesecalendar 1.11.0.
FREE = {
    2025: "01-01 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05"
    " 05-31 06-01 06-02 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08",
    2026: "01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02"
    " 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07",
}
WORKED = {
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}


def days(year: int, written: str) -> set[date]:
    """Dates of a year from `MM-DD`."""
    return {date.fromisoformat(f"{year}-{day}") for day in written.split()}


def free_days(year: int) -> set[date]:
    """Every free day of a year by opsctl."""
    found = holidays_of(year)
    assert found is not None
    return {day for run in found.free for day in spread(run)}


def spread(run: Holiday) -> list[date]:
    """The days of a run."""
    return [run.first + timedelta(days=step) for step in range((run.last - run.first).days + 1)]


@pytest.mark.parametrize("year", FREE)
def test_the_official_years_are_those_of_an_independent_list(year: int) -> None:
    found = holidays_of(year)
    assert found is not None and found.status == "official" and found.published is not None
    assert f"{year}年部分节假日安排的通知" in found.source
    assert free_days(year) == days(year, FREE[year])
    assert set(found.worked) == days(year, WORKED[year])
    assert {run.id for run in found.free} == set(STATUTORY)
    assert all(day.weekday() >= 5 for day in found.worked)


def test_spring_festivals_are_the_published_ones() -> None:
    expected = next(vector for vector in VECTORS if vector["id"] == "cal-spring-festival")["expected"]["dates"]
    assert {year: f"{FESTIVAL_DAYS[year]['spring-festival']}" for year in expected} == expected


@pytest.mark.parametrize("year", [2027, 2036, 2060])
def test_a_year_without_a_notice_is_provisional_and_statutory(year: int) -> None:
    found = holidays_of(year)
    assert found is not None and (found.status, found.worked) == ("provisional", ())
    assert sum(len(spread(run)) for run in found.free) == 13
    festival = FESTIVAL_DAYS[year]["spring-festival"]
    assert Holiday("spring-festival", festival - timedelta(days=1), festival + timedelta(days=2)) in found.free
    assert Holiday("labour-day", date(year, 5, 1), date(year, 5, 2)) in found.free
    assert Holiday("national-day", date(year, 10, 1), date(year, 10, 3)) in found.free
    assert found.on(festival) == ("spring-festival",)


def test_the_official_runs_hold_the_statutory_days() -> None:
    for year in FREE:
        for festival in FESTIVAL_DAYS[year].values():
            assert festival in free_days(year)


@pytest.mark.parametrize("year", [2024, 2061])
def test_of_other_years_nothing_is_known(year: int) -> None:
    assert holidays_of(year) is None


def test_the_festivals_of_the_moon_lie_where_they_can() -> None:
    for year, festivals in FESTIVAL_DAYS.items():
        assert date(year, 1, 21) <= festivals["spring-festival"] <= date(year, 2, 20)
        assert date(year, 4, 4) <= festivals["qingming"] <= date(year, 4, 6)
        # The fifth day of the fifth month and the fifteenth of the eighth, with or without a leap month before.
        assert (festivals["dragon-boat"] - festivals["spring-festival"]).days in range(121, 154)
        assert (festivals["mid-autumn"] - festivals["dragon-boat"]).days in range(97, 131)
