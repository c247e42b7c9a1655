"""The goals of a sheet: typed, inherited, derived from each other, and what cannot be worked out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.planning.worlds import built, company, made, sheet

from opsctl.period import year
from opsctl.planning.periods import period_target

COMPANY = {
    "net_sales": "2000万",
    "refund_rate": "12%",
    "gmv_paid": "derived",
    "cvr": "1.5%",
    "aov_buyer": "198",
    "visitors": "derived",
}


def test_paid_sales_and_visitors_follow_from_net_sales_refunds_conversion_and_order_value() -> None:
    workspace = built(company({}, COMPANY))
    found = made(workspace)
    assert not found.findings
    paid, visitors = (period_target(workspace, "company", metric, year(2026)) for metric in ("gmv_paid", "visitors"))
    assert paid is not None and paid.value == Decimal("22727272.73")
    assert visitors is not None and visitors.value == 7_652_280
    assert found.goals["company", "gmv_paid"].how == "derived"
    assert [step.metric for step in found.goals["company", "gmv_paid"].steps] == ["gmv_paid"]
    assert ("company", "refund_rate") not in found.cells


def test_a_derived_goal_is_divided_as_a_typed_one_is() -> None:
    split = {"weights": {"a": "1", "b": "1"}}
    goals: dict[str, Any] = COMPANY | {"gmv_paid": {"value": "derived", "split": split}}
    found = made(company({"a": {}, "b": {}}, goals))
    assert found.divisions["company", "gmv_paid"].shares == {"a": 1_136_363_637, "b": 1_136_363_636}


def test_a_goal_that_nothing_leads_to_is_a_finding() -> None:
    (finding,) = made(company({}, {"net_sales": "100", "visitors": "derived"})).findings
    assert (finding.rule, finding.problem.at.path) == ("goal-not-derivable", ("goals", "visitors", "value"))


@pytest.mark.parametrize(
    ("goals", "wanted", "cause", "value"),
    [
        ({"net_sales": "100", "refund_rate": "100%"}, "gmv_paid", "refund_rate", "100%"),
        ({"gmv_paid": "100", "aov_buyer": "0"}, "buyers_paid", "aov_buyer", "0"),
        ({"buyers_paid": "100", "cvr": "0%"}, "visitors", "cvr", "0%"),
        ({"gmv_paid": "100", "aov_buyer": "0", "cvr": "2%"}, "visitors", "aov_buyer", "0"),
    ],
)
def test_a_goal_that_would_be_divided_by_zero_names_the_number_at_fault(
    goals: dict[str, Any], wanted: str, cause: str, value: str
) -> None:
    (finding,) = made(company({}, goals | {wanted: "derived"})).findings
    said = finding.problem.message
    assert (finding.rule, said.id) == ("goal-not-derivable", "plan.divides_by_zero")
    params = dict(said.params)
    assert (params["cause"], params["value"]) == (cause, value)
    assert [place.path for place, _ in finding.problem.related] == [("goals", cause, "value")]


def test_a_goal_finer_than_its_unit_is_a_finding_and_gets_no_cell() -> None:
    found = made(company({}, {"visitors": "1200.5", "net_sales": "1200.5"}))
    (finding,) = found.findings
    assert (finding.rule, finding.problem.at.path) == ("finer-than-the-unit", ("goals", "visitors", "value"))
    assert dict(finding.problem.message.params) == {"metric": "visitors", "value": "1200.5", "digits": "0"}
    assert set(found.cells) == {("company", "net_sales")}


def test_a_goal_is_inherited_without_a_sheet_and_with_one_that_says_so() -> None:
    world = company({"a": {}, "b": {}}, {"visitors": {"value": "100", "split": {"weights": {"a": "1", "b": "3"}}}})
    world["target"]["2026/b"] = sheet({"visitors": "inherited"})
    found = made(world)
    assert [(found.goals[scope, "visitors"].units, found.goals[scope, "visitors"].how) for scope in "ab"] == [
        (25, "inherited"), (75, "inherited"),
    ]  # fmt: skip


def test_a_store_derives_from_what_came_down_to_it() -> None:
    split = {"weights": {"a": "1"}}
    world = company({"a": {}}, {"net_sales": {"value": "88", "split": split}})
    world["target"]["2026/a"] = sheet({"net_sales": "inherited", "refund_rate": "12%", "gmv_paid": "derived"})
    found = made(world)
    assert (found.goals["a", "gmv_paid"].units, found.goals["a", "gmv_paid"].how) == (10000, "derived")


def test_what_came_down_for_a_derived_goal_is_compared_and_not_taken_as_the_answer() -> None:
    split = {"weights": {"a": "1"}}
    goals = {"net_sales": {"value": "88", "split": split}, "gmv_paid": {"value": "99", "split": split}}
    world = company({"a": {}}, goals)
    world["target"]["2026/a"] = sheet({"net_sales": "inherited", "refund_rate": "12%", "gmv_paid": "derived"})
    found = made(world)
    assert found.goals["a", "gmv_paid"].units == 10000
    (finding,) = found.findings
    assert finding.rule == "children-do-not-add-up"
    assert dict(finding.problem.message.params)["gap"] == "1.00"


@pytest.mark.parametrize("spellings", [("visitors", "uv"), ("uv", "访客数")])
def test_of_two_spellings_of_a_metric_the_id_or_the_first_counts_whatever_the_order(
    spellings: tuple[str, str],
) -> None:
    values = dict(zip(spellings, ("100", "200"), strict=True))
    for order in (spellings, reversed(spellings)):
        found = made(company({}, {written: values[written] for written in order}))
        assert found.cells["company", "visitors"].year == 100


def test_a_goal_written_by_an_alias_is_the_goal_of_its_metric_and_keeps_its_key_in_places() -> None:
    world = company({"a": {}}, {"访客数": {"value": "100", "split": {"weights": {"a": "0"}}}})
    found = made(world)
    assert found.goals["company", "visitors"].units == 100
    (finding,) = found.findings
    assert finding.problem.at.path == ("goals", "访客数", "split")


def test_a_metric_nobody_knows_is_left_to_the_rule_that_names_it() -> None:
    found = made(company({}, {"unheard_of": "100", "visitors": "5"}))
    assert not found.findings and set(found.cells) == {("company", "visitors")}
