"""Every fault planted in an export is named by `actuals check` itself, as the register says, and by nothing louder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.simulator.__main__ import HERE
from tests.simulator.platforms.faults import Fault, faults
from tests.simulator.simulate import simulate

from opsctl.checking.explain import File
from opsctl.cli.app import run
from opsctl.period import week_of

Folder = Callable[[str | Iterable[File]], Path]

IDS = [line.removesuffix(":") for line in (HERE / "faults.yaml").read_text("utf-8").split("\n") if line.endswith(":")]
# Said of sound exports too: columns that nobody maps.
ALWAYS = {"actuals-header"}
# What follows from a fault beside what the register says: the day that a wrong date meant is missing.
FOLLOWS = {"future-date": {"actuals-gap"}}


@pytest.fixture(scope="module")
def planted() -> Mapping[str, Fault]:
    return faults(simulate())


def last_day(fault: Fault) -> date:
    """The last of the days that most of the export lies in."""
    days = sorted({date.fromisoformat(one.when) for one in fault.export.truths if len(one.when) == 10})
    return max(day for day in days if day < days[0] + timedelta(days=60))


def workspace(fault: Fault, folder_from: Folder) -> Path:
    """A workspace with the stores of the export, a source as its user would write it, and the files."""
    scopes = sorted({one.scope for one in fault.export.truths})
    money = fault.export.mapping.get("currency", "CNY")
    stores = [
        (f"stores/{scope}.yaml", json.dumps({"name": scope, "platform": "tmall", "team": "company", "currency": money}))
        for scope in scopes
    ]
    mapping = {"adapter": fault.export.adapter, "files": "actuals/*", **fault.export.mapping}
    root = folder_from(
        [*stores, ("sources/export.yaml", json.dumps(mapping)), ("fx/2026.yaml", "budget: {USD: 7.1}\n")]
    )
    (root / "actuals").mkdir()
    for name, data in fault.export.files.items():
        (root / "actuals" / name).write_bytes(data)
    return root


@pytest.mark.parametrize("id_", IDS)
def test_it_is_named_by_the_gate(
    id_: str, planted: Mapping[str, Fault], folder_from: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = planted[id_]
    root = workspace(fault, folder_from)
    last = last_day(fault)
    # Days to come have to lie in the period that is asked about, and what is usual before it.
    periods = {"actuals-future": "2027-10", "actuals-stores-swapped": week_of(last).label}
    period = periods.get(fault.check, "2026")
    capsys.readouterr()
    code = run(["-C", str(root), "actuals", "check", period, "--today", f"{last}", "--format", "json"])
    objections: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["data"]["objections"]
    assert code == int(any(each["severity"] == "error" for each in objections))
    loud = {each["name"] for each in objections if each["severity"] != "info"}
    if not fault.check:
        assert loud == set()
        return
    named = [each for each in objections if each["name"] == fault.check]
    assert named and loud - ALWAYS - FOLLOWS.get(id_, set()) <= {fault.check}
    if fault.kind:
        assert any(each["file"].split(" › ")[0].removeprefix("actuals/") == fault.file for each in named)
