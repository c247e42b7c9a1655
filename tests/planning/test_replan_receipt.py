"""What a receipt says of a re-plan gives its months: recomputed from the receipt alone, unit by unit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.test_receipt import nobody_envies
from tests.planning.test_replan import months, replanned, replans, two_stores, version
from tests.planning.worlds import FEW, built, hold, made

from opsctl.locales import LANGUAGES, tell
from opsctl.period import month, year
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.planning.replans.as_planned import original


def dealt(weights: list[int], units: int, room: list[int | None]) -> list[int]:
    """Hand units out one by one to the highest weight / (2 × got + 1) with room, the first of equals."""
    got = [0] * len(weights)
    for _ in range(units):
        space = [None if cap is None else cap - units for cap, units in zip(room, got, strict=True)]
        open_ = [at for at, weight in enumerate(weights) if weight and space[at] != 0]
        best = max(open_, key=lambda at: (Fraction(weights[at], 2 * got[at] + 1), -at))
        got[best] += 1
    return got


def check_version(data: Any, rest: int) -> None:
    """The months of a version follow from what it names: frozen first, then what is left by weights and limits."""
    begin = len(data["closed"])
    planned, left = data["before"][begin:], data["results"][begin:]
    assert data["results"][:begin] == data["closed"]
    assert data["gap"] == sum(data["before"][:begin]) - sum(data["closed"])
    assert data["planned"] == sum(planned)
    if data["terms"]:
        columns = zip(*([each["sign"] * units for units in each["months"]] for each in data["terms"]), strict=True)
        assert left == [sum(column) for column in columns]
        assert sum(left) == data["units"]
        return
    assert sum(left) == data["units"] == rest
    if data["policy"] == "absorb" or data["reached"] or rest == sum(planned):
        assert left == planned
    elif data["policy"] == "spread":
        assert nobody_envies(data["weights"], left, data["at_least"], data["at_most"])
    else:
        room: list[int | None] = [
            (was - low) if rest < sum(planned) else None if cap is None else cap - was
            for was, low, cap in zip(planned, data["at_least"], data["at_most"], strict=True)
        ]
        moved = [abs(now - was) for now, was in zip(left, planned, strict=True)]
        assert all(space is None or units <= space for units, space in zip(moved, room, strict=True))
        if sum(moved) < 400:
            assert moved == dealt(data["weights"], sum(moved), room)


def check_steps(steps: tuple[ReceiptStep, ...]) -> None:
    """Follow the versions of a receipt from the last to the first."""
    after: list[int] | None = None
    for at, step in enumerate(steps):
        data: Any = step.data
        for lang in LANGUAGES:
            assert "{" not in tell(lang, step.said)
        if step.how == "replan":
            assert after is None or data["results"] == after
            pool: Any = steps[at + 1].data if steps[at + 1].how == "pool" else None
            own = sum(data["before"]) - sum(data["closed"])
            stays = data["policy"] == "absorb" or data["reached"]
            check_version(data, pool["units"] if pool else data["planned"] if stays else own)
            after = data["before"]
        elif step.how == "pool":
            shares = list(data["results"].values())
            assert sum(shares) == data["total"] and data["results"][data["scope"]] == data["units"]
            limits = (list(data["at_least"].values()), list(data["at_most"].values()))
            assert nobody_envies(list(data["weights"].values()), shares, *limits)
        elif step.how == "curve":
            assert after is None or data["results"] == after


@FEW
@given(replans(), st.data())
def test_every_version_recomputes_from_its_receipt(drawn: Any, data: st.DataObject) -> None:
    world, _, _ = drawn
    found, workspace = made(world), built(world)
    assume(not found.findings and found.versions)
    scope, metric = data.draw(st.sampled_from(sorted(found.versions)))
    number = data.draw(st.integers(1, 12))
    for period in (month(2026, number), year(2026)):
        steps = receipt(workspace, scope, metric, period)
        assert "replan" in [step.how for step in steps]
        check_steps(steps)


def test_a_month_is_told_version_by_version_down_to_the_curve() -> None:
    first = (40, 40, 40, 40, 40, 38)
    two = version(8, {"visitors": (*first, 30)}, "next")
    workspace = built(replanned(two_stores(), a=[version(7, {"visitors": first}), two]))
    steps = receipt(workspace, "a", "visitors", month(2026, 9))
    check_steps(steps)
    assert [step.how for step in steps] == ["replan", "replan", "curve", "split", "typed"]
    assert steps[0].said.id == "replan.why_next" and dict(steps[0].said.params)["number"] == "2"


@pytest.mark.parametrize(("policy", "moved"), [("absorb", True), ("spread", False)])
def test_a_sum_whose_year_moved_says_who_moved_it(policy: str, moved: bool) -> None:
    world = replanned(two_stores(), a=[version(7, {"visitors": (40, 40, 40, 40, 40, 38)}, policy)])
    steps = receipt(built(world), "company", "visitors", year(2026))
    told = [step for step in steps if step.how == "moved"]
    assert bool(told) is moved
    for step in told:
        assert step.data["moved"] == {"a": -50}
        assert (step.data["before"], step.data["units"]) == (1200, 1150)


def test_a_sum_names_the_versions_behind_it() -> None:
    closed = {"a": (40, 40, 40, 40, 40, 38), "b": (48,) * 6}
    two = {scope: [version(7, {"visitors": units})] for scope, units in closed.items()}
    later = version(8, {"visitors": (*closed["a"], 30)}, "next")
    world = replanned(two_stores(), a=[*two["a"], later], b=two["b"])
    made = built(world)
    for asked in (year(2026), month(2026, 9)):
        told = [step for step in receipt(made, "company", "visitors", asked) if step.how == "replans"]
        assert [(step.data["version"], step.data["from"]) for step in told] == [(2, "2026-08"), (1, "2026-07")]
        assert [sorted(step.data["gaps"]) for step in told] == [["a"], ["a", "b"]]  # type: ignore[call-overload]
        for step in told:
            replan = made.all("target")["2026/a"].data.replan[-1]
            params = dict(step.said.params)
            assert (params["owner"], params["reason"]) == (replan.owner, replan.reason)
            assert params["on"] == step.data["on"] != ""
    assert not [
        step for step in receipt(built(two_stores()), "company", "visitors", year(2026)) if step.how == "replans"
    ]


def test_a_store_that_is_held_shares_with_nobody() -> None:
    closed = {"a": (40, 40, 40, 40, 40, 38), "b": (48,) * 6}
    each = {scope: [version(7, {"visitors": units}, share="pool")] for scope, units in closed.items()}
    world = replanned(two_stores(hold={"a": hold(600, "visitors")}), **each)
    assert "pool" not in [step.how for step in receipt(built(world), "a", "visitors", month(2026, 8))]
    assert sum(months(world, "a")) == 600
    assert not original(built(world)).all("target")["2026/a"].data.replan
