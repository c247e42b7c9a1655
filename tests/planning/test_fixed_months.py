"""`fix: months`: a company's months fixed, its stores' years kept, and every cell proved by its receipt alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.test_holds import with_month
from tests.planning.worlds import FEW, World, bounds, built, changed, company, hold, made, sheet, worlds, year_of

from opsctl.locales import LANGUAGES, tell
from opsctl.period import parse_period
from opsctl.planning.curves.curve import month_units
from opsctl.planning.curves.rhythm import scope_curve
from opsctl.planning.receipt import receipt
from opsctl.planning.tables.fixed_months import leaves_with
from opsctl.workspace import Workspace

JUNE = (6, 4, 8, 7, 9, 11, 7, 8, 9, 9, 14, 8)
WINTER = (14, 12, 8, 5, 3, 5, 7, 8, 6, 4, 14, 14)


def curve(shares: tuple[int, ...]) -> dict[str, Any]:
    """A curve of whole percents."""
    return {"months": {f"{month}": f"{share}%" for month, share in enumerate(shares, 1)}}


def two_curves() -> World:
    """Three stores, one of them in a team, on two curves under a company whose months are fixed."""
    split = {"weights": {"a": "5", "b": "3", "c": "2"}}
    stores = {"a": {}, "b": {"team": "east"}, "c": {"team": "east", "opened": "2026-03-10"}}
    world = company(stores, {"net_sales": {"value": "2000万", "fix": "months", "split": split}}, curve="home")
    world["team"]["east"] = {"name": "东区", "parent": "company"}
    world["calendar"] = {"2026": {"curves": {"home": curve(JUNE), "winter": curve(WINTER)}}}
    world["target"]["2026/b"] = sheet({"net_sales": {"value": "inherited"}}, curve="winter")
    return world


def said(workspace: World) -> list[str]:
    """What the cascade finds, in English; both languages have the sentence."""
    findings = made(workspace).findings
    for found in findings:
        for lang in LANGUAGES:
            assert "{" not in tell(lang, found.problem.message)
    return [tell("en", found.problem.message) for found in findings]


def test_both_margins_are_met() -> None:
    found = made(two_curves())
    cells = {scope: cell for (scope, _), cell in found.cells.items()}
    assert found.findings == ()
    assert cells["company"].months == tuple(share * 2_000_000_000 // 100 for share in JUNE)
    assert [cells[store].year for store in ("a", "b", "c")] == [1_000_000_000, 600_000_000, 400_000_000]
    assert cells["c"].months[:2] == (0, 0)
    assert cells["east"].parts == ("b", "c")
    # On the winter curve b keeps more of its January than a, which is on the company's own.
    assert Fraction(cells["b"].months[0], cells["b"].year) > Fraction(cells["a"].months[0], cells["a"].year)


def test_stores_on_the_companys_own_curve_change_by_units_only() -> None:
    split = {"weights": {"a": "1", "b": "1"}}
    plain = company({"a": {}, "b": {}}, {"visitors": {"value": "1000", "split": split}})
    fixed = changed(plain, "target", "2026/company", ("goals", "visitors", "fix"), "months")
    free, bound = made(plain), made(fixed)
    assert bound.cells["company", "visitors"].months == month_units(
        scope_curve(built(fixed), "company", 2026), 1000, {}, {}, {}
    )
    for store in ("a", "b"):
        for one, other in zip(free.cells[store, "visitors"].months, bound.cells[store, "visitors"].months, strict=True):
            assert abs(one - other) <= 1


def test_holds_of_the_company_and_of_stores_are_both_met() -> None:
    world = with_month(two_curves(), "b", "hold", "net_sales", "2026-06", hold(10_000_000))
    world = changed(world, "target", "2026/company", ("goals", "net_sales", "hold"), {"2026-02": hold(90_000_000)})
    found = made(world)
    assert found.findings == ()
    assert found.cells["b", "net_sales"].months[5] == 10_000_000
    assert found.cells["company", "net_sales"].months[1] == 90_000_000


def test_a_team_that_divides_again_has_its_stores_as_rows() -> None:
    world = two_curves()
    top = {"value": "2000万", "fix": "months", "split": {"over": "children", "weights": {"a": "1", "east": "3"}}}
    world["target"]["2026/company"]["goals"]["net_sales"] = top
    again = {"value": "inherited", "split": {"weights": {"b": "2", "c": "1"}}}
    world["target"]["2026/east"] = sheet({"net_sales": again})
    found = made(world)
    assert found.findings == ()
    assert [found.cells[scope, "net_sales"].year for scope in ("a", "b", "c")] == [5 * 10**8, 10**9, 5 * 10**8]
    assert found.cells["company", "net_sales"].months == tuple(share * 20_000_000 for share in JUNE)


def test_what_cannot_be_met_is_named_with_its_places() -> None:
    world = two_curves()
    for store, units in (("a", 150_000_000), ("b", 100_000_000)):
        world = with_month(world, store, "hold", "net_sales", "2026-06", hold(units))
    found = made(world)
    (finding,) = found.findings
    problem = finding.problem
    assert finding.rule == "impossible-split"
    assert (problem.at.file, problem.at.path) == ("targets/2026/company.yaml", ("goals", "net_sales", "fix"))
    assert said(world) == [
        "fix: months cannot be met: a/2026-06 = 1500000.00; b/2026-06 = 1000000.00 make 2500000.00, while "
        "company/2026-06 = 2200000.00 leave place for 2200000.00, 300000.00 short; without any one of these the others "
        "agree, so change one"
    ]
    assert {(place.file, place.path[-1]) for place, _ in problem.related} == {
        ("targets/2026/a.yaml", "2026-06"),
        ("targets/2026/b.yaml", "2026-06"),
        ("targets/2026/company.yaml", "net_sales"),
    }
    # What depends on the table has no months, and nothing else is said of it.
    assert ("a", "net_sales") not in found.cells and ("company", "net_sales") not in found.cells


def test_a_clash_of_many_stores_names_the_first_and_counts_the_others() -> None:
    """Twenty stores may each have 6 % of their year in June, and the company wants 11 %."""
    stores = [f"s{number:02d}" for number in range(20)]
    split = {"weights": dict.fromkeys(stores, "1")}
    world = company(
        {store: {} for store in stores}, {"visitors": {"value": "2000", "fix": "months", "split": split}}, curve="home"
    )
    world["calendar"] = {"2026": {"curves": {"home": curve(JUNE)}}}
    for store in stores:
        world = with_month(world, store, "bounds", "visitors", "2026-06", bounds(at_most=6, metric="visitors"))
    (text,) = said(world)
    assert "s11/2026-06 ≤ 6; … +8 leave place for 120, 100 short" in text and "s12" not in text
    (finding,) = made(world).findings
    places = [place.file for place, _ in finding.problem.related]
    assert places == ["targets/2026/company.yaml", *(f"targets/2026/{store}.yaml" for store in stores[:12])]


@pytest.mark.parametrize("store", ["a", "b"])
def test_without_one_of_them_it_can_be_met(store: str) -> None:
    world = with_month(two_curves(), store, "hold", "net_sales", "2026-06", hold({"a": 150_000_000, "b": 10**8}[store]))
    assert made(world).findings == ()


def test_a_hold_before_the_store_opens_is_named() -> None:
    world = with_month(two_curves(), "c", "hold", "net_sales", "2026-01", hold(100))
    assert said(world) == [
        "c has no day in 2026-01 to carry 1.00: not open yet, closed, or all weights are 0"
    ]  # fmt: skip


def test_a_scope_below_cannot_fix_them_again() -> None:
    world = two_curves()
    world["target"]["2026/east"] = sheet({"net_sales": {"value": "1000万", "fix": "months"}})
    assert said(world) == [
        "fix: months of east has no effect: company above already fixes the months; keep only one of them"
    ]
    assert made(world).cells["company", "net_sales"].months[0] == 6 * 20_000_000


def test_there_must_be_something_below_to_fix() -> None:
    assert said(company({"a": {}}, {"visitors": {"value": "100", "fix": "months"}})) == [
        "company says fix: months, but no scope below has a goal for this metric; add split, or remove fix"
    ]


def test_years_that_add_up_to_more_leave_the_months_alone() -> None:
    world = two_curves()
    world["target"]["2026/a"] = sheet({"net_sales": "1100万"})
    assert [found.rule for found in made(world).findings] == ["children-do-not-add-up"]
    loose = changed(world, "target", "2026/company", ("goals", "net_sales", "split", "policy"), "at_least")
    assert said(loose) == [
        "fix: months needs the years below to add up to the goal: company has 20000000.00, they add up to 21000000.00; "
        "make them equal, or remove fix"
    ]


def test_a_child_goal_that_cannot_be_used_is_said_once() -> None:
    world = two_curves()
    world["target"]["2026/a"] = sheet({"net_sales": "1000.001"})
    assert [found.rule for found in made(world).findings] == ["finer-than-the-unit"]


def rounds_to(
    data: dict[str, Any], weight: str, row: str, column: str, units: int, least: int, most: int | None
) -> None:
    """The product is within half a unit of the cell, or the cell stands at the bound that stops it."""
    product = Fraction(weight) * Fraction(row) * Fraction(column)
    assert units == least or product >= units - Fraction(1, 2)
    assert units == most or product <= units + Fraction(1, 2)
    assert least <= units and (most is None or units <= most)


def check_table(data: Any) -> None:
    """The row adds up to the year and the column to its month; every cell in both follows from its factors."""
    year = data["columns"][0]["period"][:4]
    labels = [f"{year}-{month:02d}" for month in range(1, 13)]
    assert sum(data["results"]) == data["units"]
    for label, weight, factor, units in zip(
        labels, data["weights"], data["column_factors"], data["results"], strict=True
    ):
        held = data["hold"].get(label)
        least = data["at_least"].get(label, 0) if held is None else held
        most = data["at_most"].get(label) if held is None else held
        assert Fraction(weight) or units == least
        rounds_to(data, weight, data["row_factor"], factor, units, least, most if Fraction(weight) else units)
    for column in data["columns"]:
        place = labels.index(column["period"])
        assert sum(cell["units"] for cell in column["cells"].values()) == column["units"]
        assert column["cells"][data["scope"]]["units"] == data["results"][place]
        for cell in column["cells"].values():
            most = cell["at_most"] if Fraction(cell["weight"]) else cell["units"]
            factor = data["column_factors"][place]
            rounds_to(data, cell["weight"], cell["row_factor"], factor, cell["units"], cell["at_least"], most)


def check_chain(workspace: Workspace, scope: str, metric: str, asked: str) -> list[str]:
    """The table, then the months it stands under, then the leaf's year up to the goal; each recomputes."""
    period = parse_period(asked)
    assert period is not None
    steps = receipt(workspace, scope, metric, period)
    for step in steps:
        for lang in LANGUAGES:
            assert "{" not in tell(lang, step.said)
        data: Any = step.data
        if step.how == "table":
            check_table(data)
            columns = {column["period"]: column["units"] for column in data["columns"]}
        if step.how == "fixed":
            labels = [f"{asked[:4]}-{month:02d}" for month in range(1, 13)]
            assert sum(data["results"]) == data["units"]
            assert columns.items() <= dict(zip(labels, data["results"], strict=True)).items()
    return [step.how for step in steps]


