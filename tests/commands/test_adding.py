"""Sources that each know a part add up to the store's value, on days that all of them give and on no others."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from opsctl.checking.explain import File
from opsctl.cli.app import run
from opsctl.commands.actual_facts import months_of
from opsctl.loading.read import load

Folder = Callable[[str | Iterable[File]], Path]

STORES = [
    ("stores/tmall-flagship.yaml", "name: 天猫旗舰店\nplatform: tmall\nteam: company\n"),
    ("stores/jd-pop.yaml", "name: 京东店\nplatform: jd\nteam: company\n"),
]


def source(name: str, adds: str = ", adds: true", more: str = "") -> File:
    """A source of one ad platform's spend on the flagship store, by day."""
    return (
        f"sources/{name}.yaml",
        f"files: actuals/{name}.csv\ngrain: days\ncolumns: {{day: 日期, spend: 花费}}\n"
        f"store: tmall-flagship\nday: day\n{more}metrics: {{ad_spend: {{sum: spend{adds}}}}}\n",
    )


def export(name: str, *rows: str) -> File:
    return f"actuals/{name}.csv", "\n".join(["日期,花费", *rows, ""])


TODAY = ("--today", "2026-06-04")
WANXIANG = export("wanxiang", "2026-06-01,100.10", "2026-06-02,200.20", "2026-06-03,0")
JZT = export("jzt", "2026-06-01,7", "2026-06-02,8.05", "2026-06-03,9")


def called(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capsys.readouterr()
    assert run(["--lang", "en", "-C", str(root), "actuals", *arguments]) == status
    return capsys.readouterr().out


def spend(root: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, str]:
    """The store's spend by day as `actuals show` gives it."""
    text = called(
        root,
        capsys,
        "show",
        "2026-06",
        "--scope",
        "tmall-flagship",
        "--by",
        "metric,day",
        "--format",
        "csv",
        *TODAY,
        *more,
    )
    return {
        row["day"]: row["value"]
        for row in csv.DictReader(io.StringIO(text))
        if row["metric"] == "ad_spend" and row["value"]
    }


def doubts(root: Path, capsys: pytest.CaptureFixture[str], status: int = 0) -> list[dict[str, Any]]:
    """What `actuals check` objects to."""
    text = called(root, capsys, "check", "2026-06", "--format", "json", *TODAY, status=status)
    found: list[dict[str, Any]] = json.loads(text)["data"]["objections"]
    return found


def test_two_platforms_add_up_to_the_cent(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang"), source("jzt"), WANXIANG, JZT])
    assert spend(root, capsys) == {"2026-06-01": "107.1", "2026-06-02": "208.25", "2026-06-03": "9"}
    assert doubts(root, capsys) == []


def test_a_day_that_one_of_them_lacks_has_no_sum(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    late = export("jzt", "2026-06-02,8.05")
    root = folder_from([*STORES, source("wanxiang"), source("jzt"), WANXIANG, late])
    assert spend(root, capsys) == {"2026-06-02": "208.25"}
    (told,) = doubts(root, capsys)
    assert (told["name"], told["source"], told["message"]["id"]) == ("actuals-gap", "jzt", "sources.part_missing")
    assert told["message"]["params"]["count"] == "2"


def test_a_platform_without_any_file_leaves_no_sum(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang"), source("jzt"), WANXIANG])
    assert spend(root, capsys) == {}
    names = {each["message"]["id"] for each in doubts(root, capsys, status=1)}
    assert {"sources.part_missing", "sources.no_files"} <= names


def test_a_part_beside_a_whole_is_objected_to(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang", adds=""), source("jzt"), WANXIANG, JZT])
    assert spend(root, capsys) == {"2026-06-01": "100.1", "2026-06-02": "200.2", "2026-06-03": "0"}
    (told,) = doubts(root, capsys, status=1)
    assert (told["name"], told["severity"]) == ("actuals-given-twice", "error")
    assert told["message"]["id"] == "sources.part_beside_whole"


def test_two_wholes_are_objected_to_as_ever(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang", adds=""), source("jzt", adds=""), WANXIANG, JZT])
    assert spend(root, capsys) == {}
    assert [each["message"]["id"] for each in doubts(root, capsys, status=1)] == ["sources.given_twice"]


def test_other_money_does_not_add_up(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang"), source("jzt", more="currency: USD\n"), WANXIANG, JZT])
    assert spend(root, capsys) == {}
    assert [each["message"]["id"] for each in doubts(root, capsys, status=1)] == ["sources.other_part"]


def test_snapshots_keep_each_part_and_add_up_the_same(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang"), source("jzt"), WANXIANG, JZT])
    called(root, capsys, "load")
    (root / "actuals" / "jzt.csv").unlink()
    whole = {"2026-06-01": "107.1", "2026-06-02": "208.25", "2026-06-03": "9"}
    assert spend(root, capsys) == whole
    assert spend(root, capsys, "--snapshot") == whole


def test_people_read_the_names_of_metrics_and_stores(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder_from([*STORES, source("wanxiang"), source("jzt"), WANXIANG, export("jzt", "2026-06-02,8.05")])
    capsys.readouterr()
    assert run(["--lang", "zh", "-C", str(root), "actuals", "check", "2026-06", *TODAY]) == 0
    said = "".join(capsys.readouterr().out.split())
    assert "天猫旗舰店的推广花费由几个来源相加，jzt缺2天" in said


def test_only_the_platform_whose_export_is_old_is_called_stale(
    folder_from: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    patience = "freshness: {warn_after: 2d}\n"
    files = [source("wanxiang", more=patience), source("jzt", more=patience), export("jzt", "2026-06-01,8.05")]
    stale = [
        each for each in doubts(folder_from([*STORES, *files, WANXIANG]), capsys) if each["name"] == "actuals-stale"
    ]
    assert [each["source"] for each in stale] == ["jzt"]


def test_months_that_the_engine_sums_leave_parts_to_the_days(folder_from: Folder) -> None:
    root = folder_from([*STORES, source("wanxiang"), source("jzt"), WANXIANG, JZT])
    workspace = load(root).workspace
    needed = {"tmall-flagship": {date(2026, 6, 1): 0b111}}
    found = months_of(workspace, root, None, needed).sums.daily
    assert found == {("tmall-flagship", "ad_spend"): {date(2026, 6, 1): Decimal("324.35")}}
