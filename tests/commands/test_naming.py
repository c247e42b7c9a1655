"""Wherever a record may name another one, `refs` shows it and `mv` follows: one workspace names things everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.explain import File
from opsctl.checking.gate import judge
from opsctl.commands.mv import make_move, plan_move
from opsctl.commands.refs import refs
from opsctl.commands.split import split
from opsctl.diagnostics import Severity
from opsctl.loading.read import load

DAY = date(2026, 6, 8)
Writer = Callable[[Iterable[File]], Path]

LIMIT = "reason: r, owner: old-person"
FILES: dict[str, str] = {
    "opsctl.yaml": "opsctl: 1\nname: A\ntop: old-team\napprover: old-person\n",
    "teams/old-team.yaml": "name: All\n",
    "teams/sub.yaml": "name: Sub\nparent: old-team\n",
    "stores/old-store.yaml": "name: Old\nplatform: jd\nteam: old-team\nchannels: [search]\n",
    "stores/other.yaml": "name: Other\nplatform: jd\nteam: sub\n",
    "roles/old-role.yaml": "name: R\nowns: [old_metric]\ncapacity: {old_metric: 20}\n",
    "roles/junior.yaml": "name: J\nreports_to: old-role\n",
    "people/old-person.yaml": "name: P\nroles:\n  - {role: old-role, at: old-team, from: 2020-01-01}\n"
    "  - {role: junior, at: old-store, from: 2020-01-01, fte: 0}\n",
    "metrics/old_metric.yaml": "name: M\nunit: count\naggregation: sum\ndirection: up\naliases: [样品]\n",
    "metrics/whole.yaml": "name: W\nunit: count\naggregation: sum\ndirection: up\nparts: {old_metric: 1, visits: 1}\n",
    "metrics/part.yaml": "name: S\nunit: percent\naggregation: ratio\ndirection: up\n"
    "numerator: old_metric\ndenominator: visits\n",
    "calendar/2026.yaml": "marked:\n  - {from: 2026-01-01, until: 2026-01-02, what: stockout, why: r, at: old-store}\n",
    "sources/old-source.yaml": "files: actuals/*.csv\ncolumns: {shop: Shop, day: Day, n: N}\n"
    "store: {column: shop, map: {A: old-store, B: other}, other: old-team}\n"
    "day: day\nmetrics: {old_metric: {sum: n}}\n",
    "targets/2026/old-team.yaml": (
        "owner: old-person\ngoals:\n"
        "  old_metric:\n"
        "    value: 1200\n    owner: old-person\n"
        "    baseline: {period: 2025, value: 1000, source: old-source}\n"
        "    contributes_to: orders_paid\n"
        "    split:\n"
        "      weights: {old-store: 2, other: 1}\n"
        f"      hold: {{old-store: {{value: 800, {LIMIT}, until: 2026-12-31}}}}\n"
        f"      bounds: {{other: {{at_least: 1, {LIMIT}}}}}\n"
        "  orders_paid:\n    value: 600\n    guardrails: [{metric: old_metric, at_least: 10}]\n"
        '    split: {by: "goal old_metric"}\n'
        "  visits: {value: 300, split: {by: goal old_metric}}\n"
        "  units_paid: {value: 700, contributes_to: old_metric, split: {by: goal 样品}}\n"
        "  cvr:\n    value: 1%\n    split: {relative: {old-store: 1%, other: 2%}}\n"
    ),
    "targets/2026/old-store.yaml": (
        "owner: old-person\ngoals:\n"
        "  old_metric: {value: inherited, channels: {search: 100%}}\n"
        "replan:\n"
        "  - from: 2026-02\n    policy: spread\n    reason: r\n    owner: old-person\n    on: 2026-02-02\n"
        "    closed: {old_metric: {2026-01: 5}}\n"
    ),
    "plans/2026-06/old-store.md": (
        "---\nowner: old-person\ntook_part: [old-person]\n"
        "strategies: [{area: content, does: w, serves: [old_metric], lead: old-person}]\n"
        "budget: [{line: ads, amount: 5, metric: old_metric}]\n"
        "tasks: [{id: T1, does: w, owner: old-person, due: 2026-06-20, serves: old_metric}]\n---\n"
    ),
    "reviews/2026-05/old-team.md": (
        "---\nowner: old-person\nmeeting: {on: 2026-06-02, attended: [old-person]}\n"
        "causes: [{id: C1, metric: old_metric, because: w}]\n"
        "actions: [{id: A1, does: w, owner: old-person, due: 2026-06-20, metric: old_metric, expect: w, from: C1}]\n"
        "---\n"
    ),
    "scenarios/more.yaml": (
        "name: S\nreason: r\nowner: old-person\nchanges:\n"
        "  target:2026/old-team:\n    goals: {gmv_ordered: {value: 90, split: {by: goal old_metric}}}\n"
        "  target:2026/old-store:\n    goals: {visitors: {value: 9, contributes_to: old_metric}}\n"
    ),
    "rules/own.yaml": (
        "name: own\ncode: OWN101\nselect: target\n"
        'where: scope.id != "x" and goals.old_metric.value > 5 or owner = "old-person"\n'
        'require: exists(goals["old_metric"].value) or exists(goals.old_metric.split.weights["old-store"])\n'
        "message: m\n"
    ),
    "waivers.yaml": (
        "waivers:\n  - {rule: stale-cells, record: 'target:2026/old-store', reason: r, owner: old-person,"
        " approved_by: old-person, from: 2026-06-01, until: 2026-06-30}\n"
    ),
}
MOVES = {
    "metric:old_metric": "new_metric",
    "store:old-store": "new-store",
    "team:old-team": "new-team",
    "person:old-person": "new-person",
    "role:old-role": "new-role",
    "source:old-source": "new-source",
}


@pytest.fixture
def root(folder_from: Writer) -> Path:
    """A workspace in which every kind of reference stands, with its cells."""
    root = folder_from(FILES.items())
    for path in sorted(root.rglob("*.*")):
        if path.is_file() and path.relative_to(root).as_posix() not in FILES:
            path.unlink()
    split(root, 2026, dry_run=False)
    return root


def errors(root: Path) -> list[str]:
    """The errors that checking finds."""
    found = judge(load(root), DAY).diagnostics
    return [f"{each.file}:{each.span.line} {each.name}" for each in found if each.severity is Severity.ERROR]


def standing(root: Path, id_: str) -> list[str]:
    """Every line of a record in which an id stands, and every file named after it."""
    word = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    files = [path for path in sorted(root.rglob("*")) if path.suffix in (".yaml", ".md", ".csv")]
    lines = [
        f"{path.relative_to(root).as_posix()}:{at} {line}"
        for path in files
        for at, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if word.search(line)
    ]
    return [*lines, *(path.name for path in files if path.stem == id_)]


def test_the_workspace_names_everything_and_is_sound(root: Path) -> None:
    assert errors(root) == []
    for address in MOVES:
        assert standing(root, address.partition(":")[2])


@pytest.mark.parametrize(("address", "new"), MOVES.items())
def test_no_place_keeps_the_old_id(address: str, new: str, root: Path) -> None:
    old = address.partition(":")[2]
    before = len(standing(root, old))
    make_move(root, plan_move(root, address, new, DAY))
    assert standing(root, old) == []
    assert len(standing(root, new)) == before
    assert errors(root) == []


@pytest.mark.parametrize("address", MOVES)
def test_refs_show_every_line_that_names_it(address: str, root: Path) -> None:
    id_ = address.partition(":")[2]
    found = refs(root, address)
    shown = {f"{arrow.file}:{arrow.span.line}" for arrow in found.incoming}
    lines = {line.partition(" ")[0] for line in standing(root, id_) if ":" in line}
    # Rules of the team's own, addresses of sheets, and cells are no references between records.
    lines = {line for line in lines if not line.startswith(("rules/", "targets/2026/old-team.csv"))}
    lines = {line for line in lines if not line.partition(":")[0].endswith(".csv")}
    lines -= {line for line in lines if line.startswith(("waivers", "scenarios")) and id_ in ("old-store", "old-team")}
    assert lines <= shown


def test_the_alias_of_a_metric_stays_in_a_split_key(root: Path) -> None:
    make_move(root, plan_move(root, "metric:old_metric", "new_metric", DAY))
    text = (root / "targets/2026/old-team.yaml").read_text("utf-8")
    assert 'by: "goal new_metric"' in text and "by: goal new_metric}" in text and "by: goal 样品" in text
