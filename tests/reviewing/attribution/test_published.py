"""Every published vector of attribution: chain substitution, Das Gupta, LMDI, price, volume and mix."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.planning.test_allocate_published import vectors

from opsctl.reviewing.attribution.chain import chain
from opsctl.reviewing.attribution.lmdi import Negative, lmdi
from opsctl.reviewing.attribution.mix import mix_and_rate, volume_and_mix
from opsctl.reviewing.attribution.pvm import pvm
from opsctl.reviewing.attribution.shapley import shapley, shapley_of


def vector(id_: str) -> dict[str, Any]:
    """The vector of that id."""
    [found] = [each for each in vectors() if each["id"] == id_]
    return found


def exact(numbers: Sequence[Any]) -> list[Fraction]:
    """Numbers as they are written, so that 0.717892 is that and no binary neighbour."""
    return [Fraction(str(number)) for number in numbers]


def near(found: Sequence[Fraction], expected: Sequence[Any], tolerance: float) -> bool:
    """Whether all are within the tolerance."""
    return all(abs(one - other) <= Fraction(tolerance) for one, other in zip(found, exact(expected), strict=True))


def columns(rows: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    """The sums over segments, factor by factor."""
    return [sum(column, Fraction(0)) for column in zip(*rows, strict=True)]


def test_every_vector_of_attribution_is_claimed_here() -> None:
    ids = [each["id"] for each in vectors() if each["topic"] == "attribution"]
    text = Path(__file__).read_text("utf-8")
    assert len(ids) == 14
    assert [id_ for id_ in ids if f'"{id_}"' not in text] == []


def test_chain_substitution_of_a_chinese_textbook() -> None:
    each = vector("chain-cn-1")
    base, actual = each["inputs"]["base"], each["inputs"]["actual"]
    found = [chain(base, actual, order) for order in each["inputs"]["orders"]]
    assert [list(effects) for effects in found] == each["expected"]["effects"]
    assert list(shapley(base, actual)) == exact(each["expected"]["shapley_exact"])


def test_chain_substitution_adds_over_materials() -> None:
    each = vector("chain-cn-2-segments")["inputs"]
    rows = [
        chain(*sides) for sides in zip(zip(*each["base"], strict=True), zip(*each["actual"], strict=True), strict=True)
    ]
    assert columns(rows) == vector("chain-cn-2-segments")["expected"]["effects"]


@pytest.mark.parametrize("id_", ["pvm-1", "pvm-2"])
def test_quantity_and_mix_of_the_accountants(id_: str) -> None:
    inputs, expected = vector(id_)["inputs"], vector(id_)["expected"]
    found = pvm((inputs["budget_qty"], inputs["margin"]), (inputs["actual_qty"], inputs["margin"]))
    assert sum(one.mix for one in found) == expected["mix"]
    assert sum(one.volume for one in found) == expected["quantity"]
    assert sum(one.volume + one.mix for one in found) == expected["volume"]
    assert all(one.price == 0 for one in found)


@pytest.mark.parametrize(
    "id_", ["shapley-dasgupta-2.1", "shapley-dasgupta-2.2", "shapley-dasgupta-2.3", "shapley-dasgupta-2.4"]
)
def test_das_gupta_products(id_: str) -> None:
    each = vector(id_)
    found = shapley(exact(each["inputs"]["base"]), exact(each["inputs"]["actual"]))
    assert near(found, each["expected"]["effects"], each["tolerance"])


def test_das_gupta_adds_over_segments() -> None:
    each = vector("shapley-dasgupta-4.3-segments")
    sides = [zip(*map(exact, each["inputs"][side]), strict=True) for side in ("base", "actual")]
    rows = [shapley(before, after) for before, after in zip(*sides, strict=True)]
    assert near(columns(rows), each["expected"]["effects"], each["tolerance"])


def test_das_gupta_ratio_of_sums() -> None:
    """Whole vectors change at once: the arguments are the places 0 and 1 of each vector's side."""
    each = vector("shapley-dasgupta-4.4-ratio")
    sides = [list(map(exact, each["inputs"][side])) for side in ("base", "actual")]

    def worth(chosen: Sequence[Fraction]) -> Fraction:
        a, b, c, d = (sides[int(side)][at] for at, side in enumerate(chosen))
        inside = sum((x * y * z for x, y, z in zip(a, b, c, strict=True)), Fraction(0))
        outside = sum((x * (1 - y) * z for x, y, z in zip(a, b, d, strict=True)), Fraction(0))
        return inside / (inside + outside)

    found = shapley_of(worth, [0] * 4, [1] * 4)
    assert near(found, each["expected"]["effects"], each["tolerance"])
    assert sum(found) == worth([Fraction(1)] * 4) - worth([Fraction(0)] * 4)


def test_das_gupta_mix_and_rate_of_an_average() -> None:
    each = vector("shapley-dasgupta-5.1-mix")
    base, actual = ((exact(each["inputs"][side][0]), exact(each["inputs"][side][1])) for side in ("base", "actual"))
    found = mix_and_rate(base, actual)
    sums = [sum((one.mix for one in found), Fraction(0)), sum((one.rate for one in found), Fraction(0))]
    assert near(sums, [each["expected"]["mix"], each["expected"]["rate"]], each["tolerance"])


def test_lmdi_of_the_reference_implementation() -> None:
    each = vector("lmdi-lmdir-simple")
    periods, steps = each["inputs"]["periods"], each["expected"]["steps"]
    for number, (before, after, step) in enumerate(zip(periods, periods[1:], steps, strict=False)):
        rows = [lmdi(old, new) for old, new in zip(before, after, strict=True)]
        found = [row for row in rows if not isinstance(row, Negative)]
        assert sum(columns(found)) == step["dV"]
        assert near(columns(found), step["effects"], each["tolerance"])
        if not number:
            cells = each["expected"]["cell_Z_step1"]
            assert all(near(row, cell, each["tolerance"]) for row, cell in zip(found, cells, strict=True))


@pytest.mark.parametrize("case", ["appears", "disappears"])
def test_what_appears_and_what_ceases(case: str) -> None:
    each = vector("lmdi-zero-limits")
    base, actual = each["inputs"][case]["base"], each["inputs"][case]["actual"]
    assert lmdi(base, actual) == tuple(each["expected"][case])
    # The ratios that a zero leaves undefined are carried over, and then the others agree.
    gone = [at for at, pair in enumerate(zip(base, actual, strict=True)) if 0 in pair]
    full = actual if case == "appears" else base
    before, after = ([side[at] if at in gone else full[at] for at in range(3)] for side in (base, actual))
    assert shapley(before, after) == lmdi(before, after) == tuple(each["expected"][case])


def test_effects_of_either_sign_are_rounded_as_published() -> None:
    """`signed-rounding` is tested with the rounding itself; its effects are those of the textbook."""
    each = vector("signed-rounding")["inputs"]
    assert exact(each["effects"]) == list(shapley(vector("chain-cn-1")["inputs"]["base"], [140, 9, 5]))
    assert [shift.mix for shift in volume_and_mix([1, 1], [2, 2], [3, 5])] == [0, 0]
