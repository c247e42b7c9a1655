"""
Receipts recompute: every number of a chain follows from the numbers printed with it.

The arithmetic here is written apart from the tool's and as plainly as possible: units are handed out one by one, and
running totals are fractions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.driven_worlds import driven_worlds
from tests.planning.worlds import World, bounds, built, company, hold, made, sheet, worlds, year_of

from opsctl.locales import LANGUAGES, tell
from opsctl.period import Period, parse_period
from opsctl.planning.periods import period_target
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.weeks import ISO, Weeks
from opsctl.workspace import Workspace

SMALL = 400
# Fiscal years that end in the next year are cut short, so that all of what is asked lies in one.
WEEKS = (Weeks(0, 1), Weeks(6, 2), Weeks(0, 3, (4, 4, 5), False), Weeks(6, 2, (4, 5, 4)))


def period(text: str, weeks: Weeks = ISO) -> Period:
    """A period from its label."""
    found = parse_period(text, weeks)
    assert found is not None
    return found


def handed_out(weights: Sequence[Fraction], total: int, least: Sequence[int], most: Sequence[int | None]) -> list[int]:
    """Highest averages: the next unit goes where weight / (2 × units + 1) is highest, the first of equals."""
    cells = list(least)
    while sum(cells) < total:
        open_ = [i for i, cap in enumerate(most) if weights[i] and (cap is None or cells[i] < cap)]
        best = max(weights[i] / (2 * cells[i] + 1) for i in open_)
        cells[next(i for i in open_ if weights[i] / (2 * cells[i] + 1) == best)] += 1
    return cells


def nobody_envies(weights: Sequence[Fraction], cells: Sequence[int], least: Sequence[int], most: Sequence[Any]) -> bool:
    """No unit would be worth more to somebody else, which is what highest averages come to, at any size."""
    last = [w / (2 * x - 1) for w, x, low in zip(weights, cells, least, strict=True) if x > low]
    further = [
        w / (2 * x + 1) for w, x, high in zip(weights, cells, most, strict=True) if w and (high is None or x < high)
    ]
    return not last or not further or min(last) >= max(further)


def rounded_running(weights: Sequence[int], total: int) -> list[int]:
    """Each day's step of the running share, rounded half up."""
    reached = [Fraction(total * sum(weights[:count]), sum(weights) or 1) for count in range(len(weights) + 1)]
    marks = [(share + Fraction(1, 2)).__floor__() for share in reached]
    return [after - before for before, after in pairwise(marks)]


def check_division(data: Mapping[str, Any], keys: Sequence[str], results: Sequence[int], total: int) -> None:
    """A split or a curve step gives its results from its weights, holds and bounds."""
    written = data["weights"]
    weights = [Fraction(weight) for weight in (written.values() if isinstance(written, dict) else written)]
    held, low, high = data["hold"], data["at_least"], data["at_most"]
    least = [held.get(key, low.get(key, 0)) for key in keys]
    most = [held.get(key, high.get(key)) for key in keys]
    assert sum(results) == total
    assert all(w or x == floor for w, x, floor in zip(weights, results, least, strict=True))
    assert nobody_envies(weights, results, least, most)
    if total <= SMALL:
        assert list(results) == handed_out(weights, total, least, most)


def check_receipt(workspace: Workspace, scope: str, metric: str, asked: Period) -> list[str]:
    """Follow the chain from the asked period upwards; gives the steps it went through."""
    steps = receipt(workspace, scope, metric, asked)
    target = period_target(workspace, scope, metric, asked)
    assert target is not None
    assert steps[-1].how in ("typed", "derived", "followed")
    year = asked.start.year
    number = target.value.scaleb(steps[0].data["digits"])  # type: ignore[arg-type]
    known: dict[str, int] = {asked.label: int(number)}
    for step in steps:
        for lang in LANGUAGES:
            assert "{" not in tell(lang, step.said)
        _CHECKS[step.how](step, known, f"{year}", asked)
    return [step.how for step in steps]


