"""
A goal grows by far over its baseline, and nobody says why that can be.

Half as much again as last year is possible with a new store or a new product, and hope without. Beyond the threshold
`growth` (50 % where `opsctl.yaml` names no other) the goal says in `because` what will make the difference. Rates in
per cent are left alone.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 3000万, baseline: {period: 2025, value: 1680万}}
```

```text
targets/2026/company.yaml:3:22: warning GOAL114 growth-without-reason: net_sales is 78.6% better than 2025, beyond 50%, without a reason; say in because what will make the difference
    3 |   net_sales: {value: 3000万, baseline: {period: 2025, value: 1680万}}
      |                      ^^^^^^
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
  net_sales: {value: 3000万, baseline: {period: 2025, value: 1680万}, because: 抖音店二月开业}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import better_by, percent, standing_goals
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "GOAL114"
NAME = "growth-without-reason"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal beyond the threshold without a reason."""
    most = threshold(workspace, "growth")
    for each in standing_goals(workspace):
        baseline, better = each.goal.baseline, better_by(each)
        if baseline is None or better is None or each.goal.because is not None:
            continue
        if each.metric is None or each.metric.unit in ("percent", "score") or baseline.value <= 0:
            continue
        if better > most * baseline.value:
            numbers = {"growth": percent(better / baseline.value, 1), "most": percent(most)}
            said = message("rules.growth_without_reason", metric=each.written, period=baseline.period.label, **numbers)
            yield Problem(each.at("value"), said)
