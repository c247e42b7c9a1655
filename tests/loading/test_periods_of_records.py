"""Every period in a record is read as the workspace counts weeks and fiscal years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from opsctl.loading.read import load
from opsctl.loading.schema import judge
from opsctl.loading.yamltext import parse
from opsctl.locales import LANGUAGES, tell
from opsctl.records.fx import Fx
from opsctl.records.target import TargetSheet
from opsctl.weeks import ISO, Weeks

APRIL = Weeks(start=4)
HELD = "{value: 1, reason: a, owner: b, until: 2026-12-31}"
GOAL = "owner: a\ngoals: {visitors: {value: 5, %s}}\n"
REPLAN = "owner: a\nreplan: [{from: %s, policy: next, reason: a, owner: b, on: 2026-05-01, closed: {%s}}]\n"
PLACES = {
    "baseline": GOAL % "baseline: {period: PERIOD, value: 3}",
    "hold": GOAL % f"hold: {{PERIOD: {HELD}}}",
    "bounds": GOAL % "bounds: {PERIOD: {at_least: 1, reason: a, owner: b}}",
    "from": REPLAN % ("PERIOD", ""),
    "closed": REPLAN % ("2026-05", "visitors: {PERIOD: 3}"),
}
LABELS = ("FY2026", "FY2026-H2", "FY2026-Q2", "FY2026-P05")


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("place", PLACES)
def test_fiscal_labels_are_read_where_there_are_fiscal_years(place: str, label: str) -> None:
    data = parse(PLACES[place].replace("PERIOD", label)).data
    record, found = judge(TargetSheet, data, "f.yaml", APRIL)
    assert record is not None and found == ()
    (finding,) = judge(TargetSheet, data, "f.yaml", ISO)[1]
    assert finding.problem.message.id == "value.period_not_fiscal"
    for lang in LANGUAGES:
        said = tell(lang, finding.problem.message)
        assert label in said and "fiscal: {start: 4}" in said


def test_rates_by_fiscal_month() -> None:
    data = parse("budget: {USD: 7.1}\nactual: {USD: {FY2026-P01: 7.2}}\n").data
    assert judge(Fx, data, "f.yaml", APRIL)[1] == ()


@pytest.mark.parametrize("label", ["FY2026-P13", "FY2026-Q5", "2026-13", "FY26", "x"])
def test_what_no_calendar_has_is_no_period(label: str) -> None:
    data = parse(PLACES["baseline"].replace("PERIOD", label)).data
    (finding,) = judge(TargetSheet, data, "f.yaml", APRIL)[1]
    assert finding.problem.message.id == "value.period"


@pytest.mark.parametrize(("weeks", "first"), [(ISO, date(2026, 6, 1)), (Weeks(first=6), date(2026, 6, 7))])
def test_a_week_is_one_of_the_workspace(weeks: Weeks, first: date) -> None:
    record, _ = judge(TargetSheet, parse(PLACES["baseline"].replace("PERIOD", "2026-W23")).data, "f.yaml", weeks)
    assert isinstance(record, TargetSheet)
    baseline = record.goals["visitors"].baseline
    assert baseline is not None and baseline.period.start == first


def test_a_workspace_reads_its_records_so(tmp_path: Path) -> None:
    files = {
        "opsctl.yaml": 'opsctl: "1"\nname: a\nfiscal: {start: 4}\n',
        "teams/company.yaml": "name: a\n",
        "targets/2026/company.yaml": PLACES["baseline"].replace("PERIOD", "FY2026-P05"),
        "scenarios/x.yaml": "name: x\nreason: r\nowner: a\nchanges:\n  target:2026/company: {goals: {visitors: "
        "{baseline: {period: FY2026-Q2, value: 4}}}}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    workspace = load(tmp_path).workspace
    sheet = workspace.sheet("company", 2026)
    assert sheet is not None
    assert sheet.data.goals["visitors"].baseline.period.start == date(2026, 8, 1)
    assert "x" in workspace.overlays
