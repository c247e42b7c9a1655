"""What is shown adds up: parts to the period, sums to their parts, branches to the scope above."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from tests.planning.worlds import FEW, World, built, company, worlds, year_of

from opsctl.period import parse_period
from opsctl.planning.shown.branches import Branch, branch, walk
from opsctl.planning.shown.show import contributions, leading_metric, shown_targets

PERIODS = ("", "-H1", "-Q2", "-02", "-12", "-W01", "-W09", "-W27", "-06-07")


@FEW
@given(worlds())
def test_parts_and_sums_add_up(world: World) -> None:
    workspace, year = built(world), year_of(world)
    for text in PERIODS:
        period = parse_period(f"{year}{text}")
        assert period is not None
        for shown in shown_targets(workspace, "company", period):
            if shown.aggregation in ("sum", "distinct"):
                assert sum(amount for _, amount in shown.parts) == shown.value or period.kind == "day"
                for part, amount in shown.sums:
                    inside = (value for within, value in shown.parts if part.start <= within.start < part.end)
                    assert amount == sum(inside)


@FEW
@given(worlds())
def test_branches_add_up_to_the_scope_above(world: World) -> None:
    workspace, year = built(world), year_of(world)
    period = parse_period(f"{year}-03")
    assert period is not None
    metric = leading_metric(workspace, "company", period)
    found = [] if metric is None else [each for _, each in walk(branch(workspace, "company", metric, period))]
    for each in found:
        below = [child.value for child in each.below if child.value is not None]
        assert not below or sum(below, Fraction(0)) == each.value


@pytest.mark.parametrize(
    ("text", "parts", "sums"),
    [
        ("2026", 12, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("2026-Q2", 3, []),
        ("2026-06", 5, []),
        ("2026-W23", 7, []),
        ("2026-W27", 7, ["2026-06", "2026-07"]),
        ("2026-06-18", 0, []),
    ],
)
def test_what_a_period_is_shown_by(text: str, parts: int, sums: list[str]) -> None:
    world = company({"a": {}}, {"visitors": {"value": "1000", "split": {"weights": {"a": "1"}}}})
    period = parse_period(text)
    assert period is not None
    (shown,) = shown_targets(built(world), "company", period)
    assert (len(shown.parts), [part.label for part, _ in shown.sums]) == (parts, sums)


def test_ways_end_where_they_meet_themselves() -> None:
    goals = {
        "first_reply_sec": {"value": "25", "contributes_to": "inquiry_cvr"},
        "inquiry_cvr": {"value": "52%", "contributes_to": "cvr"},
        "cvr": "1.5%",
    }
    assert contributions(built(company({}, goals)), "company", 2026) == (("first_reply_sec", "inquiry_cvr", "cvr"),)
    goals["cvr"] = {"value": "1.5%", "contributes_to": "inquiry_cvr"}
    ways = contributions(built(company({}, goals)), "company", 2026)
    assert ways == (("first_reply_sec", "inquiry_cvr", "cvr"),)


def test_the_leading_metric_is_the_first_that_is_divided() -> None:
    period = parse_period("2026")
    assert period is not None
    goals = {"orders_paid": "10", "visitors": {"value": "1000", "split": {"weights": {"a": "1"}}}, "cvr": "1%"}
    workspace = built(company({"a": {}}, goals))
    assert leading_metric(workspace, "company", period) == "visitors"
    assert leading_metric(workspace, "a", period) == "visitors"
    assert [each.metric for each in shown_targets(workspace, "company", period, ["cvr"])] == []
    assert branch(workspace, "company", "cvr", period) == Branch("company", None)
