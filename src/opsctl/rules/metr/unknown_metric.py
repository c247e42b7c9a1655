"""
A metric is named that is not in the KPI dictionary.

A goal for a metric that nobody defined cannot be measured or added up. Metrics are named by id; aliases and names
(`uv`, 访客数) are understood too. A metric of your own is a file in `metrics/`.

Fails:

```yaml roles/store-manager.yaml
name: 店长
owns: [gmv_payd, uv]
```

```text
roles/store-manager.yaml:2:8: error METR101 unknown-metric: the KPI dictionary has no gmv_payd; did you mean gmv_paid?
    2 | owns: [gmv_payd, uv]
      |        ^^^^^^^^
```

Passes:

```yaml roles/store-manager.yaml
name: 店长
owns: [gmv_paid, uv]
```

Fix: unsafe. Writes the id of the nearest metric, where one is near enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.metrics import spellings
from opsctl.rules.nearest import nearest, respell
from opsctl.workspace import Loaded, Workspace

CODE = "METR101"
NAME = "unknown-metric"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every metric that no entry answers to."""
    for record in (*workspace.records, *workspace.overlaid):
        for at, written in named_metrics(record):
            if workspace.metric_id(written) is None and ("metric", written) not in workspace.broken:
                yield _unknown(workspace, at, written)


def _unknown(workspace: Workspace, at: Place, written: str) -> Problem:
    known = spellings(workspace.metrics)
    close = nearest(written, known)
    if close is None:
        return Problem(at, message("rules.unknown_metric", id=written))
    said = message("rules.unknown_metric_near", id=written, meant=known[close])
    return Problem(at, said, fix=respell(at, known[close]))


def named_metrics(record: Loaded) -> Iterator[tuple[Place, str]]:
    """Every metric that a record names, as written, and where."""
    data = record.data
    if record.kind == "target":
        yield from _in_goals(record)
    elif record.kind == "role":
        yield from ((record.at("owns", index), metric) for index, metric in enumerate(data.owns))
        yield from ((record.at("capacity", metric, key=True), metric) for metric in data.capacity)
    elif record.kind == "source":
        yield from ((record.at("metrics", metric, key=True), metric) for metric in data.metrics)
    elif record.kind == "plan":
        yield from _in_plan(record)
    elif record.kind == "review":
        for key in ("causes", "accepted", "actions"):
            for at, entry in enumerate(getattr(data, key)):
                if entry.metric is not None:
                    yield record.at(key, at, "metric"), entry.metric


def _in_goals(sheet: Loaded) -> Iterator[tuple[Place, str]]:
    for written, goal in sheet.data.goals.items():
        yield sheet.at("goals", written, key=True), written
        if goal.contributes_to is not None:
            yield sheet.at("goals", written, "contributes_to"), goal.contributes_to
        for index, guardrail in enumerate(goal.guardrails):
            yield sheet.at("goals", written, "guardrails", index, "metric"), guardrail.metric
    for index, replan in enumerate(sheet.data.replan):
        yield from ((sheet.at("replan", index, "closed", metric, key=True), metric) for metric in replan.closed)


def _in_plan(plan: Loaded) -> Iterator[tuple[Place, str]]:
    for index, strategy in enumerate(plan.data.strategies):
        for at, metric in enumerate(strategy.serves):
            yield plan.at("strategies", index, "serves", at), metric
    for index, task in enumerate(plan.data.tasks):
        if task.serves is not None:
            yield plan.at("tasks", index, "serves"), task.serves
    for index, line in enumerate(plan.data.budget):
        if line.metric is not None:
            yield plan.at("budget", index, "metric"), line.metric
