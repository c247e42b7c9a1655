"""Filling tables: published ones, laws, and every small table against trying them all."""

from __future__ import annotations

import random
from fractions import Fraction
from math import ceil, floor
from time import process_time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.tables.oracle import Small, best_table, can_be_met, crowded_tables, tables
from tests.planning.test_allocate_published import vectors

from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.tables.clash import Clash
from opsctl.planning.tables.multipliers import multipliers
from opsctl.planning.tables.table import Cells, fill


def vector(id_: str) -> dict[str, Any]:
    """The published vector of that id."""
    return next(each for each in vectors() if each["id"] == id_)


def filled(small: Small) -> Cells:
    """Fill a small table."""
    return fill(small.weights, small.rows, small.columns, least=small.least, most=small.most)


def or_nothing(small: Small) -> Cells | None:
    """Fill a small table; None where it clashes."""
    try:
        return filled(small)
    except Clash:
        return None


PUBLISHED = [each for each in vectors() if each["topic"] == "two_way_integer" and "cells" in each["expected"]]


@pytest.mark.parametrize("each", PUBLISHED, ids=[each["id"] for each in PUBLISHED])
def test_it_reproduces_the_published_table(each: dict[str, Any]) -> None:
    inputs = each["inputs"]
    cells = fill(
        inputs["weights"],
        inputs["row_totals"],
        inputs["column_totals"],
        least=inputs.get("min"),
        most=inputs.get("max"),
    )
    assert cells == tuple(map(tuple, each["expected"]["cells"]))


def test_the_published_tables_are_all_found() -> None:
    assert [each["id"] for each in PUBLISHED] == [
        "biprop-wikipedia-en", "biprop-wikipedia-de", "biprop-uri-2020", "biprop-zug-2018", "two-way-month-week",
        "two-way-locked-capped",
    ]  # fmt: skip


@pytest.mark.parametrize("id_", ["two-way-infeasible-cap", "two-way-month-week-infeasible"])
def test_what_the_published_clashes_come_to(id_: str) -> None:
    each = vector(id_)
    inputs, expected = each["inputs"], each["expected"]
    with pytest.raises(Clash) as caught:
        fill(inputs["weights"], inputs["row_totals"], inputs["column_totals"], most=inputs.get("max"))
    parts = caught.value.parts
    assert tuple(part.row for part in parts if part.kind == "row") == tuple(expected["rows"])
    assert tuple(part.column for part in parts if part.kind == "column") == tuple(expected["columns"])
    # The vectors count columns on the side of what is needed, and so only the gap is common to both.
    assert caught.value.need - caught.value.place == expected["need"] - expected["capacity"]


@pytest.mark.parametrize("id_", ["ipf-unity", "ipf-sas-bishop-fienberg-holland", "ipf-wikipedia"])
def test_in_fine_units_it_is_proportional_fitting(id_: str) -> None:
    each = vector(id_)
    inputs, fine = each["inputs"], 10**9
    totals = ([total * fine for total in inputs[key]] for key in ("row_totals", "column_totals"))
    cells = fill(inputs["seed"], *totals)
    for line, expected in zip(cells, each["expected"]["cells"], strict=True):
        for cell, wanted in zip(line, expected, strict=True):
            assert abs(cell / fine - wanted) <= max(each["tolerance"], 1e-6)


def test_bounds_around_each_cell_round_a_table_with_its_sums() -> None:
    inputs = vector("ctrl-round-mathse")["inputs"]
    exact = [[Fraction(str(cell)) for cell in line] for line in inputs["cells"]]
    least, most = [[floor(cell) for cell in line] for line in exact], [[ceil(cell) for cell in line] for line in exact]
    cells = fill(exact, inputs["row_totals"], inputs["column_totals"], least=least, most=most)
    assert all(
        abs(cell - wanted) < 1
        for line, given in zip(cells, exact, strict=True)
        for cell, wanted in zip(line, given, strict=True)
    )


@given(tables())
def test_it_is_the_best_of_all_tables_or_there_is_none(small: Small) -> None:
    assert or_nothing(small) == best_table(small)


@given(tables() | crowded_tables())
def test_without_any_one_of_what_clashes_the_others_can_be_met(small: Small) -> None:
    try:
        filled(small)
    except Clash as clash:
        assert not can_be_met(small, clash.parts)
        for part in clash.parts:
            assert can_be_met(small, [other for other in clash.parts if other is not part])
        assert clash.need == sum(part.units for part in clash.parts if part.asks)
        assert clash.place == sum(part.units for part in clash.parts if not part.asks)
        assert clash.need > clash.place
    else:
        assume(False)