def test_the_receipt_of_a_month_proves_it() -> None:
    workspace = built(two_curves())
    assert check_chain(workspace, "b", "net_sales", "2026-06") == ["table", "fixed", "split", "typed"]
    assert check_chain(workspace, "c", "net_sales", "2026-Q1") == ["sum", "table", "fixed", "split", "typed"]
    assert check_chain(workspace, "c", "net_sales", "2026-06-07") == ["spread", "table", "fixed", "split", "typed"]
    steps = receipt(workspace, "company", "net_sales", parse_period("2026-06"))  # type: ignore[arg-type]
    assert [step.how for step in steps] == ["children", "fixed", "children", "typed"]


@st.composite
def fixed_worlds(draw: st.DrawFn) -> World:
    """A company of any shape that fixes the months of its goals, its stores on curves of their own."""
    world = worlds_with_curves(draw(worlds()), draw)
    sheets = world["target"]
    year = year_of(world)
    for goal in sheets[f"{year}/company"]["goals"].values():
        goal["fix"] = "months"
    return world


def worlds_with_curves(world: World, draw: st.DrawFn) -> World:
    """Put some stores on a second curve."""
    year = year_of(world)
    curves = world.setdefault("calendar", {}).setdefault(f"{year}", {"curves": {"home": curve(JUNE)}})["curves"]
    curves["winter"] = curve(WINTER)
    for store in world["store"]:
        if draw(st.booleans()):
            sheet_ = world["target"].setdefault(f"{year}/{store}", sheet({}))
            sheet_["curve"] = "winter"
    return world


