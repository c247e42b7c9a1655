"""Channels and products are parallel views: whatever periods are added, members add up to the scope."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, company, hold, sheet

from opsctl.period import Period, month, week, weeks_touching
from opsctl.period import year as year_period
from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.periods import units_by_day
from opsctl.planning.shown.view_receipt import view_receipt
from opsctl.planning.shown.views import view, view_units

YEAR = year_period(2026)


@st.composite
def viewed(draw: st.DrawFn) -> World:
    """A company of two stores; one or both have channels, maybe with a month held."""
    total = draw(st.sampled_from([0, 1, 37, 999, 123_456]))
    world = company({"a": {}, "b": {}}, {"visitors": {"value": f"{total}", "split": {"weights": {"a": "3", "b": "1"}}}})
    for store in draw(st.sampled_from([("a",), ("a", "b")])):
        goal: dict[str, Any] = {"value": "inherited", "channels": draw(shares())}
        if total > 30 and draw(st.booleans()):
            goal["hold"] = {"2026-02": hold(5, "visitors")}
        world["target"][f"2026/{store}"] = sheet({"visitors": goal})
    return world


@st.composite
def shares(draw: st.DrawFn) -> dict[str, str]:
    """Up to four channels whose shares add up to 100 %, some of them nothing."""
    cuts = sorted(draw(st.lists(st.integers(0, 1000), max_size=3)))
    parts = [end - start for start, end in zip([0, *cuts], [*cuts, 1000], strict=True)]
    return {f"c{number}": f"{part / 10}%" for number, part in enumerate(parts)}


@FEW
@given(viewed())
def test_members_add_up_to_the_scope_and_parts_to_the_period(world: World) -> None:
    workspace = built(world)
    for scope in ("company", "a", "b"):
        for period in (YEAR, month(2026, 2), month(2026, 12), week(2026, 9), week(2026, 27), week(2026, 53)):
            found = view(workspace, scope, "visitors", "channel", period)
            assert sum(found.members.values()) == sum(units_by_day(workspace, scope, "visitors", period).values())
            assert min(found.members.values(), default=0) >= 0
            parts: Counter[str | None] = Counter()
            for part, members in found.parts:
                parts.update(members)
                assert sum(members.values()) == sum(units_by_day(workspace, scope, "visitors", part).values())
            assert dict(parts) == dict(found.members)


@FEW
@given(viewed())
def test_the_weeks_of_a_year_give_each_member_its_year(world: World) -> None:
    workspace = built(world)
    whole, weeks = view_units(workspace, "company", "visitors", "channel", YEAR), Counter[str | None]()
    for each in weeks_touching(YEAR):
        weeks.update(view_units(workspace, "company", "visitors", "channel", each))
    assert dict(weeks) == dict(whole)


@FEW
@given(viewed(), st.integers(1, 12))
def test_the_receipt_of_a_member_recomputes(world: World, number: int) -> None:
    workspace, period = built(world), month(2026, number)
    for member, units in view_units(workspace, "a", "visitors", "channel", period).items():
        assert member is not None
        step = view_receipt(workspace, "a", "visitors", "channel", member, period)[0]
        data = json.loads(json.dumps(dict(step.data)))
        weights = [Fraction(share) for share in data["shares"].values()]
        at = list(data["shares"]).index(member)
        assert apportion(weights, data["after"])[at] - apportion(weights, data["before"])[at] == units == data["units"]


def test_a_member_nobody_has_gets_no_receipt() -> None:
    world = company({"a": {}}, {"visitors": {"value": "10", "split": {"weights": {"a": "1"}}}})
    assert view_receipt(built(world), "company", "visitors", "channel", "search", YEAR) == ()


@pytest.mark.parametrize("dimension", ["channel", "product"])
def test_each_view_stands_alone(dimension: Any) -> None:
    goal = {"value": "10", "channels": {"live": "100%"}, "products": {"silk": "30%", "linen": "70%"}}
    found = view_units(built(company({}, {"visitors": goal})), "company", "visitors", dimension, YEAR)
    assert found == ({"live": 10} if dimension == "channel" else {"linen": 7, "silk": 3})


def test_a_day_between_two_years_is_of_one_year_only() -> None:
    goal = {"value": "365", "channels": {"live": "50%", "search": "50%"}}
    workspace = built(company({}, {"visitors": goal}))
    last = Period(date(2026, 12, 31), date(2027, 1, 2), "day")
    assert sum(view_units(workspace, "company", "visitors", "channel", last).values()) == 1
