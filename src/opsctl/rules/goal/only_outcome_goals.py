"""
A sheet sets results only, and none of the work that leads to them.

Sales are known when the month is over. A goal for what people do every day, such as the first reply or the click rate,
shows in time whether the results will come. Counted are sheets of stores and people with three or more goals that
somebody set.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {only-outcome-goals: info}}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  net_sales: {value: 900万, baseline: {period: 2025, value: 800万}}
  orders_paid: {value: 4万, baseline: {period: 2025, value: 3.6万}}
  buyers_paid: {value: 3.9万, baseline: {period: 2025, value: 3.5万}}
```

```text
targets/2026/tmall-flagship.yaml:2:1: info GOAL143 only-outcome-goals: all 3 goals of tmall-flagship are results; add one for the work that leads there, with contributes_to
    2 | goals:
      | ^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {only-outcome-goals: info}}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  net_sales: {value: 900万, baseline: {period: 2025, value: 800万}}
  orders_paid: {value: 4万, baseline: {period: 2025, value: 3.6万}}
  first_reply_sec: {value: 25, baseline: {period: 2025, value: 31}, contributes_to: inquiry_cvr}
```
"""  # noqa: E501

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL143"
NAME = "only-outcome-goals"
SEVERITY = Severity.INFO
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"

_MANY = 3
# What is counted when the work is done: sales, and the orders and buyers they came from.
_OUTCOMES = frozenset(
    ("gmv_ordered", "gmv_paid", "net_sales", "refund_amount", "orders_paid", "units_paid", "buyers_ordered",
     "buyers_paid", "gross_margin", "contribution")
)  # fmt: skip


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every sheet of a store or person whose goals are all results."""
    sheets: dict[str, list[Standing]] = defaultdict(list)
    for each in standing_goals(workspace):
        if each.goal.value not in ("inherited", "derived") and workspace.get("team", each.scope) is None:
            sheets[each.sheet.id].append(each)
    for goals in sheets.values():
        results = all(
            each.metric is not None and each.metric.id in _OUTCOMES and not each.goal.contributes_to for each in goals
        )
        if len(goals) >= _MANY and results:
            said = message("rules.only_outcome_goals", scope=goals[0].scope, count=f"{len(goals)}")
            yield Problem(goals[0].sheet.at("goals", key=True), said)
