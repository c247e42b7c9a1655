"""
A year's goal is compared with a baseline that is not a year.

Sums grow with time: a year beside a quarter looks like a growth of 300 %. January and February alone say even less,
because the Spring Festival moves between them. Ratios and scores may be compared with any period.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, baseline: {period: 2025-Q4, value: 520万}}
```

```text
targets/2026/company.yaml:3:48: warning GOAL117 baseline-of-another-length: net_sales is a goal for a year, its baseline 2025-Q4 covers 92 days; a whole year such as 2025 is expected
    3 |   net_sales: {value: 2000万, baseline: {period: 2025-Q4, value: 520万}}
      |                                                 ^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
  cvr: {value: 1.5%, baseline: {period: 2025-Q4, value: 1.4%}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import additive
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL117"
NAME = "baseline-of-another-length"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every baseline of a sum that covers something else than a year."""
    for each in standing_goals(workspace):
        baseline = each.goal.baseline
        if baseline is None or each.metric is None or not additive(each.metric) or baseline.period.kind == "year":
            continue
        days = len(baseline.period.days)
        said = message("rules.baseline_of_another_length", metric=each.written, period=baseline.period.label, days=days)
        yield Problem(each.at("baseline", "period"), said)
