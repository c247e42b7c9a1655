"""
A goal is easily met at the cost of another number, and nothing guards that one.

A better return on ads is had by spending less, a higher inquiry conversion by answering only the sure buyers, a fast
first reply by a robot. For such goals the sheet names a guardrail, or sets a goal, on a number that would suffer.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml roles/owner.yaml
name: Owner
owns: [ad_roi]
```

```yaml targets/2026/li-na.yaml
owner: li-na
goals:
  ad_roi: {value: 3.2, baseline: {period: 2025, value: 2.9}}
```

```text
targets/2026/li-na.yaml:3:3: warning GOAL122 goal-without-guardrail: ad_roi is easily met at the cost of others; a guardrail on one of ad_gmv, ad_spend, gmv_paid is expected
    3 |   ad_roi: {value: 3.2, baseline: {period: 2025, value: 2.9}}
      |   ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml roles/owner.yaml
name: Owner
owns: [ad_roi, ad_spend]
```

```yaml targets/2026/li-na.yaml
owner: li-na
goals:
  ad_roi:
    value: 3.2
    baseline: {period: 2025, value: 2.9}
    guardrails: [{metric: ad_gmv, at_least: 300万}]
  ad_spend: {value: 100万, baseline: {period: 2025, value: 110万}, because: x}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL122"
NAME = "goal-without-guardrail"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "approved"

# What is known to suffer, the likeliest first.
SUFFERS: Mapping[str, tuple[str, ...]] = {
    "ad_roi": ("ad_gmv", "ad_spend", "gmv_paid", "net_sales"),
    "acos": ("ad_gmv", "ad_spend", "gmv_paid", "net_sales"),
    "ad_cost_ratio": ("gmv_paid", "net_sales", "visitors_paid", "visitors"),
    "ad_cost_ratio_net": ("net_sales", "gmv_paid", "visitors_paid", "visitors"),
    "cpc": ("clicks", "visitors_paid", "ad_gmv"),
    "inquiry_cvr": ("inquirers", "sessions", "cs_sales"),
    "first_reply_sec": ("csat", "inquiry_cvr", "fcr"),
    "avg_reply_sec": ("csat", "inquiry_cvr", "fcr"),
    "reply_3min_rate": ("csat", "inquiry_cvr", "fcr"),
    "aov_buyer": ("buyers_paid", "cvr", "gmv_paid", "net_sales"),
    "cvr": ("visitors", "buyers_paid", "gmv_paid", "net_sales"),
}


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal of the table above whose sheet guards none of what would suffer."""
    for each in standing_goals(workspace):
        suffers = SUFFERS.get(each.metric.id, ()) if each.metric is not None else ()
        if not suffers or not isinstance(each.goal.value, Decimal):
            continue
        guarded = {workspace.metric_id(guard.metric) for guard in each.goal.guardrails}
        guarded |= {workspace.metric_id(written) for written in each.sheet.data.goals}
        if not guarded.intersection(suffers):
            named = [id_ for id_ in suffers if id_ in workspace.metrics]
            said = message("rules.goal_without_guardrail", metric=each.written, metrics=Listed(named[:3]))
            yield Problem(each.at(key=True), said)
