"""What a team's review says where one of its stores lacks data, lacks a target, or counts in another way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from opsctl.commands.review import review_of
from opsctl.loading.read import LoadResult
from opsctl.period import week
from opsctl.reviewing.facts import Facts, merge
from opsctl.reviewing.periodic import period_review
from opsctl.reviewing.view import MetricRow, PeriodReview

WEEK = week(2026, 23)
SHOPS = """
```yaml stores/north.yaml
name: North
platform: tmall
team: company
```
```yaml stores/south.yaml
name: South
platform: tmall
team: company
```
"""
# Only one of the two stores has a goal for visitors; both have one for sales.
GOALS = """
```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: {value: 730_000, split: {weights: {north: 1, south: 1}}}
```
```yaml targets/2026/north.yaml
owner: li-na
goals:
  visitors: 36_500
```
"""


def facts(daily: Mapping[tuple[str, str], str], source: str = "shop", basis: str | None = None) -> Facts:
    """Facts with one value on every day of the week."""
    days = {series: dict.fromkeys(WEEK.days, Decimal(value)) for series, value in daily.items()}
    told = {series: basis for series in days if basis is not None}
    return Facts(daily=days, basis=told, origin={series: (source,) for series in days})


def row_of(made: PeriodReview, metric: str) -> MetricRow:
    """One row of the review."""
    return next(row for row in made.rows if row.metric == metric)


EVERYTHING = {(store, metric): "100" for store in ("north", "south") for metric in ("gmv_paid", "visitors", "ad_spend")}


def test_a_target_of_some_stores_is_not_held_against_the_actual_of_all(
    workspace_from: Callable[[str], LoadResult],
) -> None:
    workspace = workspace_from(SHOPS + GOALS).workspace
    both = period_review(workspace, facts(EVERYTHING), "company", WEEK)
    assert (row_of(both, "visitors").actual.value, row_of(both, "visitors").target) == (1400, None)
    assert row_of(both, "visitors").attainment is None
    assert row_of(both, "gmv_paid").target == 14_000
    north = period_review(workspace, facts(EVERYTHING), "north", WEEK)
    assert (row_of(north, "visitors").target, row_of(north, "visitors").attainment) == (700, 1)
    # Where the other store has none at all, the sum over both is not known.
    alone = {series: value for series, value in EVERYTHING.items() if series != ("south", "visitors")}
    assert row_of(period_review(workspace, facts(alone), "company", WEEK), "visitors").actual.value is None


def test_a_store_that_never_had_what_another_has_is_named(workspace_from: Callable[[str], LoadResult]) -> None:
    workspace = workspace_from(SHOPS).workspace
    alone = {series: value for series, value in EVERYTHING.items() if series != ("south", "visitors")}
    made = period_review(workspace, facts(alone), "company", WEEK)
    assert [(run.scope, run.metrics, run.first, run.last, run.last_known) for run in made.missing] == [
        ("south", ("visitors",), WEEK.start, WEEK.last, None)
    ]


@pytest.mark.parametrize("scope", ["company", "north"])
def test_what_nobody_ever_had_is_named_once(workspace_from: Callable[[str], LoadResult], scope: str) -> None:
    workspace = workspace_from(SHOPS).workspace
    sales = {series: value for series, value in EVERYTHING.items() if series[1] == "gmv_paid"}
    made = period_review(workspace, facts(sales), scope, WEEK)
    assert [(run.scope, run.metrics, run.last_known) for run in made.missing] == [
        (scope, ("visitors", "ad_spend"), None)
    ]


def test_a_source_of_counts_says_nothing_of_money() -> None:
    first = facts({("north", "visitors"): "100"}, "shop", "paid")
    counts = Facts(distinct={("north", "visitors", WEEK.label): Decimal(650)}, origin={("north", "visitors"): ("app",)})
    joined = merge(first, counts)
    assert joined.distinct == counts.distinct
    assert (joined.troubles, joined.basis) == ((), {("north", "visitors"): "paid"})
    other = merge(first, facts({("north", "visitors"): "100"}, "app", "ordered"))
    assert [trouble.message.id for trouble in other.troubles] == ["sources.other_money"]


def test_files_are_looked_for_in_the_data_folder_and_then_in_the_workspace(
    folder_from: Callable[[str], Path], tmp_path: Path
) -> None:
    source = "files: {name}.csv\nstore: {{other: {name}}}\ncolumns: {{day: day, gmv: sales}}\nday: day\ngrain: days\n"
    files = "".join(
        f"```yaml sources/{name}.yaml\n{source.format(name=name)}metrics: {{gmv_paid: {{sum: gmv}}}}\n```\n"
        for name in ("north", "south")
    )
    root = folder_from(SHOPS + files)
    given = tmp_path / "elsewhere"
    given.mkdir()
    lines = "day,sales\n" + "".join(f"{day},10\n" for day in WEEK.days)
    (given / "north.csv").write_text(lines, "utf-8")
    (root / "south.csv").write_text(lines, "utf-8")
    made = review_of(root, "weekly", None, None, date(2026, 6, 30), given).review
    assert (made.period, row_of(made, "gmv_paid").actual.value) == (WEEK, Fraction(140))
