"""The data gate over a real warehouse: what it finds, and what it says it cannot ask."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from tests.sources.warehouse.engines import postgres

from opsctl.checking.explain import File
from opsctl.cli.app import run

Folder = Callable[[str | Iterable[File]], Path]

VARIABLE = "OPSCTL_TEST_GATE"
STORE = ("stores/tmall-flagship.yaml", "name: 天猫旗舰店\nplatform: tmall\nteam: company\n")
SOURCE = """\
connection: {env: OPSCTL_TEST_GATE}
table: daily
grain: days
columns: {day: day, shop: shop, gmv: paid, buyers: buyers, visitors: visitors}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
currency: CNY
money: {basis: paid, tax: included}
metrics: {gmv_paid: {sum: gmv}, buyers_paid: {sum: buyers}, visitors: {sum: visitors}}
freshness: {warn_after: 2d, error_after: 9d}
"""
ROWS = [
    ("2026-06-01", "旗舰店", "500", 10, 100),
    ("2026-06-02", "旗舰店", "510.12345", 10, 100),
    ("2026-06-04", "旗舰店", "520", 120, 100),
    ("2026-06-05", "旗舰店", "-530", 10, 100),
    ("2026-06-06", "旗舰店", "540", 10, 100),
    ("2026-06-06", "旗舰店", "540", 10, 100),
    ("2026-06-07", "新店", "540", 10, 100),
    (None, "旗舰店", "540", 10, 100),
]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A server with the rows in a table."""
    with postgres() as (owner, _):
        import psycopg

        with psycopg.connect(owner) as connection:
            connection.execute("CREATE TABLE daily (day date, shop text, paid numeric, buyers bigint, visitors bigint)")
            connection.cursor().executemany("INSERT INTO daily VALUES (%s, %s, %s, %s, %s)", ROWS)
        yield owner


@pytest.fixture
def asked(folder_from: Folder, url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose only source is the warehouse."""
    monkeypatch.setenv(VARIABLE, url)
    return folder_from([STORE, ("sources/warehouse.yaml", SOURCE)])


def test_the_gate_asks_a_warehouse_what_it_can(asked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(asked), "actuals", "check", "2026-06", "--today", "2026-06-10", "--format", "json"])
    data = json.loads(capsys.readouterr().out)["data"]
    found = {(each["code"], each["severity"]) for each in data["objections"] if each["source"] == "warehouse"}
    assert found == {
        ("ACT101", "warning"),
        ("ACT102", "warning"),
        ("ACT103", "error"),
        ("ACT106", "warning"),
        ("ACT107", "error"),
        ("ACT108", "error"),
        ("ACT118", "warning"),
    }
    gap = next(each for each in data["objections"] if each["code"] == "ACT102")
    assert gap["days"] == ["2026-06-03"]
    assert [(each["source"], each["checks"]) for each in data["unasked"]] == [
        ("warehouse", ["ACT104", "ACT105", "ACT103"])
    ]


@pytest.mark.parametrize("shape", ["text", "markdown"])
@pytest.mark.parametrize(("lang", "title"), [("en", "Not asked"), ("zh", "没有检查的")])
def test_what_cannot_be_asked_is_shown(
    asked: Path, capsys: pytest.CaptureFixture[str], shape: str, lang: str, title: str
) -> None:
    run(["-C", str(asked), "--lang", lang, "actuals", "check", "2026-06", "--today", "2026-06-10", "--format", shape])
    shown = capsys.readouterr().out
    assert title in shown
    assert "ACT104" in shown.partition(title)[2]


def test_of_files_everything_is_asked(folder_from: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    files = SOURCE.replace("connection: {env: OPSCTL_TEST_GATE}\ntable: daily", "files: daily.csv")
    root = folder_from([STORE, ("sources/warehouse.yaml", files)])
    run(["-C", str(root), "actuals", "check", "2026-06", "--today", "2026-06-10", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["data"]["unasked"] == []
