"""Joining the facts of several sources: nothing given twice is added up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from opsctl.diagnostics import Severity
from opsctl.locales import tell
from opsctl.reviewing.facts import Facts, merge

SALES = ("north", "gmv_paid")
ONE, TWO = date(2026, 6, 1), date(2026, 6, 2)


def facts(name: str, days: dict[date, int], *, basis: str = "paid", **labels: int) -> Facts:
    """Sales of one store from one source, and de-duplicated counts by label (`W23=5`)."""
    given: dict[str, Any] = {"until": {SALES: max(days)}} if days else {}
    return Facts(
        daily={SALES: {day: Decimal(value) for day, value in days.items()}} if days else {},
        distinct={(*SALES, f"2026-{label}"): Decimal(count) for label, count in labels.items()},
        basis={SALES: basis},
        currency={SALES: "CNY"},
        origin={SALES: (name,)},
        **given,
    )


def test_sources_that_follow_each_other_join() -> None:
    both = merge(facts("old", {ONE: 1}, W22=1), facts("new", {TWO: 2}, W23=2))
    assert both.daily == {SALES: {ONE: 1, TWO: 2}}
    assert both.distinct == {(*SALES, "2026-W22"): 1, (*SALES, "2026-W23"): 2}
    assert (both.until, both.origin, both.troubles) == ({SALES: TWO}, {SALES: ("old", "new")}, ())
    assert (both.basis, both.currency) == ({SALES: "paid"}, {SALES: "CNY"})


def test_a_value_given_twice_is_never_added() -> None:
    same = merge(facts("a", {ONE: 1, TWO: 2}, W23=3), facts("b", {TWO: 2}, W23=3))
    assert same.daily == {SALES: {ONE: 1, TWO: 2}}
    assert same.distinct == {(*SALES, "2026-W23"): 3}
    differing = merge(facts("a", {ONE: 1, TWO: 2}, W23=3), facts("b", {TWO: 3}, W23=4))
    assert differing.daily == {SALES: {ONE: 1}}
    assert differing.distinct == {}
    for found in (same, differing):
        (trouble,) = found.troubles
        assert (trouble.message.id, trouble.severity) == ("sources.given_twice", Severity.ERROR)
        assert dict(trouble.message.params)["sources"] == "a, b"
        assert "a, b" in tell("en", trouble.message) and "a、b" in tell("zh", trouble.message)


def test_a_third_source_does_not_settle_a_dispute() -> None:
    assert merge(facts("a", {ONE: 1}), facts("b", {ONE: 2}), facts("c", {ONE: 3, TWO: 4})).daily == {SALES: {TWO: 4}}


def test_money_on_another_basis_is_left_out() -> None:
    both = merge(facts("a", {ONE: 1}), facts("b", {TWO: 2}, basis="ordered"))
    assert both.daily == {SALES: {ONE: 1}}
    assert both.origin == {SALES: ("a",)}
    (trouble,) = both.troubles
    assert (trouble.source, trouble.message.id) == ("b", "sources.other_money")
    assert "ordered CNY" in tell("en", trouble.message)


def test_nothing_joins_to_nothing() -> None:
    assert merge() == Facts()
