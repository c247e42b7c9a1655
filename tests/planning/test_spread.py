"""The laws of spreading a number over days."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from math import ceil, floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from opsctl.planning.curves.spread import spread
from opsctl.planning.dividing.allocate import Infeasible

VECTORS = Path(__file__).resolve().parents[1] / "math-vectors.yaml"

day_weights = st.lists(st.integers(0, 9) | st.integers(0, 10**9), min_size=1, max_size=40).filter(any)
totals = st.integers(-60, 60) | st.integers(-(10**14), 10**14)


def test_it_reproduces_the_vector_of_a_small_count() -> None:
    vectors = YAML(typ="safe").load(VECTORS.read_text("utf-8"))["vectors"]
    [vector] = [vector for vector in vectors if vector["id"] == "cumulative-spread"]
    assert spread(vector["inputs"]["weights"], vector["inputs"]["total"]) == tuple(vector["expected"]["cumulative"])


@given(day_weights, totals)
def test_d1_the_days_add_up_to_the_total(weights: list[int], total: int) -> None:
    assert sum(spread(weights, total)) == total


@given(day_weights, totals)
def test_d3_every_running_total_is_within_half_a_unit_of_its_share(weights: list[int], total: int) -> None:
    shares = [Fraction(total * reached, sum(weights)) for reached in accumulate(weights)]
    for reached, share in zip(accumulate(spread(weights, total)), shares, strict=True):
        assert abs(reached - share) <= Fraction(1, 2)


@given(day_weights, totals)
def test_d4_each_day_is_its_share_rounded_down_or_up(weights: list[int], total: int) -> None:
    for day, weight in zip(spread(weights, total), weights, strict=True):
        share = Fraction(total * weight, sum(weights))
        assert floor(share) <= day <= ceil(share)


@given(day_weights, totals)
def test_a_running_total_that_stands_at_a_half_is_rounded_away_from_zero(weights: list[int], total: int) -> None:
    doubled = [2 * total * reached for reached in accumulate(weights)]
    for reached, twice in zip(accumulate(spread(weights, total)), doubled, strict=True):
        if twice % (2 * sum(weights)) == sum(weights):
            assert abs(2 * reached * sum(weights)) == abs(twice) + sum(weights)


@given(day_weights, totals, st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_only_the_proportions_of_the_weights_count(weights: list[int], total: int, scale: Fraction) -> None:
    assert spread([weight * scale for weight in weights], total) == spread(weights, total)


@given(day_weights, totals)
def test_a_negative_total_mirrors_the_positive_one(weights: list[int], total: int) -> None:
    assert spread(weights, -total) == tuple(-day for day in spread(weights, total))


def test_days_of_which_none_weighs_anything_take_nothing_but_zero() -> None:
    assert spread([0, 0], 0) == (0, 0)
    assert spread([], 0) == ()
    for total in (3, -3):
        with pytest.raises(Infeasible) as caught:
            spread([0, 0], total)
        assert (caught.value.reason, abs(caught.value.total)) == ("weights", 3)
