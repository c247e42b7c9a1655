"""
A metric has goals, but no role owns it.

A goal names a person, and people change; the role says whose work moves the number. A metric that no role `owns` is on
nobody's card, in nobody's appraisal, and comes up in a review as a surprise. Whoever owns a ratio or a sum answers for
its parts too. Each metric is shown once, at its first goal.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {metric-without-owner: warning}}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  cvr: {value: 2%, baseline: {period: 2025, value: 1.8%}}
```

```text
targets/2026/tmall-flagship.yaml:3:3: warning METR110 metric-without-owner: cvr has goals, but no role owns it; the owns of a role is expected to name it
    3 |   cvr: {value: 2%, baseline: {period: 2025, value: 1.8%}}
      |   ^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {metric-without-owner: warning}}
```

```yaml roles/owner.yaml
name: Owner
owns: [cvr]
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  cvr: {value: 2%, baseline: {period: 2025, value: 1.8%}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import inputs
from opsctl.rules.echo import may_name
from opsctl.workspace import Workspace

CODE = "METR110"
NAME = "metric-without-owner"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each metric that has a goal and no role."""
    done = _owned(workspace)
    for sheet in workspace.all("target").values():
        for written in sheet.data.goals:
            metric = workspace.metric_id(written)
            if metric is not None and metric not in done:
                done.add(metric)
                entry = workspace.metrics[metric]
                if may_name(workspace, ("role",), metric, entry.zh, entry.en, *entry.aliases):
                    continue
                said = message("rules.metric_without_owner", metric=metric)
                yield Problem(sheet.at("goals", written, key=True), said)


def _owned(workspace: Workspace) -> set[str]:
    """The metrics that roles own, with everything these are computed from."""
    owned: set[str] = set()
    named = (workspace.metric_id(written) for role in workspace.all("role").values() for written in role.data.owns)
    waiting = [metric for metric in named if metric is not None]
    while waiting:
        metric = waiting.pop()
        if metric not in owned:
            owned.add(metric)
            waiting.extend(part for part in inputs(workspace.metrics[metric]) if part in workspace.metrics)
    return owned
