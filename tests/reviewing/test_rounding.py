"""Rounding effects of either sign so that they add up: the published vectors and the laws."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.test_allocate_published import published, vectors

from opsctl.reviewing.rounding import round_preserving_sum


def hamilton_tables() -> list[tuple[list[int], int, list[int]]]:
    """Weights, total and seats by largest remainder, of the vectors that need no minimum."""
    found = []
    for _, inputs, expected in published("hamilton"):
        moments: list[Any] = [inputs[each] for each in ("before", "after")] if "before" in inputs else [inputs]
        tables = [each if isinstance(each, dict) else {"weights": each} for each in moments]
        totals = [
            [each.get("total", inputs.get("total"))] if "totals" not in each else each["totals"] for each in tables
        ]
        cells = expected if isinstance(expected[0], list) else [expected]
        asked: list[Any] = [(each["weights"], total) for each, own in zip(tables, totals, strict=True) for total in own]
        found += [(weights, total, seats) for (weights, total), seats in zip(asked, cells, strict=True)]
    return found


def test_signed_effects_add_up_to_their_total() -> None:
    [each] = [each for each in vectors() if each["id"] == "signed-rounding"]
    effects = [Fraction(effect) for effect in each["inputs"]["effects"]]
    assert round_preserving_sum(effects, each["inputs"]["total"]) == tuple(each["expected"]["rounded"])


@pytest.mark.parametrize(("weights", "total", "seats"), hamilton_tables())
def test_quotas_give_the_published_seats_of_hamilton(weights: list[int], total: int, seats: list[int]) -> None:
    quotas = [Fraction(total * weight, sum(weights)) for weight in weights]
    assert round_preserving_sum(quotas, total) == tuple(seats)


@given(st.lists(st.fractions(-(10**6), 10**6, max_denominator=1000), max_size=12))
def test_each_is_rounded_down_or_up_and_the_sum_is_kept(values: list[Fraction]) -> None:
    total = round(sum(values, Fraction(0)))
    found = round_preserving_sum(values, total)
    assert sum(found) == total
    assert all(abs(part - value) < 1 for part, value in zip(found, values, strict=True))


def test_equal_fractions_are_raised_from_the_first() -> None:
    assert round_preserving_sum([Fraction(1, 2), Fraction(-1, 2), Fraction(1, 2)], 1) == (1, 0, 0)


def test_a_total_out_of_reach_and_floats_are_refused() -> None:
    with pytest.raises(ValueError, match="further off"):
        round_preserving_sum([Fraction(1, 2), 3], 5)
    with pytest.raises(TypeError):
        round_preserving_sum([0.5], 1)  # type: ignore[list-item]
