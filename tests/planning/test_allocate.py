"""The laws of dividing a number over children, against every other division and on random cases."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.planning.dividing.allocate import Infeasible, apportion


@dataclass(frozen=True)
class Case:
    """Children that can take the total."""

    weights: list[int]
    total: int
    least: list[int]
    most: list[int | None]

    def divided(self, **changed: Any) -> tuple[int, ...]:
        """Divide, with some of the fields changed."""
        fields = {"weights": self.weights, "total": self.total, "least": self.least, "most": self.most, **changed}
        return apportion(fields["weights"], fields["total"], least=fields["least"], most=fields["most"])


small_weights = st.lists(st.integers(0, 9), min_size=1, max_size=8).filter(any)
wide_weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=12).filter(any)
weights_of_any_size = small_weights | wide_weights
totals = st.integers(0, 60) | st.integers(0, 10**14)


@st.composite
def bounded_cases(draw: st.DrawFn, spare: int = 0) -> Case:
    """Draw children with floors, caps, holds and no limits, and a total they can take, `spare` units below the brim."""
    weights = draw(weights_of_any_size)
    size = len(weights)
    least = draw(st.lists(st.integers(0, 20), min_size=size, max_size=size))
    rooms = draw(st.lists(st.none() | st.integers(0, 12), min_size=size, max_size=size))
    receiving = [room for weight, room in zip(weights, rooms, strict=True) if weight]
    space = 10**6 if None in receiving else sum(room or 0 for room in receiving) - spare
    if space < 0:
        # Somebody has to be able to take what the test is about to add.
        first = next(i for i, weight in enumerate(weights) if weight)
        rooms[first], space = None, 10**6
    total = sum(least) + draw(st.integers(0, min(space, 80)) | st.integers(0, space))
    most = [None if room is None else low + room for low, room in zip(least, rooms, strict=True)]
    return Case(weights, total, least, most)


def cheapest(case: Case) -> tuple[int, ...] | None:
    """Try every division; among the fairest, take the one that gives the first child most."""
    ranges = [
        range(low, (case.total if high is None else high) + 1) if weight else (low,)
        for weight, low, high in zip(case.weights, case.least, case.most, strict=True)
    ]
    fitting = [cells for cells in product(*ranges) if sum(cells) == case.total]
    return min(fitting, key=lambda cells: (miss(case.weights, cells), [-cell for cell in cells]), default=None)


def miss(weights: Sequence[int], cells: Sequence[int]) -> Fraction:
    """Measure a division as Sainte-Laguë did: the sum of cell² / weight, up to terms that all divisions share."""
    return sum(
        (Fraction(cell * cell, weight) for weight, cell in zip(weights, cells, strict=True) if weight), Fraction()
    )


@st.composite
def tiny_cases(draw: st.DrawFn) -> Case:
    """Draw a case small enough to try every division; it need not have any."""
    weights = draw(st.lists(st.integers(0, 7), min_size=1, max_size=4))
    least = [draw(st.integers(0, 3)) for _ in weights]
    most = [draw(st.none() | st.integers(low, low + 4)) for low in least]
    return Case(weights, draw(st.integers(0, 10)), least, most)


@given(tiny_cases())
def test_no_other_division_is_fairer_and_none_exists_where_it_refuses(case: Case) -> None:
    try:
        found: tuple[int, ...] | None = case.divided()
    except Infeasible:
        found = None
    assert found == cheapest(case)


@given(bounded_cases())
def test_no_unit_would_be_worth_more_with_another_child(case: Case) -> None:
    """Prove a division of any size right: the dearest unit not given stands behind the cheapest that was."""
    rows = list(enumerate(zip(case.weights, case.divided(), case.least, case.most, strict=True)))
    given_last = [(Fraction(weight, 2 * part - 1), -i) for i, (weight, part, low, _) in rows if part > low]
    next_up = [(Fraction(w, 2 * part + 1), -i) for i, (w, part, _, high) in rows if w and part != high]
    assert not given_last or not next_up or max(next_up) < min(given_last)


@given(bounded_cases())
def test_s1_the_parts_add_up_to_the_total(case: Case) -> None:
    assert sum(case.divided()) == case.total


@given(wide_weights, st.integers(-(10**14), 10**14))
def test_s1_the_parts_of_any_total_without_bounds_add_up_and_mirror(weights: list[int], total: int) -> None:
    parts = apportion(weights, total)
    assert sum(parts) == total
    assert apportion(weights, -total) == tuple(-part for part in parts)


@given(bounded_cases())
def test_s2_every_part_keeps_within_its_bounds(case: Case) -> None:
    for part, low, high in zip(case.divided(), case.least, case.most, strict=True):
        assert low <= part
        assert high is None or part <= high


@given(bounded_cases())
def test_s3_a_child_without_weight_gets_its_floor_and_no_more(case: Case) -> None:
    for part, weight, low in zip(case.divided(), case.weights, case.least, strict=True):
        assert weight or part == low


@given(bounded_cases(spare=1))
def test_s4_raising_the_total_lowers_nobody(case: Case) -> None:
    assert all(
        after >= before for before, after in zip(case.divided(), case.divided(total=case.total + 1), strict=True)
    )


@given(bounded_cases(), st.data())
def test_s5_raising_one_weight_helps_that_child_and_nobody_else(case: Case, data: st.DataObject) -> None:
    favoured = data.draw(st.integers(0, len(case.weights) - 1))
    raised = list(case.weights)
    raised[favoured] += data.draw(st.integers(1, 10) | st.integers(1, 10**9))
    for i, (before, after) in enumerate(zip(case.divided(), case.divided(weights=raised), strict=True)):
        assert after >= before if i == favoured else after <= before


@given(bounded_cases(), st.data())
def test_s6_holding_children_at_what_they_were_given_changes_nobody(case: Case, data: st.DataObject) -> None:
    parts = case.divided()
    held = [data.draw(st.booleans()) for _ in parts]
    least = [part if hold else low for part, hold, low in zip(parts, held, case.least, strict=True)]
    most = [part if hold else high for part, hold, high in zip(parts, held, case.most, strict=True)]
    assert case.divided(least=least, most=most) == parts


@given(bounded_cases(), st.data())
def test_s7_dividing_again_what_some_children_have_gives_them_the_same(case: Case, data: st.DataObject) -> None:
    parts = case.divided()
    chosen = [i for i in range(len(parts)) if data.draw(st.booleans())]
    again = case.divided(
        weights=[case.weights[i] for i in chosen],
        total=sum(parts[i] for i in chosen),
        least=[case.least[i] for i in chosen],
        most=[case.most[i] for i in chosen],
    )
    assert again == tuple(parts[i] for i in chosen)


@given(bounded_cases(), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_s8_only_the_proportions_of_the_weights_count(case: Case, scale: Fraction) -> None:
    assert case.divided(weights=[weight * scale for weight in case.weights]) == case.divided()


@given(weights_of_any_size, totals)
def test_s9_a_larger_weight_never_gets_less(weights: list[int], total: int) -> None:
    ranked = sorted(zip(weights, apportion(weights, total), strict=True))
    for (lighter, less), (heavier, more) in pairwise(ranked):
        assert lighter == heavier or less <= more


@given(weights_of_any_size, totals)
def test_s10_equal_weights_differ_by_one_unit_at_most_and_the_earlier_has_it(weights: list[int], total: int) -> None:
    alike: dict[int, list[int]] = {}
    for weight, part in zip(weights, apportion(weights, total), strict=True):
        alike.setdefault(weight, []).append(part)
    for parts in alike.values():
        assert parts == sorted(parts, reverse=True)
        assert parts[0] - parts[-1] <= 1


# Multiples of two primes never tie before a child has half as many units as its prime.
PRIMES = [1009, 1013, 1019, 1021, 1031, 1033, 1039, 1049, 1051, 1061]


@given(st.lists(st.sampled_from(PRIMES), min_size=1, unique=True), st.integers(0, 500), st.data())
def test_s11_the_order_of_children_means_nothing_where_nothing_ties(
    weights: list[int], total: int, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(weights))))
    parts = apportion(weights, total)
    assert apportion([weights[i] for i in order], total) == tuple(parts[i] for i in order)


@given(bounded_cases(), st.integers(-100, 10**6))
def test_s12_it_refuses_exactly_what_the_bounds_cannot_hold_and_says_both_sums(case: Case, total: int) -> None:
    limits = [high if w else low for w, low, high in zip(case.weights, case.least, case.most, strict=True)]
    most_sum = None if None in limits else sum(limit or 0 for limit in limits)
    if sum(case.least) <= total and (most_sum is None or total <= most_sum):
        assert sum(case.divided(total=total)) == total
        return
    with pytest.raises(Infeasible) as caught:
        case.divided(total=total)
    said = caught.value
    assert (said.total, said.least_sum) == (total, sum(case.least))
    assert said.reason == ("floors" if said.least_sum > total else said.reason)
    assert said.most_sum is None or said.most_sum < total or said.least_sum > total


def test_s13_the_same_bytes_come_out_on_every_machine() -> None:
    state, lines = 618, []
    for size in range(1, 60):
        weights = []
        for _ in range(size):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            weights.append(state >> 44)
        caps = [None if weight % 3 else 5 + weight % 977 * 10**9 for weight in weights]
        lines.append(repr(apportion(weights, 123_456_789_012_345)))
        lines.append(repr(apportion([*weights, 1], 123_456_789_012_345, least=[5] * (size + 1), most=[*caps, None])))
    assert (
        hashlib.sha256("\n".join(lines).encode()).hexdigest()
        == "9b75727a347246e8457fa857afad79e2027ce0d45ad34b83eb311380a4d1e108"
    )


def test_a_tie_gives_the_unit_to_the_earlier_child() -> None:
    assert apportion([1, 1, 1], 1) == (1, 0, 0)
    assert apportion([1, 3], 2) == (1, 1)
    assert apportion([3, 1], 2) == (2, 0)
    assert apportion([1, 1, 1], 2, least=[0, 0, 0]) == (1, 1, 0)


def test_a_child_may_be_held_below_zero() -> None:
    assert apportion([1, 1, 2], 20, least=[-10, 0, 0], most=[-10, None, None]) == (-10, 10, 20)
    assert apportion([1, 1], -10, least=[-10, 0], most=[-10, None]) == (-10, 0)


def test_a_negative_total_under_bounds_is_refused() -> None:
    with pytest.raises(Infeasible) as caught:
        apportion([1, 1], -3, most=[5, 5])
    assert (caught.value.reason, caught.value.least_sum, caught.value.most_sum) == ("floors", 0, 10)


def test_a_total_that_nobody_has_weight_to_receive_is_refused() -> None:
    assert apportion([0, 0], 0) == (0, 0)
    assert apportion([], 0) == ()
    for floors in (None, [0, 0]):
        with pytest.raises(Infeasible) as caught:
            apportion([0, 0], 5, least=floors)
        assert (caught.value.reason, caught.value.children, caught.value.most_sum) == ("weights", (0, 1), 0)


def test_the_children_that_have_room_but_no_weight_are_named() -> None:
    with pytest.raises(Infeasible) as caught:
        apportion([0, 4, 0], 9, least=[0, 0, 2], most=[None, 5, 2])
    assert (caught.value.reason, caught.value.children, caught.value.most_sum) == ("weights", (0,), 7)


def test_a_floor_above_its_own_cap_is_refused_and_named() -> None:
    with pytest.raises(Infeasible) as caught:
        apportion([1, 1, 1], 9, least=[0, 4, 0], most=[None, 3, None])
    assert (caught.value.reason, caught.value.children) == ("crossed", (1,))


def test_floors_that_ask_for_too_much_are_named() -> None:
    with pytest.raises(Infeasible) as caught:
        apportion([1, 1, 1], 9, least=[0, 6, 5], most=[None, None, 7])
    said = caught.value
    assert (said.total, said.least_sum, said.most_sum, said.reason, said.children) == (9, 11, None, "floors", (1, 2))


def test_nothing_inexact_and_nothing_negative_is_a_weight() -> None:
    inexact: Any = [0.5, 0.5]
    with pytest.raises(TypeError):
        apportion(inexact, 10)
    with pytest.raises(ValueError, match="not negative"):
        apportion([3, -1], 10)
    with pytest.raises(ValueError, match=r"shorter|longer"):
        apportion([1, 2], 10, least=[0])


def test_a_large_child_among_many_that_round_alike_makes_up_for_them_within_its_bounds() -> None:
    # A hundred shares of 1.4 round to 1 and of 1.6 to 2, so forty units are missing, or too many, at once.
    rounded_down, rounded_up = [1000] + [14] * 100, [1000] + [16] * 100
    assert apportion(rounded_down, 240) == (107, *[2] * 33, *[1] * 67)
    assert apportion(rounded_down, 240, most=[103] + [None] * 100) == (103, *[2] * 37, *[1] * 63)
    assert apportion(rounded_up, 260) == (94, *[2] * 66, *[1] * 34)
    assert apportion(rounded_up, 260, least=[97] + [0] * 100) == (97, *[2] * 63, *[1] * 37)
