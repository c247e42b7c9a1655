"""The receipt of a tier recomputes with arithmetic of its own, and leads to where the tier was typed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.planning.test_tiers import tiered
from tests.planning.worlds import FEW, World, built, year_of

from opsctl.period import parse_period
from opsctl.planning.cascade import cascade
from opsctl.planning.receipt import ReceiptStep
from opsctl.planning.tier_receipt import tier_receipt
from opsctl.planning.tier_targets import tier_by_day
from opsctl.planning.tiers import TIERS, tiers


def by_hand(commit: list[int], gap: int) -> list[int]:
    """Divide a distance by the commit cells one unit at a time, the dearest first, the earlier among equals."""
    got = [0] * len(commit)
    for _ in range(abs(gap)):
        worths = [Fraction(abs(weight), 2 * cell + 1) for weight, cell in zip(commit, got, strict=True)]
        got[worths.index(max(worths))] += 1
    sign = 1 if gap >= 0 else -1
    return [value + sign * share for value, share in zip(commit, got, strict=True)]


def running(commit: list[int], gap: int) -> list[int]:
    """Spread a distance over days by rounding the running share half up."""
    whole, reached, before, result = sum(commit), 0, 0, []
    sign = 1 if gap >= 0 else -1
    for value in commit:
        reached += value
        mark = int(Fraction(abs(gap) * reached, whole) + Fraction(1, 2)) if whole else 0
        result.append(value + sign * (mark - before))
        before = mark
    return result


def recomputed(step: ReceiptStep) -> None:
    data: Any = step.data
    if step.how in ("sum", "children"):
        assert sum(data["parts"].values()) == data["units"]
    elif step.how in ("tier_months", "tier_share"):
        commit = data["commit"] if step.how == "tier_months" else list(data["commit"].values())
        results = data["results"] if step.how == "tier_months" else list(data["results"].values())
        assert results == by_hand(commit, data["units"])
    elif step.how == "tier_days":
        assert data["results"] == running(data["commit"], data["units"])
    elif step.how == "tier_typed":
        assert data["value"] - data["commit"] == data["gap"]


@st.composite
def small(draw: st.DrawFn) -> World:
    """A world whose tiers are few units away, so that units can be dealt by hand."""
    world = draw(tiered())
    for goal in world["target"][f"{year_of(world)}/company"]["goals"].values():
        value = goal["value"]
        whole, _, cents = value.partition(".")
        goal["floor"] = value
        goal["stretch"] = f"{int(whole) + draw(st.integers(0, 4))}{'.' + cents if cents else ''}"
    return world


@FEW
@given(small(), st.data())
def test_a_receipt_recomputes_and_ends_where_the_tier_was_typed(world: World, data: st.DataObject) -> None:
    workspace, year = built(world), year_of(world)
    laid = tiers(workspace, year)
    if not laid.cells:
        return
    scope, metric, tier = data.draw(st.sampled_from(sorted(laid.cells)))
    label = data.draw(st.sampled_from((f"{year}", f"{year}-Q1", f"{year}-06", f"{year}-W23", f"{year}-06-18")))
    period = parse_period(label)
    assert period is not None
    steps = tier_receipt(workspace, scope, metric, tier, period)
    for step in steps:
        recomputed(step)
    typed: Any = next(step.data for step in steps if step.how == "tier_typed")
    assert typed["scope"] == "company"
    assert steps[-1].how == "commit"
    first: Any = steps[0].data
    if steps[0].how == "sum":
        assert first["units"] == sum(tier_by_day(workspace, scope, metric, tier, period).values())


def test_what_has_no_tier_has_no_receipt() -> None:
    world: World = {"team": {"company": {"name": "x"}}, "store": {}, "target": {}}
    year = parse_period("2026")
    assert year is not None
    assert cascade(built(world), 2026).cells == {}
    assert [tier_receipt(built(world), "company", "visitors", tier, year) for tier in TIERS] == [(), ()]
