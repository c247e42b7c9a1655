"""
A goal is no better than its baseline, and nobody says why.

A goal that was met last year asks for nothing. There are good reasons, such as a store that moves or a category that
shrinks; they belong into `because`, so that the next reader does not take them for sandbagging.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 1600万, baseline: {period: 2025, value: 1680万}}
```

```text
targets/2026/company.yaml:3:22: warning GOAL115 goal-not-beyond-baseline: net_sales at 16000000 is behind the 16800000 of 2025; raise it, or say why in because
    3 |   net_sales: {value: 1600万, baseline: {period: 2025, value: 1680万}}
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
  net_sales: {value: 1600万, baseline: {period: 2025, value: 1680万}, because: 三月起停售小家电}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import better_by, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL115"
NAME = "goal-not-beyond-baseline"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal that asks for no more than there was, without a reason."""
    for each in standing_goals(workspace):
        baseline, value, better = each.goal.baseline, each.goal.value, better_by(each)
        if baseline is None or better is None or better > 0 or each.goal.because is not None:
            continue
        if isinstance(value, Decimal):
            kind = "behind" if better < 0 else "equal"
            numbers = {"value": each.shown(value), "was": each.shown(baseline.value), "period": baseline.period.label}
            said = message(f"rules.goal_not_beyond_baseline_{kind}", metric=each.written, **numbers)
            yield Problem(each.at("value"), said)