@FEW
@given(fixed_worlds(), st.data())
def test_whatever_the_company_margins_are_met_and_receipts_prove_it(world: World, data: st.DataObject) -> None:
    year, workspace = year_of(world), built(world)
    found = made(workspace, year)
    tables = sorted({(table.above.scope, table.above.metric) for table in found.fixed.values()})
    assume(tables)
    scope, metric = data.draw(st.sampled_from(tables))
    leaves = leaves_with(workspace, scope, metric, {s: {m: g} for (s, m), g in found.goals.items() if m == metric})
    cells = [found.cells[leaf, metric] for leaf in leaves]
    months = found.fixed[scope, metric].above.months
    assert tuple(map(sum, zip(*(cell.months for cell in cells), strict=True))) == months
    assert sum(months) == found.goals[scope, metric].units
    for leaf, cell in zip(leaves, cells, strict=True):
        assert cell.year == found.goals[leaf, metric].units
    month = data.draw(st.integers(1, 12))
    assert "table" in check_chain(workspace, data.draw(st.sampled_from(leaves)), metric, f"{year}-{month:02d}")


@FEW
@given(fixed_worlds(), st.data())
def test_holding_a_cell_at_what_it_got_changes_nothing(world: World, data: st.DataObject) -> None:
    year = year_of(world)
    before = made(built(world), year)
    tables = before.fixed.items()
    leaves = [address for address, table in tables if address[0] in table.cells and address[0].startswith("store")]
    assume(leaves)
    leaf, metric = data.draw(st.sampled_from(leaves))
    cell, month = before.cells[leaf, metric], data.draw(st.integers(1, 12))
    label = f"{year}-{month:02d}"
    held = with_month(world, leaf, "hold", metric, label, hold(cell.months[month - 1], metric))
    after = made(built(held), year)
    assert {key: each.months for key, each in after.cells.items()} == {
        key: each.months for key, each in before.cells.items()
    }


def test_bounds_of_a_store_shape_the_others() -> None:
    world = with_month(two_curves(), "a", "bounds", "net_sales", "2026-11", bounds(at_most=100_000_000))
    found = made(world)
    assert found.findings == ()
    assert found.cells["a", "net_sales"].months[10] == 100_000_000
    assert found.cells["company", "net_sales"].months[10] == 280_000_000
