"""
A re-plan has closed months of a metric whose months are not the scope's own.

What is frozen counts where the months are made: in the sheet of the store whose curve they lie on. A team is the sum of
its stores, so numbers frozen in the team's sheet change nothing, and neither do those of a metric without a target here.

Fails:

```yaml stores/a.yaml
name: A
platform: tmall
team: company
```

```yaml stores/b.yaml
name: B
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}}
```

```text
targets/2026/company.yaml:5:91: warning GOAL164 replan-without-months: orders_paid of company is the sum of a, b, so freezing it here changes nothing; freeze it in their sheets
    5 | … owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}}
      |                                          ^^^^^^^^^^^
```

Passes:

```yaml stores/a.yaml
name: A
platform: tmall
team: company
```

```yaml stores/b.yaml
name: B
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}
```

```yaml targets/2026/a.yaml
owner: li-na
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 45}}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.planning.cascade import cascade
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL164"
NAME = "replan-without-months"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every closed metric that changes nothing, unless the year's cascade misses records."""
    for id_, sheet in workspace.all("target").items():
        year, _, scope = id_.partition("/")
        if sheet.data.replan and cascade_is_sound(workspace, int(year)):
            yield from _without_months(workspace, int(year), scope, sheet)


def _without_months(workspace: Workspace, year: int, scope: str, sheet: Loaded) -> Iterator[Problem]:
    cells = cascade(workspace, year).cells
    for index, each in enumerate(sheet.data.replan):
        for written in each.closed:
            metric = workspace.metric_id(written)
            cell = cells.get((scope, metric or written))
            if metric is None or (cell is not None and not cell.parts):
                continue
            place = sheet.at("replan", index, "closed", written, key=True)
            names = {"scope": scope, "metric": written}
            if cell is None:
                yield Problem(place, message("rules.replan_without_months", year=year, **names))
            else:
                parts = Listed(cell.parts)
                yield Problem(place, message("rules.replan_without_months_sum", parts=parts, **names))
