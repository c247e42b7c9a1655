"""Floor and stretch: they follow the commit cells, add up in both directions and keep their order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, changed, company, made, sheet, worlds, written, year_of

from opsctl.period import month, week
from opsctl.planning.cells import cell_files, stale_files
from opsctl.planning.periods import units_by_day
from opsctl.planning.tier_receipt import tier_receipt
from opsctl.planning.tier_targets import tier_by_day
from opsctl.planning.tiers import TIERS, Tiers, tiers
from opsctl.workspace import Workspace

SPLIT = {"weights": {"a": "55", "b": "30", "c": "15"}}
STORES: dict[str, dict[str, Any]] = {"a": {}, "b": {}, "c": {}}


def three(**goal: Any) -> World:
    """A company of three stores with one goal."""
    return company(STORES, {"visitors": {"value": "1000", "split": SPLIT} | goal})


def found(world: World | Workspace, year: int = 2026) -> Tiers:
    return tiers(world if isinstance(world, Workspace) else built(world), year)


def years(world: World, tier: str, metric: str = "visitors") -> dict[str, int]:
    """The year of a tier by scope."""
    return {scope: cell.year for (scope, of, at), cell in found(world).cells.items() if (of, at) == (metric, tier)}


def test_a_tier_follows_the_split_in_proportion_to_the_commitment() -> None:
    world = three(floor="900", stretch="1100")
    assert years(world, "floor") == {"company": 900, "a": 495, "b": 270, "c": 135}
    assert years(world, "stretch") == {"company": 1100, "a": 605, "b": 330, "c": 165}
    assert {scope for scope, _, _ in found(world).typed} == {"company"}


def test_what_no_remainder_shares_fairly_still_adds_up() -> None:
    world = company(
        STORES, {"visitors": {"value": "100", "floor": "99", "split": {"weights": dict.fromkeys("abc", "1")}}}
    )
    commit = {scope: cell.year for (scope, _), cell in made(world).cells.items()}
    assert commit == {"company": 100, "a": 34, "b": 33, "c": 33}
    assert years(world, "floor") == {"company": 99, "a": 33, "b": 33, "c": 33}


def test_lower_is_better_goes_the_other_way_round() -> None:
    world = company(STORES, {"refund_amount": {"value": "1000", "floor": "1200", "stretch": "800", "split": SPLIT}})
    assert years(world, "floor", "refund_amount") == {"company": 120_000, "a": 66_000, "b": 36_000, "c": 18_000}
    assert years(world, "stretch", "refund_amount")["c"] == 12_000


@pytest.mark.parametrize("goal", [{"split": SPLIT | {"policy": "aligned"}}, {"split": None}])
def test_a_tier_stays_with_its_scope_where_nothing_is_divided(goal: dict[str, Any]) -> None:
    world = company(STORES, {"visitors": {"value": "1000", "floor": "900"} | goal})
    for child in STORES:
        world["target"][f"2026/{child}"] = sheet({"visitors": "300"})
    assert set(years(world, "floor")) == {"company"}
    assert sum(found(world).cells["company", "visitors", "floor"].months) == 900


def test_tiers_of_children_are_never_summed() -> None:
    world = three()
    for child in STORES:
        world["target"][f"2026/{child}"] = sheet({"visitors": {"value": "inherited", "floor": "100"}})
    assert set(years(world, "floor")) == set(STORES)


@pytest.mark.parametrize(
    ("floor", "policy", "said"),
    [
        ("495", "exact", []),
        ("496", "exact", ["tier-not-in-proportion"]),
        ("494", "exact", ["tier-not-in-proportion"]),
        ("496", "at_least", []),
        ("494", "at_least", ["tier-not-in-proportion"]),
        ("495.5", "exact", ["finer-than-the-unit"]),
    ],
)
def test_a_tier_typed_below_is_checked_against_its_share(floor: str, policy: str, said: list[str]) -> None:
    world = changed(three(floor="900"), "target", "2026/company", ("goals", "visitors", "split", "policy"), policy)
    world["target"]["2026/a"] = sheet({"visitors": {"value": "inherited", "floor": floor}})
    assert [finding.rule for finding in found(world).findings] == said
    assert years(world, "floor")["a"] == 495


def test_a_tier_over_nothing_cannot_follow_anything() -> None:
    world = company({}, {"visitors": {"value": "0", "stretch": "10"}})
    (finding,) = found(world).findings
    assert (finding.rule, finding.problem.at.path) == ("tier-not-in-proportion", ("goals", "visitors", "stretch"))
    assert (
        found(company({}, {"visitors": {"value": "0", "floor": "0"}})).cells["company", "visitors", "floor"].year == 0
    )


def test_a_ratio_and_an_unknown_scope_have_no_tier_cells() -> None:
    world = three() | {}
    world["target"]["2026/company"]["goals"]["cvr"] = {"value": "2%", "floor": "1.8%"}
    world["target"]["2026/nobody"] = sheet({"visitors": {"value": "5", "floor": "4"}})
    assert found(world).cells == {}


def test_rows_of_tiers_follow_their_commit_row_and_go_stale() -> None:
    world = three(floor="900", stretch="1100")
    files = cell_files(built(world), 2026)
    rows = [line.split(",")[:4] for line in files["targets/2026/c.csv"].splitlines()[1:]]
    assert rows == [
        ["visitors", "commit", "count", "150"],
        ["visitors", "floor", "count", "135"],
        ["visitors", "stretch", "count", "165"],
    ]
    other = built(three(floor="901", stretch="1100"))
    laid = Workspace(other.settings, other.records, cells=files)
    assert "targets/2026/company.csv" in stale_files(laid, 2026)


@st.composite
def tiered(draw: st.DrawFn) -> World:
    """Draw a company whose goals have tiers on both sides of the value."""
    world = draw(worlds(most=10**7))
    year = year_of(world)
    for metric, goal in world["target"][f"{year}/company"]["goals"].items():
        total = int(goal["value"].replace(".", ""))
        goal["floor"] = written(draw(st.integers(0, total)), metric)
        goal["stretch"] = written(draw(st.integers(total, 2 * total + 5)), metric)
    return world


@FEW
@given(tiered())
def test_children_and_months_add_up_and_no_cell_leaves_its_order(world: World) -> None:
    year = year_of(world)
    commit, laid = made(world, year).cells, found(world, year)
    for (scope, metric, tier), cell in laid.cells.items():
        if cell.parts:
            rows = [laid.cells[part, metric, tier].months for part in cell.parts]
            assert cell.months == tuple(map(sum, zip(*rows, strict=True)))
        for low, high in zip(cell.months, commit[scope, metric].months, strict=True):
            assert (0 <= low <= high) if tier == "floor" else (high <= low)
    goals = world["target"][f"{year}/company"]["goals"]
    for metric, goal in goals.items():
        for tier in TIERS:
            top = laid.cells.get(("company", metric, tier))
            if top is not None and ("company", metric) in made(world, year).goals:
                assert written(top.year, metric) == goal[tier]


@FEW
@given(tiered(), st.sampled_from(TIERS), st.integers(1, 12))
def test_days_add_up_to_their_month_and_keep_their_order(world: World, tier: Any, number: int) -> None:
    workspace, year = built(world), year_of(world)
    period = month(year, number)
    for scope, metric, at in found(workspace, year).cells:
        if at == tier:
            days = tier_by_day(workspace, scope, metric, tier, period)
            assert sum(days.values()) == found(workspace, year).cells[scope, metric, tier].months[number - 1]
            commit = units_by_day(workspace, scope, metric, period)
            pairs = [(days[day], commit[day]) for day in period.days]
            assert all(low <= high if tier == "floor" else low >= high for low, high in pairs)


@FEW
@given(st.integers(0, 5_000), st.integers(0, 5_000))
def test_a_higher_tier_lowers_nobody(one: int, other: int) -> None:
    low, high = sorted((one, other))
    before, after = (found(three(stretch=f"{stretch}")).cells for stretch in (low, high))
    assert all(cell.year <= after[address].year for address, cell in before.items())


def test_a_week_over_two_months_is_the_sum_of_its_days() -> None:
    days = tier_by_day(built(three(floor="900")), "a", "visitors", "floor", week(2026, 27))
    assert [day.month for day in days] == [6, 6, 7, 7, 7, 7, 7]
    assert sum(days.values()) == pytest.approx(495 * 7 / 365, abs=1)


def replanned_tiers(policy: str, first: tuple[int, ...]) -> World:
    """Three stores, one of which is planned anew from July; floor, value and stretch are 900, 1000 and 1100."""
    world = three(floor="900", stretch="1100")
    world["target"]["2026/company"]["goals"]["visitors"]["value"] = "1000"
    closed = {f"2026-{number:02d}": str(units) for number, units in enumerate(first, 1)}
    again = {"from": "2026-07", "policy": policy, "reason": "r", "owner": "li-na", "on": "2026-07-02"}
    world["target"]["2026/a"] = sheet({"visitors": "inherited"})
    world["target"]["2026/a"]["replan"] = [again | {"closed": {"visitors": closed}}]
    return world


@pytest.mark.parametrize("policy", ["absorb", "spread"])
@pytest.mark.parametrize("first", [(90,) * 6, (1,) * 6])
def test_planning_anew_moves_no_tier_of_a_year(policy: str, first: tuple[int, ...]) -> None:
    world, before = replanned_tiers(policy, first), three(floor="900", stretch="1100")
    assert (made(world).cells["a", "visitors"].year != 550) is (policy == "absorb")
    for tier in TIERS:
        assert years(world, tier) == years(before, tier)
    assert not found(world).findings


@pytest.mark.parametrize("policy", ["absorb", "spread"])
@pytest.mark.parametrize("first", [(90,) * 6, (1,) * 6])
def test_the_order_of_tiers_is_that_of_what_was_promised_first(policy: str, first: tuple[int, ...]) -> None:
    world = replanned_tiers(policy, first)
    del world["target"]["2026/company"]["goals"]["visitors"]["floor"]
    del world["target"]["2026/company"]["goals"]["visitors"]["stretch"]
    for stretch, said in (("551", []), ("549", ["tiers-out-of-order"])):
        world["target"]["2026/a"]["goals"]["visitors"] = {"value": "inherited", "stretch": stretch}
        assert [each.rule for each in found(world).findings] == said


@pytest.mark.parametrize("tier", TIERS)
def test_the_receipt_says_which_commitment_a_tier_stands_beside(tier: Any) -> None:
    world = built(replanned_tiers("absorb", (1,) * 6))
    steps = {step.how: step for step in tier_receipt(world, "a", "visitors", tier, month(2026, 9))}
    share, moved = steps["tier_share"].data, steps["tier_moved"].data
    assert share["commit"] == {"a": 550, "b": 300, "c": 150} and moved["before"] == 550
    assert moved["units"] == made(world).cells["a", "visitors"].year
    assert not [
        s
        for s in tier_receipt(built(three(floor="900", stretch="1100")), "a", "visitors", tier, month(2026, 9))
        if s.how == "tier_moved"
    ]
