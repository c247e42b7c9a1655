"""
A typed goal does not say where the scope stood before.

"12 %" is no goal before one knows whether it was 13 % or 30 % last year. A baseline is a period, a value and, where
there is one, the source it came from. Goals that are inherited or derived need none. With `rigor: start` in
`opsctl.yaml` this rule is off.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: {value: derived}
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
  refund_rate: 12%
```

```text
targets/2026/company.yaml:5:3: warning GOAL101 goal-without-baseline: goal refund_rate has no baseline; the value of an earlier period is expected
    5 |   refund_rate: 12%
      |   ^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: {value: derived}
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
  refund_rate: {value: 12%, baseline: {period: 2025, value: 12.6%}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "GOAL101"
NAME = "goal-without-baseline"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every typed goal without a baseline."""
    for sheet in workspace.all("target").values():
        for written, goal in sheet.data.goals.items():
            if isinstance(goal.value, Decimal) and goal.baseline is None:
                said = message("rules.goal_without_baseline", metric=written)
                yield Problem(sheet.at("goals", written, key=True), said)
