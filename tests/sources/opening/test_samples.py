"""The same real order lines as a workbook, as GB18030 text and as plain CSV give the Parquet's figures to the penny."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.sources.retail import FILES, MAPPING

from opsctl.period import month
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts
from opsctl.sources.read import read_facts

OLD, NEW = FILES[0]["columns"], FILES[1]["columns"]
STORES = {"column": "country", "map": {"Germany": "germany", "France": "france", "EIRE": "ireland"}}
BOOK = "samples/germany_two_sheets.xlsx"
CHINESE = {
    "invoice": "订单编号",
    "quantity": "数量",
    "at": "订单创建时间",
    "price": "单价",
    "buyer": "买家ID",
    "country": "店铺名称",
}


@pytest.fixture(scope="module")
def folder(test_data: Path) -> Path:
    """The folder with the order lines, or a skip."""
    found = test_data / "online-retail"
    if not (found / BOOK).is_file():
        pytest.skip("OPSCTL_TEST_DATA has no samples of online-retail")
    return found


def facts(folder: Path, files: list[dict[str, Any]], countries: list[str], **changes: Any) -> Facts:
    known = {name: scope for name, scope in STORES["map"].items() if name in countries}  # type: ignore[attr-defined]
    mapping = {**MAPPING, "files": files, "store": {**STORES, "map": known}, **changes}
    mapping["where"] = [*changes.get("where", []), {"column": "country", "in": countries}]
    months = [month(year, number) for year in (2009, 2010, 2011) for number in range(1, 13)]
    everybody = {"company": tuple(known.values())}
    return read_facts({"shop": Source.model_validate(mapping)}, folder, groups=everybody, periods=months)


def assert_same(found: Facts, wanted: Facts) -> None:
    assert [one.message for one in found.troubles if one.severity == "error"] == []
    assert wanted.daily and {series: dict(days) for series, days in found.daily.items()} == wanted.daily
    assert wanted.distinct and found.distinct == wanted.distinct


def test_two_overlapping_sheets_of_a_workbook(folder: Path) -> None:
    sheets = [
        {"path": BOOK, "sheet": "*2009-2010", "columns": OLD, "where": FILES[0]["where"]},
        {"path": BOOK, "sheet": "*2010-2011", "columns": NEW},
    ]
    # Both sheets have the same titles, unlike the files they come from.
    titles = {alias: [OLD[alias], NEW[alias]] for alias in OLD}
    sheets = [{**sheet, "columns": titles} for sheet in sheets]
    assert_same(facts(folder, sheets, ["Germany"]), facts(folder, FILES, ["Germany"]))


def test_all_sheets_at_once_say_that_they_overlap(folder: Path) -> None:
    titles = {alias: [OLD[alias], NEW[alias]] for alias in OLD}
    found = facts(folder, [{"path": BOOK, "columns": titles}], ["Germany"])
    (overlap,) = [one for one in found.troubles if one.message.id == "sources.overlap"]
    assert overlap.file == f"{BOOK} › Year 2010-2011"
    assert dict(overlap.message.params)["first"] == "2010-12-01"


def test_gb18030_under_chinese_titles(folder: Path) -> None:
    part = [{"column": "at", "from": "2011-10-01"}, {"column": "at", "before": "2011-12-01"}]
    sample = [{"path": "samples/de_fr_2011-10_11_zh_header_gb18030.csv", "columns": CHINESE}]
    wanted = facts(folder, [FILES[1]], ["Germany", "France"], where=part)
    assert_same(facts(folder, sample, ["Germany", "France"], columns={}), wanted)


def test_plain_csv(folder: Path) -> None:
    countries = ["Germany", "France", "EIRE"]
    part = [{"column": "at", "from": "2011-01-01"}]
    sample = [{"path": "samples/de_fr_ie_2011.csv", "columns": NEW}]
    assert_same(facts(folder, sample, countries), facts(folder, [FILES[1]], countries, where=part))
