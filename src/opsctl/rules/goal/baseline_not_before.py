"""
A baseline does not lie before the year of its goal.

A baseline says where the scope stood when the goal was set. One from the goal's own year, or from a later one, is
most often a mistyped digit, and every growth computed from it is wrong.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, baseline: {period: 2026, value: 1680万}}
```

```text
targets/2026/company.yaml:3:48: error GOAL116 baseline-not-before: the baseline 2026 of net_sales does not lie before 2026; an earlier period such as 2025 is expected
    3 |   net_sales: {value: 2000万, baseline: {period: 2026, value: 1680万}}
      |                                                 ^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL116"
NAME = "baseline-not-before"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every baseline that reaches into the goal's year or beyond."""
    for each in standing_goals(workspace):
        baseline = each.goal.baseline
        if baseline is not None and baseline.period.end > date(each.year, 1, 1):
            label, year = baseline.period.label, each.year
            said = message("rules.baseline_not_before", metric=each.written, period=label, year=year, before=year - 1)
            yield Problem(each.at("baseline", "period"), said)
