"""The CSV beside a sheet: its form, its sums, and when it is stale."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from tests.planning.worlds import FEW, World, built, changed, company, made, worlds, written, year_of

from opsctl.planning.cells import cell_file, cell_files, stale_files
from opsctl.quantity import from_units, plain
from opsctl.workspace import Workspace

HEADER = (
    "metric,tier,unit,2026,2026-Q1,2026-Q2,2026-Q3,2026-Q4,"
    "2026-01,2026-02,2026-03,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10,2026-11,2026-12"
)
SPLIT = {"weights": {"a": "1", "b": "2"}}
TWO_STORES = company({"a": {}, "b": {}}, {
    "visitors": {"value": "365", "split": SPLIT},
    "net_sales": {"value": "-3.65", "split": SPLIT},
    "refund_rate": {"value": "12%"},
})  # fmt: skip


def rows(text: str) -> dict[str, dict[str, Decimal]]:
    """The numbers of a cell file by metric and column."""
    return {
        row["metric"]: {key: Decimal(cell) for key, cell in row.items() if key[:4].isdigit()}
        for row in csv.DictReader(StringIO(text))
    }


def with_cells(workspace: Workspace, cells: dict[str, str]) -> Workspace:
    """Lay cell files beside the sheets."""
    return Workspace(workspace.settings, workspace.records, cells=cells)


def test_a_file_has_a_header_then_one_sorted_row_a_metric_and_plain_decimals() -> None:
    assert list(cell_files(built(TWO_STORES), 2026)) == [cell_file(2026, scope) for scope in ("a", "b", "company")]
    files = cell_files(built(company({}, {"visitors": "365", "net_sales": "-3.65", "refund_rate": "12%"})), 2026)
    months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert files["targets/2026/company.csv"].split("\n") == [
        HEADER,
        "net_sales,commit,CNY,-3.65,-0.90,-0.91,-0.92,-0.92," + ",".join(f"-0.{days}" for days in months),
        "visitors,commit,count,365,90,91,92,92," + ",".join(f"{days}" for days in months),
        "",
    ]


def test_rows_are_sorted_also_where_some_are_sums_and_others_lie_on_the_own_curve() -> None:
    world = company({"a": {}}, {"visitors": {"value": "10", "split": {"weights": {"a": "1"}}}, "ad_spend": "5"})
    text = cell_files(built(world), 2026)["targets/2026/company.csv"]
    assert [row["metric"] for row in csv.DictReader(StringIO(text))] == ["ad_spend", "visitors"]


def test_money_is_written_in_the_currency_of_the_workspace() -> None:
    workspace = built(TWO_STORES)
    settings = workspace.settings.model_copy(update={"currency": "USD"})
    text = cell_files(Workspace(settings, workspace.records), 2026)["targets/2026/a.csv"]
    assert [row["unit"] for row in csv.DictReader(StringIO(text))] == ["USD", "count"]


@FEW
@given(worlds())
def test_columns_add_up_along_time_and_files_along_the_organisation(world: World) -> None:
    year = year_of(world)
    workspace = built(world)
    files = {scope: rows(text) for scope, text in scopes(cell_files(workspace, year)).items()}
    for cells in files.values():
        for row in cells.values():
            months = [row[f"{year}-{number:02d}"] for number in range(1, 13)]
            quarters = [row[f"{year}-Q{number}"] for number in range(1, 5)]
            assert quarters == [sum(months[first : first + 3]) for first in (0, 3, 6, 9)]
            assert row[f"{year}"] == sum(months) == sum(quarters)
    for scope, cells in files.items():
        for metric, row in cells.items():
            below = [files.get(child.id, {}).get(metric) for child in workspace.children(scope)]
            parts = [part for part in below if part is not None]
            for column, number in row.items():
                assert not parts or number == sum(part[column] for part in parts)


def scopes(files: object) -> dict[str, str]:
    """Cell files by scope."""
    assert isinstance(files, dict)
    return {file.rpartition("/")[2].removesuffix(".csv"): text for file, text in files.items()}


@FEW
@given(worlds())
def test_a_second_run_gives_the_same_bytes_in_lf_and_without_a_bom(world: World) -> None:
    year = year_of(world)
    first, second = cell_files(built(world), year), cell_files(built(world), year)
    assert first == second and list(first) == list(second)
    for text in first.values():
        assert text.isascii() and text.endswith("\n") and "\r" not in text and '"' not in text
        names = [line.partition(",")[0] for line in text.split("\n")[1:-1]]
        assert names == sorted(set(names))


@pytest.mark.parametrize("units", [0, 1, 99, 100, 12345, 10**20, -1, -99, -100, -12345])
@pytest.mark.parametrize(("metric", "digits"), [("net_sales", 2), ("visitors", 0)])
def test_a_number_is_written_as_every_other_amount_is(units: int, metric: str, digits: int) -> None:
    text = cell_files(built(company({}, {metric: written(units, metric)})), 2026)["targets/2026/company.csv"]
    (row,) = csv.DictReader(StringIO(text))
    assert row["2026"] == plain(from_units(units, digits))


def test_files_that_are_right_are_not_stale() -> None:
    workspace = built(TWO_STORES)
    assert stale_files(with_cells(workspace, dict(cell_files(workspace, 2026))), 2026) == {}


def test_what_is_missing_changed_or_left_over_is_stale_and_other_years_are_left_alone() -> None:
    workspace = built(TWO_STORES)
    right = dict(cell_files(workspace, 2026))
    now = right | {"targets/2026/b.csv": right["targets/2026/b.csv"].replace("\n", "\r\n")}
    del now["targets/2026/a.csv"]
    now |= {"targets/2026/gone.csv": "x\n", "targets/2025/old.csv": "x\n"}
    stale = stale_files(with_cells(workspace, now), 2026)
    assert stale == {
        "targets/2026/a.csv": right["targets/2026/a.csv"],
        "targets/2026/b.csv": right["targets/2026/b.csv"],
        "targets/2026/gone.csv": None,
    }


def test_a_changed_goal_makes_exactly_the_files_that_it_moves_stale() -> None:
    cells = dict(cell_files(built(TWO_STORES), 2026))
    path = ("goals", "visitors", "split", "weights", "b")
    moved = with_cells(built(changed(TWO_STORES, "target", "2026/company", path, "3")), cells)
    assert list(stale_files(moved, 2026)) == [cell_file(2026, scope) for scope in ("a", "b", "company")]


def test_a_goal_that_is_taken_away_leaves_files_to_remove() -> None:
    cells = dict(cell_files(built(TWO_STORES), 2026))
    world = company({"a": {}, "b": {}}, {"visitors": "365"})
    stale = stale_files(with_cells(built(world), cells), 2026)
    assert {file: text is None for file, text in stale.items()} == {
        "targets/2026/a.csv": True, "targets/2026/b.csv": True, "targets/2026/company.csv": False,
    }  # fmt: skip
    assert not made(world).findings
