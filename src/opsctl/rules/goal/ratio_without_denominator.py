"""
A ratio is a goal, and nothing says of how much.

3 % of few visitors is easy. A ratio's goal means something where its denominator has a target too, in the same sheet,
one above it or below: typed, derived or divided down. Without one nobody can say how many orders it stands for, and a
review has nothing to weigh it by.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {ratio-without-denominator: warning}}
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  cvr: {value: 1.5%, baseline: {period: 2025, value: 1.38%}}
```

```text
targets/2026/company.yaml:3:3: warning GOAL142 ratio-without-denominator: cvr is a share of visitors, and nothing here, above or below has a target for visitors; set one, or say visitors: derived
    3 |   cvr: {value: 1.5%, baseline: {period: 2025, value: 1.38%}}
      |   ^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {ratio-without-denominator: warning}}
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  cvr: {value: 1.5%, baseline: {period: 2025, value: 1.38%}}
  visitors: {value: 100万, baseline: {period: 2025, value: 90万}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics.algebra import additive, inputs, is_ratio
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL142"
NAME = "ratio-without-denominator"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every typed ratio whose additive denominator no goal on the same line of the organisation speaks of."""
    goals = standing_goals(workspace)
    has = {(each.year, each.scope, each.metric.id) for each in goals if each.metric is not None}
    below = {(year, above, metric) for year, scope, metric in has for above in workspace.above(scope)}
    unread = {sheet for kind, sheet in workspace.broken if kind == "target"}
    for each in goals:
        bottom = _denominator(workspace, each)
        if bottom is None:
            continue
        line = (each.scope, *workspace.above(each.scope))
        if any(_on_the_line(workspace, each, *sheet.split("/", 1)) for sheet in unread if "/" in sheet):
            continue
        if (each.year, each.scope, bottom) not in below and not any((each.year, at, bottom) in has for at in line):
            yield Problem(each.at(key=True), message("rules.ratio_without_denominator", metric=each.written, of=bottom))


def _on_the_line(workspace: Workspace, each: Standing, year: str, scope: str) -> bool:
    """Whether a sheet that could not be read is of the goal's scope, one above or one below."""
    return year == f"{each.year}" and (
        scope in (each.scope, *workspace.above(each.scope)) or each.scope in workspace.above(scope)
    )


def _denominator(workspace: Workspace, each: Standing) -> str | None:
    """The metric that a typed ratio is a share of, where that can have a target."""
    if each.metric is None or not is_ratio(each.metric) or each.goal.value in ("inherited", "derived"):
        return None
    bottom = workspace.metrics.get(inputs(each.metric)[1]) if inputs(each.metric) else None
    return bottom.id if bottom is not None and additive(bottom) else None
