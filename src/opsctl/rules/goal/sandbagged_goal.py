"""
A goal asks for far less than the metric gained in the year before.

The baselines of two sheets in a row say how fast a metric moves by itself. A goal that asks for less than the share
`least-of-momentum` of that (a quarter where `opsctl.yaml` names no other) is met by waiting. Say in `because` why the
wind has turned, or ask for more.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {sandbagged-goal: warning}}
```

```yaml targets/2025/company.yaml
owner: li-na
goals:
  net_sales: {value: 1650万, baseline: {period: 2024, value: 1400万}}
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 1700万, baseline: {period: 2025, value: 1680万}}
```

```text
targets/2026/company.yaml:3:22: warning GOAL141 sandbagged-goal: net_sales asks for 1.2% more than 2025, which was 20% better than 2024; at least 5% is expected, or say in because why less is right
    3 |   net_sales: {value: 1700万, baseline: {period: 2025, value: 1680万}}
      |                      ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {sandbagged-goal: warning}}
```

```yaml targets/2025/company.yaml
owner: li-na
goals:
  net_sales: {value: 1650万, baseline: {period: 2024, value: 1400万}}
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 1850万, baseline: {period: 2025, value: 1680万}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import Standing, better_by, percent, standing_goals
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "GOAL141"
NAME = "sandbagged-goal"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal that asks for less than its part of last year's gain, without a reason."""
    least = threshold(workspace, "least-of-momentum")
    goals = {(each.year, each.scope, each.metric.id): each for each in standing_goals(workspace) if each.metric}
    for (year, scope, metric), each in goals.items():
        gain, asked = _momentum(goals.get((year - 1, scope, metric)), each), better_by(each)
        baseline = each.goal.baseline
        if gain is None or asked is None or baseline is None or each.goal.because is not None:
            continue
        share = asked / baseline.value
        # A goal that is no better than its baseline at all has a rule of its own.
        if 0 < share < gain * least:
            said = message(
                "rules.sandbagged_goal", metric=each.written, asked=percent(share, 1), period=baseline.period.label,
                gain=percent(gain, 1), before=f"{year - 2}", least=percent(gain * least, 1),
            )  # fmt: skip
            yield Problem(each.at("value"), said)


def _momentum(before: Standing | None, each: Standing) -> Decimal | None:
    """By which share the metric gained between the two baselines; None unless they are of two years in a row."""
    first, last = before.goal.baseline if before is not None else None, each.goal.baseline
    if first is None or last is None or each.metric is None or first.value <= 0 or last.value <= 0:
        return None
    years = [baseline.period.start.year for baseline in (first, last) if baseline.period.kind == "year"]
    if years != [each.year - 2, each.year - 1] or each.metric.direction == "band":
        return None
    gained = last.value - first.value if each.metric.direction == "up" else first.value - last.value
    return gained / first.value if gained > 0 else None