@st.composite
def large(draw: st.DrawFn) -> Small:
    """Draw a table of any size that can be filled, with zeros, holds and bounds around one that fills it."""
    chance = random.Random(draw(st.integers(0, 10**9)))
    height, width = draw(st.integers(1, 15)), draw(st.sampled_from((1, 2, 3, 12)))
    most = 10 ** draw(st.sampled_from((1, 3, 7, 11, 13)))
    share = draw(st.sampled_from((0.3, 0.7, 1.0)))
    heaviest = draw(st.sampled_from((1, 5, 10**6)))
    weights = [
        [chance.randint(1, heaviest) if chance.random() < share else 0 for _ in range(width)] for _ in range(height)
    ]
    seed = [[chance.randint(0, most) if weight and chance.random() < 0.8 else 0 for weight in line] for line in weights]
    least, caps = [[0] * width for _ in seed], [[None] * width for _ in seed]  # type: list[list[int]], list[list[int | None]]
    for _ in range(draw(st.integers(0, 8))):
        i, j = chance.randrange(height), chance.randrange(width)
        least[i][j], caps[i][j] = chance.choice(((seed[i][j], None), (0, seed[i][j]), (seed[i][j], seed[i][j])))
    rows, columns = tuple(map(sum, seed)), tuple(map(sum, zip(*seed, strict=True)))
    return Small(tuple(map(tuple, weights)), rows, columns, tuple(map(tuple, least)), tuple(map(tuple, caps)))


@given(large())
def test_both_margins_and_all_bounds_are_met(small: Small) -> None:
    cells = filled(small)
    assert tuple(map(sum, cells)) == small.rows
    assert tuple(map(sum, zip(*cells, strict=True))) == small.columns
    for i, line in enumerate(cells):
        for j, cell in enumerate(line):
            cap = small.cap(i, j)
            assert small.least[i][j] <= cell and (cap is None or cell <= cap)


@given(large())
def test_factors_prove_every_cell(small: Small) -> None:
    cells = filled(small)
    rows, columns = multipliers(small.weights, cells, small.least, small.most)
    for i, line in enumerate(cells):
        for j, cell in enumerate(line):
            product, cap = small.weights[i][j] * rows[i] * columns[j], small.cap(i, j)
            assert cell == small.least[i][j] or product >= cell - Fraction(1, 2)
            assert cell == cap or product <= cell + Fraction(1, 2)


@given(large(), st.data())
def test_holding_a_cell_at_what_it_got_changes_no_other(small: Small, data: st.DataObject) -> None:
    cells = filled(small)
    i = data.draw(st.integers(0, len(small.rows) - 1))
    j = data.draw(st.integers(0, len(small.columns) - 1))
    least, most = [list(line) for line in small.least], [list(line) for line in small.most]
    least[i][j] = most[i][j] = cells[i][j]
    assert fill(small.weights, small.rows, small.columns, least=least, most=most) == cells


@given(large(), st.data())
def test_more_weight_never_lowers_a_cell(small: Small, data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(small.rows) - 1))
    j = data.draw(st.integers(0, len(small.columns) - 1))
    assume(small.weights[i][j])
    more = [list(line) for line in small.weights]
    more[i][j] += data.draw(st.integers(1, 10**6))
    after = fill(more, small.rows, small.columns, least=small.least, most=small.most)
    assert after[i][j] >= filled(small)[i][j]


@given(large())
def test_without_a_settled_row_the_others_stay(small: Small) -> None:
    cells = filled(small)
    columns = tuple(total - cell for total, cell in zip(small.columns, cells[0], strict=True))
    rest = fill(small.weights[1:], small.rows[1:], columns, least=small.least[1:], most=small.most[1:])
    assert rest == cells[1:]


@given(large(), st.randoms(use_true_random=False))
def test_another_order_gives_the_same_cells_where_no_tie_decides(small: Small, chance: random.Random) -> None:
    # Weights without common factors leave no two tables equally good.
    weights = tuple(tuple(chance.randint(10**8, 10**9) if weight else 0 for weight in line) for line in small.weights)
    cells = fill(weights, small.rows, small.columns, least=small.least, most=small.most)
    rows, columns = list(range(len(small.rows))), list(range(len(small.columns)))
    chance.shuffle(rows)
    chance.shuffle(columns)

    def turned(grid: Any) -> list[list[Any]]:
        return [[grid[i][j] for j in columns] for i in rows]

    totals = [small.rows[i] for i in rows], [small.columns[j] for j in columns]
    again = fill(turned(weights), *totals, least=turned(small.least), most=turned(small.most))
    assert [list(line) for line in again] == turned(cells)


