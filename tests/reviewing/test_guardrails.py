"""Guardrails that a week breaks, and those of which nothing can be said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.planning.worlds import built, company

from opsctl.period import week
from opsctl.rendering.review_json import review_json
from opsctl.rendering.review_sheet import review_sheet
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.guardrails import broken_guardrails
from opsctl.reviewing.periodic import period_review

WEEK = week(2026, 23)
SPENT = {"gmv_paid": "1000", "ad_spend": "96"}


def facts(values: dict[str, str], without: date | None = None) -> Facts:
    days = [day for day in WEEK.days if day != without]
    return Facts(daily={("a", metric): dict.fromkeys(days, Decimal(value)) for metric, value in values.items()})


def guarded(*guards: dict[str, str]) -> Any:
    return built(company({"a": {}}, {"net_sales": {"value": "1000", "guardrails": list(guards)}}))


@pytest.mark.parametrize(
    ("guard", "broken"),
    [
        ({"metric": "ad_cost_ratio", "at_most": "9%"}, [("at_most", Fraction(9, 100))]),
        ({"metric": "ad_cost_ratio", "at_most": "9.6%"}, []),
        ({"metric": "ad_cost_ratio", "at_least": "10%"}, [("at_least", Fraction(1, 10))]),
        ({"metric": "ad_cost_ratio", "at_least": "9.6%", "at_most": "9.6%"}, []),
        ({"metric": "gmv_paid", "at_least": "300万"}, []),
        ({"metric": "cvr", "at_least": "2%"}, []),
        ({"metric": "no-such-metric", "at_least": "2%"}, []),
    ],
)
def test_an_actual_beyond_a_limit_breaks_it(guard: dict[str, str], broken: list[tuple[str, Fraction]]) -> None:
    found = list(broken_guardrails(guarded(guard), facts(SPENT), "company", WEEK))
    assert [(each.side, each.limit) for each in found] == broken
    assert all(
        (each.goal, each.metric, each.actual) == ("net_sales", guard["metric"], Fraction(96, 1000)) for each in found
    )


def test_nothing_is_said_where_a_day_is_missing_or_the_sheet_is_another_scope_s() -> None:
    workspace = guarded({"metric": "ad_cost_ratio", "at_most": "9%"})
    assert list(broken_guardrails(workspace, facts(SPENT, without=WEEK.last), "company", WEEK)) == []
    assert list(broken_guardrails(workspace, facts(SPENT), "a", WEEK)) == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "护栏被突破：推广费比 9.60%，应不高于 9.00%（净销售额的护栏）。"),
        ("en", "Guardrail broken: Ad cost ratio 9.60%, which should be at most 9.00% (it guards net sales)."),
    ],
)
def test_a_review_says_it_first(lang: str, said: str) -> None:
    workspace = guarded({"metric": "ad_cost_ratio", "at_most": "9%"})
    review = period_review(workspace, facts(SPENT), "company", WEEK)
    assert said in review_sheet(review, workspace, lang).first
    assert review_json(review)["broken_guardrails"] == [
        {"goal": "net_sales", "metric": "ad_cost_ratio", "side": "at_most", "limit": "0.090000", "actual": "0.096000"}
    ]