def check_sum(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """The period is the sum of the parts named, which the further steps explain."""
    data: Any = step.data
    assert sum(data["parts"].values()) == data["units"] == known[data["period"]]
    known.update(data["parts"])


def check_spread(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """The days of a month follow from it; those asked for are among them."""
    data: Any = step.data
    assert data["results"] == rounded_running(data["weights"], data["units"])
    for day, units in enumerate(data["results"], 1):
        assert known.get(f"{data['period']}-{day:02d}", units) == units
    known[data["period"]] = data["units"]


def check_curve(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """The months follow from the year; those asked for are among them."""
    data: Any = step.data
    labels = [f"{year}-{month:02d}" for month in range(1, 13)]
    check_division(data, labels, data["results"], data["units"])
    for label, units in zip(labels, data["results"], strict=True):
        assert known.get(label, units) == units
    if asked.kind in ("quarter", "half"):
        inside = {part.label for part in asked.parts("month")}
        assert known[asked.label] == sum(u for label, u in zip(labels, data["results"], strict=True) if label in inside)
    assert known.setdefault("year", data["units"]) == data["units"]


def check_children(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """A scope is the sum of its children, in the asked period or in the year."""
    data: Any = step.data
    assert sum(data["parts"].values()) == data["units"] == known.setdefault(data.get("period", year), data["units"])
    if "period" not in data:
        known["year"] = data["units"]


def check_split(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """A share follows from the number above it."""
    data: Any = step.data
    check_division(data, list(data["results"]), list(data["results"].values()), data["total"])
    assert list(data["weights"]) == list(data["results"])
    assert data["results"][data["scope"]] == data["units"] == known.get("year", known.get(year))
    known["year"] = data["total"]


def check_through(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """A team that is passed by has the sum of its stores' shares of the number above."""
    data: Any = step.data
    if "weights" in data:
        check_division(data, list(data["results"]), list(data["results"].values()), data["total"])
    assert sum(data["results"].values()) == data["total"]
    assert data["parts"].items() <= data["results"].items()
    assert sum(data["parts"].values()) == data["units"] == known.get("year", known.get(year))
    known["year"] = data["total"]


def check_goal(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """The goal at the top is the number the last step came from."""
    data: Any = step.data
    assert data["units"] == known.get("year", known.get(year))


def check_derived(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """The last step of the sheet's arithmetic is the goal, to the unit that a sum may leave it."""
    check_goal(step, known, year, asked)
    data: Any = step.data
    assert abs(Fraction(data["steps"][-1]["value"]) * 10 ** data["digits"] - data["units"]) <= 1


def check_share(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """A share follows from the other part of the ratio and each child's own, with all numbers of the step."""
    data: Any = step.data
    base, upwards = data["base"]["units"], data["how"] == "ratio-numerator"
    rates = {child: Fraction(ratio) for child, ratio in data["relative"].items()}
    exact = {child: base[child] * rates[child] if upwards else base[child] / rates[child] for child in base}
    for child, weight in exact.items():
        off = Fraction(data["weights"][child], sum(data["weights"].values()) or 1) - weight / (sum(exact.values()) or 1)
        assert abs(off) < Fraction(1, 10**9)
    for child, ratio in data["fixed"].items():
        if base[child] > 0:
            known_part = Fraction(base[child], 10 ** data["base"]["digits"]) * 10 ** data["digits"]
            number = known_part * Fraction(ratio) if upwards else known_part / Fraction(ratio)
            assert abs(data["hold"][child] - number) <= Fraction(1, 2)
    check_division(data, list(data["results"]), list(data["results"].values()), data["total"])
    units = data["results"][data["scope"]]
    if f"term {data['metric']}" in known:
        assert units == data["units"] == known[f"term {data['metric']}"]
        return
    assert units == data["units"] == known.get("year", known.get(year))
    known["year"] = data["total"]


def check_difference(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """A share is what the other terms of a sum leave; those that were worked out with it follow."""
    data: Any = step.data
    assert (
        sum(term["sign"] * term["units"] for term in data["terms"]) == data["units"] == data["results"][data["scope"]]
    )
    assert data["units"] == known.get("year", known.get(year))
    assert sum(data["results"].values()) == data["total"]
    known["year"] = data["total"]
    known.update({f"term {term['metric']}": term["units"] for term in data["terms"]})


def check_difference_months(step: ReceiptStep, known: dict[str, int], year: str, asked: Period) -> None:
    """Every month is what the others leave."""
    data: Any = step.data
    for number, units in enumerate(data["results"], 1):
        assert sum(term["sign"] * term["months"][number - 1] for term in data["terms"]) == units
        assert known.get(f"{year}-{number:02d}", units) == units
    assert sum(data["results"]) == known.setdefault("year", data["units"]) == data["units"]


_CHECKS = {
    "sum": check_sum, "spread": check_spread, "curve": check_curve, "children": check_children,
    "split": check_split, "through": check_through, "typed": check_goal, "derived": check_derived,
    "followed": check_derived,
    "along": check_curve,
    "share": check_share, "difference": check_difference, "difference-months": check_difference_months,
}  # fmt: skip


@st.composite
def periods_in(draw: st.DrawFn, year: int) -> Period:
    """Draw a period of any kind that begins in the year."""
    text = draw(
        st.one_of(
            st.integers(1, 12).map(lambda number: f"{year}-{number:02d}"),
            st.integers(2, 52).map(lambda number: f"{year}-W{number:02d}"),
            st.dates(period(f"{year}").start, period(f"{year}").last).map(lambda day: day.isoformat()),
            st.integers(1, 4).map(lambda number: f"{year}-Q{number}"),
            st.sampled_from((f"{year}-H1", f"{year}-H2", f"{year}")),
            st.integers(1, 10).map(lambda number: f"FY{year}-P{number:02d}"),
            st.sampled_from((f"FY{year}-H1", f"FY{year}-Q2", f"FY{year}-Q3")),
        )
    )
    found = period(text, draw(st.sampled_from(WEEKS)))
    # A week of a fiscal year may lie in the calendar year after.
    assume(found.start.year == year)
    return found


@given(worlds(most=SMALL), st.data())
def test_every_small_number_recomputes_unit_by_unit(world: World, data: st.DataObject) -> None:
    year = year_of(world)
    workspace = built(world)
    cells = sorted(made(workspace, year).cells)
    assume(cells)
    scope, metric = data.draw(st.sampled_from(cells))
    check_receipt(workspace, scope, metric, data.draw(periods_in(year)))


@given(worlds(), st.data())
def test_every_large_number_recomputes_and_nobody_envies(world: World, data: st.DataObject) -> None:
    year = year_of(world)
    workspace = built(world)
    cells = sorted(made(workspace, year).cells)
    assume(cells)
    scope, metric = data.draw(st.sampled_from(cells))
    check_receipt(workspace, scope, metric, data.draw(periods_in(year)))


@given(driven_worlds(), st.data())
def test_every_number_that_follows_from_another_recomputes(world: World, data: st.DataObject) -> None:
    workspace = built(world)
    cells = sorted(made(workspace).cells)
    assume(cells)
    scope, metric = data.draw(st.sampled_from(cells))
    check_receipt(workspace, scope, metric, data.draw(periods_in(2026)))


STORES = {"a": {}, "b": {"opened": "2026-03-10"}, "c": {"team": "east"}}
HELD = {
    "weights": {"a": "2", "b": "1", "c": "3.5"},
    "hold": {"a": hold(90, "visitors")},
    "bounds": {"c": bounds("visitors", at_most=120)},
}


def three_stores() -> Workspace:
    """A company with a team, a store that opens in March, a hold, a cap and a held month."""
    world = company(STORES, {"visitors": {"value": "365", "split": HELD}})
    world["team"]["east"] = {"name": "东区", "parent": "company"}
    limit = {"hold": {"2026-02": hold(4, "visitors")}, "bounds": {"2026-06": bounds("visitors", at_most=5)}}
    world["target"]["2026/a"] = sheet({"visitors": {"value": "inherited"} | limit})
    return built(world)


@pytest.mark.parametrize(
    ("scope", "asked", "went_through"),
    [
        ("a", "2026-06-07", ["spread", "curve", "split", "typed"]),
        ("a", "2026-W23", ["sum", "spread", "curve", "split", "typed"]),
        ("a", "2026-W27", ["sum", "spread", "spread", "curve", "split", "typed"]),
        ("b", "2026-03", ["curve", "split", "typed"]),
        ("b", "2026-Q1", ["sum", "curve", "split", "typed"]),
        ("c", "2026", ["sum", "split", "typed"]),
        ("east", "2026-06", ["children", "children", "through", "typed"]),
        ("company", "2026-06-07", ["children", "children", "typed"]),
        ("company", "2026-W23", ["sum", "children", "children", "typed"]),
        ("company", "2026-H1", ["sum", "children", "children", "typed"]),
        ("company", "2026", ["sum", "children", "typed"]),
    ],
)
def test_the_chain_leads_from_the_cell_to_the_goal(scope: str, asked: str, went_through: list[str]) -> None:
    assert check_receipt(three_stores(), scope, "visitors", period(asked)) == went_through


@pytest.mark.parametrize("limited", [False, True])
@pytest.mark.parametrize(("key", "told"), [("headcount", "headcount"), ("goal visitors", "goal")])
def test_a_split_by_a_key_says_what_its_weights_are(key: str, told: str, limited: bool) -> None:
    limits = {"hold": {"a": hold(10, "visitors")}} if limited else {}
    orders = {"value": "100", "split": {"by": key} | limits}
    world = company(STORES, {"visitors": {"value": "365", "split": HELD}, "orders_paid": orders})
    seats = [{"role": "seller", "at": store, "from": "2020-01-01", "fte": "50%"} for store in ("a", "b")]
    world |= {"person": {"p": {"name": "P", "roles": seats}}, "role": {"seller": {"name": "销售"}}}
    step = next(each for each in receipt(built(world), "b", "orders_paid", period("2026")) if each.how == "split")
    assert step.said.id == f"weighing.split_{told}" + ("_limits" if limited else "")
    assert step.data["by"] == key
    if key == "headcount":
        assert dict(step.said.params)["weight"] == "182.5"


def test_holds_and_bounds_stand_in_the_step_where_they_count() -> None:
    steps = {step.how: step for step in receipt(three_stores(), "a", "visitors", period("2026-02"))}
    assert steps["curve"].data["hold"] == {"2026-02": 4}
    assert steps["curve"].data["at_most"] == {"2026-06": 5}
    assert steps["split"].data["hold"] == {"a": 90}
    assert steps["split"].data["at_most"] == {"c": 120}
    assert [steps[how].said.id for how in ("curve", "split")] == ["plan.why_curve_limits", "plan.why_held"]
    (split,) = [step for step in receipt(three_stores(), "b", "visitors", period("2026")) if step.how == "split"]
    assert dict(split.said.params)["limits"] == "a = 90, c ≤ 120"
    # c stands at its cap and a is held, so that b gets all of the rest.
    assert (dict(split.said.params)["weight"], dict(split.said.params)["weights"]) == ("1", "1")


def test_the_day_named_shows_the_running_weight_it_comes_from() -> None:
    spread = receipt(three_stores(), "c", "visitors", period("2026-06-07"))[0]
    assert dict(spread.said.params)["days"] == "2026-06-07 6 → 7"


def test_a_week_of_two_years_is_one_sum_with_a_chain_for_each_year() -> None:
    world = company({"a": {}}, {"visitors": {"value": "365", "split": {"weights": {"a": "1"}}}})
    world["target"]["2027/company"] = sheet({"visitors": "730"})
    workspace = built(world)
    steps = receipt(workspace, "company", "visitors", period("2026-W53"))
    assert [step.how for step in steps] == ["sum", "children", "children", "typed", "spread", "curve", "typed"]
    assert (steps[0].data["units"], steps[1].data["units"]) == (10, 4)
    assert steps[1].data["period"] == "2026-W53 (2026)"
    alone = receipt(workspace, "a", "visitors", period("2026-W53"))
    assert [step.how for step in alone] == ["sum", "spread", "curve", "split", "typed"]
    assert alone[0].data["units"] == 4


def test_a_derived_goal_shows_the_arithmetic_that_recomputes() -> None:
    goals = {"net_sales": "2000万", "refund_rate": "12%", "gmv_paid": "derived", "cvr": "1.5%", "aov_buyer": "198"}
    workspace = built(company({}, goals | {"visitors": "derived"}))
    derived = receipt(workspace, "company", "visitors", period("2026"))[-1]
    assert derived.how == "derived"
    got: dict[str, Fraction] = {}
    steps: Any = derived.data["steps"]
    for step in steps:
        inputs = {id_: Fraction(value) for id_, value in step["inputs"].items()}
        assert all(got.get(id_, value) == value for id_, value in inputs.items())
        first, second = inputs.values()
        # net sales ÷ (1 − refund rate), paid sales ÷ order value, buyers ÷ conversion
        got[step["metric"]] = first / (1 - second) if step["how"] == "complement" else first / second
        assert got[step["metric"]] == Fraction(step["value"])
    assert list(got) == ["gmv_paid", "buyers_paid", "visitors"]
    assert derived.data["units"] == round(got["visitors"]) == 7_652_280


def test_the_nearest_split_above_is_the_one_in_the_chain() -> None:
    world = company({"a": {"team": "east"}}, {"visitors": {"value": "100", "split": {"weights": {"a": "1"}}}})
    world["team"]["east"] = {"name": "东区", "parent": "company"}
    world["target"]["2026/east"] = sheet({"visitors": {"value": "60", "split": {"weights": {"a": "1"}}}})
    assert check_receipt(built(world), "a", "visitors", period("2026")) == ["sum", "split", "typed"]


def test_where_there_is_no_target_there_is_no_receipt() -> None:
    assert receipt(three_stores(), "a", "net_sales", period("2026")) == ()
    assert receipt(three_stores(), "a", "visitors", period("2027-W20")) == ()