@given(large(), st.data())
def test_multiplying_a_row_or_column_of_weights_changes_nothing(small: Small, data: st.DataObject) -> None:
    factor = st.builds(Fraction, st.integers(1, 1000), st.integers(1, 1000))
    by_row = [data.draw(factor) for _ in small.rows]
    by_column = [data.draw(factor) for _ in small.columns]
    weights = [
        [w * a * b for w, b in zip(line, by_column, strict=True)] for line, a in zip(small.weights, by_row, strict=True)
    ]
    assert fill(weights, small.rows, small.columns, least=small.least, most=small.most) == filled(small)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=12), st.integers(0, 10**6))
def test_one_row_or_column_is_divided_as_apportion_does(weights: list[int], total: int) -> None:
    parts = apportion(weights, total)
    assert fill([weights], [total], parts) == (parts,)
    assert fill([[weight] for weight in weights], parts, [total]) == tuple((part,) for part in parts)


def test_equal_tables_give_more_to_the_first_cell() -> None:
    assert fill([[1, 1], [1, 1]], [1, 1], [1, 1]) == ((1, 0), (0, 1))
    assert fill([[1] * 3] * 3, [2, 2, 2], [2, 2, 2]) == ((1, 1, 0), (1, 0, 1), (0, 1, 1))


def test_negative_totals_mirror_positive_ones() -> None:
    assert fill([[1, 2], [3, 1]], [-5, -7], [-6, -6]) == tuple(
        tuple(-cell for cell in line) for line in fill([[1, 2], [3, 1]], [5, 7], [6, 6])
    )


def test_a_cell_held_below_zero_counts() -> None:
    cells = fill([[1, 1], [1, 1]], [10, 10], [2, 18], least=[[-4, 0], [0, 0]], most=[[-4, None], [None, None]])
    assert cells == ((-4, 14), (6, 4))


def test_a_clash_of_one_month_is_told_by_that_month() -> None:
    """Told by the stores' years and the other eleven months it would be as true and twice as long."""
    rows, columns = [120] * 20, [200] * 12
    most: list[list[int | None]] = [[9, *[None] * 11] for _ in rows]
    with pytest.raises(Clash) as caught:
        fill([[1] * 12] * 20, rows, columns, most=most)
    clash = caught.value
    assert [part.kind for part in clash.parts] == ["column", *["cap"] * 20]
    assert (clash.need, clash.place) == (200, 180)


def test_months_that_many_stores_cannot_fill_are_told_at_once() -> None:
    """A thousand stores open during the year; those that are open early cannot have all of its first months."""
    shares, chance = (64, 41, 76, 72, 89, 113, 71, 78, 86, 94, 132, 84), random.Random(7)
    opened = [chance.randint(0, 11) for _ in range(1000)]
    rows = [chance.randint(10**6, 10**8) // (1 if first else 2) for first in opened]
    weights = [[share * (month >= first) for month, share in enumerate(shares)] for first in opened]
    before = process_time()
    with pytest.raises(Clash) as caught:
        fill(weights, rows, apportion(shares, sum(rows)))
    # Tried one by one, what clashes took minutes.
    assert process_time() - before < 5
    clash = caught.value
    assert {part.kind for part in clash.parts} == {"row", "column", "zero"}
    assert len(clash.parts) > 500
    gap = clash.need - clash.place
    assert 0 < gap <= min(part.units for part in clash.parts if part.asks)


def test_a_floor_above_its_cap_clashes_by_itself() -> None:
    with pytest.raises(Clash) as caught:
        fill([[1, 1]], [10], [5, 5], least=[[4, 0]], most=[[3, None]])
    assert [part.kind for part in caught.value.parts] == ["floor", "cap"]


def test_identical_rows_of_a_large_table_do_not_count_units_one_by_one() -> None:
    """Two hundred equal stores round alike, so that months are off by a hundred units before the exact finish."""
    months = [64, 41, 76, 72, 89, 113, 71, 78, 86, 94, 132, 84]
    rows = [10**9 + 7] * 200
    columns = apportion(months, sum(rows))
    cells = fill([months] * 200, rows, columns)
    assert tuple(map(sum, zip(*cells, strict=True))) == columns
    assert all(max(column) - min(column) <= 1 for column in zip(*cells, strict=True))


def test_shapes_have_to_fit() -> None:
    with pytest.raises(ValueError, match="every row and column"):
        fill([[1, 1]], [1], [1])
    with pytest.raises(TypeError):
        fill([[0.5, 1]], [2], [1, 1])  # type: ignore[list-item]
