"""The laws of attribution, over anything: what adds up, what does not hang on the order, what a zero does."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.reviewing.attribution.chain import chain
from opsctl.reviewing.attribution.lmdi import Negative, lmdi, log_mean
from opsctl.reviewing.attribution.mix import mix_and_rate, volume_and_mix
from opsctl.reviewing.attribution.owen import owen, owen_sum, worth_of_unit
from opsctl.reviewing.attribution.pvm import pvm
from opsctl.reviewing.attribution.shapley import product, shapley, shapley_of
from opsctl.reviewing.attribution.table import round_rows, round_table

numbers = st.builds(Fraction, st.integers(-999, 999), st.sampled_from([1, 7, 10]))
amounts = st.builds(Fraction, st.integers(0, 999), st.sampled_from([1, 7, 10]))
SIDES = st.integers(1, 4).flatmap(
    lambda many: st.tuples(
        st.lists(numbers, min_size=many, max_size=many), st.lists(numbers, min_size=many, max_size=many)
    )
)
MEMBERS = st.lists(st.tuples(amounts, amounts, amounts, amounts), min_size=1, max_size=6)
TABLES = st.tuples(st.integers(1, 6), st.integers(1, 5)).flatmap(
    lambda size: st.lists(
        st.lists(
            st.builds(Fraction, st.integers(-99, 99), st.sampled_from([1, 2, 7])), min_size=size[1], max_size=size[1]
        ),
        min_size=size[0],
        max_size=size[0],
    )
)


@given(SIDES)
def test_effects_add_up_to_the_change_exactly(sides: tuple[list[Fraction], list[Fraction]]) -> None:
    base, actual = sides
    change = product(actual) - product(base)
    assert sum(shapley(base, actual)) == sum(chain(base, actual)) == change
    assert sum(shapley_of(product, base, actual)) == change
    found = lmdi([abs(each) for each in base], [abs(each) for each in actual])
    assert not isinstance(found, Negative)
    assert sum(found) == abs(product(actual)) - abs(product(base))


@given(SIDES)
def test_shapley_is_the_mean_of_all_chains(sides: tuple[list[Fraction], list[Fraction]]) -> None:
    orders = [chain(*sides, order) for order in permutations(range(len(sides[0])))]
    assert shapley(*sides) == tuple(sum(column) / len(orders) for column in zip(*orders, strict=True))
    assert shapley(*sides) == shapley_of(product, *sides)


@given(SIDES)
def test_the_other_way_round_every_sign_turns(sides: tuple[list[Fraction], list[Fraction]]) -> None:
    base, actual = sides
    assert shapley(actual, base) == tuple(-effect for effect in shapley(base, actual))


@given(SIDES, st.randoms(use_true_random=False))
def test_the_order_of_factors_only_orders_the_effects(
    sides: tuple[list[Fraction], list[Fraction]], rng: object
) -> None:
    base, actual = sides
    order = list(range(len(base)))
    rng.shuffle(order)  # type: ignore[attr-defined]
    moved = shapley([base[at] for at in order], [actual[at] for at in order])
    assert moved == tuple(shapley(base, actual)[at] for at in order)


@given(SIDES, st.data())
def test_what_did_not_change_did_nothing(sides: tuple[list[Fraction], list[Fraction]], data: st.DataObject) -> None:
    base, actual = sides
    same = data.draw(st.integers(0, len(base) - 1))
    actual[same] = base[same]
    assert shapley(base, actual)[same] == chain(base, actual)[same] == 0
    positive = lmdi([abs(each) for each in base], [abs(each) for each in actual])
    assert not isinstance(positive, Negative)
    assert abs(positive[same]) < Fraction(1, 10**40)


@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), min_size=2, max_size=4))
def test_a_group_adds_up_to_the_effect_it_has_as_one(members: list[tuple[Fraction, ...]]) -> None:
    base, actual = ([[one[at], one[at + 1]] for one in members] for at in (0, 2))
    groups = owen(base, actual)
    whole = shapley([product(group) for group in base], [product(group) for group in actual])
    assert tuple(map(sum, groups)) == whole


def test_without_groups_the_parts_of_a_product_would_change_the_others() -> None:
    """Why drilling down takes the Owen value: four plain factors give another effect of the last one."""
    grouped = owen([[2, 3], [4], [5]], [[3, 2], [7], [11]])
    assert grouped[1:] == tuple((effect,) for effect in shapley([6, 4, 5], [6, 7, 11])[1:])
    assert shapley([2, 3, 4, 5], [3, 2, 7, 11])[2] != grouped[1][0]


@given(SIDES, st.lists(numbers, min_size=1, max_size=4), st.data())
def test_parts_of_a_sum_add_up_to_its_effect(
    sides: tuple[list[Fraction], list[Fraction]], changes: list[Fraction], data: st.DataObject
) -> None:
    base, actual = sides
    at = data.draw(st.integers(0, len(base) - 1))
    actual[at] = base[at] + sum(changes)
    assert sum(owen_sum(base, actual, at, changes)) == shapley(base, actual)[at]
    assert worth_of_unit(base, actual, at) * sum(changes) == shapley(base, actual)[at]


@given(MEMBERS, st.sampled_from(["mean", "base"]))
def test_volume_and_mix_add_up_and_centring_moves_nothing_out(
    members: list[tuple[Fraction, ...]], weighing: str
) -> None:
    base, actual, worths = ([one[at] for one in members] for at in range(3))
    shifts = volume_and_mix(base, actual, worths, weighing)  # type: ignore[arg-type]
    changes = [(new - old) * worth for old, new, worth in zip(base, actual, worths, strict=True)]
    assert [shift.volume + shift.mix for shift in shifts] == changes
    if sum(base) and sum(actual):
        shares = [(new / sum(actual) - old / sum(base)) for old, new in zip(base, actual, strict=True)]
        total = sum(actual) if weighing == "base" else (sum(base) + sum(actual)) / 2
        raw = sum(total * share * worth for share, worth in zip(shares, worths, strict=True))
        assert sum(shift.mix for shift in shifts) == raw


def test_a_poor_store_that_grows_is_no_gain() -> None:
    poor, rich = volume_and_mix([100, 100], [200, 100], [1, 3])
    assert poor.mix < 0 and rich.mix < 0
    same = volume_and_mix([100, 100], [200, 100], [2, 2])
    assert [one.mix for one in same] == [0, 0]


@given(MEMBERS)
def test_price_volume_mix_adds_up_for_every_member(members: list[tuple[Fraction, ...]]) -> None:
    q0, q1, p0, p1 = ([one[at] for one in members] for at in range(4))
    found = pvm((q0, p0), (q1, p1))
    changes = [b * d - a * c for a, b, c, d in members]
    assert [one.volume + one.mix + one.price for one in found] == changes


@given(MEMBERS)
def test_mix_and_rate_add_up_to_the_change_of_the_average(members: list[tuple[Fraction, ...]]) -> None:
    w0, w1, r0, r1 = ([one[at] for one in members] for at in range(4))
    if not sum(w0) or not sum(w1):
        return
    found = mix_and_rate((w0, r0), (w1, r1))
    before = sum(w * r for w, r in zip(w0, r0, strict=True)) / sum(w0)
    after = sum(w * r for w, r in zip(w1, r1, strict=True)) / sum(w1)
    assert sum(one.mix + one.rate for one in found) == after - before


def test_lmdi_answers_for_negatives_and_nothing_at_all() -> None:
    assert lmdi([1, -2, 3], [1, 2, 3]) == Negative(1)
    assert lmdi([0, 2], [0, 5]) == (0, 0)
    assert lmdi([0, 0], [2, 3]) == (3, 3)
    assert lmdi([], []) == ()
    assert log_mean(Fraction(7), Fraction(7)) == 7


def test_lmdi_and_shapley_agree_where_little_changes() -> None:
    base = [Fraction(100_000), Fraction(3, 100), Fraction(150)]
    actual = [Fraction(100_100), Fraction(2_997, 100_000), Fraction(15_012, 100)]
    found = lmdi(base, actual)
    assert not isinstance(found, Negative)
    assert all(abs(one - other) < Fraction(1, 100) for one, other in zip(found, shapley(base, actual), strict=True))


@given(TABLES)
def test_a_rounded_table_keeps_both_margins(cells: list[list[Fraction]]) -> None:
    whole = sum(map(sum, cells), Fraction(0))
    for total in {floor(whole), ceil(whole)}:
        found = round_table(cells, total)
        assert sum(found.rows) == sum(found.columns) == total
        flat = [
            (int(one), other)
            for row, exact in zip(found.cells, cells, strict=True)
            for one, other in zip(row, exact, strict=True)
        ]
        sums = list(zip(found.rows, map(sum, cells), strict=True))
        sums += list(zip(found.columns, map(sum, zip(*cells, strict=True)), strict=True))
        assert all(floor(other) <= one <= ceil(other) for one, other in [*flat, *sums])


@given(TABLES, st.data())
def test_rows_that_are_given_are_kept(cells: list[list[Fraction]], data: st.DataObject) -> None:
    rows = [data.draw(st.sampled_from([floor(sum(row)), ceil(sum(row))])) for row in cells]
    found = round_rows(cells, rows)
    assert list(found.rows) == rows
    assert all(
        abs(one - sum(column)) < 1 + len(cells)
        for one, column in zip(found.columns, zip(*cells, strict=True), strict=True)
    )


def test_what_cannot_be_rounded_or_compared_is_refused() -> None:
    with pytest.raises(ValueError, match="further off"):
        round_table([[Fraction(1, 2)]], 2)
    with pytest.raises(ValueError, match="no order"):
        chain([1, 2], [3, 4], [0, 0])
    with pytest.raises(ValueError, match="before"):
        shapley([1, 2], [3])
