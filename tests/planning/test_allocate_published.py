"""Divisions that others have published, from elections to textbooks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from opsctl.planning.dividing.allocate import Infeasible, apportion

VECTORS = Path(__file__).resolve().parents[1] / "math-vectors.yaml"


@cache
def vectors() -> list[dict[str, Any]]:
    """Read the published vectors."""
    found: list[dict[str, Any]] = YAML(typ="safe").load(VECTORS.read_text("utf-8"))["vectors"]
    return found


def published(key: str) -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Yield (id, inputs, expected value under the key) of each vector that has it."""
    for vector in vectors():
        if vector["topic"].startswith("apportionment") and key in vector["expected"]:
            yield vector["id"], vector["inputs"], vector["expected"][key]


def webster_tables() -> Iterator[tuple[str, list[int], int, list[int]]]:
    """Yield (id, weights, total, cells); a vector has one table, several totals, or a before and after."""
    for name, inputs, expected in published("webster"):
        if "totals" in inputs:
            for total, cells in zip(inputs["totals"], expected, strict=True):
                yield f"{name}-{total}", inputs["weights"], total, cells
        elif "before" in inputs:
            for moment, cells in zip(("before", "after"), expected, strict=True):
                table = inputs[moment]
                if isinstance(table, list):
                    table = {"weights": table, "total": inputs["total"]}
                yield f"{name}-{moment}", table["weights"], table["total"], cells
        else:
            yield name, inputs["weights"], inputs["total"], expected


TABLES = list(webster_tables())


def test_the_published_tables_are_all_found() -> None:
    assert len(TABLES) == 15
    assert len({name for name, *_ in TABLES}) == 15


@pytest.mark.parametrize(("weights", "total", "cells"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_it_reproduces_the_published_table(weights: list[int], total: int, cells: list[int]) -> None:
    assert apportion(weights, total) == tuple(cells)


def test_alabama_keeps_its_seat_when_the_house_of_1880_grows() -> None:
    [(_, inputs, expected)] = published("webster_min1")
    floors = [inputs["minimum"]] * len(inputs["weights"])
    for total in inputs["totals"]:
        seats = dict(zip(inputs["names"], apportion(inputs["weights"], total, least=floors), strict=True))
        assert sum(seats.values()) == total
        assert {name: seats[name] for name in expected[total]} == expected[total]


def test_a_remainder_is_divided_again_under_caps() -> None:
    [(_, inputs, expected)] = published("split")
    assert apportion(inputs["weights"], inputs["total"], most=inputs["max"]) == tuple(expected)
    [(_, _, too_low)] = published("infeasible_when_max")
    with pytest.raises(Infeasible) as caught:
        apportion(inputs["weights"], inputs["total"], most=too_low)
    assert (caught.value.total, caught.value.most_sum, caught.value.reason) == (930, 900, "caps")


def test_a_small_count_over_equal_days_goes_to_the_first() -> None:
    [(_, inputs, expected)] = published("sainte_lague")
    assert apportion(inputs["weights"], inputs["total"]) == tuple(expected)


@pytest.mark.parametrize(("id_", "moved"), [("app-us-house-2010", 1), ("app-us-house-2020", 2)])
def test_the_house_by_equal_proportions_differs_by_single_seats(id_: str, moved: int) -> None:
    """Congress divides by Hill's method, which differs from Webster's only where quotas are close to a half."""
    [each] = [vector for vector in vectors() if vector["id"] == id_]
    seats = apportion(each["inputs"]["weights"], each["inputs"]["total"])
    away = [found - hill for found, hill in zip(seats, each["expected"]["hill"], strict=True)]
    assert sorted(filter(None, away)) == [-1] * moved + [1] * moved


def test_the_largest_and_smallest_of_a_parliament_stand_at_its_bounds() -> None:
    """The published table is by Adams's method; what the press reported of it are its floor and its cap."""
    [each] = [vector for vector in vectors() if vector["id"] == "app-cambridge-compromise-2011"]
    inputs, seats = each["inputs"], dict(zip(each["inputs"]["names"], each["expected"]["seats"], strict=True))
    bounds = [[number] * len(seats) for number in (inputs["base"] + 1, inputs["cap_total"])]
    found = dict(
        zip(seats, apportion(inputs["weights"], inputs["total"], least=bounds[0], most=bounds[1]), strict=True)
    )
    assert sum(found.values()) == sum(seats.values())
    assert {name: found[name] for name in ("Germany", "Cyprus", "Luxembourg", "Malta")} == {
        name: seats[name] for name in ("Germany", "Cyprus", "Luxembourg", "Malta")
    }
    assert list(found.values()) == sorted(found.values(), reverse=True)
